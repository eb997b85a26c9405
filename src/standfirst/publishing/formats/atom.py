"""Atom (RFC 4287), paged by RFC 5005, with tombstones for what was withdrawn (RFC 6721)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from lxml import etree

from standfirst.publishing import Entry, Listing, Network
from standfirst.publishing.formats import formats
from standfirst.publishing.fragment import LANG, as_html, mark_notes, once, plain_summary, why
from standfirst.publishing.links import absolute, feed_title, identity, next_address, page_address, self_address
from standfirst.publishing.xml import assembled, piece, plain, stamp, sub

ATOM = "http://www.w3.org/2005/Atom"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
MEDIA_TYPE = "application/atom+xml"
# Positions that differ by whole seconds leave different rests.
_PRIME = 1_000_003
MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"


class Atom:
    """A listing as an Atom feed; one publication has no Atom of its own."""

    extension = "atom"
    media_type = MEDIA_TYPE
    publication_type = ""
    label = "Atom"

    def listing(self, listing: Listing) -> Iterable[bytes]:
        """The feed, its entries and its tombstones."""
        network = listing.network
        # The tombstones' namespace is named where there are any: few programs know it.
        spaces = {None: ATOM, "at": TOMBSTONES} if listing.withdrawn else {None: ATOM}
        root = etree.Element(f"{{{ATOM}}}feed", nsmap=spaces)
        root.set(LANG, network.language)
        sub(root, "id", identity(listing))
        sub(root, "title", plain(feed_title(listing)))
        sub(root, "updated", max([_fine(listing.updated), *(changed(entry) for entry in listing.entries)]))
        first = absolute(listing, before=None) if listing.view.before is not None else ""
        links = [
            ("self", self_address(listing), MEDIA_TYPE),
            ("alternate", page_address(listing), "text/html"),
            ("next", next_address(listing), MEDIA_TYPE),
            ("first", first, MEDIA_TYPE),
            ("hub", network.hub, ""),
        ]
        for relation, href, kind in links:
            if href:
                _link(root, relation, href, kind)
        author = sub(root, "author")
        sub(author, "name", plain(network.name))
        sub(author, "uri", f"{network.base_url}/")
        sub(root, "generator", "Standfirst")
        place = etree.Comment()
        root.append(place)
        for gone in listing.withdrawn:
            _tombstone(root, gone)
        yield assembled(
            root,
            place,
            [
                once(entry, "atom", piece, root, partial(_entry, entry=entry, network=network))
                for entry in listing.entries
            ],
        )

    def publication(self, entry: Entry, network: Network) -> bytes | None:
        """None: a single publication is no feed."""
        return None


formats.register("atom", rank=30)(Atom())


def _entry(root: Any, entry: Entry, network: Network) -> None:
    found = sub(root, "entry")
    found.set(LANG, entry.language or "und")
    sub(found, "id", f"urn:uuid:{entry.id}")
    sub(found, "title", plain(entry.headline))
    sub(found, "published", stamp(entry.published))
    sub(found, "updated", changed(entry))
    _link(found, "alternate", entry.permalink, "text/html")
    _link(found, "via", entry.original, "text/html", entry.source.name)
    for name, address in entry.related:
        _link(found, "related", address, "text/html", name)
    for section in (entry.section, entry.second_section):
        if section:
            named = {"term": section[0], "scheme": f"{network.base_url}/", "label": plain(section[1])}
            sub(found, "category", None, named)
    for code, _ in entry.content.filing.topics if entry.content else ():
        sub(found, "category", None, {"term": code.removeprefix("medtop:"), "scheme": MEDIA_TOPICS})
    for note in mark_notes(entry):
        scheme = f"{network.base_url}/about/marks"
        sub(found, "category", None, {"term": note.code, "scheme": scheme, "label": note.sentence or note.name})
    sub(found, "summary", plain(plain_summary(entry)))
    sub(found, "content", as_html(entry), {"type": "html"})


def changed(entry: Entry) -> str:
    """When an entry last changed, its fraction of a second its own: no two of a feed may have changed at once.

    One round corrects many in a moment. The fraction is made of the publication's position, which is unique.
    """
    at = max(entry.updated, entry.published)
    return _fine(at.replace(microsecond=entry.position % _PRIME % 1_000_000))


def _fine(at: datetime) -> str:
    return f"{stamp(at).removesuffix('Z')}.{at.microsecond:06}Z"


def _link(parent: Any, relation: str, href: str, kind: str, title: str = "") -> None:
    attributes = {"rel": relation, "href": href}
    if kind:
        attributes["type"] = kind
    if title:
        attributes["title"] = plain(title)
    sub(parent, "link", None, attributes)


def _tombstone(root: Any, entry: Entry) -> None:
    when = entry.withdrawn or entry.updated
    deleted = sub(root, f"{{{TOMBSTONES}}}deleted-entry", None, {"ref": f"urn:uuid:{entry.id}", "when": stamp(when)})
    _link_atom(deleted, entry)
    if entry.reason:
        sub(deleted, "comment", plain(why(entry)))


def _link_atom(deleted: Any, entry: Entry) -> None:
    sub(deleted, f"{{{ATOM}}}link", None, {"rel": "alternate", "href": entry.permalink, "type": "text/html"})
