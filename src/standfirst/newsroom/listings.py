"""The keyset listing: the publications that pass some filters, latest first, from a position on.

Never an offset and never a count. Where a filter can be met in several ways (several sources, a section as first
or second) each way is read from its own index and the heads are merged, so that no page costs more than its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from standfirst.newsroom import search
from standfirst.newsroom.models import Publication

#: Sources that one listing may name, and sections times sources read side by side.
MOST_SOURCES = 10


@dataclass(frozen=True, slots=True)
class Filters:
    """What a listing asks for. ``sources`` and ``within`` are sources' ids, of which one of each must match;
    ``marks`` must all be carried; ``since`` and ``until`` are days, both included.
    """

    section: str = ""
    sources: tuple[int, ...] = ()
    within: int | None = None
    story: str = ""
    marks: tuple[str, ...] = ()
    language: str = ""
    since: date | None = None
    until: date | None = None
    query: str = ""

    def __bool__(self) -> bool:
        return self != Filters()


def bounds(since: date | None, until: date | None, zone: ZoneInfo) -> tuple[int | None, int | None]:
    """Days of ``zone`` as positions: the first included, the last excluded."""
    return (
        None if since is None else midnight(since, zone),
        None if until is None else midnight(until + timedelta(days=1), zone),
    )


def midnight(day: date, zone: ZoneInfo) -> int:
    """The position at which ``day`` begins in ``zone``: microseconds since 1970."""
    return int(datetime.combine(day, time(), zone).timestamp()) * 1_000_000


def rows(
    filters: Filters, *, zone: ZoneInfo, limit: int, before: int | None = None, content: bool = True
) -> list[Publication]:
    """At most ``limit`` publications that are out, latest first, with their source and story.

    Without ``content`` that column is left in the database.
    """
    if filters.query and not search.parse(filters.query).wanted:
        return []
    base = matching(Publication.objects.filter(withdrawn=None), filters, zone, before)
    ways = list(product(_sections(filters), filters.sources if len(filters.sources) > 1 else [None]))
    if len(ways) == 1:
        return list(_full(base, content)[:limit])
    heads: set[int] = set()
    for section, source in ways:
        way = base.filter(**section, **({} if source is None else {"source": source}))
        heads.update(way.order_by("-position").values_list("position", flat=True)[:limit])
    chosen = sorted(heads, reverse=True)[:limit]
    return list(_full(Publication.objects.filter(position__in=chosen), content))


def tombstones(filters: Filters, *, zone: ZoneInfo, since: datetime, limit: int = 50) -> list[Publication]:
    """The publications of a view that were withdrawn from ``since`` on, latest withdrawal first.

    What is withdrawn is found by no word and no mark's row any more: a search has no tombstones, and marks are
    read from the publication itself.
    """
    if filters.query:
        return []
    withdrawn = matching(Publication.objects.filter(withdrawn__gte=since), replace(filters, marks=()), zone, None)
    found = choose(withdrawn, filters).select_related("source", "story").order_by("-withdrawn", "-position")
    return [each for each in found[: limit * 10] if set(filters.marks) <= set(each.marks)][:limit]


def matching(
    base: QuerySet[Publication], filters: Filters, zone: ZoneInfo, before: int | None
) -> QuerySet[Publication]:
    """``base`` under every filter that can be met in one way only; :func:`choose` adds the others."""
    since, until = bounds(filters.since, filters.until, zone)
    top = min((bound for bound in (until, before) if bound is not None), default=None)
    if since is not None:
        base = base.filter(position__gte=since)
    if top is not None:
        base = base.filter(position__lt=top)
    if filters.within is not None:
        base = base.filter(source=filters.within)
    if len(filters.sources) == 1:
        base = base.filter(source=filters.sources[0])
    if filters.story:
        base = base.filter(story=filters.story)
    if filters.language:
        base = base.filter(language=filters.language)
    for code in filters.marks:
        base = base.filter(mark_rows__code=code)
    if filters.query:
        base = search.narrow(base, search.parse(filters.query), before=top, since=since)
    return base


def choose(base: QuerySet[Publication], filters: Filters) -> QuerySet[Publication]:
    """``base`` under the filters that can be met in several ways, as one condition; for few rows only."""
    if filters.section:
        base = base.filter(Q(section=filters.section) | Q(second_section=filters.section))
    if len(filters.sources) > 1:
        base = base.filter(source__in=filters.sources)
    return base


def _sections(filters: Filters) -> Sequence[dict[str, str]]:
    if not filters.section:
        return [{}]
    return [{"section": filters.section}, {"second_section": filters.section}]


def _full(base: QuerySet[Publication], content: bool) -> QuerySet[Publication]:
    chosen = base.select_related("source", "story").order_by("-position")
    return chosen if content else chosen.defer("content")
