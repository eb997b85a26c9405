"""Publications, whole and in pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from standfirst.editing import CheckResult, Evidence, Fact, Filing, Statement, Versions
from standfirst.publishing.api.shapes.names import SectionName, SourceName, StoryName, Uri, Urn, Whole
from standfirst.reading import Stamp
from standfirst.rights import Verdict


@dataclass(frozen=True, slots=True)
class MarkNote:
    """A mark on a publication: its code, name and sentence for readers, why it is there, and where in the source."""

    code: str
    name: str
    text: str
    reason: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Original:
    """The source's article. ``address`` is the link to give readers; ``standfirst`` is quoted where rights allow it;
    ``free`` is null where the source does not say whether everybody may read it; ``words`` is its length.
    """

    address: Uri
    title: str
    byline: str
    authors: tuple[str, ...]
    publisher: str
    language: str
    section: str
    kind: str
    free: bool | None
    words: Whole
    standfirst: str
    published: Stamp | None
    modified: Stamp | None


@dataclass(frozen=True, slots=True)
class Traced:
    """How many statements there are, and how many of them point to the source's passage; notices are not counted."""

    statements: Whole
    with_evidence: Whole


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a publication was made: by which writer (``digital_source_type`` is the IPTC's term), whether a person has
    checked it, and the versions of everything that had a hand in it.
    """

    writer: str
    digital_source_type: str
    checked_by_person: bool
    versions: Versions


@dataclass(frozen=True, slots=True)
class Other:
    """Another publication on the same story: its source's name, and the original."""

    source: str
    address: Uri


@dataclass(frozen=True, slots=True)
class Publication:
    """What is out. ``id`` and the path of ``url`` never change. ``reason`` says why it is a card, and is "" for a
    brief. ``lead`` is its first statement. ``missing`` is what the source does not state.
    """

    id: Urn
    href: Uri
    url: Uri
    kind: Literal["brief", "card"]
    reason: str
    headline: str
    lead: str
    language: str
    direction: Literal["ltr", "rtl"]
    source: SourceName
    section: SectionName | None
    second_section: SectionName | None
    story: StoryName | None
    source_published: datetime
    published: datetime
    updated: datetime
    corrected: datetime | None
    marks: tuple[MarkNote, ...]
    statements: tuple[Statement, ...]
    traced: Traced
    missing: tuple[str, ...]
    facts: tuple[Fact, ...]
    filing: Filing
    checks: tuple[CheckResult, ...]
    original: Original
    rights: Verdict
    provenance: Provenance
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A change of what is out: when, and what and why. ``correction``: it changed a published fact."""

    at: datetime
    note: str
    correction: bool


@dataclass(frozen=True, slots=True)
class WholePublication(Publication):
    """A publication with its latest changes, latest first."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What was taken down in the last 30 days: when, and why."""

    id: Urn
    url: Uri
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Publications:
    """A page of publications, latest first. Where filters meet rarely it may hold fewer than ``limit``, or none, and
    still have a ``next`` page. The first page names what was withdrawn of the same view.
    """

    items: tuple[Publication, ...]
    withdrawn: tuple[Withdrawal, ...]
    next: Uri | None
