"""The marks, one module each; each enters itself in the list of marks.

A mark is a function of an article, what is said of it, its story and its revisions, and is asked again after
grouping.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from standfirst.editing import Evidence, Fact, Mark, Statement
from standfirst.reading import Article
from standfirst.registry import Registry


class Grouped(Protocol):
    """What a mark asks of a story; :class:`standfirst.stories.Story` is one."""

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of its articles."""
        ...

    @property
    def relation(self) -> str:
        """``single``, ``copies``, or another name for independent reports of one event."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    """What a mark is judged by.

    ``statements`` are those of the brief (of a card: its first sentence, or none), ``written`` whether it is a
    brief; ``vector`` is the article's document vector (384 numbers), None where none was made.
    """

    article: Article
    statements: tuple[Statement, ...] = ()
    facts: tuple[Fact, ...] = ()
    writer: str = "excerpt"
    written: bool = True
    story: Grouped | None = None
    revisions: int = 0
    vector: Any = field(default=None, compare=False, hash=False)

    def place(self, start: int, end: int) -> Evidence:
        """A place in the article's text, as evidence."""
        return Evidence(self.article.id, self.article.text_hash, start, end)


@dataclass(frozen=True, slots=True)
class Rule:
    """A mark: its code, its sentence for readers, and when it is set."""

    code: str
    sentence: str
    find: Callable[[Context], Mark | None]


#: The marks by code, in the order they stand on a page.
marks: Registry[Rule] = Registry(__name__)


def enter(code: str, sentence: str, *, rank: int) -> Callable[[Callable[[Context], Mark | None]], Rule]:
    """Enter a function as the mark ``code``; a decorator that leaves the rule in its place."""

    def rule(find: Callable[[Context], Mark | None]) -> Rule:
        return marks.register(code, rank=rank)(Rule(code, sentence, find))

    return rule


__all__ = ["Context", "Grouped", "Rule", "enter", "marks"]
