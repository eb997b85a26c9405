"""Structured data of a publication: schema.org NewsArticle as JSON-LD, and Open Graph."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from markupsafe import Markup

from standfirst.publishing import Entry, Network
from standfirst.publishing.fragment import lead
from standfirst.publishing.pages import Change
from standfirst.publishing.pages.words import web

#: Longest description that a link's preview is given.
DESCRIPTION = 300
#: What a script must not hold, and how JSON writes it.
_UNSAFE = [(character, f"\\u{ord(character):04x}") for character in "<>&\u2028\u2029"]
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
NEWSCODES = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def in_script(value: object) -> Markup:
    """JSON that is safe inside ``<script type="application/ld+json">``: no ``<``, ``>`` or ``&`` stands in it."""
    text = _ENCODER.encode(value)
    for character, safe in _UNSAFE:
        text = text.replace(character, safe)
    return Markup(text)  # noqa: S704 - made safe above


def news_article(entry: Entry, network: Network, changes: tuple[Change, ...], zoned: Any) -> dict[str, Any]:
    """The NewsArticle of a publication. ``zoned`` gives a moment in the network's zone.

    Author is the network as an Organization; ``isBasedOn`` is the original. Nothing that is not known is named.
    """
    content = entry.content
    base = network.base_url.rstrip("/")
    organisation = pruned({"@type": "Organization", "name": network.name, "url": f"{base}/"})
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": f"urn:uuid:{entry.id}",
        "url": entry.permalink,
        "mainEntityOfPage": entry.permalink,
        "headline": entry.headline,
        "description": description(entry),
        "inLanguage": entry.language,
        "datePublished": _iso(entry.published, zoned),
        "dateModified": _iso(max(entry.updated, entry.published), zoned),
        "author": organisation,
        "publisher": organisation,
        "publishingPrinciples": f"{base}/about/method",
        "articleSection": entry.section[1] if entry.section else None,
        "isBasedOn": original(entry, zoned),
        "correction": [
            {"@type": "CorrectionComment", "text": change.note, "datePublished": _iso(change.at, zoned)}
            for change in changes
            if change.correction
        ],
    }
    if content is not None:
        if content.digital_source_type:
            kind = content.digital_source_type
            found["digitalSourceType"] = kind if "://" in kind else NEWSCODES + kind
        # schema.org has no term for our marks; keywords carry their codes so that programs see them.
        found["keywords"] = [f"mark:{mark.code}" for mark in content.marks]
    return pruned(found)


def original(entry: Entry, zoned: Any) -> dict[str, Any]:
    """The source's article, as ``isBasedOn`` names it."""
    content = entry.content
    found: dict[str, Any] = {
        "@type": "NewsArticle",
        "url": web(entry.original),
        "publisher": pruned({"@type": "Organization", "name": entry.source.name, "url": web(entry.source.home)}),
        "datePublished": _iso(entry.source_published, zoned),
    }
    if content is not None:
        found["headline"] = content.original.title
        found["author"] = [{"@type": "Person", "name": name} for name in content.original.authors]
        found["isAccessibleForFree"] = content.original.free
        stamp = content.original.published
        if stamp is not None and not stamp.precise:
            found["datePublished"] = zoned(stamp.at).date().isoformat()
    return pruned(found)


def description(entry: Entry) -> str:
    """The first statement, quoted where it is the source's own words, cut at a word where a preview has no room."""
    return lead(entry, _cut)


def _cut(text: str) -> str:
    return text if len(text) <= DESCRIPTION else text[:DESCRIPTION].rsplit(" ", 1)[0] + "…"


def pruned(value: dict[str, Any]) -> dict[str, Any]:
    """Without the keys that have nothing to say: no text, no members, None."""
    return {key: each for key, each in value.items() if each or each is False}


def _iso(at: datetime, zoned: Any) -> str:
    return str(zoned(at).isoformat(timespec="seconds"))


__all__ = ["description", "in_script", "news_article", "original", "pruned"]
