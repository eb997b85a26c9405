"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any

from standfirst.gathering import FeedDocument, cleaning, item_sources
from standfirst.gathering.entries import Entries, tag, when


@item_sources.register("json", rank=10)
def parse(body: bytes, address: str, content_type: str) -> FeedDocument | None:
    """A JSON Feed as a document; None for anything else."""
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return None
    try:
        data = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    items = data.get("items")
    if not str(data.get("version", "")).startswith(("https://jsonfeed.org/", "http://jsonfeed.org/")):
        return None
    if not isinstance(items, list):
        return None
    feed = Entries(address, "json", title=_text(data.get("title")), language=tag(data.get("language")))
    feed.home = feed.link(data.get("home_page_url"))
    own = _authors(data)
    for item in items:
        if isinstance(item, dict):
            text = _text(item.get("content_text"))
            content = _text(item.get("content_html")) or cleaning.paragraphs(text)
            feed.add(
                item.get("url") or item.get("external_url"),
                title=_text(item.get("title")),
                guid=_text(item.get("id")),
                published=when(item.get("date_published")),
                updated=when(item.get("date_modified")),
                summary=_text(item.get("summary")) or content,
                content=content,
                authors=_authors(item) or own,
                categories=item["tags"] if isinstance(item.get("tags"), list) else (),
                language=item.get("language"),
            )
    return feed.document()


def _text(value: Any) -> str:
    """Text, or a number where an id was written as one."""
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def _authors(holder: dict[str, Any]) -> list[str]:
    """Authors' names: 1.1 has a list, 1.0 had one object."""
    listed = holder.get("authors")
    authors = listed if isinstance(listed, list) else [holder.get("author")]
    return [_text(author.get("name")) for author in authors if isinstance(author, dict)]
