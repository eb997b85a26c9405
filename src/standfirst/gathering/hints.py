"""Where a page says that feeds are, and what it says of its site. Pure functions of the page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from standfirst.errors import UsageError
from standfirst.gathering import FeedLink, addresses, cleaning, htmltree
from standfirst.gathering.entries import tag

#: Media types of ``<link rel=alternate>``, with the kind each usually is.
TYPES = {
    "application/rss+xml": "rss",
    "application/atom+xml": "atom",
    "application/feed+json": "json",
    "application/rdf+xml": "rdf",
    "text/rss+xml": "rss",
    "application/rss": "rss",
    "application/atom": "atom",
    "text/xml": "",
    "application/xml": "",
    "application/json": "",
}
#: Paths at which feeds are often found, asked for in this order.
WELL_KNOWN = ("/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/rss", "/feed.json")
IN_PATH = re.compile(r"(?:^|[/._-])(?:rss|atom|feeds?|rdf)(?:$|[/._?-])", re.I)
COMMENTS = re.compile(r"comment|kommentar|comentario|commentaire", re.I)
#: JSON that other programs than feed readers are meant to take.
NOT_FEEDS = re.compile(r"/wp-json/|oembed|/api/|manifest", re.I)
MAX_HINTS = 40


@dataclass(frozen=True, slots=True)
class Site:
    """What a page says of its site: name, language and the feeds it points to, comment feeds last."""

    name: str = ""
    language: str = ""
    feeds: tuple[FeedLink, ...] = ()


def of_page(body: bytes, address: str, content_type: str = "") -> Site | None:
    """What the HTML page at ``address`` says; None where it is no HTML."""
    root = htmltree.parse(body, content_type)
    if root is None:
        return None
    base = htmltree.base(root, address)
    links: dict[str, FeedLink] = {}
    for found in (*_declared(root, base), *_anchors(root, base, address)):
        links.setdefault(addresses.canonical(found.address), found)
    feeds = sorted(links.values(), key=lambda link: bool(COMMENTS.search(link.address + link.title)))
    html = next(root.iter("html"), root)
    return Site(_name(root), tag(html.get("lang") or html.get("xml:lang")), tuple(feeds[:MAX_HINTS]))


def _declared(root: Any, base: str) -> list[FeedLink]:
    """``<link rel="alternate">`` and ``rel="feed"``, of every feed type."""
    found: list[FeedLink] = []
    for link in root.iter("link"):
        rels = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        reference = (link.get("href") or "").strip()
        if not reference or not ("feed" in rels or ("alternate" in rels and kind in TYPES)):
            continue
        if not TYPES.get(kind) and NOT_FEEDS.search(reference):
            continue
        if address := _resolved(base, reference):
            title = cleaning.plain(link.get("title") or "", 200)
            found.append(FeedLink(address, TYPES.get(kind, ""), title, '<link rel="alternate">'))
    return found


def _anchors(root: Any, base: str, address: str) -> list[FeedLink]:
    """Links within the site whose address or type says feed."""
    found: list[FeedLink] = []
    domain = addresses.source_domain(address)
    for anchor in root.iter("a"):
        reference = (anchor.get("href") or "").strip()
        kind = (anchor.get("type") or "").partition(";")[0].strip().lower()
        if not reference or len(found) >= MAX_HINTS or not (TYPES.get(kind) or IN_PATH.search(reference[:500])):
            continue
        target = _resolved(base, reference)
        if target and addresses.source_domain(target) == domain:
            found.append(FeedLink(target, TYPES.get(kind, ""), htmltree.text(anchor, 200), "<a href>"))
    return found


def _resolved(base: str, reference: str) -> str:
    if reference.lower().startswith("feed:"):
        reference = reference[5:]
    try:
        return addresses.resolve(base, reference).partition("#")[0]
    except UsageError:
        return ""


def _name(root: Any) -> str:
    """The site's own name: Open Graph, JSON-LD, application-name, or the end of the page's title."""
    metas = {
        (meta.get("property") or meta.get("name") or "").lower(): meta.get("content") or ""
        for meta in root.iter("meta")
    }
    candidates = (metas.get("og:site_name", ""), _json_ld_name(root), metas.get("application-name", ""))
    for candidate in candidates:
        if name := cleaning.plain(candidate, 120):
            return name
    title = htmltree.title(root)
    parts = [part.strip() for part in re.split(r" [|–—·-] ", title) if part.strip()]
    return min(parts, key=len)[:120] if parts else ""


def _json_ld_name(root: Any) -> str:
    """The name of the first WebSite or news organisation in the page's JSON-LD."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        try:
            waiting = [json.loads(script.text[:200_000])]
        except (ValueError, RecursionError):
            continue
        for _ in range(200):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node[:50]
            elif isinstance(node, dict):
                kinds = node.get("@type")
                named = {kinds} if isinstance(kinds, str) else {k for k in kinds or () if isinstance(k, str)}
                if named & {"WebSite", "NewsMediaOrganization", "Organization"} and isinstance(node.get("name"), str):
                    return str(node["name"])
                waiting += [node[key] for key in ("@graph", "publisher") if key in node]
    return ""


def news_sitemaps(stated: tuple[str, ...], body: bytes = b"") -> tuple[str, ...]:
    """Addresses among robots.txt's sitemaps, or in an index of sitemaps, that are called news."""
    from standfirst.gathering import xmltree

    found = list(stated)
    root = xmltree.parse(body) if body else None
    if root is not None and xmltree.name(root) == "sitemapindex":
        found += [xmltree.text(part, 2000) for part in root.iter() if xmltree.name(part) == "loc"][:1000]
    return tuple(address for address in found if "news" in addresses.shown(address, 2000).lower())
