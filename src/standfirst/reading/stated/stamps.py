"""Dates as pages write them, to stamps that say how they were found and how far they can be trusted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from standfirst.reading import Stamp
from standfirst.reading.stated import days

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
#: A page may be dated a little ahead of the clock that fetched it: zones, embargoes.
AHEAD = timedelta(days=2)

#: Words of a line that tells a date, at most.
MOST_WORDS = 16
#: Hours that the world's clocks are behind and ahead of UTC.
BEHIND_UTC, AHEAD_OF_UTC = 12, 14

_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?Z?)?")
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_FRACTION = re.compile(r"([.,]\d{6})\d+")
_SPACED_ZONE = re.compile(r"\s{0,3}(?:(Z|UTC|GMT)|([+-]\d{2}):?(\d{2}))\s*$", re.IGNORECASE)
_NAMED_ZONE = re.compile(r"\[[A-Za-z/_]{1,60}\]$")
_CHANGED = re.compile(
    r"updat|modifi|chang|revis|review|edited|aktualisiert|geändert|stand:|mis à jour|actualizad|aggiornat|atualizad|"
    r"bijgewerkt|gewijzigd|oppdatert|uppdaterad|opdateret|zaktualizowan|güncelle|обновл|更新|수정",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:publish|posted|veröffentlicht|erstellt|publié|publicad|pubblicat|opublikowan|dipublikasikan|gepubliceerd|stand:)"
    r"|опубликован|公開|公開日|발행|입력|등록",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")


def stamp(raw: str, found: str) -> Stamp | None:
    """The date that ``raw`` states, or None.

    Understood are ISO 8601 and its near misses, RFC 822, UNIX times, and days as pages print them. Without a zone the
    time is taken as UTC and ``zone`` is false; a bare day is its midnight.
    """
    raw = _NAMED_ZONE.sub("", raw.strip()[:80]).strip()
    if not raw:
        return None
    if raw.isdecimal() and len(raw) in {10, 13} and raw.isascii():
        return _made(datetime.fromtimestamp(int(raw[:10]), UTC), found, precise=True, zone=True)
    at = _iso(raw) or _rfc822(raw)
    if at is None:
        day = days.first(raw)
        return _made(datetime(day.year, day.month, day.day), found, precise=False, zone=False) if day else None  # noqa: DTZ001
    precise = bool(_CLOCK.search(raw)) or bool((compact := _COMPACT.fullmatch(raw)) and compact[4]) or "T" in raw
    return _made(at, found, precise=precise, zone=at.tzinfo is not None)


def in_address(address: str) -> Stamp | None:
    """The day in an address's path, such as ``/2024/05/03/``."""
    match = _IN_ADDRESS.search(address.partition("?")[0][:1000])
    if not match:
        return None
    try:
        at = datetime(int(match[1]), int(match[2]), int(match[3]), tzinfo=UTC)
    except ValueError:
        return None
    return _made(at, "url", precise=False, zone=False)


def in_line(text: str, *, month_first: bool = False) -> tuple[Stamp | None, Stamp | None]:
    """The days on a line beside the headline: that of publication, and that of a change where it is called one.

    A line of many words is a sentence that names a day, unless it says that it was published then.
    """
    published = modified = None
    if len(text.split()) > MOST_WORDS and not _PUBLISHED.search(text):
        return None, None
    before = 0
    for place, day in days.found(text, month_first=month_first):
        stamped = _made(datetime(day.year, day.month, day.day), "text", precise=False, zone=False)  # noqa: DTZ001
        if _CHANGED.search(text, before, place):
            modified = modified or stamped
        else:
            published = published or stamped
        before = place
    return published, modified


def on_day(stamped: Stamp, day: date) -> Stamp:
    """A stamp in UTC told in a zone where it is ``day``, which the page prints, if a neighbouring day's zone is.

    The instant stays. Of the zones that agree the nearest to UTC is taken, and ``zone`` says that it was assumed.
    """
    apart = (day - stamped.at.date()).days
    if not stamped.precise or stamped.at.utcoffset() != timedelta(0) or abs(apart) != 1:
        return stamped
    for hours in range(1, (AHEAD_OF_UTC if apart > 0 else BEHIND_UTC) + 1):
        there = stamped.at.astimezone(timezone(timedelta(hours=hours * apart)))
        if there.date() == day:
            return replace(stamped, at=there, zone=False)
    return stamped


def plausible(found: Stamp | None, fetched: datetime) -> bool:
    """Whether a date can be that of a page fetched then."""
    return found is not None and EARLIEST <= found.at <= fetched + AHEAD


def best(candidates: list[Stamp | None], fetched: datetime) -> Stamp | None:
    """The first plausible date; another of the same day stands in where it tells the time or zone as well."""
    usable = [each for each in candidates if each is not None and plausible(each, fetched)]
    if not usable:
        return None
    first = usable[0]
    if first.precise and first.zone:
        return first
    near = [each for each in usable[1:] if abs(each.at - first.at) <= timedelta(hours=26) and each.precise]
    fuller = next((each for each in near if each.zone), next(iter(near), None) if not first.precise else None)
    return fuller or first


def _made(at: datetime, found: str, *, precise: bool, zone: bool) -> Stamp | None:
    try:
        aware = at if at.tzinfo else at.replace(tzinfo=UTC)
        aware.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    if not precise:
        aware = aware.replace(hour=0, minute=0, second=0, microsecond=0)
    return Stamp(aware, found, precise, zone)


def _iso(raw: str) -> datetime | None:
    text = _FRACTION.sub(r"\1", raw)
    zone = _SPACED_ZONE.search(text)
    if zone and len(text) > 12:
        suffix = "+00:00" if zone[1] else f"{zone[2]}:{zone[3]}"
        text = text[: zone.start()].rstrip() + suffix
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    day = _DAY.match(text) or _COMPACT.match(text)
    if not day:
        return None
    rest = text[day.end() :].strip(" T,-")
    try:
        return datetime.fromisoformat(f"{int(day[1]):04}-{int(day[2]):02}-{int(day[3]):02}T{rest or '00:00'}")
    except ValueError:
        pass
    try:
        return datetime(int(day[1]), int(day[2]), int(day[3]))  # noqa: DTZ001 - no zone is stated
    except ValueError:
        return None


def _rfc822(raw: str) -> datetime | None:
    if not any(letter.isalpha() for letter in raw):
        return None
    try:
        return parsedate_to_datetime(raw)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
