"""The town's publishers and what they print, read from the data folder beside this module.

An article is a text file: front matter in TOML between two lines ``+++``, then the body. In the body an empty
line ends a block; a block is a paragraph, or by its first characters ``## `` a heading, ``> `` a quotation,
``- `` a list item, ``!caption `` a picture with its caption, ``!nosnippet `` a paragraph under data-nosnippet,
``!time `` the head of a live-blog entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from standfirst.errors import StandfirstError

BLOCKS = {
    "## ": "heading",
    "> ": "quotation",
    "- ": "list-item",
    "!caption ": "caption",
    "!nosnippet ": "nosnippet",
    "!time ": "time",
}
FENCE = "+++"
LATER = ".later"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a body. ``kind``: text, heading, quotation, list-item, caption, nosnippet, time."""

    text: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of a publisher. ``kind``: rss, atom, json, rdf, news-sitemap.

    ``only``: the stems it lists, else everything; ``tracking`` is a query put behind each address;
    ``full_text`` that entries carry the whole article.
    """

    path: str
    kind: str
    title: str
    only: tuple[str, ...] = ()
    tracking: str = ""
    full_text: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Something a publisher puts out, mostly an article. ``key`` is ``publisher/NN-slug``.

    ``when`` is day and time as :func:`dates.moment` reads it ("": the page has no date). ``label`` is what
    the page calls it (Comment, Satire, Advertisement feature). ``kind``: article, live-blog, video, gallery,
    login, listing, missing (the feed names it, the site has no such page). ``free`` false is a paywall: the
    body is the open part. ``body_from`` is the key of the piece whose text this one carries word for word,
    ``canonical`` of the one it names as original. ``later``: what :meth:`RunningTown.advance` makes of it,
    "corrected" or "gone".
    """

    key: str
    title: str
    blocks: tuple[Block, ...] = ()
    when: str = ""
    section: str = "News"
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    language: str = ""
    label: str = ""
    kind: str = "article"
    agency: str = ""
    robots: str = ""
    x_robots: str = ""
    tdm: bool = False
    free: bool = True
    in_feed: str = "summary"
    path: str = ""
    body_from: str = ""
    canonical: str = ""
    later: str = ""

    @property
    def publisher(self) -> str:
        """The publisher's id."""
        return self.key.partition("/")[0]

    @property
    def stem(self) -> str:
        """``NN-slug``."""
        return self.key.partition("/")[2]

    @property
    def text(self) -> str:
        """The body as plain text, captions left out."""
        return "\n\n".join(block.text for block in self.blocks if block.kind not in ("caption", "time"))

    @property
    def words(self) -> int:
        """Words of the body."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher's site. ``address`` is the pattern of its articles' paths, ``structured`` the JSON-LD it gives
    (news-article, graph or none), ``disallow`` paths of its robots.txt, ``tdm`` paths under a TDM reservation.
    """

    id: str
    name: str
    tagline: str
    kind: str
    address: str
    date_format: str
    feeds: tuple[Feed, ...]
    language: str = "en"
    structured: str = "none"
    disallow: tuple[str, ...] = ()
    tdm: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()
    later: tuple[Piece, ...] = ()

    def now(self, advanced: bool) -> tuple[Piece, ...]:
        """What is out: the first versions, or the later ones where there are any."""
        if not advanced:
            return self.pieces
        newer = {piece.key: piece for piece in self.later}
        return tuple(newer.get(piece.key, piece) for piece in self.pieces if piece.later != "gone")


@dataclass(frozen=True, slots=True)
class Town:
    """The network's name and its publishers in the order of their ports."""

    name: str
    network: str
    publishers: tuple[Publisher, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Everything the town puts out at first."""
        return tuple(piece for publisher in self.publishers for piece in publisher.pieces)


@cache
def load() -> Town:
    """The town as its data folder has it."""
    folder = files(__package__) / "town"
    table = tomllib.loads((folder / "town.toml").read_text(encoding="utf-8"))
    publishers = [read_publisher(folder / id) for id in table["publishers"]]
    whole = {piece.key: piece for publisher in publishers for piece in publisher.pieces}
    return Town(
        table["name"],
        table["network"],
        tuple(
            replace(publisher, pieces=tuple(with_text(piece, whole) for piece in publisher.pieces))
            for publisher in publishers
        ),
    )


def with_text(piece: Piece, whole: dict[str, Piece]) -> Piece:
    """``piece`` with the body it carries from another, if it does."""
    return replace(piece, blocks=whole[piece.body_from].blocks) if piece.body_from else piece


def read_publisher(folder: Traversable) -> Publisher:
    """A publisher's folder: ``publisher.toml`` and its articles in the order of their names, newest first."""
    table = tomllib.loads((folder / "publisher.toml").read_text(encoding="utf-8"))
    feeds = tuple(Feed(**tuples(feed)) for feed in table.pop("feeds"))
    pieces: list[Piece] = []
    later: list[Piece] = []
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".md"):
            stem = file.name.removesuffix(".md")
            piece = parse(f"{folder.name}/{stem.removesuffix(LATER)}", file.read_text(encoding="utf-8"))
            (later if stem.endswith(LATER) else pieces).append(piece)
    return Publisher(id=folder.name, feeds=feeds, pieces=tuple(pieces), later=tuple(later), **tuples(table))


def parse(key: str, source: str) -> Piece:
    """An article's file. Raises :class:`StandfirstError` that names it where its front matter is wrong."""
    before, fence, rest = source.partition(f"{FENCE}\n")
    head, second, body = rest.partition(f"\n{FENCE}\n")
    try:
        if before or not fence or not second:
            raise ValueError(f"the file must begin with front matter between two lines {FENCE}")
        return Piece(key=key, blocks=tuple(split(body)), **tuples(tomllib.loads(head)))
    except (ValueError, TypeError) as error:
        raise StandfirstError(f"the article {key}", str(error), "Mend its front matter.") from error


def split(body: str) -> Iterator[Block]:
    """The blocks of a body; lines within a block are joined."""
    for chunk in body.split("\n\n"):
        text = " ".join(chunk.split())
        for mark, kind in BLOCKS.items():
            if text.startswith(mark):
                yield Block(text.removeprefix(mark), kind)
                break
        else:
            if text:
                yield Block(text)


def tuples(table: dict[str, Any]) -> dict[str, Any]:
    """``table`` with its lists as tuples, for frozen values."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
