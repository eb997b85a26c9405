"""What a page says about its article: JSON-LD first, then Open Graph and meta elements, then the page itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from standfirst.reading import Stamp, addresses
from standfirst.reading.document.dom import Element, plain
from standfirst.reading.stated import bylines, dating, headlines, jsonld, surroundings
from standfirst.reading.stated.meta import Head

MAX_KEYWORDS = 30

STANDFIRSTS = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description")
SECTIONS = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "section",
    "cxenseparse:section",
    "article.section",
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about its article; see :class:`standfirst.reading.Article` for the fields.

    ``names`` are the byline's, one by one: persons, agencies, desks, without offices. ``signature`` is the line beside
    the headline that prints them, offices and all; "" where there is none.
    """

    title: str
    standfirst: str
    byline: str
    authors: tuple[str, ...]
    published: Stamp | None
    modified: Stamp | None
    publisher: str
    section: str
    keywords: tuple[str, ...]
    language: str
    canonical: str
    free: bool | None
    node: jsonld.Node
    notes: tuple[str, ...]
    names: tuple[str, ...] = ()
    signature: str = ""


def read(root: Element, head: Head, address: str, fetched: datetime) -> Metadata:
    """The metadata of the page at ``address``, fetched then. Empty values where the page says nothing."""
    canonical, notes = _canonical(head, address)
    node = jsonld.article(head.nodes, (canonical, address, head.link("canonical")))
    publisher = _publisher(head, node)
    site = addresses.site(canonical or address)
    names = [publisher, head.first("og:site_name"), head.first("application-name"), site, site.partition(".")[0]]
    names = [name for name in names if name]
    title, headline = headlines.read(root, head, node, names)
    beside = surroundings.lines(headline)
    published, modified = dating.read(root, head, node, beside, canonical or address, fetched)
    byline = bylines.read(root, head, node, beside, names)
    return Metadata(
        title=title,
        standfirst=plain(jsonld.text(node.get("description")) or head.first(*STANDFIRSTS))[:1000].rstrip(),
        byline=", ".join(byline.names),
        authors=byline.persons,
        published=published,
        modified=modified,
        publisher=publisher,
        section=_section(head, node),
        keywords=_keywords(head, node),
        language=jsonld.text(node.get("inLanguage")) or head.language or head.first("content-language", "og:locale"),
        canonical=canonical or address,
        free=_free(head, node),
        node=node,
        notes=notes,
        names=byline.names,
        signature=byline.signature,
    )


def nothing(address: str) -> Metadata:
    """The metadata of a page that says nothing."""
    return Metadata("", "", "", (), None, None, "", "", (), "", address, None, {}, ())


def _canonical(head: Head, address: str) -> tuple[str, tuple[str, ...]]:
    """The page's own address; another site's is noted and not believed, nor is the home page's."""
    for stated in (head.link("canonical"), head.first("og:url")):
        canonical = addresses.absolute(address, stated)
        if not canonical:
            continue
        if not addresses.site(address):
            return canonical, ()
        if addresses.site(canonical) != addresses.site(address):
            return "", (f"Its canonical address is on another site: {canonical[:300]}",)
        if addresses.path(canonical) != "/" or addresses.path(address) == "/":
            return canonical, ()
    return "", ()


def _publisher(head: Head, node: jsonld.Node) -> str:
    publisher = jsonld.resolve(next(iter(jsonld.each(node.get("publisher"))), None), head.nodes)
    stated = jsonld.text(publisher.get("name")) if isinstance(publisher, dict) else jsonld.text(publisher)
    name = plain(head.first("og:site_name"))
    if stated and name.startswith(stated):  # the name with a slogan behind it
        name = stated
    name = name or stated or head.first("application-name", "dc.publisher", "apple-mobile-web-app-title")
    return plain(name).strip(" -–—|:")[:200].rstrip()


def _section(head: Head, node: jsonld.Node) -> str:
    stated = jsonld.text(node.get("articleSection")) or head.first(*SECTIONS)
    if stated and not stated.startswith(("http:", "https:")):
        parts = plain(stated).split(", ")
        return (parts[0] if len(parts) > 2 else ", ".join(parts))[:120].rstrip()  # many are tags, the first the section
    crumbs = next((each for each in head.nodes if "breadcrumblist" in jsonld.types(each)), {})
    steps = [
        jsonld.text(each.get("name") or each.get("item"))
        for each in jsonld.each(crumbs.get("itemListElement"))
        if isinstance(each, dict)
    ]
    return plain(steps[1])[:120].rstrip() if len(steps) > 2 and not steps[1].startswith("http") else ""


def _keywords(head: Head, node: jsonld.Node) -> tuple[str, ...]:
    raw = [jsonld.text(each) for each in jsonld.each(node.get("keywords"))[:MAX_KEYWORDS]]
    raw += [*head.all("news_keywords", "article:tag"), *head.all("keywords", "parsely-tags", "sailthru.tags")]
    words = [plain(word) for value in raw for word in re.split(r"[,;،、]", value[:2000])]
    words = [word for word in words if 1 < len(word) <= 80 and ":" not in word]
    return tuple({word.casefold(): word for word in reversed(words)}.values())[::-1][:MAX_KEYWORDS]


def _free(head: Head, node: jsonld.Node) -> bool | None:
    """schema.org's isAccessibleForFree, or Open Graph's content tier."""
    said = node.get("isAccessibleForFree")
    if said is None:
        said = next(
            (
                each["isAccessibleForFree"]
                for each in head.nodes
                if jsonld.ARTICLES & set(jsonld.types(each)) and "isAccessibleForFree" in each
            ),
            None,
        )
    word = str(said).strip().rpartition("/")[2].lower()
    if word in {"true", "false", "1", "0", "yes", "no"}:
        return word in {"true", "1", "yes"}
    tier = head.first("article:content_tier", "og:article:content_tier").lower()
    return {"free": True, "locked": False}.get(tier)
