"""The feeds of the town's publishers: RSS 2.0, Atom, JSON Feed 1.1, RSS 1.0 (RDF) and news sitemaps."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece as a feed lists it. ``html`` is the whole text where the feed carries it, else ""."""

    address: str
    guid: str
    title: str
    summary: str
    html: str
    published: datetime | None
    updated: datetime | None
    authors: tuple[str, ...]
    category: str
    language: str


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed about itself; addresses are absolute."""

    address: str
    home: str
    title: str
    tagline: str
    language: str
    updated: datetime


def element(name: str, text: str, attributes: str = "") -> str:
    """``<name>text</name>``, or nothing where there is no text."""
    return f"<{name}{attributes}>{escape(text)}</{name}>" if text else ""


def iso(at: datetime | None) -> str:
    """RFC 3339, or "" for none."""
    return at.isoformat(timespec="seconds") if at else ""


def rss(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """RSS 2.0 with the namespaces publishers use."""
    items = "".join(
        "<item>"
        + element("title", entry.title)
        + element("link", entry.address)
        + element("guid", entry.guid, ' isPermaLink="false"')
        + element("description", entry.summary)
        + element("content:encoded", entry.html)
        + "".join(element("dc:creator", author) for author in entry.authors)
        + element("category", entry.category)
        + element("pubDate", format_datetime(entry.published) if entry.published else "")
        + "</item>\n"
        for entry in entries
    )
    return (
        f'{HEAD}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f"<channel>{element('title', channel.title)}{element('link', channel.home)}"
        f"{element('description', channel.tagline)}{element('language', channel.language)}"
        f'<atom:link rel="self" type="application/rss+xml" href={quoteattr(channel.address)}/>'
        f"{element('lastBuildDate', format_datetime(channel.updated))}\n{items}</channel></rss>\n"
    ).encode()


def atom(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """Atom (RFC 4287); the language of an entry is its own."""
    items = "".join(
        f"<entry xml:lang={quoteattr(entry.language)}>"
        + element("id", entry.guid)
        + element("title", entry.title)
        + f'<link rel="alternate" href={quoteattr(entry.address)}/>'
        + element("published", iso(entry.published))
        + element("updated", iso(entry.updated or entry.published or channel.updated))
        + "".join(f"<author>{element('name', author)}</author>" for author in entry.authors)
        + f"<category term={quoteattr(entry.category)}/>"
        + element("summary", entry.summary)
        + element("content", entry.html, ' type="html"')
        + "</entry>\n"
        for entry in entries
    )
    return (
        f'{HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(channel.language)}>'
        f"{element('id', channel.address)}{element('title', channel.title)}{element('subtitle', channel.tagline)}"
        f'<link rel="self" href={quoteattr(channel.address)}/><link href={quoteattr(channel.home)}/>'
        f"<author>{element('name', channel.title)}</author>"
        f"{element('updated', iso(channel.updated))}\n{items}</feed>\n"
    ).encode()


def rdf(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """RSS 1.0 with Dublin Core."""
    order = "".join(f"<rdf:li rdf:resource={quoteattr(entry.address)}/>" for entry in entries)
    items = "".join(
        f"<item rdf:about={quoteattr(entry.address)}>"
        + element("title", entry.title)
        + element("link", entry.address)
        + element("description", entry.summary)
        + element("dc:date", iso(entry.published))
        + "".join(element("dc:creator", author) for author in entry.authors)
        + element("dc:subject", entry.category)
        + "</item>\n"
        for entry in entries
    )
    return (
        f'{HEAD}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about={quoteattr(channel.address)}>'
        f"{element('title', channel.title)}{element('link', channel.home)}"
        f"{element('description', channel.tagline)}{element('dc:language', channel.language)}"
        f"<items><rdf:Seq>{order}</rdf:Seq></items></channel>\n{items}</rdf:RDF>\n"
    ).encode()


def json_feed(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """JSON Feed 1.1."""
    items = []
    for entry in entries:
        item = {
            "id": entry.guid,
            "url": entry.address,
            "title": entry.title,
            "summary": entry.summary,
            "content_html": entry.html,
            "content_text": "" if entry.html else entry.summary,
            "date_published": iso(entry.published),
            "date_modified": iso(entry.updated),
            "authors": [{"name": author} for author in entry.authors],
            "tags": [entry.category],
            "language": entry.language,
        }
        items.append({key: value for key, value in item.items() if value})
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.address,
        "description": channel.tagline,
        "language": channel.language,
        "items": items,
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def news_sitemap(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """A sitemap (sitemaps.org) with the news extension: it has titles and dates but no text."""
    items = "".join(
        f"<url>{element('loc', entry.address)}{element('lastmod', iso(entry.updated))}<news:news><news:publication>"
        f"{element('news:name', channel.title)}{element('news:language', entry.language)}</news:publication>"
        f"{element('news:publication_date', iso(entry.published))}{element('news:title', entry.title)}"
        "</news:news></url>\n"
        for entry in entries
    )
    return (
        f'{HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{items}</urlset>\n'
    ).encode()


def sitemap(addresses: Sequence[tuple[str, datetime | None]]) -> bytes:
    """A plain sitemap of ``(address, changed)``."""
    items = "".join(
        f"<url>{element('loc', address)}{element('lastmod', iso(changed and changed.astimezone(UTC)))}</url>\n"
        for address, changed in addresses
    )
    return f'{HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{items}</urlset>\n'.encode()


#: By kind: how it is written, and its media type.
WRITERS: dict[str, tuple[Callable[[Channel, Sequence[Entry]], bytes], str]] = {
    "rss": (rss, "application/rss+xml; charset=utf-8"),
    "atom": (atom, "application/atom+xml; charset=utf-8"),
    "rdf": (rdf, "application/rdf+xml; charset=utf-8"),
    "json": (json_feed, "application/feed+json; charset=utf-8"),
    "news-sitemap": (news_sitemap, "application/xml; charset=utf-8"),
}
