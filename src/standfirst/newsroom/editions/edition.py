"""The day's edition: a finite front page, made of the day's publications and kept in its order.

What it holds is decided in ``makeup``, from values; here those are read and the outcome is kept. A day without a
stored edition gets the same choice made on the spot, so that back-filled days have front pages too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from standfirst.newsroom import counts
from standfirst.newsroom.editions.decided import holding
from standfirst.newsroom.editions.makeup import Candidate, Limits, Made, Place, make
from standfirst.newsroom.listings.filters import midnight
from standfirst.newsroom.models import DataVersion, Edition, Publication
from standfirst.settings import Settings

#: Publications of one day that are considered, latest first; a day with more is chosen from these.
MOST_CANDIDATES = 2000
#: The share of an edition's places that is open when its day begins; the others open evenly until it ends.
OPEN_AT_FIRST = 1 / 3
#: A quarter of a day, and how many of them before its day a publication may be told apart from older ones.
QUARTER, OLDEST = 6 * 3_600, -28
_COLUMNS = (
    "position", "source_id", "section", "story_id", "kind", "article__fingerprint", "marks", "source_published",
)  # fmt: skip


def candidates(
    day: date, zone: ZoneInfo, *, most: int = MOST_CANDIDATES, named: Collection[int] = ()
) -> list[Candidate]:
    """The publications that are out of ``day`` in the network's zone, latest first, and those at ``named``."""
    found = list(_out_of(day, zone).order_by("-position").values_list(*_COLUMNS)[:most])
    missing = set(named) - {row[0] for row in found}
    if missing:
        more = Publication.objects.filter(withdrawn=None, position__in=missing)
        found += more.order_by("-position").values_list(*_COLUMNS)
    return [_candidate(row, zone) for row in found]


def store(day: date, settings: Settings, now: datetime | None = None) -> Made:
    """Make and keep the edition of ``day``. ``now`` says how many of its places are open; None: the day is over."""
    stored = Edition.objects.filter(day=day).first()
    made = _made(day, _limits(settings, _opened(day, settings, now)), settings.zone, stored)
    fields = {
        "positions": list(made.positions),
        "reasons": {str(place.position): {"rule": place.rule, **dict(place.values)} for place in made.places},
    }
    if stored is None or (stored.positions, stored.reasons) != (fields["positions"], fields["reasons"]):
        Edition.objects.update_or_create(day=day, defaults=fields)
        counts.touch()
    return made


def store_days(settings: Settings, now: datetime | None = None) -> None:
    """Keep the editions that a round may have changed: yesterday's and today's, in the network's zone."""
    now = now or datetime.now(UTC)
    today = now.astimezone(settings.zone).date()
    for day in (today - timedelta(days=1), today):
        if _out_of(day, settings.zone).exists() or Edition.objects.filter(day=day).exists():
            store(day, settings, now)


def of(day: date, settings: Settings) -> Made:
    """The edition of ``day``: the stored one, else one made now and not kept."""
    stored = Edition.objects.filter(day=day).first()
    return kept(stored) if stored is not None else _unkept(day, _limits(settings, None), settings.zone, _version())


def of_days(days: Iterable[date], settings: Settings) -> dict[date, Made]:
    """The editions of many days, as :func:`of` has each; what is stored is read at once."""
    stored = {each.day: each for each in Edition.objects.all()}
    limits, zone, version = _limits(settings, None), settings.zone, _version()
    return {day: kept(stored[day]) if day in stored else _unkept(day, limits, zone, version) for day in days}


def _version() -> tuple[int, datetime] | None:
    return DataVersion.objects.filter(pk=1).values_list("number", "changed").first()


@lru_cache(maxsize=64)
def _unkept(day: date, limits: Limits, zone: ZoneInfo, version: tuple[int, datetime] | None) -> Made:
    """The edition of a day that none is stored of, as of the network's data version."""
    return _made(day, limits, zone, None)


def kept(stored: Edition) -> Made:
    """A stored edition as a value. Reasons of the first version were sentences."""
    places = []
    for position in stored.positions:
        reason: Any = stored.reasons.get(str(position)) or {}
        known = dict(reason) if isinstance(reason, dict) else {"rule": "latest"}
        places.append(Place(position, str(known.pop("rule", "latest")), tuple(known.items())))
    return Made(tuple(places))


def _limits(settings: Settings, opened: int | None) -> Limits:
    return Limits(
        size=settings.number("edition_size"),
        per_source=settings.number("edition_per_source"),
        per_section=settings.number("edition_per_section"),
        opened=opened,
    )


def _made(day: date, limits: Limits, zone: ZoneInfo, stored: Edition | None) -> Made:
    standing = kept(stored).places if stored else ()
    choices = holding(day)
    named = {place.position for place in standing} | {choice.position for choice in choices}
    found = candidates(day, zone, named=named)
    before = day - timedelta(days=1)
    earlier = _earlier(day, before, zone)
    shown = Edition.objects.filter(day=before).values_list("positions", flat=True).first() if earlier else ()
    return make(
        found,
        limits,
        standing=standing,
        earlier=earlier,
        shown=shown or (),
        choices=choices,
    )


def _earlier(day: date, before: date, zone: ZoneInfo) -> list[Candidate]:
    """The publications of the day before whose stories go on in this one's."""
    stories = _out_of(day, zone).exclude(story=None).values("story")
    rows = _out_of(before, zone).filter(story__in=stories).order_by("-position").values_list(*_COLUMNS)
    return [_candidate(row, zone) for row in rows[:MOST_CANDIDATES]]


def _opened(day: date, settings: Settings, now: datetime | None) -> int | None:
    """How many places of the day's edition are open at ``now``; None: all, as when the day is over.

    All are in a network's first edition, too: what a new source brings at once has come over days.
    """
    if now is None or day < now.astimezone(settings.zone).date():
        return None
    if not Edition.objects.filter(day__lt=day).exists():
        return None
    gone = (now - datetime.combine(day, time(), settings.zone)) / timedelta(days=1)
    share = OPEN_AT_FIRST + (1 - OPEN_AT_FIRST) * min(max(gone, 0.0), 1.0)
    return max(1, round(settings.number("edition_size") * share))


def _candidate(row: tuple[Any, ...], zone: ZoneInfo) -> Candidate:
    position, source, section, story, kind, text, marks, at = row
    day = datetime.fromtimestamp(position // 1_000_000, UTC).astimezone(zone).date()
    part = max(OLDEST, min(3, (int(at.timestamp()) - midnight(day, zone) // 1_000_000) // QUARTER))
    brief = kind == Publication.Kind.BRIEF
    return Candidate(position, str(source), section, str(story or ""), brief, text, tuple(marks), part)


def _out_of(day: date, zone: ZoneInfo) -> Any:
    """What is out of a day."""
    start, end = midnight(day, zone), midnight(day + timedelta(days=1), zone)
    return Publication.objects.filter(withdrawn=None, position__gte=start, position__lt=end).order_by()


def neighbour(day: date, zone: ZoneInfo, *, later: bool) -> date | None:
    """The nearest day before ``day``, or after it, on which something that is still out was published."""
    if later:
        found = Publication.objects.filter(withdrawn=None, position__gte=midnight(day + timedelta(days=1), zone))
    else:
        found = Publication.objects.filter(withdrawn=None, position__lt=midnight(day, zone))
    position = found.order_by("position" if later else "-position").values_list("position", flat=True).first()
    return None if position is None else datetime.fromtimestamp(position // 1_000_000, UTC).astimezone(zone).date()


def latest_day(today: date, zone: ZoneInfo) -> date:
    """The day the front page is of: the latest up to ``today`` with something out, else ``today``."""
    return neighbour(today + timedelta(days=1), zone, later=False) or today
