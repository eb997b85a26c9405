"""Who wrote an article: the names that the page gives, and the persons among them.

Four places say it. In order of trust: JSON-LD's ``author``; the meta elements; the lines beside the headline; elements
elsewhere that are marked as the author's. A place that names only the publisher, or nobody in particular ("admin"),
counts after the others; the printed line counts before the metadata where it names all of theirs, and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from standfirst.reading.document.dom import Element, plain
from standfirst.reading.stated import jsonld, people, signatures
from standfirst.reading.stated.meta import Head
from standfirst.reading.stated.surroundings import Line

AUTHORS = (
    "author", "article:author", "parsely-author", "sailthru.author", "authors",
    "article:author_name", "og:article:author", "byl", "cxenseparse:author", "article.author", "og:author", "creator",
    "author_name", "article_author", "news_author", "twitter:author",
)  # fmt: skip
SURNAME_FIRST = ("citation_author", "dc.creator", "dcterms.creator", "dc.contributor.author")
_WRITTEN_BY = re.compile(
    r"\b(?:written|author|by|von|verfasst|écrit|escrito|scritto|geschreven|autor)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote an article: all names as the page has them, the persons among them, and the line that prints them."""

    names: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    signature: str = ""


def read(root: Element, head: Head, node: jsonld.Node, beside: Sequence[Line], outlets: Sequence[str]) -> Byline:
    """The byline of a page whose article ``node`` describes, ``beside`` whose headline stand those lines."""
    known = frozenset(people.bare(outlet) for outlet in outlets) - {""}
    stated = _names(_stated(head, node), known)
    metas = _without_house(_names(_metas(head), known), known)
    signature = signatures.read(beside, known)
    printed = _names(signature.names if beside else signatures.marked(root, known), known)
    places = [stated, metas, printed]
    if not any(places):
        places.append(_names(signatures.beside_date(beside) or signatures.marked(root, known), known))
    chosen = next((names for names in places if people.is_signed(names, known)), None)
    if chosen is None:
        several = [names for names in (stated, metas, printed, places[-1]) if names]
        chosen = next((names for names in several[:2] if people.is_anyone(names, known)), next(iter(several), []))
    elif printed is not chosen and _adds(printed, chosen):
        chosen = printed
    return Byline(tuple(chosen), people.persons(chosen, outlets), signature.line)


def _stated(head: Head, node: jsonld.Node) -> list[str]:
    """The authors that JSON-LD names: the article's, else those of another node that is about the page."""
    about = jsonld.ARTICLES | {"webpage", "videoobject", "creativework", "recipe", "howto", "liveblogposting"}
    others = (each for each in head.nodes if each is not node and about & set(jsonld.types(each)))
    for each in (node, *others):
        for key in ("author", "creator"):
            if named := [plain(name) for name in jsonld.names(each.get(key), head.nodes)]:
                return named
    return []


def _metas(head: Head) -> Iterator[str]:
    yield from head.all(*AUTHORS)
    for name in head.all(*SURNAME_FIRST):
        last, comma, first = name.partition(", ")
        yield f"{first} {last}" if comma and "," not in first else name
    for number in ("1", "2"):  # a label and its value, as WordPress writes them for cards
        if _WRITTEN_BY.search(head.first(f"twitter:label{number}")):
            yield head.first(f"twitter:data{number}")


def _names(raw: Iterable[str], known: frozenset[str]) -> list[str]:
    found: dict[str, str] = {}
    for line in raw:
        if line and not line.startswith(("http:", "https:", "www.", "/", "#", "{", "[")) and not line.isdecimal():
            for name in people.split(line, known):
                found.setdefault(people.bare(name), name)
    names = list(found.values())[: people.MAX_AUTHORS]
    if any(" " in name and people.is_person(name) for name in names):  # a name to log in with, beside real ones
        names = [name for name in names if " " in name or not name[0].islower() or people.bare(name) in people.AGENCIES]
    return names


def _without_house(names: list[str], known: frozenset[str]) -> list[str]:
    """Names without the publisher's, where there are others."""
    return [name for name in names if not people.is_nobody(name, known)] or names


def _adds(printed: Sequence[str], chosen: Sequence[str]) -> bool:
    """Whether the printed persons are all the chosen ones, and more."""
    more, fewer = ({people.bare(name) for name in names} for names in (printed, chosen))
    added = [name for name in printed if people.bare(name) not in fewer]
    return fewer < more and len(added) <= 4 and all(people.is_full_name(name) for name in added)
