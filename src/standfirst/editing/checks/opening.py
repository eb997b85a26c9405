"""Rule 2: who, what, when and where within the first 35 words."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing import facts, openings
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import words


@enter(2, "who-what-when-where", level="brief")
def who_what_when_where(draft: Draft) -> Iterator[Fault]:
    """A named entity, a finite verb, and a date or place early; else a report that says what is late.

    Where neither anybody is named nor a time or place, the article gets a card: it reports nothing.
    """
    if not draft.said or not words.cased(draft.article.text):
        return
    text = draft.text
    own = facts.read(text, draft.language, facts.reference(draft.article))
    known = [each for each in facts.mentions(draft.article) if each.kind in facts.NAMED]
    reached = openings.reached(text, [*own, *known], draft.language)
    late = [what for what, after in zip(openings.WANTED, reached, strict=True) if after > openings.FIRST]
    if late:
        consequence = "card" if {openings.WANTED[0], openings.WANTED[2]} <= set(late) else "report"
        reason = f"Not recognised in the first {openings.FIRST} words: {' and '.join(late)}."
        yield Fault(consequence, reason, 0, text[:300])
