"""Reading: a page to an article. Pure functions; evidence points into the paragraphs made here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from standfirst.rights import Verdict

if TYPE_CHECKING:
    from standfirst.gathering import Item, Page

#: Stamped on every article. Raise it when the same page would be read differently.
VERSION = "1"

#: Between two paragraphs in :attr:`Article.text`.
PARAGRAPH_BREAK = "\n\n"

#: The verdict where nothing restricts.
NO_RESERVATION = Verdict()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and its role: heading, text, quotation, list-item, caption, standfirst.

    ``start`` and ``end`` are code points in :attr:`Article.text`; ``text`` is that slice.
    """

    text: str
    start: int
    end: int
    role: str = "text"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, and how it was found: json-ld, meta, time, url, text, feed, header.

    ``precise`` is false where only the day was stated; ``zone`` false where its zone had to be assumed.
    """

    at: datetime
    found: str
    precise: bool = True
    zone: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says.

    ``byline`` is the page's own names, agencies and desks included; ``authors`` are the persons in it;
    ``signature`` is the line as printed, with offices, where there is one. ``free`` is schema.org's
    isAccessibleForFree, None where nothing says so. ``kind``: report, comment, live-blog, video, gallery,
    review, interview, press-release, sponsored, satire. ``signals`` of rights are in ``rights``.
    ``notes`` records what was odd (two dates far apart, a canonical link to another domain).
    """

    id: str
    address: str
    canonical: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    text: str
    text_hash: str
    language: str
    published: Stamp | None = None
    modified: Stamp | None = None
    standfirst: str = ""
    byline: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    kind: str = "report"
    kind_found: str = ""
    free: bool | None = None
    rights: Verdict = NO_RESERVATION
    notes: tuple[str, ...] = ()
    signature: str = ""
    reader: str = VERSION


@dataclass(frozen=True, slots=True)
class NotArticle:
    """A page that is no article, named for what it is.

    ``kind``: home, listing, search, table (of weather, prices, scores); login, subscribe (an offer, an account, a
    newsletter), cookie-wall, bot-wall, needs-javascript; not-found, error; service (the site's page about itself:
    contact, imprint, privacy, terms); empty, not-html. ``reason`` is a sentence with the evidence.
    """

    address: str
    kind: str
    reason: str


def lay_out(paragraphs: list[tuple[str, str]]) -> tuple[str, tuple[Paragraph, ...]]:
    """``[(text, role)]`` as one text and the paragraphs with their places in it."""
    placed: list[Paragraph] = []
    start = 0
    for text, role in paragraphs:
        placed.append(Paragraph(text, start, start + len(text), role))
        start += len(text) + len(PARAGRAPH_BREAK)
    return PARAGRAPH_BREAK.join(text for text, _ in paragraphs), tuple(placed)


def hash_text(text: str) -> str:
    """The version of a text that evidence names: SHA-256 of its UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def read(page: Page, item: Item | None = None, *, id: str = "", licence: str = "") -> Article | NotArticle:
    """Read a page. ``item`` is the feed's entry for it (dates, full text), ``id`` the article's identity.

    Without ``id`` the article is known by a UUID of its address (RFC 9562, version 5).
    """
    from standfirst.reading.reader import read as make

    return make(page, item, id=id, licence=licence)


__all__ = ["Article", "NotArticle", "Paragraph", "Stamp", "hash_text", "lay_out", "read"]
