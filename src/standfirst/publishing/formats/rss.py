"""RSS 2.0 by the RSS Best Practices Profile, paged by RFC 5005.

Titles, names and the channel's description are plain text; an item's description is HTML, as RSS has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from standfirst.publishing import Entry, Listing, Network
from standfirst.publishing.formats import formats
from standfirst.publishing.formats.topics import topics
from standfirst.publishing.fragment import as_html, mark_notes, once, plain_summary
from standfirst.publishing.links import feed_about, feed_title, hub, next_address, page_address, rfc822, self_address
from standfirst.publishing.xml import NOTHING, PLACE, Written, assembled, element, leaf, line, plain, stamp

SPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"
#: What a channel's image may be: extensions, and the most pixels across and down.
IMAGES, WIDEST, HIGHEST = (".png", ".jpg", ".jpeg", ".gif"), 144, 400


class Rss:
    """A listing as an RSS channel; one publication has no RSS of its own."""

    extension = "rss"
    media_type = "application/rss+xml"
    publication_type = ""
    label = "RSS"

    def listing(self, listing: Listing) -> Iterable[bytes]:
        """The channel and its items."""
        network = listing.network
        title = plain(feed_title(listing))
        links = [("self", self_address(listing)), ("next", next_address(listing)), ("hub", hub(listing))]
        channel = element(
            "channel",
            None,
            leaf("title", title),
            leaf("link", page_address(listing)),
            leaf("description", plain(feed_about(listing))),
            leaf("language", network.language),
            leaf("lastBuildDate", rfc822(listing.updated)),
            leaf("generator", "Standfirst"),
            leaf("docs", "https://www.rssboard.org/rss-specification"),
            *(_link(relation, href) for relation, href in links if href),
            _image(network, title, page_address(listing)),
            PLACE,
        )
        root = element("rss", SPACES | {"version": "2.0"}, channel)
        yield from assembled(root, [once(entry, "rss", _piece, entry, network) for entry in listing.entries])

    def publication(self, entry: Entry, network: Network) -> bytes | None:
        """None: a single publication is no feed."""
        return None


formats.register("rss", rank=20)(Rss())


def _link(relation: str, href: str) -> Written:
    kind = {} if relation == "hub" else {"type": "application/rss+xml"}
    return element("atom:link", {"rel": relation, "href": href, **kind})


def _image(network: Network, title: str, page: str) -> Written:
    """The operator's logo, where it is of a kind and size that RSS allows."""
    look, (width, height) = network.look, network.look.logo_size
    if not look.logo.lower().endswith(IMAGES) or not (0 < width <= WIDEST and 0 < height <= HIGHEST):
        return NOTHING
    size = (leaf("width", str(width)), leaf("height", str(height)))
    return element(
        "image", None, leaf("url", network.base_url + look.logo), leaf("title", title), leaf("link", page), *size
    )


def _piece(entry: Entry, network: Network) -> bytes:
    return element("item", None, *_inside(entry, network)).encode()


def _inside(entry: Entry, network: Network) -> Iterator[Written]:
    """What an item holds; ``description`` stands before ``content:encoded``, as the profile asks."""
    yield leaf("title", plain(entry.headline))
    yield leaf("link", entry.permalink)
    yield leaf("description", escape(plain_summary(entry), quote=False))
    yield leaf("content:encoded", as_html(entry, network))
    yield leaf("dc:creator", line(network.name))
    yield leaf("dc:language", entry.language or "und")
    for section in (entry.section, entry.second_section):
        if section:
            yield leaf("category", plain(section[1]), {"domain": f"{network.base_url}/"})
    for topic in topics(entry, network.language):
        yield leaf("category", plain(topic.name), {"domain": MEDIA_TOPICS})
    for note in mark_notes(entry):
        yield leaf("category", plain(note.name), {"domain": f"{network.base_url}/about/marks"})
    yield leaf("guid", f"urn:uuid:{entry.id}", {"isPermaLink": "false"})
    yield leaf("pubDate", rfc822(entry.published))
    if entry.updated > entry.published:  # RSS itself has no word for a later version
        yield leaf("atom:updated", stamp(entry.updated))
    if feed := entry.source.feed or entry.source.home:
        yield leaf("source", plain(entry.source.name), {"url": feed})
