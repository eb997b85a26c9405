"""The reading order of what was chosen: pins at their places, the top by sections, the rest by rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from standfirst.newsroom.editions.makeup import Choice
from standfirst.newsroom.editions.makeup.items import Item

#: The lead and what stands under it, each of another section where it can be.
TOP = 4


def ordered(chosen: Mapping[int, Item], pins: Mapping[int, Choice]) -> Sequence[Item]:
    """Reading order: pins at their places, the top by sections, the rest by rank and the latest first."""
    waiting = dict(pins)
    rest = sorted(
        (item for key, item in chosen.items() if key not in pins), key=lambda item: (item.rank, -item.of.position)
    )
    top = sorted(rest, key=_for_top)
    order: list[Item] = []
    for place in range(1, len(chosen) + 1):
        due = [pin for pin in waiting.values() if pin.place <= place or not rest]
        if due:
            # The latest of those meant for this very place, else what such a one has displaced.
            pin = max(due, key=lambda pin: (pin.place == place, -pin.place, pin.number, pin.position))
            del waiting[pin.position]
            order.append(chosen[pin.position])
            continue
        item = _another(top, order) if place <= TOP else rest[0]
        rest.remove(item)
        if item in top:
            top.remove(item)
        order.append(item)
    return order


def _for_top(item: Item) -> tuple[bool, bool, int, bool, int, int]:
    """What may lead: a brief without a caution, what most report, in a section, of the latest quarter, its first."""
    return *item.rank[1:], item.rank[0], not item.of.section, -item.of.part, item.of.position


def _another(top: list[Item], order: list[Item]) -> Item:
    """The next of the top: of a section that is not there yet, else of such a source, else the next."""
    sections, sources = {item.of.section for item in order}, {item.of.source for item in order}
    return next(
        (item for item in top if item.of.section not in sections),
        next((item for item in top if item.of.source not in sources), top[0]),
    )
