"""How many publications each further filter would leave, in bounded time.

Nothing is counted that grows with the network: the latest :data:`LOOKED` positions of the filter that leads are looked
at, and their columns grouped by the database. Where those are all there are, the numbers are exact; where there are
more, each says "so many at least". What was counted is remembered for as long as the data version stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from standfirst.newsroom.listings import pages
from standfirst.newsroom.listings.filters import Filters, carries, conditions
from standfirst.newsroom.listings.rows import codes

#: Positions looked at.
LOOKED = 1000
#: The data version: its number and when it was raised.
Version = tuple[int, datetime | None]


@dataclass(frozen=True, slots=True)
class Facets:
    """Publications in all, and by source (its id), mark and language. ``whole``: all there are were looked at."""

    total: int = 0
    sources: Mapping[int, int] = field(default_factory=dict)
    marks: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    whole: bool = True


@lru_cache(maxsize=256)
def look(filters: Filters, zone: ZoneInfo, version: Version) -> Facets:
    """The facets of what passes ``filters``, as of the data version."""
    found, rest = pages.latest(filters, zone=zone, limit=LOOKED + 1)
    total = 0
    sources: Counter[int] = Counter()
    marks: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    for count, source, language, carried in _grouped(found[:LOOKED], rest):
        if carries(rest, carried):
            total += count
            sources[source] += count
            languages[language] += count
            for code in codes(carried):
                marks[code] += count
    return Facets(total, sources, marks, languages, len(found) <= LOOKED)


def _grouped(positions: list[int], rest: Filters) -> list[tuple[Any, ...]]:
    """How many of the publications at ``positions`` that pass ``rest`` are alike: count, source, language, marks."""
    if not positions:
        return []
    where, values = conditions(rest, positions)
    sql = (
        "SELECT count(*), source_id, language, CAST(marks AS text) "  # noqa: S608 (our own table)
        f"FROM newsroom_publication WHERE {where} GROUP BY 2, 3, 4"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


__all__ = ["LOOKED", "Facets", "look"]
