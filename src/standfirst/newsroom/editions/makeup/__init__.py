"""The make-up of a day's edition: which publications, in which order, and why each. Pure.

``docs/methods/edition.md`` says the same for people; a change here is a change there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

#: Marks that tell a reader to take care; what carries one comes after what carries none.
CAUTIONS = frozenset({"commentary", "speculation", "sponsored", "press-release", "satire", "one-source"})
#: Rules by which an editor has decided; such a place is held by the decision and by nothing else.
EDITORS = frozenset({"pinned", "added"})
#: The rules in English, as programs and the terminal read them. Pages have their own words for them.
TOLD = {
    "pinned": "put at this place by an editor",
    "added": "taken in by an editor",
    "reported": "reported by %(sources)s independent sources",
    "goes-on": "something new in a story of the day before",
    "section": "the first choice of its section",
    "latest": "among the latest",
    "filled": "takes a place that would have stayed empty",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the choice knows of a publication.

    ``section`` is "" for unfiled. ``text`` is its article's fingerprint, "" where that is not known: the same text
    is the same report, whoever prints it. ``part`` is the quarter of the day in which its source published it, 0 to 3,
    and less than 0 for the quarters of the days before.
    """

    position: int
    source: str
    section: str
    story: str
    brief: bool = True
    text: str = ""
    marks: tuple[str, ...] = ()
    part: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """An editor's decision that holds: ``action`` is pin, add or leave-out; a pin's ``place`` is counted from 1.

    Of two pins to one place the one with the higher ``number`` came later and has it.
    """

    position: int
    action: str
    place: int = 0
    note: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A publication of an edition and why it is there: the rule's code and its values; :class:`str` is English."""

    position: int
    rule: str
    values: tuple[tuple[str, str | int], ...] = ()

    def __str__(self) -> str:
        told = TOLD.get(self.rule, self.rule) % dict(self.values)
        note = dict(self.values).get("note")
        return f"{told}: {note}" if note else told


@dataclass(frozen=True, slots=True)
class Made:
    """A made edition, in reading order."""

    places: tuple[Place, ...] = ()

    @property
    def positions(self) -> tuple[int, ...]:
        """The publications' positions in reading order."""
        return tuple(place.position for place in self.places)

    @property
    def reasons(self) -> dict[int, str]:
        """For each position why it is there, in English."""
        return {place.position: str(place) for place in self.places}


@dataclass(frozen=True, slots=True)
class Limits:
    """How many publications, and how many of one source and of one section; unfiled ones share places as a section.

    ``opened`` of the ``size`` places are open by now, to all; the others wait for what comes later in the day, and
    are open only to what several sources report. None: all are open.
    """

    size: int
    per_source: int
    per_section: int
    opened: int | None = None


def make(
    candidates: Iterable[Candidate],
    limits: Limits,
    *,
    standing: Iterable[Place] = (),
    earlier: Iterable[Candidate] = (),
    shown: Collection[int] = (),
    choices: Iterable[Choice] = (),
) -> Made:
    """The edition of a day.

    ``candidates`` are what is out of the day, with whatever ``choices`` name; ``standing`` is the edition as it was
    made last, whose places stay. ``earlier`` are publications of the day before whose stories go on in the
    candidates; those at the positions ``shown`` stood in that day's edition. The order of none of them matters.
    """
    from standfirst.newsroom.editions.makeup.choosing import choose
    from standfirst.newsroom.editions.makeup.items import items, left_in
    from standfirst.newsroom.editions.makeup.ordering import ordered

    held = {place.position: place for place in standing if place.rule not in EDITORS}
    orders = {choice.position: choice for choice in choices}
    found = items(left_in(candidates, orders), held, orders, list(earlier), set(shown))
    chosen, places = choose(found, held, orders, limits)
    pins = {key: order for key, order in orders.items() if order.action == "pin" and key in chosen}
    return Made(tuple(places[item.of.position] for item in ordered(chosen, pins)))


__all__ = ["CAUTIONS", "EDITORS", "TOLD", "Candidate", "Choice", "Limits", "Made", "Place", "make"]
