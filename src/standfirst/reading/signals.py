"""The rights that a page states itself, and the text that it keeps from being shown or sells.

What a publisher reserves (``data-nosnippet``) is taken out of the tree before anything else looks at the page.
What it sells (the parts that ``hasPart`` names as not free) is noted, and its paragraphs are left out of the
text once that is found: without it in the tree, an extractor would take the page's furniture for the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from standfirst.reading.document import dom
from standfirst.reading.document.blocks import Piece
from standfirst.reading.document.dom import Element, text_of, xpath
from standfirst.reading.stated import jsonld
from standfirst.reading.stated.meta import Head
from standfirst.rights import Signal, rsl
from standfirst.rights import signals as raw

_SELECTOR = re.compile(r"(?:^|[\s>])(?:[a-zA-Z][a-zA-Z0-9]*)?([.#])([A-Za-z_-][\w-]{0,80})$")
_NO_WORD = re.compile(r"\W+")
#: Elements that hold the whole page; a reservation on them is for all of it.
WHOLE = frozenset({"html", "body"})
_RESERVED = "//*[@data-nosnippet][not(ancestor::*[@data-nosnippet and not(self::html or self::body)])]"
#: Selectors of one page that are followed.
MAX_SELECTORS = 30
#: Characters that comparing a page's text with what is reserved may look at; a millisecond a million.
MAX_COMPARED = 150_000_000


def of_page(
    root: Element, head: Head, headers: Iterable[tuple[str, str]], status: int, free: bool | None, address: str
) -> tuple[Signal, ...]:
    """The page's signals: headers, meta elements, links, inline RSL, paywall markup, status."""
    found: list[Signal | None] = [raw.from_status(status), *raw.from_headers(headers)]
    found += [raw.from_meta(name, value) for name, values in head.metas.items() for value in values[:10]]
    found += [
        Signal("rsl", href, '<link rel="license">') for rel, kind, href in head.links if raw.is_rsl_link(rel, kind)
    ]
    own = [rsl.covering(document, address) for document in head.rsl[:5]]
    found += [Signal("rsl", document[:20_000], "the page's own RSL") for document in own if document]
    body = root.find("body")
    if any(element is not None and element.get("data-nosnippet") is not None for element in (root, body)):
        found.append(Signal("robots-meta", "nosnippet", "data-nosnippet on the whole page"))
    if any(selectors(head.nodes)):
        found.append(Signal("paywall", "hasPart isAccessibleForFree: false", "JSON-LD"))
    elif free is False:
        found.append(Signal("paywall", "isAccessibleForFree: false", "JSON-LD" if head.nodes else "meta"))
    return tuple(signal for signal in found if signal is not None)[: raw.MAX_SIGNALS]


def take_out(root: Element) -> tuple[str, ...]:
    """Remove reserved elements; returns their texts, which no other reading may bring back."""
    reserved: list[str] = []
    for element in xpath(_RESERVED)(root):
        if element.tag not in WHOLE:
            reserved.append(text_of(element))
            if element.getparent() is not None:
                element.drop_tree()
    return tuple(text for text in reserved if text)


def reserved_in(*pieces: str) -> tuple[str, ...]:
    """The texts that are reserved in pieces of HTML, such as a feed's content or JSON-LD's body."""
    return tuple(text for piece in pieces if "data-nosnippet" in piece for text in take_out(dom.fragment(piece)))


def sold(root: Element, head: Head) -> tuple[str, ...]:
    """The texts of the page's elements that ``hasPart`` says are not free, each once."""
    wanted = set(islice(selectors(head.nodes), MAX_SELECTORS))
    found: dict[Element, None] = {}
    for attribute in sorted({attribute for attribute, _ in wanted}):
        for element in xpath(f"//*[@{attribute}]")(root):
            names = {(attribute, value) for value in (element.get(attribute) or "").split()}
            if wanted & names and element.tag not in WHOLE:
                found[element] = None
    outermost = (each for each in found if not any(above in found for above in each.iterancestors()))
    return tuple(each.text_content() for each in outermost)


def selectors(nodes: Iterable[jsonld.Node]) -> Iterator[tuple[str, str]]:
    """Classes and ids of the parts that ``hasPart`` says are not free: (``class`` or ``id``, its value)."""
    for node in nodes:
        for part in jsonld.each(node.get("hasPart"))[:20]:
            if not isinstance(part, dict) or str(part.get("isAccessibleForFree")).rpartition("/")[2].lower() != "false":
                continue
            for selector in jsonld.each(part.get("cssSelector"))[:20]:
                for one in str(selector)[:500].split(","):
                    found = _SELECTOR.search(one.strip())
                    if found:
                        yield ("class" if found[1] == "." else "id"), found[2]


def without(pieces: Iterable[Piece], texts: Iterable[str]) -> tuple[Piece, ...]:
    """The pieces that stand in none of ``texts`` and hold none of them, however either is spaced.

    Where there is so much of both that it cannot all be compared, the pieces that were not are left out too.
    """
    kept = [bare for text in dict.fromkeys(texts) if len(bare := _bare(text)) >= 3]
    if not kept:
        return tuple(pieces)
    whole = "\n".join(kept)
    long = [each for each in kept if len(each) > 15]
    left = MAX_COMPARED

    def stays(text: str) -> bool:
        nonlocal left
        own = _bare(text)
        left -= len(whole) + len(long) * len(own)
        return left >= 0 and own not in whole and not any(each in own for each in long)

    return tuple((text, role) for text, role in pieces if stays(text))


def _bare(text: str) -> str:
    return _NO_WORD.sub("", text)
