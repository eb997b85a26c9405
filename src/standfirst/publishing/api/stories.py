"""Stories: what several sources report together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_noop

from standfirst.errors import NotFoundError
from standfirst.newsroom.models import Publication
from standfirst.newsroom.models import Story as Record
from standfirst.publishing import Network, View
from standfirst.publishing.api import PREFIX, Asked, shapes
from standfirst.publishing.api.telling import publication, story_href
from standfirst.publishing.links import to
from standfirst.publishing.listing import listing_of
from standfirst.publishing.view import token

#: Publications that are looked at for one answer.
MOST_LOOKED_AT = 5000


@dataclass(frozen=True, slots=True)
class Told:
    """What is out of a story, latest first: (time, headline, source's slug)."""

    rows: tuple[tuple[datetime, str, str], ...] = ()


def listed(asked: Asked) -> shapes.Stories:
    """A page of stories, the one that began last first."""
    limit, before = asked.number("limit"), asked.text("before")
    rows = Record.objects.order_by("-id")
    if before:
        rows = rows.filter(id__lt=UUID(before))
    found = list(rows[: limit + 1])
    told = _told(each.pk for each in found[:limit])
    return shapes.Stories(
        items=tuple(story(each, told.get(each.pk, Told()), asked.network) for each in found[:limit]),
        next=asked.again(before=str(found[limit - 1].pk)) if len(found) > limit else None,
    )


def one(asked: Asked) -> shapes.WholeStory:
    """A story with its latest publications."""
    record = Record.objects.filter(pk=UUID(asked.text("id"))).first()
    if record is None:
        raise NotFoundError(asked.text("id"), gettext_noop("there is no such story"))
    view = View("all", story=str(record.pk), format="json")
    listing = listing_of(view, size=asked.number("limit"))
    found = story(record, _told([record.pk]).get(record.pk, Told()), asked.network)
    before = listing.next.before if listing.next else None
    earlier = f"{publications_of(asked.network, found.id)}&before={token(before)}" if before is not None else None
    return shapes.WholeStory(
        **{each.name: getattr(found, each.name) for each in fields(found)},
        items=tuple(publication(each, asked.network) for each in listing.entries),
        next=earlier,
    )


def publications_of(network: Network, story: str) -> str:
    """Where the publications of a story are listed."""
    return f"{network.base_url}{PREFIX}/publications?story={story}"


def story(record: Record, told: Told, network: Network) -> shapes.Story:
    """A story with what is out of it."""
    id = str(record.pk)
    return shapes.Story(
        id=id,
        slug=record.slug,
        url=to(network, View("story", id, slug=record.slug)),
        href=story_href(network, id),
        begun=record.created,
        headline=told.rows[0][1] if told.rows else "",
        latest=told.rows[0][0] if told.rows else None,
        publications=len(told.rows),
        sources=tuple(dict.fromkeys(slug for _, _, slug in told.rows)),
    )


def _told(stories: Iterable[UUID]) -> dict[UUID, Told]:
    """What is out of each story, latest first."""
    # By the story alone, and sorted here: with another condition or an order SQLite would walk every publication.
    rows = Publication.objects.filter(story__in=list(stories)).order_by()
    columns = rows.values_list("story_id", "withdrawn", "published", "headline", "source__slug")[:MOST_LOOKED_AT]
    found: dict[UUID, list[tuple[datetime, str, str]]] = {}
    for story, withdrawn, published, headline, slug in columns:
        if story is not None and withdrawn is None:
            found.setdefault(story, []).append((published, headline, slug))
    return {story: Told(tuple(sorted(rows, reverse=True))) for story, rows in found.items()}


__all__ = ["listed", "one"]
