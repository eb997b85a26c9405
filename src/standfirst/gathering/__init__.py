"""Gathering: the web to items and pages. Polite, guarded, asynchronous; the one room that fetches."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from standfirst.registry import Registry
from standfirst.rights import Signal


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed. ``summary`` is plain text; ``content`` is cleaned HTML, a candidate for reading.

    ``signals`` are the rights that the feed states of this entry.
    """

    address: str
    title: str = ""
    guid: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    content: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    language: str = ""
    feed: str = ""
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class Validators:
    """What makes the next request conditional: ETag, Last-Modified and a SHA-256 of the body."""

    etag: str = ""
    last_modified: str = ""
    body_hash: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched document: ``address`` as asked, ``final_address`` after redirects, header names in lower case.

    ``status`` is 200, or 304 when the validators sent still hold (then ``body`` is empty). ``unchanged`` is
    true also where the server sent the same body again. ``signals`` are those of the site (robots.txt's
    licence, tdmrep.json) and of the RSL documents that the page names by address, not yet those of the page itself.
    """

    address: str
    final_address: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched: datetime
    validators: Validators = field(default_factory=Validators)
    unchanged: bool = False
    signals: tuple[Signal, ...] = ()

    def header(self, name: str) -> str:
        """All values of a header, joined by a comma as RFC 9110 allows; "" where there is none."""
        return ", ".join(value for key, value in self.headers if key == name.lower())


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an address gave no document.

    ``code``: address, dns, refused-address, connect, tls, timeout, too-large, redirects, status, robots,
    robots-unreachable, media-type, not-a-feed, budget. ``outcome`` is what follows: ``failed`` (tried again),
    ``refused`` (a right), ``waiting`` (not our turn yet; ``until`` says when), ``gone`` (404, 410).
    """

    address: str
    code: str
    reason: str
    outcome: str = "failed"
    status: int = 0
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """What a feed's document says. ``kind``: rss, atom, rdf, json, news-sitemap, links."""

    address: str
    kind: str
    title: str = ""
    home: str = ""
    language: str = ""
    items: tuple[Item, ...] = ()
    signals: tuple[Signal, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a site offers: its address, kind and title, and where it was found."""

    address: str
    kind: str
    title: str = ""
    found: str = ""


#: How a feed's document becomes items: ``(body, address, content type) -> FeedDocument | None`` (None: not mine).
item_sources: Registry[object] = Registry("standfirst.gathering.items")

__all__ = ["Failure", "FeedDocument", "FeedLink", "Item", "Page", "Validators", "item_sources"]
