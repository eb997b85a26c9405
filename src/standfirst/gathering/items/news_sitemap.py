"""News sitemaps: sitemaps.org 0.9 with the ``news`` extension; a plain sitemap names no articles."""

from __future__ import annotations

from typing import Any

from standfirst.gathering import FeedDocument, item_sources, xmltree
from standfirst.gathering.entries import MAX_ITEMS, Entries, tag, when


@item_sources.register("news-sitemap", rank=20)
def parse(body: bytes, address: str, content_type: str) -> FeedDocument | None:
    """A news sitemap as a document; None for anything else, a plain sitemap among it."""
    head = body[:4000].lower()
    if b"<urlset" not in head and b":urlset" not in head:
        return None
    root = xmltree.parse(body)
    if root is None or xmltree.name(root) != "urlset":
        return None
    feed = Entries(address, "news-sitemap")
    named = False
    for row in root:
        fields = {xmltree.name(child): child for child in row} if xmltree.name(row) == "url" else {}
        news = fields.get("news")
        if news is None or "loc" not in fields:
            continue
        named = True
        if len(feed.items) < MAX_ITEMS:
            _add(feed, fields, news)
    if not named:
        return None
    return feed.document()


def _add(feed: Entries, fields: dict[str, Any], news: Any) -> None:
    stated = {xmltree.name(child): child for child in news}
    publication = {xmltree.name(child): child for child in stated.get("publication", ())}
    feed.title = feed.title or xmltree.text(publication.get("name"), 500)
    language = tag(xmltree.text(publication.get("language"), 40))
    feed.language = feed.language or language
    feed.add(
        xmltree.text(fields["loc"], 2000),
        title=xmltree.text(stated.get("title"), 2000),
        published=when(xmltree.text(stated.get("publication_date"), 64)),
        updated=when(xmltree.text(fields.get("lastmod"), 64)),
        categories=xmltree.text(stated.get("keywords"), 2000).split(","),
        language=language,
    )
