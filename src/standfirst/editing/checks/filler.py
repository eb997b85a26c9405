"""Rule 11: no filler, no statement without evidence, no two statements that say the same."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing import passages
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import lexicons
from standfirst.language.words import fold

#: Shared content words, of all in both and of the shorter's, from which two statements say the same.
SAME, WITHIN = 0.7, 0.9


@enter(11, "no-filler", level="statement")
def no_filler(draft: Draft) -> Iterator[Fault]:
    """Cut what says nothing, what nothing carries, and what was said."""
    lexicon = lexicons.get(draft.language)
    before: list[frozenset[str]] = []
    for index, statement in draft.said:
        if not statement.evidence:
            yield Fault("cut", "It has no evidence.", index, statement.text)
            continue
        folded = " ".join(fold(passages.outside_quotes(statement.text)).split())
        phrase = next((each for each in lexicon.fillers if each in folded), "")
        if phrase:
            yield Fault("cut", f"“{phrase}” says nothing.", index, phrase)
            continue
        content = passages.content(statement.text, lexicon) | _figures(statement.text)
        if any(_same(content, each) for each in before):
            yield Fault("cut", "An earlier statement says the same.", index, statement.text)
            continue
        before.append(content)


def _figures(text: str) -> frozenset[str]:
    return frozenset(word for word in passages.folded(text) if any(letter.isdigit() for letter in word))


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    if not shared:
        return False
    shorter = min(len(one), len(other))
    return shared / len(one | other) >= SAME or (shorter > 3 and shared / shorter >= WITHIN)
