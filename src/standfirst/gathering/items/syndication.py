"""RSS, Atom and RDF through feedparser, which is given bytes alone: a string it would open as a file or address."""

from __future__ import annotations

import calendar
import io
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from standfirst.gathering import FeedDocument, cleaning, item_sources
from standfirst.gathering.entries import MAX_ITEMS, Entries, tag, when
from standfirst.gathering.feed_rights import stated

#: feedparser takes some 35 µs of an element where it has to be lenient.
MAX_ELEMENTS = 150_000
CLOSING = re.compile(rb"</(?:[A-Za-z0-9_]{1,20}:)?(?:item|entry)\s{0,10}>", re.I)
#: A description so long is taken as the article's text as well.
FULL_TEXT = 1_000
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # what is dated before is a slip of a program


@item_sources.register("syndication", rank=50)
def parse(body: bytes, address: str, content_type: str) -> FeedDocument | None:
    """A feed of RSS 0.9 to 2.0, RDF or Atom as a document; None for anything else."""
    import feedparser

    body, cut = shorten(body)
    if elements(body) > MAX_ELEMENTS:
        return None
    headers = {"content-location": address, **({"content-type": content_type} if content_type else {})}
    parsed = feedparser.parse(
        io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False, response_headers=headers
    )
    kind = _kind(parsed.get("version") or "", body)
    trouble = parsed.get("bozo_exception")
    broken = bool(parsed.get("bozo")) and "SAX" in type(trouble).__name__
    if not kind or (broken and not parsed["entries"]):
        return None
    head = parsed["feed"]
    feed = Entries(address, kind, title=_get(head, "title"), language=tag(_get(head, "language")))
    feed.home = feed.link(_get(head, "link"))
    feed.terms = stated(body)
    for entry in parsed["entries"]:
        _add(feed, entry)
    warnings = [f"entries beyond the first {MAX_ITEMS:,} were left out"] if cut else []
    if broken:
        warnings.append(f"it is not well-formed XML, and was read leniently ({_line(trouble)})")
    return feed.document(warnings)


def _kind(version: str, body: bytes) -> str:
    """Our name for feedparser's version; "" where it saw no feed."""
    if version in {"rss10", "rss090"} or (version == "rss" and b"<rdf:RDF" in body[:2000]):
        return "rdf"
    return "rss" if version.startswith("rss") else "atom" if version.startswith("atom") else ""


def _line(trouble: object) -> str:
    message = getattr(trouble, "getMessage", lambda: "")()
    number = getattr(trouble, "getLineNumber", lambda: None)()
    return f"line {number}: {message}"[:120] if number else str(message)[:120]


def _get(holder: Any, key: str) -> str:
    """A value as text, without feedparser's mapping of old names to new ones (which warns)."""
    value = dict.get(holder, key, "")
    return value if isinstance(value, str) else ""


def _add(feed: Entries, entry: Any) -> None:
    published, updated = _date(feed, entry, "published"), _date(feed, entry, "updated")
    summary, content = _get(entry, "summary"), _content(entry)
    if not content and len(summary) >= FULL_TEXT and "<" in summary:
        content = summary
    authors = [_get(author, "name") or _get(author, "email") for author in _list(entry, "authors")]
    feed.add(
        _get(entry, "feedburner_origlink") or _get(entry, "link"),
        title=_get(entry, "title"),
        guid=_get(entry, "id"),
        published=published or updated,
        updated=updated,
        summary=summary or content,
        content=content,
        authors=authors or [_get(entry, "author")],
        categories=[_get(term, "label") or _get(term, "term") for term in _list(entry, "tags")],
        language=next((_get(part, "language") for part in _list(entry, "content")), ""),
    )


def _list(holder: Any, key: str) -> list[Any]:
    value = dict.get(holder, key)
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _content(entry: Any) -> str:
    """The longest of an entry's contents; plain text is made HTML."""
    texts = [
        cleaning.paragraphs(_get(part, "value")) if _get(part, "type") == "text/plain" else _get(part, "value")
        for part in _list(entry, "content")
    ]
    return max(texts, key=len, default="")


def _date(feed: Entries, entry: Any, name: str) -> datetime | None:
    """A date with its zone, UTC where none is stated; None, and counted, where it cannot be one."""
    text = _get(entry, name)
    if not text.strip():
        return None
    found = when(text) or _rfc822(text) or _struct(dict.get(entry, f"{name}_parsed"))
    if found is None or found < EARLIEST:
        feed.troubles["dates could not be read"] += 1
        return None
    return found


def _rfc822(text: str) -> datetime | None:
    """RFC 5322's date, with its own offset kept."""
    try:
        stamp = parsedate_to_datetime(text[:64])
        return stamp.replace(tzinfo=UTC) if stamp.tzinfo is None else stamp
    except (TypeError, ValueError, OverflowError):
        return None


def _struct(parsed: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def shorten(body: bytes) -> tuple[bytes, bool]:
    """The document without the entries after the first :data:`~.entries.MAX_ITEMS`, and whether any were cut."""
    ends = [found.end() for found in CLOSING.finditer(body)]
    if len(ends) <= MAX_ITEMS:
        return body, False
    return body[: ends[MAX_ITEMS - 1]] + body[ends[-1] :], True


def elements(body: bytes) -> int:
    """About how many tags a parser meets: those inside CDATA sections are none."""
    first, *rest = body.split(b"<![CDATA[")
    return first.count(b"<") + sum(piece.partition(b"]]>")[2].count(b"<") for piece in rest)
