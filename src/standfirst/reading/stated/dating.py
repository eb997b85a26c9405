"""When an article was published and changed: by its metadata, beside its headline, in its address, or elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from standfirst.reading import Stamp
from standfirst.reading.document.dom import Element, clean, text_of, xpath
from standfirst.reading.stated import jsonld, stamps, surroundings
from standfirst.reading.stated.meta import Head
from standfirst.reading.stated.surroundings import Line

PUBLISHED = (
    "article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.created",
    "dc.date.created", "dcterms.issued", "date", "dc.date", "dcterms.date", "article.published",
    "published_time_telegram",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article_date_original", "originalpublicationdate",
    "og:article:published_time", "citation_publication_date", "vr:published_time", "rnews:datepublished",
    "release_date", "published", "pubdate_iso", "article:published", "created", "date_published", "dateposted",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
    "lastmod", "revised", "og:modified_time", "article:modified",
)  # fmt: skip
#: Of elements and texts that may be the date, elsewhere on the page, at most so many are looked at.
MAX_DATED = 60
LONGEST_DATE = 80
# Where a page prints its date, if not beside the headline: elements called so, and texts of a year and little more.
DATED = (
    "//body//*[not(self::script) and (contains(@class,'date') or contains(@class,'Date') or contains(@class,'publish')"
    " or contains(@class,'posted') or contains(@class,'time') or contains(@id,'date'))]"
)
SHORT_TEXTS = "//body//text()[contains(.,'20') and string-length(.) < 60 and not(parent::script or ancestor::footer)]"
_PUBLISHING = re.compile(r"publish|publication|pubdate|posted|(?:^|[.:_-])(?:issued|created|release)")
#: Regions that write the month before the day; the Philippines print both, mostly this one.
MONTH_FIRST = frozenset({"en-us", "en-ph", "en"})


def read(
    root: Element, head: Head, node: jsonld.Node, beside: Sequence[Line], address: str, fetched: datetime
) -> tuple[Stamp | None, Stamp | None]:
    """The stamps of publication and of the last change; None where the page tells none that can be its own.

    ``node`` describes the article, ``beside`` are the lines beside its headline.
    """
    published = _stated(head, node, fetched)
    modified = [stamps.stamp(jsonld.text(node.get("dateModified")), "json-ld")]
    modified += [stamps.stamp(value, "meta") for value in head.all(*MODIFIED)]
    month_first = _month_first(head)
    printed = [stamps.in_line(line.text, month_first=month_first) for line in beside]
    told = [said for said, _ in printed if said]
    in_address = stamps.in_address(address)
    if not any(each and each.precise and each.zone for each in published):
        own, others = _times(root)
        published += [*own, *_titled(head, month_first), *told, in_address]
        if not any(stamps.plausible(each, fetched) for each in published):
            published += [stamps.stamp(value, "meta") for value in head.like(_PUBLISHING)]
            published += _labelled(root, month_first)
        published += others
        modified += [change for _, change in printed]
    best = stamps.best(published, fetched)
    for each in (in_address, *told):
        if best and each:
            best = stamps.on_day(best, each.at.date())
    return best, stamps.best(modified, fetched)


def _stated(head: Head, node: jsonld.Node, fetched: datetime) -> list[Stamp | None]:
    """The article's own statements; where they are none, those of other nodes that are about the page."""
    keys = ("datePublished", "dateCreated", "uploadDate")
    found = [stamps.stamp(jsonld.text(node.get(key)), "json-ld") for key in keys]
    found += [stamps.stamp(value, "meta") for value in head.all(*PUBLISHED)]
    if not any(stamps.plausible(each, fetched) for each in found):
        found += [
            stamps.stamp(jsonld.text(each.get("datePublished")), "json-ld")
            for each in head.nodes
            if each is not node and not {"person", "organization"} & set(jsonld.types(each))
        ]
    return found


def _titled(head: Head, month_first: bool) -> list[Stamp | None]:
    """Days behind the title: "Ferry returns | Harbour Post | 3 May 2026"."""
    behind = (part for title in (head.first("og:title"), *head.titles[:1]) for part in title.split("|")[1:])
    return [stamps.in_line(part, month_first=month_first)[0] for part in behind]


def _labelled(root: Element, month_first: bool) -> list[Stamp | None]:
    """Days in short elements anywhere whose class says that they hold a date; then in any short text that is one."""
    short = (
        text_of(element)
        for element in islice(xpath(DATED)(root), MAX_DATED)
        if surroundings.length(element) <= LONGEST_DATE
    )
    found = [stamps.in_line(text, month_first=month_first)[0] for text in short]
    if any(found):
        return found
    texts = islice(xpath(SHORT_TEXTS)(root), MAX_DATED)
    return [stamps.in_line(clean(text), month_first=month_first)[0] for text in texts]


def _month_first(head: Head) -> bool:
    """Whether the page writes days as in the United States; where it does not say, most that do not are American."""
    region = (head.language or head.first("og:locale", "content-language")).replace("_", "-").lower()
    return not region or region in MONTH_FIRST


def _times(root: Element) -> tuple[list[Stamp | None], list[Stamp | None]]:
    """Stamps of elements that say they are the publication's; and the page's first ``time``.

    The latter may be another article's, in a bar above; it counts last.
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
    return [_time(element) for element in own], [_time(element) for element in elements[:1]]


def _time(element: Element) -> Stamp | None:
    return stamps.stamp(element.get("datetime") or element.get("content") or text_of(element), "time")
