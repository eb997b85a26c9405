"""What a page says about its article: JSON-LD first, then Open Graph and meta elements, then the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from standfirst.reading import Stamp, addresses, bylines, jsonld, stamps, titles
from standfirst.reading.dom import Element, plain, text_of
from standfirst.reading.meta import Head

MAX_KEYWORDS = 30

PUBLISHED = (
    "article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.created",
    "dc.date.created", "dcterms.issued", "date", "dc.date", "dcterms.date", "article.published",
    "published_time_telegram",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article_date_original", "originalpublicationdate",
    "og:article:published_time", "citation_publication_date", "vr:published_time", "rnews:datepublished",
    "release_date",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
    "lastmod", "revised", "og:modified_time", "article:modified",
)  # fmt: skip
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
    """What a page says about its article; see :class:`standfirst.reading.Article` for the fields."""

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


def read(root: Element, head: Head, address: str, fetched: datetime) -> Metadata:
    """The metadata of the page at ``address``, fetched then. Empty values where the page says nothing."""
    canonical, notes = _canonical(head, address)
    node = jsonld.article(head.nodes, (canonical, address, head.link("canonical")))
    publisher = _publisher(head, node)
    site = addresses.site(canonical or address)
    names = [publisher, head.first("og:site_name"), head.first("application-name"), site, site.partition(".")[0]]
    published, modified = _dates(root, head, node, canonical or address, fetched)
    byline, authors = bylines.read(root, head, node, [name for name in names if name])
    return Metadata(
        title=_title(root, head, node, names),
        standfirst=plain(jsonld.text(node.get("description")) or head.first(*STANDFIRSTS))[:1000],
        byline=byline,
        authors=authors,
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


def _title(root: Element, head: Head, node: jsonld.Node, names: Sequence[str]) -> str:
    headlines = [text_of(element) for element in islice(root.iter("h1"), 12)]
    stated = [
        jsonld.text(node.get("headline")), head.first("og:title"), head.first("twitter:title"),
        jsonld.text(node.get("name")), head.first("dc.title", "dcterms.title", "parsely-title", "sailthru.title"),
    ]  # fmt: skip
    document = head.titles[0] if head.titles else ""
    return titles.choose(
        headlines, [plain(title) for title in stated], plain(document), [name for name in names if name]
    )


def _publisher(head: Head, node: jsonld.Node) -> str:
    publisher = jsonld.resolve(next(iter(jsonld.each(node.get("publisher"))), None), head.nodes)
    stated = jsonld.text(publisher.get("name")) if isinstance(publisher, dict) else jsonld.text(publisher)
    name = plain(head.first("og:site_name"))
    if stated and name.startswith(stated):  # the name with a slogan behind it
        name = stated
    name = name or stated or head.first("application-name", "dc.publisher", "apple-mobile-web-app-title")
    return plain(name).strip(" -–—|:")[:200]


def _dates(
    root: Element, head: Head, node: jsonld.Node, address: str, fetched: datetime
) -> tuple[Stamp | None, Stamp | None]:
    published = [
        stamps.stamp(jsonld.text(node.get(key)), "json-ld") for key in ("datePublished", "dateCreated", "uploadDate")
    ]
    published += [stamps.stamp(value, "meta") for value in head.all(*PUBLISHED)]
    if not any(stamps.plausible(each, fetched) for each in published):
        others = (
            each for each in head.nodes if each is not node and not {"person", "organization"} & set(jsonld.types(each))
        )
        published += [stamps.stamp(jsonld.text(each.get("datePublished")), "json-ld") for each in others]
    if not any(each and each.precise and each.zone for each in published):
        published += list(_times(root, address))
    modified = [stamps.stamp(jsonld.text(node.get("dateModified")), "json-ld")]
    modified += [stamps.stamp(value, "meta") for value in head.all(*MODIFIED)]
    return stamps.best(published, fetched), stamps.best(modified, fetched)


def _times(root: Element, address: str) -> Iterator[Stamp | None]:
    """Stamps of ``time`` elements that say they are the publication's, the address's day, the page's first ``time``.

    The first may be another article's, in a bar above; it counts after the address.
    """
    elements = [
        element
        for element in islice(root.iter("time", "abbr", "span", "meta", "div", "p"), 20_000)
        if element.get("datetime") or element.get("itemprop") == "datePublished"
    ]
    own = [
        element
        for element in elements
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    ]
    for element in own:
        yield _time(element)
    yield stamps.in_address(address)
    yield from map(_time, elements[:1])


def _time(element: Element) -> Stamp | None:
    return stamps.stamp(element.get("datetime") or element.get("content") or text_of(element), "time")


def _section(head: Head, node: jsonld.Node) -> str:
    stated = jsonld.text(node.get("articleSection")) or head.first(*SECTIONS)
    if stated and not stated.startswith(("http:", "https:")):
        parts = plain(stated).split(", ")
        return (parts[0] if len(parts) > 2 else ", ".join(parts))[:120]  # many are tags, the first the section
    crumbs = next((each for each in head.nodes if "breadcrumblist" in jsonld.types(each)), {})
    steps = [
        jsonld.text(each.get("name") or each.get("item"))
        for each in jsonld.each(crumbs.get("itemListElement"))
        if isinstance(each, dict)
    ]
    return plain(steps[1])[:120] if len(steps) > 2 and not steps[1].startswith("http") else ""


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
