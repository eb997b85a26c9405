"""JSON Feed 1.1 of a listing, with marks, evidence and provenance in an extension; ninjs of one publication."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from standfirst import values
from standfirst.publishing import Entry, Listing, Network
from standfirst.publishing.formats import formats, ninjs
from standfirst.publishing.fragment import as_html, mark_notes, once, plain_summary, why
from standfirst.publishing.links import feed_title, next_address, page_address, self_address
from standfirst.publishing.xml import line, stamp

VERSION = "https://jsonfeed.org/version/1.1"


class Json:
    """A listing as JSON Feed; one publication as ninjs 3.1."""

    extension = "json"
    media_type = "application/feed+json"
    publication_type = "application/json"
    label = "JSON"

    def listing(self, listing: Listing) -> Iterable[bytes]:
        """The feed, its items and its extension."""
        network = listing.network
        feed: dict[str, Any] = {
            "version": VERSION,
            "title": line(feed_title(listing)),
            "home_page_url": page_address(listing),
            "feed_url": self_address(listing),
            "language": network.language,
            "authors": [{"name": network.name, "url": f"{network.base_url}/"}],
        }
        if following := next_address(listing):
            feed["next_url"] = following
        if network.hub:
            feed["hubs"] = [{"type": "WebSub", "url": network.hub}]
        feed["_standfirst"] = {
            "about": f"{network.base_url}/about/method",
            "updated": stamp(listing.updated),
            "withdrawn": [
                {"id": f"urn:uuid:{gone.id}", "at": stamp(gone.withdrawn or gone.updated), "reason": why(gone)}
                for gone in listing.withdrawn
            ],
        }
        items = [once(entry, "json", _encoded, entry, network) for entry in listing.entries]
        yield b"".join([encoded(feed)[:-1], b',"items":[', b",".join(items), b"]}\n"])

    def publication(self, entry: Entry, network: Network) -> bytes | None:
        """The publication as a ninjs document."""
        return dumped(ninjs.document(entry, network))


formats.register("json", rank=40)(Json())


def _encoded(entry: Entry, network: Network) -> bytes:
    return encoded(item(entry, network))


def item(entry: Entry, network: Network) -> dict[str, Any]:
    """One publication as an item. Its author is the network; whose words it holds is in the extension."""
    found: dict[str, Any] = {
        "id": f"urn:uuid:{entry.id}",
        "url": entry.permalink,
        "external_url": entry.original,
        "title": line(entry.headline),
        "summary": line(plain_summary(entry)),
        "content_html": as_html(entry),
        "date_published": stamp(entry.published),
        "date_modified": stamp(max(entry.updated, entry.published)),
        "authors": [{"name": network.name, "url": f"{network.base_url}/"}],
        "language": entry.language or "und",
        "tags": [section[1] for section in (entry.section, entry.second_section) if section],
        "_standfirst": extension(entry),
    }
    return found


def extension(entry: Entry) -> dict[str, Any]:
    """Everything of a publication that JSON Feed has no word for; docs/reference/formats.md names each key."""
    evidence = {mark.code: values.dump(mark.evidence) for mark in entry.content.marks} if entry.content else {}
    found: dict[str, Any] = {
        "kind": entry.kind,
        "reason": why(entry),
        "source": {"name": entry.source.name, "slug": entry.source.slug, "url": entry.source.home},
        "section": entry.section[0] if entry.section else None,
        "second_section": entry.second_section[0] if entry.second_section else None,
        "story": entry.story or None,
        "source_published": stamp(entry.source_published),
        "corrected": stamp(entry.corrected) if entry.corrected else None,
        "marks": [
            {"code": note.code, "text": note.sentence, "reason": note.reason, "evidence": evidence.get(note.code, [])}
            for note in mark_notes(entry)
        ],
    }
    content = entry.content
    if content:
        original = content.original
        traced, said = content.traced
        found |= {
            "original": {
                "title": original.title,
                "byline": original.byline,
                "authors": list(original.authors),
                "language": original.language,
                "kind": original.kind,
                "free": original.free,
                "words": original.words,
            },
            "statements": values.dump(content.statements),
            "traced": {"statements": said, "with_evidence": traced},
            "missing": list(content.missing),
            "facts": values.dump(content.facts),
            "filing": values.dump(content.filing),
            "checks": values.dump(content.checks),
            "rights": values.dump(original.rights),
            "writer": content.writer,
            "digital_source_type": content.digital_source_type,
            "checked_by_person": bool(content.checked_by),
            "versions": values.dump(content.versions),
        }
    return found


def dumped(document: dict[str, Any]) -> bytes:
    """A document as UTF-8 JSON; a lone surrogate that a source smuggled in becomes a question mark."""
    return encoded(document) + b"\n"


def encoded(document: dict[str, Any]) -> bytes:
    """:func:`dumped` without the line's end, as a part of another document."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
