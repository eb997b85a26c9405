"""NewsML-G2 2.35: a listing as a news message, one publication as a news item (IPTC, power conformance).

Controlled values are QCodes whose schemes stand in the document's own catalog, so that it can be read alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from standfirst.publishing import Entry, Listing, Network, View
from standfirst.publishing.formats import formats
from standfirst.publishing.formats.ninjs import usage_terms
from standfirst.publishing.fragment import LANG, fragment, mark_notes, not_stated, once, why
from standfirst.publishing.links import feed_title, identity, next_address, page_address, self_address, to
from standfirst.publishing.xml import DECLARATION, assembled, line, piece, stamp, sub

NAR = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"
RELATIONS = "http://www.iana.org/assignments/relation/"
NEWSCODES = "http://cv.iptc.org/newscodes"
SCHEMES = {
    "ninat": f"{NEWSCODES}/ninature/",
    "stat": f"{NEWSCODES}/pubstatusg2/",
    "medtop": f"{NEWSCODES}/mediatopic/",
    "digsrctype": f"{NEWSCODES}/digitalsourcetype/",
    "drol": f"{NEWSCODES}/descriptionrole/",
    "isrol": f"{NEWSCODES}/infosourcerole/",
    "pgrmod": f"{NEWSCODES}/packagegroupmode/",
}


class NewsML:
    """A listing as a news message of one package and its items; one publication as a news item."""

    extension = "xml"
    media_type = "application/vnd.iptc.g2.newsmessage+xml"
    publication_type = "application/vnd.iptc.g2.newsitem+xml"
    label = "XML"

    def listing(self, listing: Listing) -> Iterable[bytes]:
        """The message: a package that lists the items in order, then the items."""
        root = etree.Element(f"{{{NAR}}}newsMessage", nsmap={None: NAR})
        header = sub(root, "header")
        sub(header, "sent", stamp(listing.updated))
        sub(header, "sender", line(listing.network.name))
        items = sub(root, "itemSet")
        _package(items, listing)
        place = etree.Comment()
        items.append(place)
        yield assembled(root, place, [once(entry, "xml", _piece, entry, listing.network) for entry in listing.entries])

    def publication(self, entry: Entry, network: Network) -> bytes | None:
        """The news item as a document."""
        item = once(entry, "xml", _piece, entry, network)
        return b"".join([DECLARATION, _ALONE, item.removeprefix(_WITHIN), b"\n"])


formats.register("xml", rank=50)(NewsML())
# An item within a message has the message's namespace; alone it declares its own.
_WITHIN = b"<newsItem"
_ALONE = f'<newsItem xmlns="{NAR}"'.encode()


def _piece(entry: Entry, network: Network) -> bytes:
    """The news item as it stands in a message."""
    root = etree.Element(f"{{{NAR}}}newsMessage", nsmap={None: NAR})
    return piece(root, lambda at: at.append(news_item(entry, network)))


def news_item(entry: Entry, network: Network) -> Any:
    """One publication: rights, what it is, what it says of the original, and its text as XHTML."""
    item = etree.Element(f"{{{NAR}}}newsItem", nsmap={None: NAR})
    _standard(item, f"urn:uuid:{entry.id}", entry.language or network.language, network)
    changed = max(entry.updated, entry.published)
    # A version is a positive number that grows with each change: seconds since the publication went out.
    item.set("version", str(1 + int((changed - entry.published).total_seconds())))
    rights = sub(item, "rightsInfo")
    holder = sub(rights, "copyrightHolder", None, {"uri": entry.source.home} if entry.source.home else None)
    sub(holder, "name", line(entry.source.name))
    sub(rights, "usageTerms", usage_terms(entry))
    meta = sub(item, "itemMeta")
    sub(meta, "itemClass", None, {"qcode": "ninat:text"})
    _provider(meta, network)
    sub(meta, "versionCreated", stamp(changed))
    sub(meta, "firstCreated", stamp(entry.published))
    sub(meta, "pubStatus", None, {"qcode": "stat:usable"})
    sub(meta, "title", line(entry.headline))
    notes = mark_notes(entry)
    for text in (*(note.text for note in notes), not_stated(entry), why(entry)):
        if text:
            sub(meta, "edNote", line(text))
    _link(meta, "alternate", entry.permalink, "text/html")
    _link(meta, "via", entry.original, "text/html", entry.source.name)
    for name, address in entry.related:
        _link(meta, "related", address, "text/html", name)
    _content_meta(item, entry, network)
    content = sub(sub(item, "contentSet"), "inlineXML", None, {"contenttype": "application/xhtml+xml"})
    html = etree.SubElement(content, f"{{{XHTML}}}html", nsmap={None: XHTML})
    sub(sub(html, "head"), "title", line(entry.headline))
    sub(html, "body").append(fragment(entry, XHTML))
    return item


def _content_meta(item: Any, entry: Entry, network: Network) -> None:
    """What the content is and is about."""
    meta = sub(item, "contentMeta")
    sub(meta, "contentCreated", stamp(entry.source_published))
    sub(meta, "contentModified", stamp(max(entry.updated, entry.published)))
    content = entry.content
    if content and (kind := content.digital_source_type.rsplit("/", 1)[-1]):
        sub(meta, "digitalSourceType", None, {"qcode": f"digsrctype:{kind}"})
    source = {"role": "isrol:originfo"} | ({"uri": entry.source.home} if entry.source.home else {})
    sub(sub(meta, "infoSource", None, source), "name", line(entry.source.name))
    sub(sub(meta, "creator", None, {"uri": f"{network.base_url}/"}), "name", line(network.name))
    sub(meta, "language", None, {"tag": entry.language or "und"})
    for note in mark_notes(entry):
        genre = sub(meta, "genre", None, {"uri": f"{network.base_url}/about/marks#{note.code}"})
        sub(genre, "name", note.name)
    for section in (entry.section, entry.second_section):
        if section:
            subject = sub(meta, "subject", None, {"uri": to(network, View("section", section[0]))})
            sub(subject, "name", section[1])
    for topic, confidence in content.filing.topics if content else ():
        percent = str(round(100 * min(1.0, max(0.0, confidence))))
        sub(meta, "subject", None, {"qcode": f"medtop:{topic.removeprefix('medtop:')}", "confidence": percent})
    sub(meta, "headline", line(entry.headline))
    if content and content.original.byline:
        sub(meta, "by", line(content.original.byline))
    if entry.lead:
        sub(meta, "description", line(entry.lead), {"role": "drol:summary"})


def _package(items: Any, listing: Listing) -> None:
    """The view itself: its addresses, and its items in order in one group, which may be empty."""
    network = listing.network
    package = sub(items, "packageItem")
    _standard(package, identity(listing), network.language, network)
    meta = sub(package, "itemMeta")
    sub(meta, "itemClass", None, {"qcode": "ninat:composite"})
    _provider(meta, network)
    sub(meta, "versionCreated", stamp(listing.updated))
    sub(meta, "pubStatus", None, {"qcode": "stat:usable"})
    sub(meta, "title", line(feed_title(listing)))
    own = NewsML.media_type
    _link(meta, "self", self_address(listing), own)
    _link(meta, "alternate", page_address(listing), "text/html")
    _link(meta, "next", next_address(listing), own)
    groups = sub(package, "groupSet", None, {"root": "view"})
    group = sub(groups, "group", None, {"id": "view", "mode": "pgrmod:seq"})
    for entry in listing.entries:
        found = sub(
            group, "itemRef", None, {"residref": f"urn:uuid:{entry.id}", "contenttype": NewsML.publication_type}
        )
        sub(found, "itemClass", None, {"qcode": "ninat:text"})
        sub(found, "title", line(entry.headline))


def _standard(item: Any, guid: str, language: str, network: Network) -> None:
    """The attributes and the catalog that every item begins with."""
    item.set("standard", "NewsML-G2")
    item.set("standardversion", "2.35")
    item.set("conformance", "power")
    item.set("guid", guid)
    item.set(LANG, language)
    catalog = sub(item, "catalog")
    for alias, uri in SCHEMES.items():
        sub(catalog, "scheme", None, {"alias": alias, "uri": uri})


def _provider(meta: Any, network: Network) -> None:
    sub(sub(meta, "provider", None, {"uri": f"{network.base_url}/"}), "name", line(network.name))


def _link(meta: Any, relation: str, href: str, kind: str, title: str = "") -> None:
    if href:
        named = {"title": line(title)} if title else {}
        sub(meta, "link", None, {"reluri": RELATIONS + relation, "href": href, "contenttype": kind, **named})
