"""What a listing asks for, and the one place that says which publications meet it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from standfirst.newsroom.finding import search
from standfirst.newsroom.listings.rows import codes
from standfirst.newsroom.sql import among, stored


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


def meeting(positions: Iterable[int], filters: Filters, *, withdrawn: bool = False) -> list[int]:
    """Those of ``positions`` whose publications pass the filters, but for dates; in the same order.

    Of what is out, or of what was ``withdrawn``, which no word finds any more.
    """
    asked = list(positions)
    if not asked:
        return []
    where, values = conditions(filters, asked, withdrawn=withdrawn)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT position, marks FROM newsroom_publication WHERE {where}", values)  # noqa: S608 (our own)
        passed = {position for position, marks in cursor.fetchall() if carries(filters, marks)}
        if filters.query:
            table, column, found_by, words = search.condition(search.parse(filters.query))
            at, values = among(column, asked)
            cursor.execute(f"SELECT {column} FROM {table} WHERE {found_by} AND {at}", [*words, *values])  # noqa: S608
            passed &= {row[0] for row in cursor.fetchall()}
    return [position for position in asked if position in passed]


def conditions(filters: Filters, positions: list[int], *, withdrawn: bool = False) -> tuple[str, list[Any]]:
    """What a publication's own columns must meet, at ``positions``, as SQL with its values.

    Marks are not in it (:func:`carries`), nor words, which have an index of their own, nor dates, which are positions.
    """
    at, values = among("position", positions)
    where = [f"withdrawn IS {'NOT ' if withdrawn else ''}NULL", at]
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
    return " AND ".join(where), values


def carries(filters: Filters, marks: str) -> bool:
    """Whether a row's ``marks``, JSON as it is stored, are all that the filters ask for."""
    return not filters.marks or set(filters.marks) <= set(codes(marks))


def bounds(since: date | None, until: date | None, zone: ZoneInfo) -> tuple[int | None, int | None]:
    """Days of ``zone`` as positions: the first included, the last excluded."""
    return (
        None if since is None else midnight(since, zone),
        None if until is None else midnight(until + timedelta(days=1), zone),
    )


def midnight(day: date, zone: ZoneInfo) -> int:
    """The position at which ``day`` begins in ``zone``: microseconds since 1970."""
    return int(datetime.combine(day, time(), zone).timestamp()) * 1_000_000


__all__ = ["Filters", "bounds", "carries", "conditions", "meeting", "midnight"]
