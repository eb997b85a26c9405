"""Who wrote an article: the byline as the page prints it, and the persons that its metadata name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from standfirst.reading import jsonld, people
from standfirst.reading.dom import Element, clean, plain, text_of, xpath
from standfirst.reading.meta import Head

AUTHORS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "authors",
    "article:author_name", "og:article:author", "byl", "cxenseparse:author", "article.author",
)  # fmt: skip
# Elements that say they name the author, and those whose class may: found by libxml2, looked at here.
NAMED = "//*[@itemprop='author' or @rel='author']"
BYLINES = (
    "//body//*[contains(@class,'uthor') or contains(@class,'yline') or contains(@class,'utor') or contains(@class,"
    "'uteur') or contains(@class,'riter') or @rel='author' or @itemprop='author']"
)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|article-author|autor|auteur|writer)(?:$|[\s_-])", re.IGNORECASE
)
_NOT_BYLINE = re.compile(
    r"bio|avatar|image|photo|social|share|comment|related|more|date|time|follow|card-list", re.IGNORECASE
)


def read(root: Element, head: Head, node: jsonld.Node, outlets: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The byline as the page prints it, and the persons that its metadata name, or else that it names itself."""
    stated = [plain(jsonld.text(jsonld.resolve(each, head.nodes))) for each in jsonld.each(node.get("author"))[:20]]
    stated = [name for name in stated if name and not name.startswith(("http:", "https:"))]
    printed = next((line for line in _printed(root)), "")
    metas = [value for value in head.all(*AUTHORS) if not value.startswith(("http:", "https:", "www."))]
    for names in (stated, metas, list(_named(root)), [printed]):
        authors = people.persons(names, outlets)
        if authors:
            break
    spelled = people.persons([printed], outlets)
    if authors and set(authors) < set(spelled):  # metadata often name the first author alone
        authors = spelled
    byline = printed or ", ".join(dict.fromkeys(stated or metas))
    return byline[: people.MAX_BYLINE], authors


def _named(root: Element) -> Iterator[str]:
    for element in islice(xpath(NAMED)(root), 50):
        named = next((each for each in element.iter() if each.get("itemprop") == "name"), element)
        line = clean(named.get("content")) or text_of(named)
        if 2 < len(line) <= 120:
            yield line


def _printed(root: Element) -> Iterator[str]:
    for element in islice(xpath(BYLINES)(root), 200):
        marked = f"{element.get('class') or ''} {element.get('rel') or ''} {element.get('itemprop') or ''}"
        if marked.strip() and _BYLINE.search(marked[:500]) and not _NOT_BYLINE.search(marked[:500]):
            line = text_of(element)
            if 3 < len(line) <= 160 and people.persons([line]):
                yield line
