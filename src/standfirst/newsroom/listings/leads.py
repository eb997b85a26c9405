"""The filter that leads a listing: its index gives positions, latest first, and the others are asked of those rows.

The rarest leads, by the tallies. Where it can be met in several ways (several sources, a section as first or second)
the ways are put together by the store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection
from django.db.models import Q

from standfirst.newsroom.finding import search
from standfirst.newsroom.listings.filters import Filters
from standfirst.newsroom.models import Source, Tally
from standfirst.newsroom.sql import stored


@dataclass(frozen=True, slots=True)
class Way:
    """One index that is read backwards: the rows of ``table`` that meet ``where``, by their ``position`` column."""

    table: str
    position: str
    where: str
    values: tuple[Any, ...] = ()


def lead(filters: Filters) -> tuple[tuple[Way, ...], Filters]:
    """The ways to meet the filter that leads, and the filters that are left to ask; dates are in neither."""
    rest = replace(filters, since=None, until=None)
    if filters.query:
        return (Way(*search.condition(search.parse(filters.query))),), replace(rest, query="")
    match rarest(rest):
        case "story", _:
            return (_out("story_id", stored(filters.story)),), replace(rest, story="")
        case "mark", code:
            others = tuple(each for each in filters.marks if each != code)
            way = Way("newsroom_publicationmark", "publication_id", "code = %s", (code,))
            return (way,), replace(rest, marks=others)
        case "within", _:
            return (_out("source_id", filters.within),), replace(rest, within=None)
        case "source", _:
            return tuple(_out("source_id", each) for each in filters.sources), replace(rest, sources=())
        case "section", name:
            return (_out("section", name), _out("second_section", name)), replace(rest, section="")
        case "language", tag:
            return (_out("language", tag),), replace(rest, language="")
    return (Way("newsroom_publication", "position", "withdrawn IS NULL"),), rest


def reading(ways: Sequence[Way], *, since: int | None, before: int | None, size: int) -> tuple[str, list[Any]]:
    """The SQL for the positions that one of ``ways`` leads to, latest first, each once, and its values.

    ``since`` is included, ``before`` not; at most ``size`` of them. The number is written out: a store plans by it.
    """
    parts, values = [], []
    for way in ways:
        where = [way.where]
        values += way.values
        for sign, bound in ((">=", since), ("<", before)):
            if bound is not None:
                where.append(f"{way.position} {sign} %s")
                values.append(bound)
        parts.append(
            f"SELECT {way.position} AS position FROM {way.table} WHERE {' AND '.join(where)} "  # noqa: S608 (our own)
            f"ORDER BY {way.position} DESC LIMIT {size:d}"
        )
    if len(parts) == 1:
        return parts[0], values
    all_ways = " UNION ".join(f"SELECT position FROM ({part}) AS way" for part in parts)  # noqa: S608 (our own)
    return f"{all_ways} ORDER BY position DESC LIMIT {size:d}", values


def positions(ways: Sequence[Way], *, since: int | None, before: int | None, size: int) -> list[int]:
    """The positions of :func:`reading`."""
    sql, values = reading(ways, since=since, before=before, size=size)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]


def rarest(filters: Filters) -> tuple[str, str]:
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


def _out(column: str, value: Any) -> Way:
    """What is out and has ``value`` in ``column``."""
    return Way("newsroom_publication", "position", f"withdrawn IS NULL AND {column} = %s", (value,))


__all__ = ["Way", "lead", "positions", "rarest", "reading"]
