"""WebSub (W3C Recommendation): a hub is told which feeds have changed, and tells their subscribers.

What changed is read from the records and kept as rows that wait until the hub has taken them, so that a process that
dies, or a hub that is down, loses nothing: the next round tells it. The hub gets a bounded number of requests and of
seconds, after everything else of a round is done. It is sent ``hub.mode=publish`` and the topics as ``hub.url``.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from standfirst.gathering.policy import Policy
from standfirst.newsroom.models import Announcement, Edition, Publication, Revision, Story
from standfirst.newsroom.report import HubRow
from standfirst.production.hub import publish
from standfirst.publishing import Network, View
from standfirst.publishing.links import to
from standfirst.publishing.network import network
from standfirst.settings import Settings

#: The formats whose feeds name the hub; each is a topic of its own.
FORMATS = ("rss", "atom", "json")
#: Listings in one request, requests in one round, and seconds for all of them.
ROWS, MOST_REQUESTS, SECONDS = 30, 20, 10.0
#: Changes are looked at again for so long, since a slow transaction may show an older one later.
OVERLAP = timedelta(minutes=10)
#: How far a first announcement looks back, any later one, and how long what was announced is remembered.
FIRST, LONGEST, REMEMBERED = timedelta(days=1), timedelta(days=7), timedelta(days=1)
log = logging.getLogger(__name__)

#: A listing, as kind and key of its view.
Topic = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A visible change: when, and where the publication stands or stood; nowhere where the front page alone changed."""

    at: datetime
    sections: tuple[str, ...] = ()
    source: str = ""
    story: str = ""


def changed(changes: Iterable[Change]) -> dict[Topic, datetime]:
    """The listings that changes touch, each with its latest: front page, sections, sources, stories, in that order."""
    found: dict[Topic, datetime] = {}
    for each in changes:
        named = [*(("section", slug) for slug in each.sections), ("source", each.source), ("story", each.story)]
        for topic in (("front", ""), *(topic for topic in named if topic[1])):
            found[topic] = max(found.get(topic, each.at), each.at)
    order = ("front", "section", "source", "story")
    return dict(sorted(found.items(), key=lambda item: (order.index(item[0][0]), item[0][1])))


def since(last: datetime | None, now: datetime) -> datetime:
    """From when on changes are to be read, where ``last`` is the latest that was seen."""
    return now - FIRST if last is None else max(min(last, now) - OVERLAP, now - LONGEST)


def feeds(topic: Topic, of: Network, slug: str = "") -> tuple[str, ...]:
    """The addresses of a listing's feeds, as each names itself (``rel=self``). ``slug`` is a story's."""
    kind, key = topic
    return tuple(to(of, View(kind, key, slug=slug, format=each)) for each in FORMATS)


def announce(settings: Settings, now: datetime) -> HubRow | None:
    """Tell the hub what changed; None where there is no hub, or nothing for it."""
    hub = settings.text("websub_hub")
    if not hub:
        return None
    collect(now)
    rows = waiting()
    if not rows:
        return None
    batches = [rows[start : start + ROWS] for start in range(0, len(rows), ROWS)]
    topics = [topics_of(batch, network()) for batch in batches[:MOST_REQUESTS]]
    taken, reason = asyncio.run(publish(hub, topics, Policy.of(settings), SECONDS))
    for batch in batches[:taken]:
        keep(batch)
    forget(now)
    if reason:
        log.warning("The WebSub hub %s was not told of everything: %s", hub, reason)
    told = sum(map(len, batches[:taken]))
    return HubRow(hub, told * len(FORMATS), (len(rows) - told) * len(FORMATS), reason)


def topics_of(rows: Sequence[Announcement], of: Network) -> list[str]:
    """The addresses of the rows' feeds."""
    stories = Story.objects.filter(pk__in=[UUID(row.key) for row in rows if row.kind == "story"])
    slugs = {str(key): slug for key, slug in stories.values_list("pk", "slug")}
    return [address for row in rows for address in feeds((row.kind, row.key), of, slugs.get(row.key, ""))]


def collect(now: datetime) -> None:
    """Enter what changed since the last time among the rows that wait."""
    last = Announcement.objects.filter(kind="front").values_list("changed", flat=True).first()
    found = changed(changes(since(last, now)))
    rows = [Announcement(kind=kind, key=key, changed=at) for (kind, key), at in found.items()]
    with transaction.atomic():
        known = {
            (each.kind, each.key): each
            for kind in {row.kind for row in rows}
            for each in Announcement.objects.filter(kind=kind)
        }
        later = [each for row in rows if (each := known.get((row.kind, row.key))) and each.changed < row.changed]
        for each in later:
            each.changed = found[each.kind, each.key]
        Announcement.objects.bulk_update(later, ["changed"], batch_size=200)
        new = [row for row in rows if (row.kind, row.key) not in known]
        Announcement.objects.bulk_create(new, ignore_conflicts=True, batch_size=200)


def changes(start: datetime) -> Iterable[Change]:
    """What was published, revised or withdrawn from ``start`` on, and whether the latest edition was made anew.

    Each kind is read from an index of its own.
    """
    where = ("section", "second_section", "source__slug", "story_id")
    position = int(start.timestamp() * 1_000_000)
    new = Publication.objects.filter(position__gte=position).order_by("position").values_list("published", *where)
    gone = Publication.objects.filter(withdrawn__gte=start).order_by().values_list("withdrawn", *where)
    for rows in (new, gone):
        for at, section, second, source, story in rows.iterator(chunk_size=1000):
            yield Change(at, (section, second), source, str(story or ""))
    filed = ("before__content__filing__section", "before__content__filing__second")
    revised = Revision.objects.filter(correction__in=(True, False), at__gte=start).order_by()
    columns = revised.values_list("at", *filed, *(f"publication__{name}" for name in where))
    for at, was, was_second, section, second, source, story in columns.iterator(chunk_size=1000):
        yield Change(at, (section, second, was or "", was_second or ""), source, str(story or ""))
    made = Edition.objects.order_by("-day").values_list("made", flat=True).first()
    if made is not None and made >= start:
        yield Change(made)


def waiting() -> list[Announcement]:
    """The rows of which the hub does not know the latest change: the front page first, stories last, latest first."""
    rows = Announcement.objects.filter(Q(announced=None) | Q(announced__lt=F("changed")))
    order = {"front": 0, "section": 1, "source": 2}
    return sorted(rows, key=lambda row: (order.get(row.kind, 3), -row.changed.timestamp()))


def keep(rows: Sequence[Announcement]) -> None:
    """Write down that the hub has taken these rows' changes; one that came meanwhile waits."""
    for row in rows:
        row.announced = row.changed
    Announcement.objects.bulk_update(rows, ["announced"], batch_size=200)


def forget(now: datetime) -> None:
    """Delete rows that were announced and will not be looked at again; the front page's tells how far we are."""
    done = Announcement.objects.filter(announced__gte=F("changed"), changed__lt=now - REMEMBERED)
    done.exclude(kind="front").delete()
