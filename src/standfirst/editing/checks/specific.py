"""Rule 10: a name, number, date or place in every 20 words, and most of the article's salient facts."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing import facts, salient
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import words

#: Words that may hold a single specific thing, and the share of salient facts that a brief has.
EVERY, SHARE = 20, 0.6
#: With fewer salient facts a share says nothing.
FEWEST = 3


@enter(10, "specific", level="brief")
def specific(draft: Draft) -> Iterator[Fault]:
    """Too little of either is reported; under half of either makes a card."""
    # Names are found by capitals; a script without them cannot be judged so.
    if not draft.said or not words.cased(draft.article.text):
        return
    text = draft.text
    own = facts.read(text, draft.language, facts.reference(draft.article))
    size = words.count(text, draft.language)
    things = len(_things(draft, text, own))
    density = things * EVERY / max(size, 1)
    if density < 1:
        consequence = "card" if density < 0.5 else "report"
        yield Fault(consequence, f"{things} names, numbers, dates and places in {size} words; one in {EVERY} is due.")
    wanted = salient.find(draft.article)
    if len(wanted) >= FEWEST:
        told = salient.told(wanted, text, own)
        share = len(told) / len(wanted)
        if share < SHARE:
            consequence = "card" if share < SHARE / 2 else "report"
            lacking = ", ".join(each.fact.text for place, each in enumerate(wanted) if place not in told)
            reason = f"The brief has {len(told)} of the article's {len(wanted)} most salient facts."
            yield Fault(consequence, reason, place=lacking)


def _things(draft: Draft, text: str, own: tuple[facts.Mention, ...]) -> set[tuple[int, int]]:
    """Places in the text; a name known from the article counts where the brief's own text shows none."""
    found = {(each.start, each.end) for each in own}
    for known in {each.text for each in facts.mentions(draft.article) if each.kind in facts.NAMED}:
        at = text.find(known)
        if at >= 0 and not any(start < at + len(known) and at < end for start, end in found):
            found.add((at, at + len(known)))
    return found
