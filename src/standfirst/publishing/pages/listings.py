"""The page of a section, source, story, mark or search: rows by day, filters, formats, the next page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from standfirst.publishing import Entry, Listing, Network, View
from standfirst.publishing.formats import formats
from standfirst.publishing.fragment import once
from standfirst.publishing.links import href, hub, to, with_filters
from standfirst.publishing.pages import Beside, chips, highlight, hints, sources
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.pages.environment import render
from standfirst.publishing.pages.labels import STATES
from standfirst.publishing.view import filtered, listing_formats


@dataclass(frozen=True, slots=True)
class Feed:
    """This view in another format."""

    href: str
    media_type: str
    label: str


@dataclass(frozen=True, slots=True)
class Day:
    """The rows published on one day of the network."""

    day: date
    name: str
    entries: tuple[Entry, ...]


def feeds(view: View, network: Network) -> list[Feed]:
    """The same publications, same filters and page, in each format."""
    return [
        Feed(href(network, view, format=name), formats[name].media_type.split(";")[0], formats[name].label)
        for name in listing_formats().values()
    ]


def days(entries: tuple[Entry, ...], clock: Clock) -> list[Day]:
    """Rows grouped by the day we published them, in the order they came."""
    return [
        Day(day, clock.long_day(day), tuple(group))
        for day, group in groupby(entries, key=lambda entry: clock.day(entry.published))
    ]


def indexed(listing: Listing) -> bool:
    """Whether search engines may list the page: a view's first, unfiltered; a story's where several tell it."""
    view = listing.view
    if filtered(view) or view.kind == "search" or view.before is not None:
        return False
    return view.kind != "story" or len(listing.entries) > 1


def page(listing: Listing, related: Beside) -> str:
    """The listing as a page."""
    view, network = listing.view, listing.network
    clock = Clock(network.language, network.time_zone)
    link = partial(href, network)
    rows = highlight.entries(listing.entries, view.query, related.texts) if view.query else listing.entries
    # A story that one page holds needs no filters.
    offered = related.filters and (view.kind != "story" or filtered(view) or listing.next is not None)
    return render(
        "listing.html",
        network,
        listing=listing,
        view=view,
        title=listing.title,
        named=with_filters(listing.title, listing),
        beside=related,
        facts=related.facts if not filtered(view) else None,
        source_words=sources,
        states=STATES,
        canonical=to(network, view),
        hub=hub(listing),
        indexed=indexed(listing),
        feeds=lambda: feeds(view, network),
        days=lambda: days(rows, clock),
        chips=lambda: chips.chips(view, related, clock, link),
        groups=lambda: once(related, "groups", chips.groups, view, related, network.language, link) if offered else [],
        filters=offered,
        found=related.found if filtered(view) else None,
        agency=_agency(listing) if view.kind == "story" else 0,
        hints=lambda: hints.hints(network) if view.kind == "search" else [],
        kept=chips.kept(view),
        action=link(chips.bare(view)),
        clear=href(network, chips.bare(view)),
        latest=href(network, view, before=None) if view.before is not None else "",
        following=href(network, listing.next, format="html") if listing.next else "",
    )


def _agency(listing: Listing) -> int:
    """How many of a story's publications carry an agency's text; 0 where not all of them stand on the page."""
    if listing.next is not None or listing.view.before is not None:
        return 0
    return sum("agency-copy" in entry.marks for entry in listing.entries)


__all__ = ["Day", "Feed", "days", "feeds", "page"]
