"""A view → its listing: the rows its selector gives, its title, the next page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from uuid import UUID

from django.utils.translation import gettext, gettext_noop

from standfirst.errors import NotFoundError
from standfirst.newsroom import counts
from standfirst.newsroom.editions import edition
from standfirst.newsroom.listings import pages
from standfirst.newsroom.listings.filters import Filters, meeting
from standfirst.newsroom.listings.rows import Row, load
from standfirst.newsroom.listings.withdrawals import tombstones
from standfirst.newsroom.models import Publication, Source, Story, Tally
from standfirst.publishing import Listing, Network, SourceName, View
from standfirst.publishing.entries import entries, source_name
from standfirst.publishing.network import network as the_network
from standfirst.publishing.network import settings
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.pages.labels import mark_label
from standfirst.publishing.version import Version, data_version
from standfirst.publishing.view import NEVER, BadFilter, filtered

#: Formats that carry no facts, checks or places in the source's text: those stay in the database.
LESS = ("rss", "atom", "csv", "xml")
#: How long a withdrawal is told in feeds.
TOMBSTONES = timedelta(days=30)
#: The date of a view that has never had anything in it, on a network without sources.
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
#: Where a source that is not there may be found.
LISTED = gettext_noop("All sources are listed at /sources")


def listing_of(view: View, *, now: datetime | None = None, size: int = 0, version: Version | None = None) -> Listing:
    """The listing of ``view``. ``now`` decides which day the front page is of; ``size`` is a page's, 0 the network's.

    ``version`` is the data version, where the caller has asked for it: what is remembered under it is not read again.

    Raises :class:`~standfirst.publishing.view.BadFilter` for a filter's value that never existed and
    :class:`NotFoundError` for a path that leads nowhere. A source that opted out keeps its page: it lists cards.
    """
    network, version = the_network(), version or data_version()
    html = view.format == "html"
    filters, title, view, sources = _asked(view, network, version)
    day = _day(view, now)
    rows, following = _edition(view, filters, day) if day else _page(view, filters, content=not html, size=size)
    found = entries(rows, network, content=not html, feeds=view.format in ("rss", "atom"))
    withdrawn: list[Publication] = []
    if view.format in ("atom", "json") and view.before is None:
        withdrawn = _withdrawn(filters, day, now)
    if day:
        title = Clock(network.language, network.time_zone).long_day(day)
    elif view.kind == "story" and found:
        title = found[0].headline
    return Listing(
        view=view,
        network=network,
        title=title,
        entries=found,
        updated=max([*(each.updated for each in rows), *(each.updated for each in withdrawn)], default=None)
        or beginning(),
        next=following,
        total=_total(view, len(found), following, version) if html else None,
        withdrawn=entries(withdrawn, network, content=False, feeds=False) if withdrawn else (),
        day=day,
        namespace="" if html else _namespace(version),
        sources=sources,
    )


def _asked(view: View, network: Network, version: Version) -> tuple[Filters, str, View, tuple[SourceName, ...]]:
    """What the view asks of the newsroom, its title, the view with its story's slug, the sources of its filter."""
    named = dict.fromkeys([*view.sources, *([view.key] if view.kind == "source" else [])])
    sources: dict[str, Source] = {}
    for slug in named:
        try:
            sources[slug] = _source(slug, version)
        except Source.DoesNotExist:
            if Tally.objects.filter(kind="source", key=slug).exists():
                raise NotFoundError(slug, gettext_noop("this source was removed"), LISTED) from None
            if view.kind == "source" and slug == view.key:
                raise NotFoundError(slug, NEVER, LISTED) from None
            raise BadFilter("source", slug, NEVER, LISTED) from None
    if view.language and not Tally.objects.filter(kind="language", key=view.language).exists():
        raise BadFilter("lang", view.language, gettext_noop("nothing was ever published in this language"))
    words = view.query.replace('"', "'")  # the title sets it in quotation marks
    title = {
        "section": dict(network.sections).get(view.key, ""),
        "search": gettext("Search: “%(words)s”") % {"words": words} if words else gettext("Search"),
    }.get(view.kind, network.name)
    if view.kind == "source":
        title = sources[view.key].name
    elif view.kind == "mark":
        title = str(mark_label(view.key).name)
    elif view.kind == "story":
        story = Story.objects.filter(pk=UUID(view.key)).first()
        if story is None:
            raise NotFoundError(view.key, gettext_noop("there is no such story"))
        view, title = replace(view, slug=story.slug), story.slug
    named_by = tuple(source_name(sources[slug]) for slug in view.sources)
    return filters_of(view, sources), title, view, named_by


def filters_of(view: View, sources: Mapping[str, Source]) -> Filters:
    """What a view asks of the newsroom; ``sources`` are those that it names, by slug."""
    return Filters(
        section=view.key if view.kind == "section" else view.section,
        sources=tuple(sources[slug].pk for slug in view.sources),
        within=sources[view.key].pk if view.kind == "source" else None,
        story=view.key if view.kind == "story" else view.story,
        marks=tuple(dict.fromkeys([*([view.key] if view.kind == "mark" else []), *([view.mark] if view.mark else [])])),
        language=view.language,
        since=view.since,
        until=view.until,
        query=view.query,
    )


def _day(view: View, now: datetime | None) -> date | None:
    """The day of an edition's view, None for other views."""
    if view.kind == "day":
        return date.fromisoformat(view.key)
    if view.kind == "front":
        zone = settings().zone
        return edition.latest_day((now or datetime.now(UTC)).astimezone(zone).date(), zone)
    return None


def _page(view: View, filters: Filters, *, content: bool, size: int = 0) -> tuple[list[Row], View | None]:
    """A page of a listing, and the next page's view."""
    if view.kind == "search" and not filtered(view):  # a search for nothing finds nothing
        return [], None
    size = size or settings().number("listing_size")
    zone, whole = settings().zone, view.format not in LESS
    page = pages.page(filters, zone=zone, limit=size, before=view.before, content=content, whole=whole)
    return list(page.rows), None if page.before is None else replace(view, before=page.before)


def _edition(view: View, filters: Filters, day: date) -> tuple[list[Row], View | None]:
    """An edition's publications that pass the filters, in its order; the next page is the day before's."""
    zone = settings().zone
    if (filters.since and day < filters.since) or (filters.until and day > filters.until):
        positions: list[int] = []
    else:
        positions = meeting(edition.of(day, settings()).positions, filters)
    found = load(positions, content=view.format != "html", whole=view.format not in LESS)
    rows = {each.position: each for each in found}
    before = edition.neighbour(day, zone, later=False)
    following = replace(view, kind="day", key=before.isoformat(), before=None) if before else None
    return [rows[position] for position in positions if position in rows], following


def _withdrawn(filters: Filters, day: date | None, now: datetime | None) -> list[Publication]:
    if day:
        filters = replace(filters, since=max(filters.since or day, day), until=min(filters.until or day, day))
    return tombstones(filters, zone=settings().zone, since=(now or datetime.now(UTC)) - TOMBSTONES)


def _total(view: View, shown: int, following: View | None, version: Version) -> int | None:
    """How many there are in all: from the tallies, or by looking where the page is the whole."""
    if view.kind in ("section", "source", "mark") and not filtered(view):
        return _counted(view.kind, view.key, version)
    if view.kind in ("front", "day") or (following is None and view.before is None):
        return shown
    return None


@lru_cache(maxsize=1024)
def _source(slug: str, version: Version) -> Source:
    return Source.objects.get(slug=slug)


@lru_cache(maxsize=4096)
def _counted(kind: str, key: str, version: Version) -> int:
    return counts.of(kind, key)


@lru_cache(maxsize=16)
def _namespace(version: Version) -> str:
    return counts.network_id()


def beginning() -> datetime:
    """When the network began: its first source's entry."""
    return Source.objects.order_by("added").values_list("added", flat=True).first() or BEGINNING
