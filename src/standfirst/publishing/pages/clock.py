"""Dates and times as the network's language writes them (CLDR), in the network's zone, each in a ``<time>``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_datetime_format
from markupsafe import Markup

from standfirst.publishing.pages.written import escaped, rendered


@lru_cache(maxsize=256)
def locale(language: str) -> Locale:
    """The CLDR locale nearest to a BCP 47 tag; English for one that CLDR does not know."""
    parts = language.replace("_", "-").split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError, TypeError):
            parts.pop()
    return Locale.parse("en")


@dataclass(frozen=True, slots=True)
class Clock:
    """How a network writes its days and times. Methods named for what they show return ``<time>`` elements."""

    language: str
    zone: str

    def local(self, at: datetime) -> datetime:
        """A moment in the network's zone."""
        return at.astimezone(ZoneInfo(self.zone))

    def day(self, at: datetime) -> date:
        """The network's day in which a moment falls."""
        return self.local(at).date()

    def long_day(self, day: date) -> str:
        """``Sunday, 22 November 2026``, as text."""
        return _day(day, self.language, "full")

    def short_day(self, day: date) -> str:
        """``22 Nov 2026``, as text."""
        return _day(day, self.language, "medium")

    def text_day(self, day: date) -> str:
        """``22 November 2026``, as text."""
        return _day(day, self.language, "long")

    def full(self, at: datetime) -> Markup:
        """Date and time: ``22 November 2026, 11:05``."""
        local = self.local(at)
        return _element(local, _joined(_day(local.date(), self.language, "long"), local, self.language))

    def dated(self, at: datetime) -> Markup:
        """The date alone, of a moment whose time is not known."""
        local = self.local(at)
        day = _day(local.date(), self.language, "long")
        return rendered(f'<time datetime="{local.date().isoformat()}">{escaped(day)}</time>')

    def near(self, at: datetime, day: date) -> Markup:
        """The time alone where ``at`` falls on ``day``, else its date and time, with the year where it differs."""
        return _near(at, day, self.language, self.zone)


@lru_cache(maxsize=8192)
def _near(at: datetime, day: date, language: str, zone: str) -> Markup:
    """A row stands in several listings, and a section's latest stand beside every page of their day."""
    local = at.astimezone(ZoneInfo(zone))
    if local.date() == day:
        return _element(local, _time(local.hour, local.minute, language))
    skeleton = "MMMd" if local.year == day.year else "yMMMd"
    return _element(local, _joined(_skeleton(local.date(), language, skeleton), local, language))


def _element(local: datetime, text: str) -> Markup:
    return rendered(f'<time datetime="{local.isoformat(timespec="seconds")}">{escaped(text)}</time>')


def _joined(day: str, local: datetime, language: str) -> str:
    return _pattern(language).replace("{0}", _time(local.hour, local.minute, language)).replace("{1}", day)


@lru_cache(maxsize=256)
def _pattern(language: str) -> str:
    """How ``language`` joins a day, {1}, and a time, {0}."""
    return str(get_datetime_format("medium", locale(language)))


@lru_cache(maxsize=4096)
def _day(day: date, language: str, form: str) -> str:
    return str(format_date(day, form, locale=locale(language)))


@lru_cache(maxsize=4096)
def _skeleton(day: date, language: str, skeleton: str) -> str:
    return str(format_skeleton(skeleton, datetime(day.year, day.month, day.day), locale=locale(language)))  # noqa: DTZ001


@lru_cache(maxsize=4096)
def _time(hour: int, minute: int, language: str) -> str:
    return str(format_time(time(hour, minute), "short", locale=locale(language)))


def month_name(day: date, language: str) -> str:
    """``November 2026``, as text: the month in which ``day`` lies."""
    return _skeleton(day, language, "yMMMM")


def resolved(value: str, language: str) -> str:
    """An ISO 8601 day, month or year as readers of ``language`` write it; anything else as it stands."""
    try:
        if len(value) == 10:
            return _day(date.fromisoformat(value), language, "long")
        if len(value) == 7:
            return _skeleton(date.fromisoformat(f"{value}-01"), language, "yMMMM")
    except ValueError:
        pass
    return value


def brief_day(value: str, language: str) -> str:
    """An ISO 8601 day as ``17 Nov``; a month or year as :func:`resolved` writes it."""
    try:
        return _skeleton(date.fromisoformat(value), language, "MMMd") if len(value) == 10 else resolved(value, language)
    except ValueError:
        return value


__all__ = ["Clock", "brief_day", "locale", "resolved"]
