"""Which days have an edition, and how many publications are out of each: read from the tallies, by exact keys."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from standfirst.newsroom import counts
from standfirst.newsroom.models import Edition, Publication, Tally

#: Months that are told at most: a century.
MOST_MONTHS = 1200


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads a day's edition: its headline and language."""

    headline: str
    language: str


def months() -> dict[tuple[int, int], int]:
    """How many publications are out of each month that has any, latest first."""
    rows = Tally.objects.filter(kind="month", count__gt=0).order_by("-key").values_list("key", "count")
    found = {}
    for key, count in rows[:MOST_MONTHS]:
        year, _, month = key.partition("-")
        found[int(year), int(month)] = count
    return found


def days(year: int, months: Iterable[int]) -> dict[date, int]:
    """How many publications are out of each day of some of a year's months; only days that have any, in order."""
    wanted = [
        date(year, month, day).isoformat() for month in months for day in range(1, monthrange(year, month)[1] + 1)
    ]
    found = counts.among("day", wanted)
    return {date.fromisoformat(key): found[key] for key in sorted(found)}


def leads(days: Iterable[date]) -> Mapping[date, Lead]:
    """What leads the stored editions of ``days``. A lead that was withdrawn since is left out until the next round."""
    stored = dict(Edition.objects.filter(day__in=list(days)).values_list("day", "positions"))
    first = {day: positions[0] for day, positions in stored.items() if positions}
    rows = Publication.objects.filter(withdrawn=None, position__in=first.values()).order_by()
    told = {position: Lead(*rest) for position, *rest in rows.values_list("position", "headline", "language")}
    return {day: told[position] for day, position in first.items() if position in told}


__all__ = ["Lead", "days", "leads", "months"]
