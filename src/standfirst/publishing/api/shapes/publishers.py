"""Publishers: rights, access, counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from standfirst.newsroom.facts import SignalSeen
from standfirst.publishing.api.shapes.names import Uri, Whole


@dataclass(frozen=True, slots=True)
class SourceRights:
    """What the last article of a source that was read allowed ("" before there was one), by which rule, why and when;
    an opt-out goes before it. ``licence`` is what the publisher granted, ``signals`` what its pages say.
    """

    outcome: Literal["brief", "card", "nothing", ""]
    rule: str
    reason: str
    judged: date | None
    licence: str
    signals: tuple[SignalSeen, ...]


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """Publications of a source that are out. ``corrected`` counts those that carry a correction;
    ``corrections_followed`` the corrections that follow the source's own, ``corrections_ours`` those that an editor
    here made. ``free`` and ``paid`` count articles that say whether everybody may read them.
    """

    publications: Whole
    briefs: Whole
    cards: Whole
    corrected: Whole
    corrections_followed: Whole
    corrections_ours: Whole
    free: Whole
    paid: Whole


@dataclass(frozen=True, slots=True)
class SourceFeed:
    """A publisher's feed, by which we learn of its articles."""

    address: Uri
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher. ``owner`` is "" where it is not known; ``access`` is who can read it, as its articles say, "" where
    none says; ``since`` is when it was added.
    """

    slug: str
    name: str
    home: Uri | None
    url: Uri
    href: Uri
    owner: str
    languages: tuple[str, ...]
    since: datetime
    state: Literal["active", "disabled", "opted-out"]
    access: Literal["free", "metered", "paid", ""]
    rights: SourceRights
    counts: SourceCounts
    feeds: tuple[SourceFeed, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """A page of publishers, in the order of their slugs."""

    items: tuple[Source, ...]
    next: Uri | None
