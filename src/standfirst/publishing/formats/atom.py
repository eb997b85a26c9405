"""Atom (RFC 4287), paged by RFC 5005, with tombstones for what was withdrawn (RFC 6721)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from standfirst.publishing import Entry, Listing, Network
from standfirst.publishing.formats import formats
from standfirst.publishing.formats.topics import topics
from standfirst.publishing.fragment import LANG, as_html, mark_notes, once, plain_summary, why
from standfirst.publishing.links import (
    absolute,
    feed_about,
    feed_title,
    hub,
    icon,
    identity,
    next_address,
    page_address,
    self_address,
)
from standfirst.publishing.xml import NOTHING, PLACE, Written, assembled, element, leaf, plain, stamp

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
        spaces = {"xmlns:at": TOMBSTONES} if listing.withdrawn else {}
        latest = max([_fine(listing.updated), *(changed(entry) for entry in listing.entries)])
        first = absolute(listing, before=None) if listing.view.before is not None else ""
        links = [
            ("self", self_address(listing), MEDIA_TYPE),
            ("alternate", page_address(listing), "text/html"),
            ("next", next_address(listing), MEDIA_TYPE),
            ("first", first, MEDIA_TYPE),
            ("hub", hub(listing), ""),
        ]
        root = element(
            "feed",
            {"xmlns": ATOM, **spaces, LANG: network.language},
            leaf("id", identity(listing)),
            leaf("title", plain(feed_title(listing))),
            leaf("subtitle", plain(feed_about(listing))),
            leaf("updated", latest),
            *(_link(relation, href, kind) for relation, href, kind in links if href),
            element("author", None, leaf("name", plain(network.name)), leaf("uri", f"{network.base_url}/")),
            leaf("generator", "Standfirst"),
            leaf("icon", icon(network)),
            leaf("logo", network.base_url + network.look.logo) if network.look.logo else NOTHING,
            PLACE,
            *map(_tombstone, listing.withdrawn),
        )
        yield from assembled(root, [once(entry, "atom", _piece, entry, network) for entry in listing.entries])

    def publication(self, entry: Entry, network: Network) -> bytes | None:
        """None: a single publication is no feed."""
        return None


formats.register("atom", rank=30)(Atom())


def _piece(entry: Entry, network: Network) -> bytes:
    return element("entry", {LANG: entry.language or "und"}, *_inside(entry, network)).encode()


def _inside(entry: Entry, network: Network) -> Iterator[Written]:
    """What an entry holds, in order."""
    yield leaf("id", f"urn:uuid:{entry.id}")
    yield leaf("title", plain(entry.headline))
    yield leaf("published", stamp(entry.published))
    yield leaf("updated", changed(entry))
    yield _link("alternate", entry.permalink, "text/html")
    yield _link("via", entry.original, "text/html", entry.source.name)
    for name, address in entry.related:
        yield _link("related", address, "text/html", name)
    for section in (entry.section, entry.second_section):
        if section:
            named = {"term": section[0], "scheme": f"{network.base_url}/", "label": plain(section[1])}
            yield element("category", named)
    for topic in topics(entry, network.language):
        yield element("category", {"term": topic.code, "scheme": MEDIA_TOPICS, "label": plain(topic.name)})
    for note in mark_notes(entry):
        scheme = f"{network.base_url}/about/marks"
        yield element("category", {"term": note.code, "scheme": scheme, "label": plain(note.name)})
    yield leaf("summary", plain_summary(entry, plain))
    yield leaf("content", as_html(entry, network), {"type": "html"})


def changed(entry: Entry) -> str:
    """When an entry last changed, its fraction of a second its own: no two of a feed may have changed at once.

    One round corrects many in a moment. The fraction is made of the publication's position, which is unique.
    """
    at = max(entry.updated, entry.published)
    return _fine(at.replace(microsecond=entry.position % _PRIME % 1_000_000))


def _fine(at: datetime) -> str:
    return f"{stamp(at).removesuffix('Z')}.{at.microsecond:06}Z"


def _link(relation: str, href: str, kind: str, title: str = "") -> Written:
    attributes = {"rel": relation, "href": href}
    if kind:
        attributes["type"] = kind
    if title:
        attributes["title"] = plain(title)
    return element("link", attributes)


def _tombstone(entry: Entry) -> Written:
    when = entry.withdrawn or entry.updated
    page = _link("alternate", entry.permalink, "text/html")
    comment = leaf("at:comment", plain(why(entry))) if entry.reason else NOTHING
    return element("at:deleted-entry", {"ref": f"urn:uuid:{entry.id}", "when": stamp(when)}, page, comment)
