"""RSS 2.0 by the RSS Best Practices Profile, paged by RFC 5005.

Titles, names and the channel's description are plain text; an item's description is HTML, as RSS has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from html import escape
from typing import Any

from lxml import etree

from standfirst.publishing import Entry, Listing, Network
from standfirst.publishing.formats import formats
from standfirst.publishing.fragment import as_html, mark_notes, once, plain_summary
from standfirst.publishing.links import feed_title, next_address, page_address, rfc822, self_address
from standfirst.publishing.xml import assembled, line, piece, plain, sub

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"


class Rss:
    """A listing as an RSS channel; one publication has no RSS of its own."""

    extension = "rss"
    media_type = "application/rss+xml"
    publication_type = ""
    label = "RSS"

    def listing(self, listing: Listing) -> Iterable[bytes]:
        """The channel and its items."""
        root = etree.Element("rss", version="2.0", nsmap={"atom": ATOM, "content": CONTENT, "dc": DC})
        channel = sub(root, "channel")
        network = listing.network
        title = plain(feed_title(listing))
        sub(channel, "title", title)
        sub(channel, "link", page_address(listing))
        sub(channel, "description", title)
        sub(channel, "language", network.language)
        sub(channel, "lastBuildDate", rfc822(listing.updated))
        sub(channel, "generator", "Standfirst")
        sub(channel, "docs", "https://www.rssboard.org/rss-specification")
        links = [("self", self_address(listing)), ("next", next_address(listing)), ("hub", network.hub)]
        for relation, href in links:
            if href:
                kind = {} if relation == "hub" else {"type": "application/rss+xml"}
                sub(channel, f"{{{ATOM}}}link", None, {"rel": relation, "href": href, **kind})
        place = etree.Comment()
        channel.append(place)
        yield assembled(
            root,
            place,
            [
                once(entry, "rss", piece, root, partial(_item, entry=entry, network=network))
                for entry in listing.entries
            ],
        )

    def publication(self, entry: Entry, network: Network) -> bytes | None:
        """None: a single publication is no feed."""
        return None


formats.register("rss", rank=20)(Rss())


def _item(channel: Any, entry: Entry, network: Network) -> None:
    """One item; ``description`` stands before ``content:encoded``, as the profile asks."""
    item = sub(channel, "item")
    sub(item, "title", plain(entry.headline))
    sub(item, "link", entry.permalink)
    sub(item, "description", escape(line(plain_summary(entry)), quote=False))
    sub(item, f"{{{CONTENT}}}encoded", as_html(entry))
    sub(item, f"{{{DC}}}creator", line(network.name))
    sub(item, f"{{{DC}}}language", entry.language or "und")
    for section in (entry.section, entry.second_section):
        if section:
            sub(item, "category", plain(section[1]), {"domain": f"{network.base_url}/"})
    for code, _ in entry.content.filing.topics if entry.content else ():
        sub(item, "category", code.removeprefix("medtop:"), {"domain": MEDIA_TOPICS})
    for note in mark_notes(entry):
        sub(item, "category", note.code, {"domain": f"{network.base_url}/about/marks"})
    sub(item, "guid", f"urn:uuid:{entry.id}", {"isPermaLink": "false"})
    sub(item, "pubDate", rfc822(entry.published))
    if feed := entry.source.feed or entry.source.home:
        sub(item, "source", plain(entry.source.name), {"url": feed})
