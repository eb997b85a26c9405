"""Rule 14: evaluation stands only inside attributed quotes; comment is marked, never told as fact."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing import passages
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import lexicons
from standfirst.language.words import fold


@enter(14, "opinion-apart", level="statement")
def opinion_apart(draft: Draft) -> Iterator[Fault]:
    """Cut an evaluation from a rewrite; an excerpt that has one must carry the mark of commentary."""
    lexicon = lexicons.get(draft.language)
    marked = any(mark.code == "commentary" for mark in draft.marks)
    for index, statement in draft.said:
        if statement.verbatim and marked:
            continue
        outside = passages.outside_quotes(statement.text)
        found = next((word for word in passages.folded(outside) if word in lexicon.evaluations), "")
        if not found and lexicon.evaluation_phrases:
            folded = f" {' '.join(fold(outside).split())} "
            found = next((each for each in lexicon.evaluation_phrases if f" {each} " in folded), "")
        if found:
            consequence = "mark" if statement.verbatim else "cut"
            yield Fault(consequence, f"“{found}” evaluates outside quotation marks.", index, found)
