"""The network itself: sections, marks, corrections, state, and what the API can be asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from standfirst.publishing.api.shapes.names import Uri, Urn, Whole


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the network: its page, its publications here, how many are out, and its feeds by extension."""

    slug: str
    name: str
    url: Uri
    href: Uri
    publications: Whole
    feeds: dict[str, Uri]


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections, in the network's order."""

    items: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its code, name and sentence for readers, what sets it, its listing, and how many publications have it."""

    code: str
    name: str
    text: str
    when: str
    url: Uri
    href: Uri
    publications: Whole


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks there are."""

    items: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of a published fact: when, what, and the publication as it now is called."""

    at: datetime
    note: str
    publication: Urn
    headline: str
    source: str
    url: Uri
    href: Uri


@dataclass(frozen=True, slots=True)
class Corrections:
    """A page of corrections, latest first."""

    items: tuple[Correction, ...]
    next: Uri | None


@dataclass(frozen=True, slots=True)
class Status:
    """The network, and when it last did something. ``data_version`` is raised by every visible change."""

    name: str
    url: Uri
    language: str
    time_zone: str
    contact: str
    hub: Uri | None
    publications: Whole
    sources: Whole
    latest_publication: datetime | None
    latest_round: datetime | None
    data_version: Whole
    changed: datetime | None


@dataclass(frozen=True, slots=True)
class OperationName:
    """An operation: its address, in which ``{name}`` stands for a parameter, what it answers, and its parameters."""

    name: str
    href: str
    summary: str
    parameters: tuple[str, ...]
    example: Uri | None


@dataclass(frozen=True, slots=True)
class Index:
    """What the API can be asked."""

    name: str
    version: str
    openapi: Uri
    operations: tuple[OperationName, ...]
