"""What a later version of an article changes of what is out. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from standfirst.newsroom.content import Content

#: A number with its marks, as it stands in a statement: enough to see that a figure was changed.
_FIGURE = re.compile(r"\d[\d.,:]*\d|\d")


@dataclass(frozen=True, slots=True)
class Change:
    """``kind``: none, places (only offsets moved), update (other words), correction (a published fact changed)."""

    kind: str
    note: str = ""


def compare(old: Content, new: Content) -> Change:
    """What became of a publication's content. A correction is a figure or name published that is no longer stated.

    A brief that became a card is an update: its rights changed, not its facts.
    """
    if old.headline == new.headline and [each.text for each in old.statements] == [
        each.text for each in new.statements
    ]:
        return Change("none" if old == new else "places")
    if not new.statements:
        return Change("update", "The summary was withdrawn; the card stays.")
    before, after = _claims(old), _claims(new)
    lost = [claim for claim in before if claim not in after]
    gained = [claim for claim in after if claim not in before]
    if lost and gained and _same_opening(old, new):
        return Change(
            "correction", f"Given before: {', '.join(lost[:3])}. The source now says: {', '.join(gained[:3])}."
        )
    return Change("update", "The source changed its article; the summary follows it.")


def _claims(content: Content) -> list[str]:
    """The figures and names a publication states, in order, each once."""
    text = " ".join([content.headline, *(each.text for each in content.statements)])
    names = [fact.text for fact in content.facts if fact.kind in ("person", "organisation") and fact.text in text]
    return list(dict.fromkeys([*_FIGURE.findall(text), *names]))


def _same_opening(old: Content, new: Content) -> bool:
    """Whether both begin with nearly the same statement: then a difference in it is a corrected fact, not news."""
    if not old.statements or not new.statements:
        return False
    first, second = ({*each.statements[0].text.casefold().split()} for each in (old, new))
    return len(first & second) >= 0.6 * max(len(first), len(second))
