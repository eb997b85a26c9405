"""The static build: the whole network as files that any web server or bucket can serve.

The files hold the bytes that the server sends. Nothing here has templates of its own: what is written is rendered by
the functions that the views use. A file's *version* is a digest of everything that goes into it, so that the next
build renders only what has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

#: Told how far a build is: what it does, how much is done, of how much.
Say = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Document:
    """What the server would answer at an address. ``status`` is 410 for what was withdrawn, 308 for a redirect.

    ``pieces`` are the parts that ``body`` is made of, where they stand in other documents too.
    """

    address: str
    body: bytes
    media_type: str
    status: int = 200
    pieces: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class DeadLink:
    """A link inside the built files that leads to none of them: the file it stands in, and its address."""

    file: str
    target: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: files ``written``, ``kept`` as they were and ``removed``, of how many publications.

    ``left_out`` are addresses that no file can be named after. ``dead`` are at most the first hundred dead links,
    ``dead_count`` counts all.
    """

    publications: int
    written: int
    kept: int
    removed: int
    bytes: int
    seconds: float
    version: int
    left_out: tuple[str, ...] = ()
    dead: tuple[DeadLink, ...] = ()
    dead_count: int = 0


__all__ = ["DeadLink", "Document", "Report", "Say"]
