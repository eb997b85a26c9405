"""The newsletter's decisions: when a letter is due, what stands in it, what follows from a try. Pure.

A letter takes what was published since the last one, so that nothing can come twice: publications are told apart by
their position, their time of publication, which neither a correction nor another section changes. It takes them from
the editions of the days in between, in their order, and so whatever an editor decided of these holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import zip_longest
from zoneinfo import ZoneInfo

from standfirst.settings import Settings

DAILY, WEEKLY = "daily", "weekly"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: Publications in one letter at most, and how far back one reaches, whatever was missed.
MOST, LONGEST = 60, timedelta(days=8)
#: A link that confirms a sign-up holds so long; so long a sign-up without it is kept.
CONFIRM_WITHIN = timedelta(days=3)
#: Answers to one address within a day, however often the form is sent with it.
MOST_ANSWERS = 3
#: After a try that failed for now the next comes so much later; after the last the letter is given up.
RETRIES = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 180, 360))
#: Who is unreachable is kept so long.
KEEP_UNREACHABLE = timedelta(days=30)


class Outcome(StrEnum):
    """What came of handing a letter to the mail server.

    ``LATER``: refused for now, or never handed over. ``UNCERTAIN``: the line broke while the text was being handed
    over, so that it may have been taken.
    """

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Handed:
    """What came of handing a letter over, and the server's reply where it refused the reader."""

    outcome: Outcome
    said: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A publication as the choice sees it; ``section`` and ``second`` are short names, "" for none."""

    position: int
    section: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """Positions of publications: ``since`` is in it, ``before`` is not."""

    since: int
    before: int

    def days(self, zone: ZoneInfo) -> tuple[date, ...]:
        """The days of ``zone`` that the window touches, the latest first."""
        if self.since >= self.before:
            return ()
        first, last = (
            datetime.fromtimestamp(each // 1_000_000, UTC).astimezone(zone).date()
            for each in (self.since, self.before - 1)
        )
        return tuple(last - timedelta(days=back) for back in range((last - first).days + 1))


def due(now: datetime, settings: Settings, every: str) -> datetime:
    """The latest moment up to ``now`` at which letters of that kind fell due, in the network's time zone."""
    zone, hour = settings.zone, settings.number("letter_hour")
    day = now.astimezone(zone).date()
    if every == WEEKLY:
        day -= timedelta(days=(day.weekday() - WEEKDAYS.index(settings.text("letter_weekday"))) % 7)
    found = datetime.combine(day, time(hour), zone)
    if found > now:
        found = datetime.combine(day - timedelta(days=7 if every == WEEKLY else 1), time(hour), zone)
    return found


def position(at: datetime) -> int:
    """A moment as the position of what was published then: microseconds since 1970."""
    return int(at.timestamp()) * 1_000_000 + at.microsecond


def window(upto: int, at: datetime) -> Window:
    """What a letter that fell due at ``at`` may tell to a reader who knows everything under ``upto``."""
    return Window(max(upto, position(at - LONGEST)), position(at))


def chosen(
    editions: Sequence[Sequence[Item]], window: Window, sections: Collection[str] = (), most: int = MOST
) -> tuple[int, ...]:
    """The positions of a letter: the editions' first ones, then their second ones, and so on, at most ``most``.

    Only what lies in the window, and in one of ``sections`` where any are given; each once.
    """
    found: dict[int, None] = {}
    for rank in zip_longest(*([each for each in edition if _fits(each, window, sections)] for edition in editions)):
        found.update((each.position, None) for each in rank if each is not None)
    return tuple(found)[:most]


def _fits(item: Item, window: Window, sections: Collection[str]) -> bool:
    wanted = not sections or item.section in sections or (item.second != "" and item.second in sections)
    return window.since <= item.position < window.before and wanted


def next_try(tries: int, now: datetime) -> datetime | None:
    """When a letter that failed for now is tried again after ``tries`` tries; None: it is given up."""
    return now + RETRIES[tries - 1] if 0 < tries <= len(RETRIES) else None


def sender(settings: Settings) -> str:
    """Who the letters are from: ``letter_from``, else the contact where it is a mail address; "" for nobody."""
    contact = settings.text("contact").removeprefix("mailto:")
    return settings.text("letter_from") or (contact if "@" in contact and "/" not in contact else "")


def offered(settings: Settings) -> bool:
    """Whether the network has a newsletter."""
    return bool(settings.text("smtp_host") and sender(settings))


def known(sections: Iterable[str], all_sections: Sequence[str]) -> list[str]:
    """A reader's choice of sections as it is kept: those that the network has, in its order; all of them is none."""
    asked = set(sections)
    kept = [slug for slug in all_sections if slug in asked]
    return [] if len(kept) == len(all_sections) else kept
