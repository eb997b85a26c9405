"""Publications as listings show them, read by statements of our own: a page costs a tenth of what the ORM asks.

A :class:`Row` has the attributes of a publication that renderers read, by the same names, with its source and story.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import connection

from standfirst.newsroom.sql import among, stored

_COLUMNS = (
    "position", "source_id", "kind", "rule", "reason", "path", "section", "second_section", "first_section",
    "headline", "lead", "language", "original",
)  # fmt: skip
_MOMENTS = ("source_published", "published", "updated", "corrected")
_FROM = "FROM newsroom_publication p JOIN newsroom_source o ON o.id = p.source_id"
_CONTENT = "JOIN newsroom_publicationcontent c ON c.publication_id = p.position"
_STORY = "LEFT JOIN newsroom_story s ON s.id = p.story_id"


@dataclass(slots=True)
class RowSource:
    """A row's publisher."""

    name: str
    slug: str
    home: str


@dataclass(slots=True)
class RowStory:
    """A row's story. ``slug`` is "" for a row without content: a page names few of its rows' stories."""

    id: str
    slug: str


@dataclass(slots=True)
class Row:
    """A publication that is out. Identifiers are UUIDs as text; ``content`` is JSON as text, where it was asked for."""

    position: int
    source_id: int
    kind: str
    rule: str
    reason: str
    path: str
    section: str
    second_section: str
    first_section: str
    headline: str
    lead: str
    language: str
    original: str
    source_published: datetime
    published: datetime
    updated: datetime
    corrected: datetime | None
    id: str
    story_id: str | None
    marks: tuple[str, ...]
    source: RowSource
    story: RowStory | None
    content: str | None = None
    withdrawn: datetime | None = None
    withdrawn_reason: str = ""


def load(positions: Iterable[int], *, content: bool = True, whole: bool = True) -> list[Row]:
    """The publications at ``positions`` that are out, latest first, with their source and story.

    Without ``content`` that is left in the database; where it is not asked for ``whole``, facts, checks and the
    source's paragraphs are, which most formats do not carry and which are most of it.
    """
    wanted = list(positions)
    return _load(*among("p.position", wanted), content=content, whole=whole) if wanted else []


def load_from(positions: str, values: list[Any], *, content: bool = True, whole: bool = True) -> list[Row]:
    """:func:`load` for positions that a statement finds, within one statement. ``positions`` is SQL of our own."""
    return _load(f"p.position IN ({positions})", values, content=content, whole=whole)


def _load(where: str, values: list[Any], *, content: bool, whole: bool) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(f"{_select(content, whole)} WHERE p.withdrawn IS NULL AND {where}", values)
        rows = [_row(values) for values in cursor.fetchall()]
    rows.sort(key=lambda row: -row.position)
    return rows


def told(stories: Collection[str], *, most: int) -> list[tuple[int, str, str, str, str]]:
    """What is out of those of ``stories`` that have several: position, story, source's name, original, the story's
    slug; oldest first.
    """
    if not stories:
        return []
    where, values = among("story_id", list(map(stored, stories)))
    # The index alone tells which have several: of a million publications each that is looked at is a page read.
    # Then by the story alone, and sorted here: with another condition or an order SQLite would walk every publication.
    several = f"SELECT story_id FROM newsroom_publication WHERE {where} GROUP BY story_id HAVING count(*) > 1"  # noqa: S608
    sql = (
        f"SELECT p.position, {_identifier('p.story_id')}, o.name, p.original, s.slug, p.withdrawn {_FROM} {_STORY}"
        f" WHERE p.story_id IN ({several}) LIMIT {most:d}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found = cursor.fetchall()
    return sorted(
        (position, _dashed(story), name, original, slug)
        for position, story, name, original, slug, withdrawn in found
        if withdrawn is None
    )


def _select(content: bool, whole: bool) -> str:
    # As text moments pass by the stores' slow converters; SQLite keeps them in UTC without saying so.
    moment = "p.{} || '+00:00'" if connection.vendor == "sqlite" else "p.{}::text"
    columns = [
        f"o.name, o.slug, o.home, {'s.slug' if content else repr('')}, p.marks",
        _content(whole) if content else "NULL",
        *map(_identifier, ("p.id", "p.story_id")),
        *map(moment.format, _MOMENTS),
        *(f"p.{name}" for name in _COLUMNS),
    ]
    return f"SELECT {', '.join(columns)} {_FROM} {f'{_CONTENT} {_STORY}' if content else ''}"


def _content(whole: bool) -> str:
    if whole:
        return "c.content"
    if connection.vendor == "sqlite":
        return "json_set(c.content, '$.facts', json('[]'), '$.checks', json('[]'), '$.original.paragraphs', json('[]'))"
    less = """jsonb_build_object('facts', '[]'::jsonb, 'checks', '[]'::jsonb)"""
    return f"jsonb_set(c.content || {less}, '{{original,paragraphs}}', '[]'::jsonb, false)"


def _identifier(column: str) -> str:
    """A UUID as text; SQLite keeps it without hyphens."""
    return column if connection.vendor == "sqlite" else f"{column}::text"


def _row(values: tuple[Any, ...]) -> Row:
    """A row of the database as a value."""
    name, slug, home, story_slug, marks, content, id, story_id, sent, published, updated, corrected, *own = values
    sent, published, updated = map(datetime.fromisoformat, (sent, published, updated))
    corrected = datetime.fromisoformat(corrected) if corrected else None
    story = _dashed(story_id) if story_id else None
    known = (_dashed(id), story, codes(marks), RowSource(name, slug, home))
    told = RowStory(story, story_slug) if story else None
    return Row(*(*own, sent, published, updated, corrected, *known, told, content))


@lru_cache(maxsize=1024)
def codes(text: str) -> tuple[str, ...]:
    """Marks as they are stored, JSON, as their codes."""
    return tuple(json.loads(text))


def _dashed(text: str) -> str:
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}" if len(text) == 32 else text


__all__ = ["Row", "RowSource", "RowStory", "codes", "load", "load_from", "told"]
