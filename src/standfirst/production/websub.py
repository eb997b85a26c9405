"""WebSub (W3C Recommendation): a hub is told which listings have changed, and tells their subscribers.

What changed is read from the records and kept as rows that wait until the hub has taken them, so that a process that
dies, or a hub that is down, loses nothing: the next round tells it. The hub gets a bounded number of requests and of
seconds, after everything else of a round is done. It is sent ``hub.mode=publish`` and the topics as ``hub.url``.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from standfirst.gathering.policy import Policy
from standfirst.newsroom.models import Announcement, Story
from standfirst.newsroom.report import HubRow
from standfirst.production import changes
from standfirst.production.changes import Topic
from standfirst.production.hub import publish
from standfirst.publishing import Network, View
from standfirst.publishing.links import TOPIC_FORMATS, TOPICS, to
from standfirst.publishing.network import network
from standfirst.settings import Settings

#: Listings in one request, requests in one round, and seconds for all of them.
ROWS, MOST_REQUESTS, SECONDS = 25, 20, 10.0
#: Stories that wait to be told of at most: after a large back-fill the latest.
MOST_STORIES = 5000
#: Changes are looked at again for so long, since a slow transaction may show an older one later.
OVERLAP = timedelta(minutes=10)
#: How far a first announcement looks back, any later one, and how long what was announced is remembered.
FIRST, LONGEST, REMEMBERED = timedelta(days=1), timedelta(days=7), timedelta(days=1)
#: Rows of which the hub does not know the latest change.
WAITS = Q(announced=None) | Q(announced__lt=F("changed"))
log = logging.getLogger(__name__)


def since(last: datetime | None, now: datetime) -> datetime:
    """From when on changes are to be read, where ``last`` is the latest that was seen."""
    return now - FIRST if last is None else max(min(last, now) - OVERLAP, now - LONGEST)


def addresses(topic: Topic, of: Network, slug: str = "") -> tuple[str, ...]:
    """The addresses of a listing's page and feeds, as each names itself (``rel=self``). ``slug`` is a story's."""
    kind, key = topic
    return tuple(to(of, View(kind, key, slug=slug, format=each)) for each in TOPIC_FORMATS)


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
    return HubRow(hub, told * len(TOPIC_FORMATS), (len(rows) - told) * len(TOPIC_FORMATS), reason)


def topics_of(rows: Sequence[Announcement], of: Network) -> list[str]:
    """The addresses of the rows' pages and feeds."""
    stories = Story.objects.filter(pk__in=[UUID(row.key) for row in rows if row.kind == "story"])
    slugs = {str(key): slug for key, slug in stories.values_list("pk", "slug")}
    return [address for row in rows for address in addresses((row.kind, row.key), of, slugs.get(row.key, ""))]


def collect(now: datetime) -> None:
    """Enter what changed since the last time among the rows that wait."""
    last = Announcement.objects.filter(kind="front").values_list("changed", flat=True).first()
    found = changes.listings(changes.made_since(since(last, now), now))
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
        stories = Announcement.objects.filter(WAITS, kind="story")
        oldest = stories.order_by("-changed").values_list("changed", flat=True)[MOST_STORIES:].first()
        if oldest is not None:
            stories.filter(changed__lte=oldest).delete()


def waiting() -> list[Announcement]:
    """The rows of which the hub does not know the latest change: the front page first, stories last, latest first."""
    rows = Announcement.objects.filter(WAITS)
    return sorted(rows, key=lambda row: (TOPICS.index(row.kind), -row.changed.timestamp()))


def keep(rows: Sequence[Announcement]) -> None:
    """Write down that the hub has taken these rows' changes; one that came meanwhile waits."""
    for row in rows:
        row.announced = row.changed
    Announcement.objects.bulk_update(rows, ["announced"], batch_size=200)


def forget(now: datetime) -> None:
    """Delete rows that were announced and will not be looked at again; the front page's tells how far we are."""
    done = Announcement.objects.filter(announced__gte=F("changed"), changed__lt=now - REMEMBERED)
    done.exclude(kind="front").delete()
