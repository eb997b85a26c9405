"""What is out, as a table in memory: for every publication its place in the listings and a digest of its record.

A listing's page is then a slice, and whether a file must be made anew is known without rendering it. A row takes about
a kilobyte; texts stay in the database.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast

from standfirst.newsroom.models import Feed, Publication, Revision, Source, Story
from standfirst.publishing.pages import Change

_COLUMNS = (
    "position", "id", "source_id", "story_id", "withdrawn", "section", "second_section", "marks", "path", "original",
    "first_section", "updated", "kind", "headline", "lead", "language", "reason", "withdrawn_reason", "corrected",
    "published", "source_published", "raw",
)  # fmt: skip


@dataclass(slots=True)
class Row:
    """A publication: what listings ask of it, and ``digest``, of its whole record; ``version`` is the table's."""

    position: int
    id: UUID
    source: int
    story: UUID | None
    withdrawn: datetime | None
    section: str
    second: str
    marks: tuple[str, ...]
    path: str
    original: str
    first: str
    digest: bytes
    version: bytes = b""


@dataclass(slots=True)
class Table:
    """The rows by position, oldest first, and the positions of each listing, latest first."""

    rows: dict[int, Row] = field(default_factory=dict)
    sources: dict[int, Source] = field(default_factory=dict)
    feeds: dict[int, str] = field(default_factory=dict)
    slugs: dict[UUID, str] = field(default_factory=dict)
    changes: dict[int, tuple[Change, ...]] = field(default_factory=dict)
    latest: list[int] = field(default_factory=list)
    by_source: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_section: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_story: dict[UUID, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_mark: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    days: dict[date, int] = field(default_factory=dict)

    def told(self, story: UUID) -> list[tuple[int, str, str]]:
        """A story's publications that are out: position, source's name, original; oldest first."""
        positions = reversed(self.by_story.get(story, []))
        return [(each, self.sources[self.rows[each].source].name, self.rows[each].original) for each in positions]

    def version(self, position: int) -> bytes:
        """A digest of everything that a publication's entry is made of: record, source, the story's others."""
        row = self.rows[position]
        if not row.version:  # every listing that shows it asks, and every page that it stands beside
            row.version = self._version(row)
        return row.version

    def _version(self, row: Row) -> bytes:
        source = self.sources[row.source]
        parts: list[object] = [source.name, source.slug, source.home, self.feeds.get(row.source)]
        if row.story:
            parts += [self.slugs.get(row.story), *self.told(row.story)]
        return row.digest + digest(parts)


def digest(value: object, text: str = "") -> bytes:
    """Sixteen bytes that stand for a value of texts, numbers, dates and tuples and lists of them, and a long text."""
    seen = hashlib.blake2b(repr(value).encode(errors="surrogatepass"), digest_size=16)
    seen.update(text.encode(errors="surrogatepass"))
    return seen.digest()


def read(zone: object) -> Table:
    """The table of everything that is or was out. Days are those of ``zone``."""
    table = Table(sources={each.pk: each for each in Source.objects.all()})
    active = Feed.objects.filter(active=True).order_by("id").values_list("source_id", "address")
    for source, address in active:
        table.feeds.setdefault(source, address)
    table.slugs = dict(Story.objects.filter(publications__isnull=False).values_list("id", "slug"))
    found = Publication.objects.annotate(raw=Cast("said__content", TextField())).order_by("position")
    for values in found.values_list(*_COLUMNS).iterator(chunk_size=2000):
        position, id, source, story, withdrawn, first, second, marks, path, original, held, *_ = values
        seen = digest(values[:-1], values[-1] or "")
        table.rows[position] = Row(
            position, id, source, story, withdrawn, first, second, tuple(marks), path, original, held, seen
        )
    table.changes = _changes()
    _place(table, (row for row in reversed(table.rows.values()) if row.withdrawn is None), zone)
    return table


def _place(table: Table, rows: Iterable[Row], zone: object) -> None:
    """Enter the rows, latest first, in the listings that hold them."""
    for row in rows:
        table.latest.append(row.position)
        table.by_source[row.source].append(row.position)
        for section in dict.fromkeys((row.section, row.second)):
            if section:
                table.by_section[section].append(row.position)
        if row.story:
            table.by_story[row.story].append(row.position)
        for mark in dict.fromkeys(row.marks):
            table.by_mark[mark].append(row.position)
        day = datetime.fromtimestamp(row.position // 1_000_000, UTC).astimezone(zone).date()  # type: ignore[arg-type]
        table.days[day] = table.days.get(day, 0) + 1


def _changes() -> dict[int, tuple[Change, ...]]:
    """The changes of each publication that has any, latest first."""
    found: dict[int, list[Change]] = defaultdict(list)
    rows = Revision.objects.order_by("publication_id", "-number")
    for position, at, note, correction in rows.values_list("publication_id", "at", "note", "correction").iterator():
        found[position].append(Change(at, note, correction))
    return {position: tuple(changes) for position, changes in found.items()}


__all__ = ["Row", "Table", "digest", "read"]
