"""A feed's document to its items, whichever kind it is; or why it is none, in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from standfirst.gathering import Failure, FeedDocument, item_sources, xmltree
from standfirst.gathering.items import syndication

#: Kinds that read any page and so are asked only by name.
ON_REQUEST = frozenset({"links"})
MAX_BYTES = 20_000_000

Parser = Callable[[bytes, str, str], FeedDocument | None]


def parse(body: bytes, address: str, content_type: str = "", *, kind: str = "") -> FeedDocument | Failure:
    """The items of the document fetched from ``address``.

    ``content_type`` is the header's value; ``kind`` ``links`` reads a page of links, anything else finds the
    kind by itself. A :class:`Failure` (``not-a-feed``, ``too-large``) says what the document is instead.
    """
    if len(body) > MAX_BYTES:
        return Failure(address, "too-large", f"it is more than {MAX_BYTES:,} bytes")
    for name in [kind] if kind in ON_REQUEST else item_sources:
        if name in ON_REQUEST and name != kind:
            continue
        document = cast(Parser, item_sources[name])(body, address, content_type)
        if document is not None:
            return document
    return Failure(address, "not-a-feed", f"this is no feed: {described(body, kind)}")


def described(body: bytes, kind: str = "") -> str:
    """What a document that is no feed seems to be."""
    start = body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not start:
        return "it is empty"
    if kind in ON_REQUEST:
        return "it has no links that read like headlines"
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start:
        return "it is a web page"
    if start.startswith((b"{", b"[")):
        return "it is JSON, but no JSON Feed"
    if not start.startswith(b"<"):
        return "it is neither XML nor JSON"
    if syndication.elements(body) > syndication.MAX_ELEMENTS:
        return f"it has more than {syndication.MAX_ELEMENTS:,} elements"
    if b"<rss" in start or b"<feed" in start or b"<rdf" in start:
        return "it looks like one, but is broken XML without entries"
    root = xmltree.parse(body)
    name = xmltree.name(root) if root is not None else ""
    if name == "urlset":
        return "it is a sitemap without news"
    if name == "sitemapindex":
        return "it is an index of sitemaps"
    return f"its root element is <{name[:40]}>" if name else "it is broken XML"
