"""The day's edition: a finite front page, chosen from the day's publications and kept in its order.

The choice is a pure function that says why each is there. A day without a stored edition gets the same choice
made on the spot, so that back-filled days have front pages too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from standfirst.newsroom.listings import midnight
from standfirst.newsroom.models import Edition, Publication
from standfirst.settings import Settings

#: Publications of one day that are considered, latest first; a day with more is chosen from these.
MOST_CANDIDATES = 2000


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the choice knows of a publication. ``section`` is "" for unfiled, ``sources`` counts its story's."""

    position: int
    source: str
    section: str
    story: str
    brief: bool = True
    sources: int = 1


@dataclass(frozen=True, slots=True)
class Made:
    """A chosen edition: positions in reading order, and for each why it is there."""

    positions: tuple[int, ...]
    reasons: dict[int, str]


def make(candidates: Iterable[Candidate], *, size: int, per_source: int, per_section: int) -> Made:
    """Choose at most ``size``: what most sources report first, then briefs before cards, then the latest.

    Of a story one publication stands for all, the earliest brief of it. No source has more than ``per_source``
    and no section more than ``per_section`` places; unfiled ones share places as a section would.
    """
    heads: dict[str, Candidate] = {}
    told: dict[str, set[str]] = {}
    for each in candidates:
        story = each.story or str(each.position)
        told.setdefault(story, set()).add(each.source)
        head = heads.get(story)
        if head is None or (not each.brief, each.position) < (not head.brief, head.position):
            heads[story] = each
    weight = {story: max(len(told[story]), head.sources) for story, head in heads.items()}
    order = sorted(heads, key=lambda story: (-weight[story], not heads[story].brief, -heads[story].position))
    sources: Counter[str] = Counter()
    sections: Counter[str] = Counter()
    positions: list[int] = []
    reasons: dict[int, str] = {}
    for story in order:
        head = heads[story]
        if len(positions) == size:
            break
        if sources[head.source] >= per_source or sections[head.section] >= per_section:
            continue
        sources[head.source] += 1
        sections[head.section] += 1
        positions.append(head.position)
        reasons[head.position] = f"reported by {weight[story]} sources" if weight[story] > 1 else "among the latest"
    return Made(tuple(positions), reasons)


def candidates(day: date, zone: ZoneInfo, *, most: int = MOST_CANDIDATES) -> list[Candidate]:
    """The publications that are out of ``day`` in the network's zone, latest first."""
    found = Publication.objects.filter(
        withdrawn=None, position__gte=midnight(day, zone), position__lt=midnight(day + timedelta(days=1), zone)
    ).order_by("-position")
    columns = found.values_list("position", "source_id", "section", "story_id", "kind")[:most]
    return [
        Candidate(position, str(source), section, str(story or ""), kind == Publication.Kind.BRIEF)
        for position, source, section, story, kind in columns
    ]


def store(day: date, settings: Settings) -> Made:
    """Make and keep the edition of ``day``."""
    made = _made(day, settings)
    Edition.objects.update_or_create(
        day=day,
        defaults={
            "positions": list(made.positions),
            "reasons": {str(position): reason for position, reason in made.reasons.items()},
        },
    )
    return made


def store_days(settings: Settings, now: datetime | None = None) -> None:
    """Keep the editions that a round may have changed: today's and yesterday's, in the network's zone."""
    today = (now or datetime.now(UTC)).astimezone(settings.zone).date()
    for day in (today - timedelta(days=1), today):
        if candidates(day, settings.zone, most=1) or Edition.objects.filter(day=day).exists():
            store(day, settings)


def of(day: date, settings: Settings) -> Made:
    """The edition of ``day``: the stored one, else one made now and not kept."""
    stored = Edition.objects.filter(day=day).first()
    if stored is None:
        return _made(day, settings)
    return Made(tuple(stored.positions), {int(position): reason for position, reason in stored.reasons.items()})


def _made(day: date, settings: Settings) -> Made:
    return make(
        candidates(day, settings.zone),
        size=settings.number("edition_size"),
        per_source=settings.number("edition_per_source"),
        per_section=settings.number("edition_per_section"),
    )


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
