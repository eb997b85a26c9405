"""The front page and a day's: a dated, finite edition. Lead, seconds, then columns by section."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from standfirst.publishing import Entry, Listing, Network, View
from standfirst.publishing.links import href, hub, to, with_filters
from standfirst.publishing.pages import Beside, chips, highlight, why
from standfirst.publishing.pages.clock import Clock, resolved
from standfirst.publishing.pages.environment import render
from standfirst.publishing.pages.listings import feeds
from standfirst.publishing.view import filtered

KINDS = frozenset({"front", "day"})
#: Publications under the lead, before the columns begin.
SECONDS = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A section's publications in an edition; ``slug`` and ``name`` are "" for what is in no section."""

    slug: str
    name: str
    entries: tuple[Entry, ...]


def columns(entries: tuple[Entry, ...], network: Network) -> list[Column]:
    """Publications by section, in the order of the network's sections; those in none come last."""
    by_section: dict[str, list[Entry]] = {}
    names = dict(network.sections)
    for entry in entries:
        slug, name = entry.section or ("", "")
        names.setdefault(slug, name)
        by_section.setdefault(slug, []).append(entry)
    order = {slug: place for place, (slug, _) in enumerate(network.sections)}
    chosen = sorted(by_section, key=lambda slug: (not slug, order.get(slug, len(order))))
    return [Column(slug, names[slug], tuple(by_section[slug])) for slug in chosen]


def edition_day(listing: Listing, related: Beside, clock: Clock) -> date:
    """The day an edition is of: as told, else its view's, else that of its latest change."""
    known = listing.day or related.day
    if known is not None:
        return known
    try:
        return date.fromisoformat(listing.view.key)
    except ValueError:
        return clock.day(listing.updated)


def page(listing: Listing, related: Beside) -> str:
    """The edition as a page."""
    view, network = listing.view, listing.network
    entries = highlight.entries(listing.entries, view.query, {}) if view.query else listing.entries
    clock = Clock(network.language, network.time_zone)
    day = edition_day(listing, related, clock)
    return render(
        "edition.html",
        network,
        listing=listing,
        view=view,
        day=day,
        day_name=clock.long_day(day),
        named=with_filters(clock.long_day(day), listing),
        canonical=to(network, view),
        hub=hub(listing),
        indexed=not filtered(view),
        chips=lambda: chips.chips(view, related, clock, partial(href, network)),
        clear=href(network, chips.bare(view)),
        feeds=lambda: feeds(view, network),
        lead=entries[0] if entries else None,
        seconds=entries[1 : 1 + SECONDS],
        columns=columns(entries[1 + SECONDS :], network),
        sources=len({entry.source.slug for entry in entries}),
        beside=related,
        why=lambda: why.shown(entries, related.places, network),
        # A month's page lists days of which something is out; an editor may fill one with others'.
        month=f"{network.home}/{day.year:04}/{day.month:02}"
        if any(clock.day(e.published) == day for e in entries)
        else "",
        month_name=resolved(f"{day.year:04}-{day.month:02}", network.language),
        previous=_of(network, related.previous),
        following=_of(network, related.following),
    )


def _of(network: Network, day: date | None) -> str:
    return href(network, View("day", day.isoformat())) if day else ""


__all__ = ["KINDS", "Column", "columns", "edition_day", "page"]
