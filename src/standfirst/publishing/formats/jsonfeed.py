"""JSON Feed 1.1 of a listing, with marks, evidence and provenance in an extension; ninjs of one publication."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from standfirst import values
from standfirst.publishing import Entry, Listing, Network
from standfirst.publishing.formats import formats, ninjs
from standfirst.publishing.fragment import as_html, mark_notes, once, plain_summary, why
from standfirst.publishing.links import feed_about, feed_title, hub, icon, next_address, page_address, self_address
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
            "description": line(feed_about(listing)),
            "home_page_url": page_address(listing),
            "feed_url": self_address(listing),
            "icon": icon(network),
            "favicon": icon(network),
            "language": network.language,
            "authors": [{"name": network.name, "url": f"{network.base_url}/"}],
        }
        if following := next_address(listing):
            feed["next_url"] = following
        if told := hub(listing):
            feed["hubs"] = [{"type": "WebSub", "url": told}]
        feed["_standfirst"] = {
            "about": f"{network.base_url}/about/method",
            "updated": stamp(listing.updated),
            "withdrawn": [
                {"id": f"urn:uuid:{gone.id}", "at": stamp(gone.withdrawn or gone.updated), "reason": why(gone)}
                for gone in listing.withdrawn
            ],
        }
        yield values.encode(feed)[:-1] + b',"items":['
        for number, entry in enumerate(listing.entries):
            if number:
                yield b","
            yield once(entry, "json", _encoded, entry, network)
        yield b"]}\n"

    def publication(self, entry: Entry, network: Network) -> bytes | None:
        """The publication as a ninjs document."""
        return values.encode(ninjs.document(entry, network)) + b"\n"


formats.register("json", rank=40)(Json())


def _encoded(entry: Entry, network: Network) -> bytes:
    return values.encode(item(entry, network))


def item(entry: Entry, network: Network) -> dict[str, Any]:
    """One publication as an item. Its author is the network; whose words it holds is in the extension."""
    found: dict[str, Any] = {
        "id": f"urn:uuid:{entry.id}",
        "url": entry.permalink,
        "external_url": entry.original,
        "title": line(entry.headline),
        "summary": plain_summary(entry),
        "content_html": as_html(entry, network),
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
    evidence = {mark.code: mark.evidence for mark in entry.content.marks} if entry.content else {}
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
            {"code": note.code, "text": note.sentence, "reason": note.reason, "evidence": evidence.get(note.code, ())}
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
                "authors": original.authors,
                "language": original.language,
                "kind": original.kind,
                "free": original.free,
                "words": original.words,
            },
            "statements": content.statements,
            "traced": {"statements": said, "with_evidence": traced},
            "missing": content.missing,
            "facts": content.facts,
            "filing": content.filing,
            "checks": content.checks,
            "rights": original.rights,
            "writer": content.writer,
            "digital_source_type": content.digital_source_type,
            "checked_by_person": bool(content.checked_by),
            "versions": content.versions,
        }
    return found
