"""Rule 10: a name, number, date or place in every 20 words, and most of the article's salient facts."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing import Fact, facts
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import dates, names, numbers, words
from standfirst.language.words import fold

#: Words that may hold a single specific thing, and the share of salient facts that a brief has.
EVERY, SHARE = 20, 0.6
#: With fewer salient facts a share says nothing.
FEWEST = 3


@enter(10, "specific", level="brief")
def specific(draft: Draft) -> Iterator[Fault]:
    """Too little of either is reported; under half of either makes a card."""
    # Names are found by capitals and spaces; a script that has neither cannot be judged so.
    if not draft.said or words.unspaced(draft.language):
        return
    text = draft.text
    size = words.count(text, draft.language)
    things = len(_things(draft, text))
    density = things * EVERY / max(size, 1)
    if density < 1:
        consequence = "card" if density < 0.5 else "report"
        yield Fault(consequence, f"{things} names, numbers, dates and places in {size} words; one in {EVERY} is due.")
    known = draft.facts or facts.find(draft.article)
    salient = facts.salient(draft.article, known)
    if len(salient) >= FEWEST:
        folded = fold(text)
        told = [fact for fact in salient if _told(fact, folded, draft)]
        share = len(told) / len(salient)
        if share < SHARE:
            consequence = "card" if share < SHARE / 2 else "report"
            lacking = ", ".join(fact.text for fact in salient if fact not in told)
            yield Fault(consequence, f"{len(told)} of the article's {len(salient)} salient facts.", place=lacking)


def _things(draft: Draft, text: str) -> set[tuple[int, int]]:
    """Places in the text; a name known from the article counts where the brief's own text shows none."""
    found = {(name.start, name.end) for name in names.find(text, draft.language)}
    found |= {(mention.start, mention.end) for mention in dates.find(text, draft.language)}
    found |= {(number.start, number.end) for number in numbers.find(text, draft.language)}
    for known in {name.text for name in names.find(draft.article.text, draft.language)}:
        at = text.find(known)
        if at >= 0 and not any(start < at + len(known) and at < end for start, end in found):
            found.add((at, at + len(known)))
    return found


def _told(fact: Fact, folded: str, draft: Draft) -> bool:
    if fold(fact.text) in folded:
        return True
    if fact.kind == "person":
        return fold(fact.text).split()[-1] in folded
    if fact.kind == "date":
        reference = facts.reference(draft.article)
        return any(each.value == fact.value for each in dates.find(draft.text, draft.language, reference))
    if fact.kind in {"number", "money"}:
        value = fact.value.split()[-1] if fact.kind == "money" else fact.value.split()[0]
        return any(each.value == value for each in numbers.find(draft.text, draft.language))
    return False
