"""The archive of editions: every year and month that has any, a year's calendars, a month's days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from standfirst.newsroom.editions.archive import Lead
from standfirst.publishing import Network, View
from standfirst.publishing.links import href
from standfirst.publishing.pages.clock import Clock, locale, resolved
from standfirst.publishing.pages.environment import render
from standfirst.publishing.pages.words import direction

#: Publications by month, as ``archive.months`` gives them.
Months = Mapping[tuple[int, int], int]
#: Characters of a weekday's name that a seventh of the narrowest calendar holds.
LONGEST_HEAD = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in a calendar; ``href`` is "" where it has no edition. ``name`` is the day in full."""

    number: int
    name: str
    href: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its name, with and without the year, its page, its publications, and its weeks; None pads a week."""

    name: str
    bare: str
    href: str
    count: int
    weeks: tuple[tuple[Cell | None, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """A year with those of its months that have editions, latest first."""

    number: int
    href: str
    count: int
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day's edition in the list of its month."""

    name: str
    href: str
    count: int
    headline: str = ""
    language: str = ""
    direction: str = ""


def overview(network: Network, months: Months) -> str:
    """Every year that has editions, latest first."""
    return render(
        "archive.html",
        network,
        kind="all",
        canonical=network.base_url + "/editions",
        years=[_year(network, year, months) for year in sorted({year for year, _ in months}, reverse=True)],
    )


def year(network: Network, number: int, months: Months, days: Mapping[date, int]) -> str:
    """A year: a calendar for each month that has editions."""
    years = sorted({year for year, _ in months})
    place = years.index(number)
    shown = sorted(month for year, month in months if year == number)
    return render(
        "archive.html",
        network,
        kind="year",
        number=number,
        canonical=f"{network.base_url}/{number:04}",
        weekdays=weekdays(network),
        months=[_month(network, number, month, months[number, month], days) for month in shown],
        before=_year(network, years[place - 1], months) if place else None,
        after=_year(network, years[place + 1], months) if place + 1 < len(years) else None,
    )


def month(
    network: Network, number: tuple[int, int], months: Months, days: Mapping[date, int], leads: Mapping[date, Lead]
) -> str:
    """A month: its calendar, then its days, latest first, each with what led its edition."""
    known = sorted(months)
    place = known.index(number)
    beside = [_month(network, *each, months[each]) for each in known[max(0, place - 1) : place + 2] if each != number]
    clock = Clock(network.language, network.time_zone)
    return render(
        "archive.html",
        network,
        kind="month",
        number=number[0],
        canonical=f"{network.base_url}/{number[0]:04}/{number[1]:02}",
        weekdays=weekdays(network),
        months=[_month(network, *number, months[number], days)],
        days=[_day(network, clock, day, days[day], leads.get(day)) for day in sorted(days, reverse=True)],
        before=beside[0] if place else None,
        after=beside[-1] if place + 1 < len(known) else None,
    )


def weekdays(network: Network) -> list[tuple[str, str]]:
    """The days of a week as calendars head them, short and in full; it begins as the language's readers begin it.

    CLDR's stand-alone names: the abbreviated, short or narrow ones, whichever first are short enough. Arabic's
    abbreviations are whole words, which a seventh of a narrow screen does not hold; its narrow names are letters.
    """
    ours = locale(network.language)
    names = ours.days["stand-alone"]
    heads = [names[width] for width in ("abbreviated", "short", "narrow")]
    short = next((each for each in heads if max(map(len, each.values())) <= LONGEST_HEAD), names["narrow"])
    days = range(ours.first_week_day, ours.first_week_day + 7)
    return [(short[day % 7], names["wide"][day % 7]) for day in days]


def _year(network: Network, number: int, months: Months) -> Year:
    own = sorted((month for year, month in months if year == number), reverse=True)
    return Year(
        number,
        f"{network.home}/{number:04}",
        sum(months[number, month] for month in own),
        tuple(_month(network, number, month, months[number, month]) for month in own),
    )


def _month(network: Network, year: int, month: int, count: int, days: Mapping[date, int] | None = None) -> Month:
    language = network.language
    name = resolved(f"{year:04}-{month:02}", language)
    bare = str(locale(language).months["stand-alone"]["wide"][month])
    return Month(name, bare, f"{network.home}/{year:04}/{month:02}", count, _weeks(network, year, month, days or {}))


def _weeks(network: Network, year: int, month: int, days: Mapping[date, int]) -> tuple[tuple[Cell | None, ...], ...]:
    if not days:
        return ()
    clock = Clock(network.language, network.time_zone)
    first = date(year, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    blank = (first.weekday() - locale(network.language).first_week_day) % 7
    cells: list[Cell | None] = [None] * blank
    for number in range(1, last.day + 1):
        day = first.replace(day=number)
        place = href(network, View("day", day.isoformat())) if day in days else ""
        cells.append(Cell(number, clock.long_day(day), place, days.get(day, 0)))
    cells += [None] * (-len(cells) % 7)
    return tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))


def _day(network: Network, clock: Clock, day: date, count: int, lead: Lead | None) -> Day:
    place = href(network, View("day", day.isoformat()))
    if lead is None:
        return Day(clock.long_day(day), place, count)
    return Day(clock.long_day(day), place, count, lead.headline, lead.language, direction(lead.language))


__all__ = ["Cell", "Day", "Month", "Year", "month", "overview", "weekdays", "year"]
