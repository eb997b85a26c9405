"""Which items get a place, and why: what editors took in, what stands already, then the sections by turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from standfirst.newsroom.editions.makeup import Choice, Limits, Place
from standfirst.newsroom.editions.makeup.items import Item


def choose(
    items: list[Item], held: Mapping[int, Place], orders: Mapping[int, Choice], limits: Limits
) -> tuple[dict[int, Item], dict[int, Place]]:
    """Which items get a place, and why: what editors took in, what stands, then by turns of the sections."""
    chosen: dict[int, Item] = {}
    places: dict[int, Place] = {}
    sources: Counter[str] = Counter()
    sections: Counter[str] = Counter()

    def take(item: Item, place: Place) -> None:
        chosen[item.of.position], places[item.of.position] = item, place
        sources[item.of.source] += 1
        sections[item.of.section] += 1

    left = []
    for item in items:
        position = item.of.position
        if position in orders:
            take(item, _decided(orders[position]))
        elif position in held:
            take(item, _reported(item) or held[position])
        else:
            left.append(item)
    opened = limits.size if limits.opened is None else min(limits.opened, limits.size)
    left = _by_turns(left)
    extra = 0
    while left and (not extra or len(chosen) < opened):
        # What fills a place beyond the bounds takes none from what comes later within them.
        taken = len(chosen) if extra else sum(place.rule != "filled" for place in places.values())
        over = []
        for item in left:
            room = taken < (limits.size if item.voices > 1 and not extra else opened)
            one, other = limits.per_source + extra, limits.per_section + extra
            if room and sources[item.of.source] < one and sections[item.of.section] < other:
                take(item, _why(item, first=not sections[item.of.section], filled=bool(extra)))
                taken += 1
            else:
                over.append(item)
        left, extra = over, extra + 1
    return chosen, places


def _by_turns(items: list[Item]) -> list[Item]:
    """By rank; within a rank the latest of each section, then the second of each, sources likewise."""
    turns: Counter[str] = Counter()
    again: Counter[str] = Counter()
    order = []
    for item in sorted(items, key=lambda item: (item.rank, -item.of.position)):
        order.append(((item.rank, turns[item.of.section], again[item.of.source], -item.of.position), item))
        turns[item.of.section] += 1
        again[item.of.source] += 1
    return [item for _, item in sorted(order, key=lambda pair: pair[0])]


def _why(item: Item, *, first: bool, filled: bool) -> Place:
    """The rule that gave an item its place."""
    place = _reported(item)
    if place is not None:
        return place
    rule = "filled" if filled else "goes-on" if item.goes_on else "section" if first and item.of.section else "latest"
    values = (("section", item.of.section),) if rule == "section" else ()
    return Place(item.of.position, rule, values)


def _reported(item: Item) -> Place | None:
    return Place(item.of.position, "reported", (("sources", item.voices),)) if item.voices > 1 else None


def _decided(order: Choice) -> Place:
    values: list[tuple[str, str | int]] = [("place", order.place)] if order.action == "pin" else []
    values += [("note", order.note)] if order.note else []
    return Place(order.position, "pinned" if order.action == "pin" else "added", tuple(values))
