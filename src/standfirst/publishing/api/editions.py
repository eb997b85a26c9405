"""Editions: the days' front pages, and why each publication is there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from standfirst.newsroom.editions import edition
from standfirst.publishing import Network, View
from standfirst.publishing.api import PREFIX, Asked, shapes
from standfirst.publishing.api.telling import publication
from standfirst.publishing.links import to
from standfirst.publishing.listing import listing_of
from standfirst.publishing.network import settings, the_sections
from standfirst.publishing.pages.why import why
from standfirst.publishing.view import parse


def listed(asked: Asked) -> shapes.Editions:
    """A page of days on which something was published that is still out, latest first."""
    limit, before = asked.number("limit"), asked.text("before")
    zone = settings().zone
    tomorrow = datetime.now(UTC).astimezone(zone).date() + timedelta(days=1)
    below: date | None = date.fromisoformat(before) if before else tomorrow
    days: list[date] = []
    while below and below.year >= 1970 and len(days) <= limit:
        below = edition.neighbour(below, zone, later=False)
        if below:
            days.append(below)
    return shapes.Editions(
        items=tuple(
            shapes.EditionName(day, to(asked.network, View("day", day.isoformat())), href(asked.network, day))
            for day in days[:limit]
        ),
        next=asked.again(before=days[limit - 1].isoformat()) if len(days) > limit else None,
    )


def one(asked: Asked) -> shapes.Edition:
    """The edition of a day, in its order. A day without anything has an empty one."""
    view = parse(f"/{asked.text('day').replace('-', '/')}.json", "", the_sections())
    listing = listing_of(view)
    assert listing.day is not None  # a day's view is of a day
    places = {place.position: place for place in edition.of(listing.day, settings()).places}
    return shapes.Edition(
        day=listing.day,
        url=to(asked.network, View("day", view.key)),
        items=tuple(
            shapes.Placed(place.rule, dict(place.values), why(place, asked.network), publication(each, asked.network))
            for each in listing.entries
            if (place := places.get(each.position))
        ),
        next=href(asked.network, date.fromisoformat(listing.next.key)) if listing.next else None,
    )


def href(network: Network, day: date) -> str:
    """Where this API tells a day's edition."""
    return f"{network.base_url}{PREFIX}/editions/{day.isoformat()}"


__all__ = ["listed", "one"]
