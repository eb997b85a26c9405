"""A publisher's pages: each publisher has its own template, ``town/<publisher>/page.html``.

The templates are meant to be as untidy as real ones: navigation, other headlines, cookie notices and share
buttons stand around the text. A template gets ``publisher``, ``base``, ``nav``, ``links`` (other headlines)
and, for an article, ``piece`` and what :func:`article_context` adds; for a listing ``piece`` is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from standfirst.production.demo.feeds import iso
from standfirst.production.demo.town import Piece, Publisher

if TYPE_CHECKING:
    from jinja2 import Environment

TYPES = {"live-blog": "LiveBlogPosting", "Comment": "OpinionNewsArticle", "Satire": "SatiricalArticle"}
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9" role="img"><rect width="16" height="9" '
    b'fill="#c9d6dc"/><path d="M0 6q2-1 4 0t4 0 4 0 4 0v3H0z" fill="#5b7c8d"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Link:
    """A headline with its address and section."""

    title: str
    address: str
    section: str
    summary: str = ""


@cache
def environment() -> Environment:
    """The templates of all publishers; everything they print is escaped."""
    import jinja2

    folder = files(__package__) / "town"

    def source(name: str) -> str | None:
        file = folder.joinpath(*name.split("/"))
        return file.read_text(encoding="utf-8") if file.is_file() else None

    return jinja2.Environment(
        loader=jinja2.FunctionLoader(source), autoescape=True, trim_blocks=True, undefined=jinja2.StrictUndefined
    )


def slug(label: str) -> str:
    """A section's label as a path segment."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "s"


def page(
    publisher: Publisher, base: str, title: str, links: Sequence[Link], nav: Sequence[Link], **more: object
) -> bytes:
    """A page of ``publisher``: a listing of ``links``, or an article with ``links`` beside it."""
    template = environment().get_template(f"{publisher.id}/page.html")
    context = {"piece": None, "publisher": publisher, "base": base, "title": title, "links": links, "nav": nav}
    return template.render(context | more).encode()


def article_context(
    publisher: Publisher,
    piece: Piece,
    address: str,
    canonical: str,
    published: datetime | None,
    modified: datetime | None,
    base: str,
) -> dict[str, object]:
    """What a template needs of an article beside the piece itself."""
    from babel.dates import format_datetime

    language = piece.language or publisher.language
    shown = (
        format_datetime(published, publisher.date_format, locale="en_GB" if language == "en" else language)
        if published
        else ""
    )
    image = f"{base}/images/{piece.stem}.svg"
    return {
        "piece": piece,
        "address": address,
        "canonical": canonical,
        "language": language,
        "shown": shown,
        "published": iso(published),
        "modified": iso(modified or published),
        "image": image,
        "data": structured_data(publisher, piece, canonical, published, modified, base),
    }


def structured_data(
    publisher: Publisher, piece: Piece, canonical: str, published: datetime | None, modified: datetime | None, base: str
) -> dict[str, object] | None:
    """The schema.org description in JSON-LD, or None where the publisher gives none."""
    if publisher.structured == "none":
        return None
    organisation: dict[str, object] = {"@type": "NewsMediaOrganization", "name": publisher.name, "url": f"{base}/"}
    article: dict[str, object] = {
        "@type": TYPES.get(piece.kind) or TYPES.get(piece.label) or "NewsArticle",
        "headline": piece.title,
        "description": piece.standfirst,
        "mainEntityOfPage": canonical,
        "datePublished": iso(published),
        "dateModified": iso(modified or published),
        "articleSection": piece.section,
        "author": [{"@type": "Person", "name": name} for name in piece.authors]
        or [{"@type": "Organization", "name": name} for name in (piece.agency,) if name],
        "publisher": organisation,
        "inLanguage": piece.language or publisher.language,
        "keywords": list(piece.keywords),
        "isAccessibleForFree": piece.free,
    }
    if not piece.free:
        article["hasPart"] = {
            "@type": "WebPageElement",
            "isAccessibleForFree": False,
            "cssSelector": ".subscribers-only",
        }
    article = {key: value for key, value in article.items() if value not in ("", [])}
    if publisher.structured == "graph":
        crumbs = {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": piece.section, "item": f"{base}/{slug(piece.section)}/"}
            ],
        }
        site = {"@type": "WebSite", "name": publisher.name, "url": f"{base}/"}
        return {"@context": "https://schema.org", "@graph": [site, crumbs, article]}
    return {"@context": "https://schema.org", **article}


def body_html(piece: Piece) -> str:
    """The text as plain HTML, for feeds that carry it whole."""
    from markupsafe import escape

    tags = {"heading": "h2", "quotation": "blockquote", "list-item": "li"}
    return "".join(
        f"<{tags.get(block.kind, 'p')}>{escape(block.text)}</{tags.get(block.kind, 'p')}>"
        for block in piece.blocks
        if block.kind != "caption"
    )
