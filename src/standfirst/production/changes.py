"""What changed on the site since a moment, read from the records, and the listings that it touches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from standfirst.newsroom import ids
from standfirst.newsroom.models import Edition, Publication, Revision
from standfirst.publishing.links import TOPICS

#: How far the clocks of machines that publish may go ahead of ours.
AHEAD = timedelta(minutes=10)

#: A listing, as kind and key of its view.
Topic = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A visible change: when, and where the publication stands or stood; nowhere where the front page alone changed."""

    at: datetime
    sections: tuple[str, ...] = ()
    source: str = ""
    marks: tuple[str, ...] = ()
    story: str = ""


def listings(changes: Iterable[Change]) -> dict[Topic, datetime]:
    """The listings that changes touch, each with its latest, in the order of ``TOPICS``."""
    found: dict[Topic, datetime] = {}
    for each in changes:
        named = [*(("section", slug) for slug in each.sections), *(("mark", code) for code in each.marks)]
        named += [("source", each.source), ("story", each.story)]
        for topic in (("front", ""), *(topic for topic in named if topic[1])):
            found[topic] = max(found.get(topic, each.at), each.at)
    return dict(sorted(found.items(), key=lambda item: (TOPICS.index(item[0][0]), item[0][1])))


def made_since(start: datetime, now: datetime) -> Iterable[Change]:
    """What was published, revised or withdrawn from ``start`` on, and whether the latest edition was made anew.

    Each kind is read from an index of its own. When something was published is read from its identifier, since a
    back-fill publishes under earlier dates.
    """
    where = ("section", "second_section", "source__slug", "story_id", "marks")
    new = Publication.objects.filter(id__gte=ids.first(start), id__lt=ids.first(now + AHEAD)).order_by()
    for id, *place in new.values_list("id", *where).iterator(chunk_size=1000):
        yield _change(ids.made(id), *place)
    gone = Publication.objects.filter(withdrawn__gte=start).order_by()
    for at, *place in gone.values_list("withdrawn", *where).iterator(chunk_size=1000):
        yield _change(at, *place)
    said = ("filing__section", "filing__second", "marks")
    revised = Revision.objects.filter(correction__in=(True, False), at__gte=start).order_by()
    columns = (*(f"before__content__{name}" for name in said), *(f"publication__{name}" for name in where))
    for at, was, was_second, marks, *place in revised.values_list("at", *columns).iterator(chunk_size=1000):
        codes = tuple(str(mark["code"]) for mark in marks or ())
        yield _change(at, *place, sections=(was or "", was_second or ""), marks=codes)
    made = Edition.objects.order_by("-day").values_list("made", flat=True).first()
    if made is not None and made >= start:
        yield Change(made)


def _change(
    at: datetime, section: str, second: str, source: str, story: UUID | None, now: Sequence[str], *,
    sections: Sequence[str] = (), marks: Sequence[str] = (),
) -> Change:  # fmt: skip
    """A change of a publication that stands in a section with marks ``now``, and stood in others before."""
    return Change(at, (section, second, *sections), source, (*now, *marks), str(story or ""))
