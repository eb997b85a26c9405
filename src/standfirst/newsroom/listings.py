"""The keyset listing: the publications that pass some filters, latest first, from a position on.

Never an offset and never a count. One filter leads: its index gives positions, latest first, and the others are
asked of those rows. The rarest leads, by the tallies. Where it can be met in several ways (several sources, a
section as first or second) the ways are merged. However rarely the filters meet, a page looks at a bounded number
of positions: it may come out short, and then says where to go on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from heapq import merge
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Q

from standfirst.newsroom.finding import search
from standfirst.newsroom.models import Publication, Source, Tally
from standfirst.newsroom.rows import Row, among, load, stored

#: How many positions are looked at, one chunk after the other, until a page is full.
CHUNKS = (120, 1000, 5000, 10_000)

#: What listings are read from, by statements of our own: the ORM's cost ten times as much to make as to answer.
TABLE, MARKS = "newsroom_publication", "newsroom_publicationmark"

#: Positions under the first argument, latest first, at most as many as the second.
Stream = Callable[[int | None, int], Iterable[int]]


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

    Without ``content`` that column is left in the database, and parts of it where it is not asked for ``whole``.
    """
    since, until = bounds(filters.since, filters.until, zone)
    top = min((bound for bound in (until, before) if bound is not None), default=None)
    streams, rest = _lead(filters, since)
    found: list[int] = []
    more = False
    for size in CHUNKS if rest else (limit + 1,):
        ahead = merge(*(each(top, size) for each in streams), reverse=True)
        chunk = list(islice(_distinct(ahead), size))
        found += meeting(chunk, rest) if rest else chunk
        more = len(chunk) == size
        if len(found) > limit or not more:
            break
        top = chunk[-1]
    following = found[limit - 1] if len(found) > limit else top if more else None
    return Page(tuple(load(found[:limit], content=content, whole=whole)), following)


def latest(filters: Filters, *, zone: ZoneInfo, limit: int) -> tuple[list[int], Filters]:
    """The latest ``limit`` positions of the filter that leads, and the filters that are left to ask of them."""
    since, until = bounds(filters.since, filters.until, zone)
    streams, rest = _lead(filters, since)
    ahead = merge(*(each(until, limit) for each in streams), reverse=True)
    return list(islice(_distinct(ahead), limit)), rest


def rows(filters: Filters, *, zone: ZoneInfo, limit: int, before: int | None = None, content: bool = True) -> list[Row]:
    """The rows of :func:`page`."""
    return list(page(filters, zone=zone, limit=limit, before=before, content=content).rows)


def meeting(positions: Iterable[int], filters: Filters) -> list[int]:
    """Those of ``positions`` whose publications are out and pass the filters, but for dates; in the same order."""
    asked = list(positions)
    if not asked:
        return []
    where, values = _conditions(filters, asked)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT position, marks FROM {TABLE} WHERE {' AND '.join(where)}", values)  # noqa: S608
        found = cursor.fetchall()
    marks = set(filters.marks)
    passed = {position for position, carried in found if not marks or marks <= set(json.loads(carried))}
    if filters.query:
        bottom, top = min(asked), max(asked) + 1
        query = search.parse(filters.query)
        passed &= set(search.positions(query, since=bottom, before=top, limit=sum(CHUNKS)))
    return [position for position in asked if position in passed]


def tombstones(filters: Filters, *, zone: ZoneInfo, since: datetime, limit: int = 50) -> list[Publication]:
    """The publications of a view that were withdrawn from ``since`` on, latest withdrawal first.

    A search has none: what is withdrawn is found by no word any more.
    """
    return [] if filters.query else of_view(withdrawn(since, limit=limit * 20), filters, zone=zone, limit=limit)


def withdrawn(since: datetime, *, limit: int = 1000) -> list[Publication]:
    """Everything that was withdrawn from ``since`` on, latest withdrawal first."""
    found = Publication.objects.filter(withdrawn__gte=since).defer("content").select_related("source", "story")
    return list(found.order_by("-withdrawn", "-position")[:limit])


def of_view(found: Iterable[Publication], filters: Filters, *, zone: ZoneInfo, limit: int = 50) -> list[Publication]:
    """Those of ``found`` that pass the filters, dates among them but not words; the first ``limit``."""
    bottom, top = bounds(filters.since, filters.until, zone)
    passed = (
        each
        for each in found
        if (bottom is None or each.position >= bottom) and (top is None or each.position < top)
        if _passes(filters, each.section, each.second_section, each.source_id, each.story_id, each.language, each.marks)
    )
    return list(islice(passed, limit))


def bounds(since: date | None, until: date | None, zone: ZoneInfo) -> tuple[int | None, int | None]:
    """Days of ``zone`` as positions: the first included, the last excluded."""
    return (
        None if since is None else midnight(since, zone),
        None if until is None else midnight(until + timedelta(days=1), zone),
    )


def midnight(day: date, zone: ZoneInfo) -> int:
    """The position at which ``day`` begins in ``zone``: microseconds since 1970."""
    return int(datetime.combine(day, time(), zone).timestamp()) * 1_000_000


def _passes(
    filters: Filters, section: str, second: str, source: int, story: Any, language: str, marks: Iterable[str] = ()
) -> bool:
    """Whether a row passes the filters, but for dates and words."""
    return (
        (not filters.section or filters.section in (section, second))
        and (not filters.sources or source in filters.sources)
        and (filters.within is None or filters.within == source)
        and (not filters.story or filters.story == str(story))
        and (not filters.language or filters.language == language)
        and set(filters.marks) <= set(marks)
    )


def _lead(filters: Filters, since: int | None) -> tuple[list[Stream], Filters]:
    """The leading filter's streams of positions, and the filters that are left to ask."""
    rest = replace(filters, since=None, until=None)
    if filters.query:
        query = search.parse(filters.query)
        stream: Stream = lambda before, size: search.positions(query, before=before, since=since, limit=size)  # noqa: E731
        return [stream], replace(rest, query="")
    match _rarest(rest):
        case "story", _:
            return [_out("story_id", stored(filters.story), since)], replace(rest, story="")
        case "mark", code:
            others = tuple(each for each in filters.marks if each != code)
            return [_stream(MARKS, "publication_id", "code = %s", code, since)], replace(rest, marks=others)
        case "within", _:
            return [_out("source_id", filters.within, since)], replace(rest, within=None)
        case "source", _:
            return [_out("source_id", each, since) for each in filters.sources], replace(rest, sources=())
        case "section", name:
            return [_out(column, name, since) for column in ("section", "second_section")], replace(rest, section="")
        case "language", tag:
            return [_out("language", tag, since)], replace(rest, language="")
    return [_out("", None, since)], rest


def _conditions(filters: Filters, positions: list[int]) -> tuple[list[str], list[Any]]:
    """Conditions on a publication's own columns, at ``positions`` and out, and their values."""
    at, values = among("position", positions)
    where = ["withdrawn IS NULL", at]
    values = [*values]
    if filters.section:
        where.append("(section = %s OR second_section = %s)")
        values += [filters.section, filters.section]
    if filters.sources:
        any_of, sources = among("source_id", list(filters.sources))
        where.append(any_of)
        values += sources
    if filters.within is not None:
        where.append("source_id = %s")
        values.append(filters.within)
    if filters.story:
        where.append("story_id = %s")
        values.append(stored(filters.story))
    if filters.language:
        where.append("language = %s")
        values.append(filters.language)
    return where, values


def _rarest(filters: Filters) -> tuple[str, str]:
    """The kind and key of the filter that fewest publications pass, by the tallies; a story without asking."""
    if filters.story:
        return "story", filters.story
    set_ = [("mark", code) for code in filters.marks]
    set_ += [("section", filters.section)] if filters.section else []
    set_ += [("language", filters.language)] if filters.language else []
    set_ += [("within", "")] if filters.within is not None else []
    set_ += [("source", "")] if filters.sources else []
    if len(set_) < 2:
        return set_[0] if set_ else ("", "")
    wanted = Q(pk=None)
    for kind, key in set_:
        if key:
            wanted |= Q(kind=kind, key=key)
    ids = {*filters.sources, *([filters.within] if filters.within is not None else [])}
    slugs = dict(Source.objects.filter(pk__in=ids).values_list("pk", "slug")) if ids else {}
    wanted |= Q(kind="source", key__in=slugs.values())
    count = {
        (kind, key): number for kind, key, number in Tally.objects.filter(wanted).values_list("kind", "key", "count")
    }
    if filters.within is not None:
        count["within", ""] = count.get(("source", slugs.get(filters.within, "")), 0)
    count["source", ""] = sum(count.get(("source", slugs.get(each, "")), 0) for each in filters.sources)
    return min(set_, key=lambda each: count.get(each, 0))


def _out(column: str, value: Any, since: int | None) -> Stream:
    """Positions of what is out and has ``value`` in ``column``, latest first; everything where that is ""."""
    where = f"withdrawn IS NULL AND {column} = %s" if column else "withdrawn IS NULL"
    return _stream(TABLE, "position", where, value, since)


def _stream(table: str, position: str, where: str, value: Any, since: int | None) -> Stream:
    """Positions of the rows of ``table`` that meet a condition, latest first; one index read backwards."""
    bounds = "" if since is None else f" AND {position} >= %s"
    given = [*([value] if "%s" in where else []), *([] if since is None else [since])]

    def read(before: int | None, size: int) -> Iterable[int]:
        top = "" if before is None else f" AND {position} < %s"
        sql = f"SELECT {position} FROM {table} WHERE {where}{bounds}{top} ORDER BY {position} DESC LIMIT %s"  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(sql, [*given, *([] if before is None else [before]), size])
            return [row[0] for row in cursor.fetchall()]

    return read


def _distinct(positions: Iterable[int]) -> Iterator[int]:
    """Sorted positions without repeats."""
    last = None
    for position in positions:
        if position != last:
            yield position
        last = position
