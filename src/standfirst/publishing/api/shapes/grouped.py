"""Publications in groups: stories and editions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from standfirst.publishing.api.shapes.names import Uri, Whole
from standfirst.publishing.api.shapes.publications import Publication


@dataclass(frozen=True, slots=True)
class Story:
    """The publications on one event: how many are out, of which sources (by slug), and the latest one's headline and
    time. A story of which nothing is out any more has neither.
    """

    id: str
    slug: str
    url: Uri
    href: Uri
    begun: datetime
    headline: str
    latest: datetime | None
    publications: Whole
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stories:
    """A page of stories, the one that began last first."""

    items: tuple[Story, ...]
    next: Uri | None


@dataclass(frozen=True, slots=True)
class WholeStory(Story):
    """A story with its latest publications; ``next`` is where the earlier ones are."""

    items: tuple[Publication, ...]
    next: Uri | None


@dataclass(frozen=True, slots=True)
class EditionName:
    """A day that has an edition, in the network's time zone."""

    day: date
    url: Uri
    href: Uri


@dataclass(frozen=True, slots=True)
class Editions:
    """A page of days with an edition, latest first."""

    items: tuple[EditionName, ...]
    next: Uri | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A publication in an edition, and why it is there: the rule's code, its values, and the reason in a sentence."""

    rule: str
    values: dict[str, str | int]
    reason: str
    publication: Publication


@dataclass(frozen=True, slots=True)
class Edition:
    """A day's front page, in its order; ``next`` is the nearest day before it that has one."""

    day: date
    url: Uri
    items: tuple[Placed, ...]
    next: Uri | None
