"""The keyset listing: the publications that pass some filters, latest first, from a position on.

Never an offset and never a count. One filter leads (``leads.py``); where others are set, they are asked of the rows it
leads to. However rarely the filters meet, a page looks at a bounded number of positions: it may come out short, and
then says where to go on.
"""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from standfirst.newsroom.listings import leads
from standfirst.newsroom.listings.filters import Filters, bounds, meeting
from standfirst.newsroom.listings.rows import Row, load, load_from

#: How many positions are looked at, one chunk after the other, until a page is full.
CHUNKS = (120, 1000, 5000, 10_000)


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a listing, latest first, and the position under which the next page begins (None: it is the last)."""

    rows: tuple[Row, ...]
    before: int | None = None


def page(
    filters: Filters,
    *,
    zone: ZoneInfo,
    limit: int,
    before: int | None = None,
    content: bool = True,
    whole: bool = True,
) -> Page:
    """A page of at most ``limit`` publications that are out under ``before``, with their source and story.

    Without ``content`` that is left in the database, and parts of it where it is not asked for ``whole``.
    """
    since, until = bounds(filters.since, filters.until, zone)
    top = min((bound for bound in (until, before) if bound is not None), default=None)
    ways, rest = leads.lead(filters)
    if not rest:  # the rows themselves, in one statement
        sql, values = leads.reading(ways, since=since, before=top, size=limit + 1)
        rows = load_from(sql, values, content=content, whole=whole)
        return Page(tuple(rows[:limit]), rows[limit - 1].position if len(rows) > limit else None)
    found: list[int] = []
    more = False
    for size in CHUNKS:
        chunk = leads.positions(ways, since=since, before=top, size=size)
        found += meeting(chunk, rest)
        more = len(chunk) == size
        if len(found) > limit or not more:
            break
        top = chunk[-1]
    following = found[limit - 1] if len(found) > limit else top if more else None
    return Page(tuple(load(found[:limit], content=content, whole=whole)), following)


def latest(filters: Filters, *, zone: ZoneInfo, limit: int) -> tuple[list[int], Filters]:
    """The latest ``limit`` positions of the filter that leads, and the filters that are left to ask of them."""
    since, until = bounds(filters.since, filters.until, zone)
    ways, rest = leads.lead(filters)
    return leads.positions(ways, since=since, before=until, size=limit), rest


def rows(filters: Filters, *, zone: ZoneInfo, limit: int, before: int | None = None, content: bool = True) -> list[Row]:
    """The rows of :func:`page`."""
    return list(page(filters, zone=zone, limit=limit, before=before, content=content).rows)


__all__ = ["Page", "latest", "page", "rows"]
