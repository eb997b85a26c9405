"""Reading a page: decode, parse once, take out what is reserved, read the metadata and the body, decide."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from standfirst import rights
from standfirst.language import identify, words
from standfirst.reading import (
    Article,
    NotArticle,
    Stamp,
    body,
    hash_text,
    lay_out,
    signals,
)
from standfirst.reading.body import residue
from standfirst.reading.body.page import Told
from standfirst.reading.document import charset, dom
from standfirst.reading.kind import genre, kinds, look
from standfirst.reading.stated import jsonld, meta, metadata, stamps

if TYPE_CHECKING:
    from standfirst.gathering import Item, Page
    from standfirst.reading.body.judging import Model

#: Dates of the page and of its feed that lie further apart are noted.
FAR_APART = timedelta(hours=48)
#: A bare day and a feed's time no further apart than this are one date.
SAME_DAY = timedelta(hours=36)
#: Characters of text by which the language is told.
LANGUAGE_SAMPLE = 2000
#: Pages that stand in an article's place; where the feed carried the article's text, that is read.
WALLS = frozenset({"login", "cookie-wall", "needs-javascript", "empty", "subscribe"})

_MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"RIFF", b"\x1f\x8b", b"\x00\x00\x00")
_MARKUP_TYPES = ("html", "xml", "text/plain", "octet-stream")


def read(page: Page, item: Item | None = None, *, id: str = "", licence: str = "") -> Article | NotArticle:
    """Read a page; see :func:`standfirst.reading.read`. Never raises for what a page holds."""
    address = page.final_address or page.address
    if wrong := _not_html(page):
        return NotArticle(address, "not-html", wrong)
    opened = open_page(page)
    told, document = opened.told, opened.document
    found = signals.of_page(document.root, opened.head, page.headers, page.status, told.free, address)
    stated = (*page.signals, *(item.signals if item else ()), *found)
    verdict = rights.judge(stated, licence=licence)

    sold = signals.sold(document.root, opened.head)
    candidates = [_open_part(each, sold) for each in _candidates(opened, item)]
    chosen = body.choose(candidates, subscription=verdict.subscription)
    own = body.choose([each for each in candidates if each.source != "feed"], subscription=verdict.subscription)
    title = told.title or (item.title if item else "")
    standfirst = "" if any(told.standfirst in text for text in opened.reserved) else told.standfirst
    pieces = residue.cleaned(chosen.pieces, title, standfirst, told.authors)
    text, paragraphs = lay_out(list(pieces))
    shows = text if chosen is own else lay_out(list(residue.cleaned(own.pieces, title, standfirst, told.authors)))[0]
    language = _language(text or f"{title} {standfirst}", told, item)

    seen = look.of(document, opened.head, told, address, dom.shown(document.root), shows, language)
    kind, reason = kinds.judge(seen)
    length = words.count(text, language)
    notes = list(told.notes)
    if kind:
        if item is None or kind not in WALLS or chosen.source != "feed" or length < kinds.LITTLE:
            return NotArticle(address, kind, reason)
        told, title, standfirst = metadata.nothing(address), item.title, ""
        notes = [f"{reason} What follows is the feed's."]
    if not pieces and standfirst:  # a video or gallery: what it says of itself is all its text
        text, paragraphs = lay_out([(standfirst, "standfirst")])
    if document.cut:
        notes.append("The page was too large or nested too deep, and was read in part.")
    if chosen.source != "markup":
        notes.append(f"The text was read from the {'feed' if chosen.source == 'feed' else 'page’s JSON-LD'}.")
    published = _published(told, item, page, document, notes)
    named = genre.kind(opened.head, told.node, told.canonical, title, told.section, length)
    return Article(
        id=id or str(uuid.uuid5(uuid.NAMESPACE_URL, address)),
        address=address,
        canonical=told.canonical,
        title=title,
        paragraphs=paragraphs,
        text=text,
        text_hash=hash_text(text),
        language=language,
        published=published,
        modified=told.modified,
        standfirst=standfirst,
        byline=told.byline or ", ".join(item.authors if item else ()),
        authors=told.authors or tuple(item.authors if item else ()),
        signature=told.signature,
        publisher=told.publisher,
        section=told.section,
        keywords=told.keywords or tuple(item.categories if item else ()),
        kind=named[0],
        kind_found=named[1],
        free=told.free,
        rights=verdict,
        notes=tuple(notes),
    )


def whole_text(page: Page, model: Model | None = None) -> str:
    """All of a page's article that extraction finds, what is sold included: to measure extraction, not to publish.

    ``model`` is used in place of the shipped one, such as one that was trained without the page's publisher.
    """
    opened = open_page(page)
    chosen = body.choose(_candidates(opened, None, model))
    return lay_out(
        list(residue.cleaned(chosen.pieces, opened.told.title, opened.told.standfirst, opened.told.authors))
    )[0]


@dataclass(frozen=True, slots=True)
class Opened:
    """A page parsed, its reserved texts taken out, its metadata read."""

    document: dom.Document
    head: meta.Head
    told: metadata.Metadata
    reserved: tuple[str, ...]

    @property
    def stated(self) -> Told:
        """What the page says of its article, by which its blocks are judged."""
        told = self.told
        return Told(told.title, told.standfirst, told.authors, dom.plain(jsonld.text(told.node.get("articleBody"))))


def open_page(page: Page) -> Opened:
    """Parse a page, take out what is reserved, and read its metadata."""
    document = dom.parse(charset.decode(page.body, page.header("content-type")))
    head = meta.head(document.root)
    reserved = signals.take_out(document.root)
    told = metadata.read(document.root, head, page.final_address or page.address, page.fetched)
    return Opened(document, head, told, reserved)


def _candidates(opened: Opened, item: Item | None, model: Model | None = None) -> list[body.Candidate]:
    """The readings of the body, without what the publisher reserves."""
    found = (
        body.from_markup(opened.document.root, opened.stated, model),
        body.from_json_ld(opened.told.node),
        body.from_feed(item.content if item else ""),
    )
    texts = (item.content if item else "", jsonld.text(opened.told.node.get("articleBody")))
    reserved = (*opened.reserved, *signals.reserved_in(*texts))
    return [body.Candidate(each.source, signals.without(each.pieces, reserved)) for each in found]


def _open_part(candidate: body.Candidate, sold: tuple[str, ...]) -> body.Candidate:
    """A candidate without what the page sells; the feed's text is what the publisher gives away."""
    if candidate.source == "feed":
        return candidate
    return body.Candidate(candidate.source, signals.without(candidate.pieces, sold))


def _language(text: str, told: metadata.Metadata, item: Item | None) -> str:
    return identify.language(text[:LANGUAGE_SAMPLE], told.language or (item.language if item else ""))


def _not_html(page: Page) -> str:
    """Why the body is no HTML; "" where it may be."""
    declared = page.header("content-type").partition(";")[0].strip().lower()
    start = page.body[:512].lstrip()
    if declared and not any(kind in declared for kind in _MARKUP_TYPES):
        return f"Its media type is {''.join(filter(str.isprintable, declared))[:80]}."
    if start.startswith(_MAGIC):
        return "Its first bytes are those of another kind of file."
    if start[:1] in {b"{", b"["} and "html" not in declared:
        return "It is JSON."
    if page.body and b"<" not in page.body[:200_000] and "html" not in declared:
        return "There is no markup in it."
    return ""


def _published(
    told: metadata.Metadata, item: Item | None, page: Page, document: dom.Document, notes: list[str]
) -> Stamp | None:
    """The page's own date, else the feed's, else the day that htmldate finds; far apart dates are noted."""
    feed = None
    if item and item.published:
        at = item.published if item.published.tzinfo else item.published.replace(tzinfo=UTC)
        feed = Stamp(at, "feed", zone=item.published.tzinfo is not None)
    own = told.published
    if own is None and feed is None:
        own = told.modified or _searched(document, told.canonical)
        return own if own and stamps.plausible(own, page.fetched) else None
    if own is None or (feed and not own.precise and abs(own.at - feed.at) <= SAME_DAY):
        return feed  # the feed's time on the page's bare day
    if feed and abs(own.at - feed.at) > FAR_APART:
        notes.append(f"The page is dated {own.at:%Y-%m-%d %H:%M} and its feed's entry {feed.at:%Y-%m-%d %H:%M}.")
    return own


def _searched(document: dom.Document, address: str) -> Stamp | None:
    """The day that htmldate reads from the page's text, as a last resort."""
    from htmldate import find_date

    try:
        day = find_date(document.root, url=address or None, extensive_search=True, original_date=True)
    except Exception:  # what the library raises on broken markup is no news: there is no such date
        return None
    if not day or day.endswith("-01-01"):  # a bare year, such as a copyright notice's, is no day
        return None
    return stamps.stamp(day, "text")
