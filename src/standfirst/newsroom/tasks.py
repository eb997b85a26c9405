"""What goes out to a worker and what comes back: values only. Fetched HTML crosses no wire."""

from __future__ import annotations

from dataclasses import dataclass, field

from standfirst.editing import Brief
from standfirst.gathering import Failure, Item, Validators
from standfirst.reading import Article, NotArticle


@dataclass(frozen=True, slots=True)
class Task:
    """One article to fetch, read and edit.

    On a later visit ``known_text`` is the hash of the text we have, ``known_rights`` what its rights allowed.
    """

    article: str
    address: str
    host: str
    item: Item
    validators: Validators = field(default_factory=Validators)
    licence: str = ""
    known_text: str = ""
    known_rights: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a task: exactly one of failure, not_article, article with brief, or unchanged.

    ``milliseconds`` are (stage, CPU time) of fetch, read and edit.
    """

    article: str
    validators: Validators = field(default_factory=Validators)
    final_address: str = ""
    failure: Failure | None = None
    not_article: NotArticle | None = None
    unchanged: bool = False
    reading: Article | None = None
    brief: Brief | None = None
    fingerprint: str = ""
    words: int = 0
    milliseconds: tuple[tuple[str, float], ...] = ()
