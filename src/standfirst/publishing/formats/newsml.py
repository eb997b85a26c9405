"""NewsML-G2 2.35: a listing as a news message, one publication as a news item (IPTC, power conformance).

Controlled values are QCodes whose schemes stand in the document's own catalog, so that it can be read alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from standfirst.publishing import Entry, Listing, Network, View
from standfirst.publishing.formats import formats
from standfirst.publishing.formats.ninjs import usage_terms
from standfirst.publishing.formats.topics import topics
from standfirst.publishing.fragment import LANG, fragment, lead, mark_notes, not_stated, once, why
from standfirst.publishing.links import feed_title, identity, next_address, page_address, self_address, to
from standfirst.publishing.xml import DECLARATION, NOTHING, PLACE, Written, assembled, element, leaf, line, stamp

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
        sent, sender = leaf("sent", stamp(listing.updated)), leaf("sender", line(listing.network.name))
        items = element("itemSet", None, _package(listing), PLACE)
        root = element("newsMessage", {"xmlns": NAR}, element("header", None, sent, sender), items)
        yield from assembled(root, [once(entry, "xml", _piece, entry, listing.network) for entry in listing.entries])

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
    return news_item(entry, network).encode()


def news_item(entry: Entry, network: Network) -> Written:
    """One publication: rights, what it is, what it says of the original, and its text as XHTML."""
    changed = max(entry.updated, entry.published)
    # A version is a positive number that grows with each change: seconds since the publication went out.
    version = {"version": str(1 + int((changed - entry.published).total_seconds()))}
    holder = leaf("name", line(entry.source.name))
    title = line(entry.headline)
    html = element(
        "html",
        {"xmlns": XHTML},
        element("head", None, leaf("title", title)),
        element("body", None, fragment(entry, network, LANG)),
    )
    return element(
        "newsItem",
        _standard(f"urn:uuid:{entry.id}", entry.language or network.language) | version,
        _CATALOG,
        element(
            "rightsInfo",
            None,
            element("copyrightHolder", {"uri": entry.source.home} if entry.source.home else None, holder),
            leaf("usageTerms", usage_terms(entry)),
        ),
        element("itemMeta", None, *_item_meta(entry, network, changed, title)),
        element("contentMeta", None, *_content_meta(entry, network, changed, title)),
        element("contentSet", None, element("inlineXML", {"contenttype": "application/xhtml+xml"}, html)),
    )


def _item_meta(entry: Entry, network: Network, changed: datetime, title: str) -> Iterator[Written]:
    """What the item is, and where it and its kin are."""
    yield _TEXT
    yield _named("provider", network)
    yield leaf("versionCreated", stamp(changed))
    yield leaf("firstCreated", stamp(entry.published))
    yield _USABLE
    yield leaf("title", title)
    for text in (*(note.text for note in mark_notes(entry)), not_stated(entry), why(entry)):
        if text:
            yield leaf("edNote", line(text))
    yield _link("alternate", entry.permalink, "text/html")
    yield _link("via", entry.original, "text/html", entry.source.name)
    for name, address in entry.related:
        yield _link("related", address, "text/html", name)


def _content_meta(entry: Entry, network: Network, changed: datetime, title: str) -> Iterator[Written]:
    """What the content is and is about."""
    yield leaf("contentCreated", stamp(entry.source_published))
    yield leaf("contentModified", stamp(changed))
    content = entry.content
    if content and (kind := content.digital_source_type.rsplit("/", 1)[-1]):
        yield element("digitalSourceType", {"qcode": f"digsrctype:{kind}"})
    source = {"role": "isrol:originfo"} | ({"uri": entry.source.home} if entry.source.home else {})
    byline = line(content.original.byline) if content else ""
    signed = leaf("note", byline) if byline else NOTHING
    yield element("infoSource", source, leaf("name", line(entry.source.name)), signed)
    yield _named("creator", network)
    yield element("language", {"tag": entry.language or "und"})
    for note in mark_notes(entry):
        yield element("genre", {"uri": f"{network.base_url}/about/marks#{note.code}"}, leaf("name", note.name))
    for section in (entry.section, entry.second_section):
        if section:
            yield element("subject", {"uri": to(network, View("section", section[0]))}, leaf("name", section[1]))
    for topic in topics(entry, network.language):
        known = {"qcode": f"medtop:{topic.code}", "confidence": str(topic.confidence)}
        yield element("subject", known, leaf("name", line(topic.name)))
    yield leaf("headline", title)
    yield leaf("by", line(network.name))
    if entry.lead:
        yield leaf("description", lead(entry), {"role": "drol:summary"})


def _package(listing: Listing) -> Written:
    """The view itself: its addresses, and its items in order in one group, which may be empty."""
    network, own = listing.network, NewsML.media_type
    meta = (
        element("itemClass", {"qcode": "ninat:composite"}),
        _named("provider", network),
        leaf("versionCreated", stamp(listing.updated)),
        _USABLE,
        leaf("title", line(feed_title(listing))),
        _link("self", self_address(listing), own),
        _link("alternate", page_address(listing), "text/html"),
        _link("next", next_address(listing), own),
    )
    references = (once(entry, "xml-reference", _reference, entry) for entry in listing.entries)
    group = element("group", {"id": "view", "mode": "pgrmod:seq"}, *references)
    return element(
        "packageItem",
        _standard(identity(listing), network.language),
        _CATALOG,
        element("itemMeta", None, *meta),
        element("groupSet", {"root": "view"}, group),
    )


def _reference(entry: Entry) -> Written:
    return element(
        "itemRef",
        {"residref": f"urn:uuid:{entry.id}", "contenttype": NewsML.publication_type},
        _TEXT,
        leaf("title", line(entry.headline)),
    )


def _standard(guid: str, language: str) -> dict[str, str]:
    """The attributes that every item begins with."""
    kept = {"standard": "NewsML-G2", "standardversion": "2.35", "conformance": "power"}
    return {**kept, "guid": guid, LANG: language}


def _named(role: str, network: Network) -> Written:
    """The network in a role: provider, creator."""
    return element(role, {"uri": f"{network.base_url}/"}, leaf("name", line(network.name)))


def _link(relation: str, href: str, kind: str, title: str = "") -> Written:
    if not href:
        return NOTHING
    named = {"title": line(title)} if title else {}
    return element("link", {"reluri": RELATIONS + relation, "href": href, "contenttype": kind, **named})


_CATALOG = element("catalog", None, *(element("scheme", {"alias": key, "uri": uri}) for key, uri in SCHEMES.items()))
_TEXT = element("itemClass", {"qcode": "ninat:text"})
_USABLE = element("pubStatus", {"qcode": "stat:usable"})
