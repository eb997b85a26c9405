"""Stories: articles to stories. A story is the articles on one event; here exact copies and single articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Member:
    """What grouping needs to know of an article: its fingerprint (title and text folded) and when, by whom."""

    article: str
    source: str
    fingerprint: str
    published: datetime
    words: int


@dataclass(frozen=True, slots=True)
class Story:
    """The articles on one event, oldest first. ``relation``: single, or copies (the same text)."""

    id: str
    articles: tuple[str, ...]
    relation: str = "single"


def group(members: Iterable[Member], known: Iterable[tuple[str, str]] = ()) -> tuple[Story, ...]:
    """Group articles; ``known`` is (fingerprint, story id) of earlier ones, so that a story keeps its id."""
    from standfirst.stories.grouping import group as put_together

    return put_together(tuple(members), dict(known))


__all__ = ["Member", "Story", "group"]
