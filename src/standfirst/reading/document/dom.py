"""Text to tree: lxml's HTML parser, with bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any

from standfirst.reading.document import charset, markup
from standfirst.reading.wordlists import words

#: An lxml element. lxml ships no types.
Element = Any

_SPACE = re.compile(r"\s+")
_TAGS = re.compile(r"<[^<>]{0,500}>")


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed page: its root element, how much script it had, and whether it was cut to size."""

    root: Element
    scripts: int = 0
    cut: bool = False


def parse(text: str) -> Document:
    """The tree of ``text``. Anything gives a tree, if only an empty one; nothing is fetched or run."""
    tamed = markup.tame(text)
    root, deep = _parse(tamed.text)
    if deep:
        root, _ = _parse(markup.flatten(tamed.text))
    return Document(root, tamed.scripts, tamed.cut or deep)


def fragment(text: str) -> Element:
    """The tree of a piece of HTML, such as a feed's content, under a ``body`` of its own."""
    return parse(f"<html><body>{charset.readable(text)}</body></html>").root


def clean(text: str | None) -> str:
    """White space made single and taken off the ends, controls taken out; joiners and other letters stay."""
    if not text:
        return ""
    text = _SPACE.sub(" ", text).strip()
    if text.isprintable():
        return text
    readable = charset.readable(text)
    return text if readable == text else _SPACE.sub(" ", readable).strip()


def plain(text: str) -> str:
    """Text without the markup and character references that some sites leave in their metadata."""
    if "<" in text:
        text = _TAGS.sub(" ", text)
    if "&" in text:
        text = unescape(text)
    return clean(text)


SHOWN = "//body//text()[not(parent::script or parent::noscript)]"
#: Elements within a line: their text goes on with what stands around it.
INLINE = words(
    """
    a abbr b bdi bdo cite code data dfn del em font i ins kbd mark q s samp small span strike strong sub sup time
    tt u var wbr acronym big nobr ruby rb rt rp rtc hi ref
    """
)


def text_of(element: Element | None) -> str:
    """An element's text in one line; elements that stand apart on a page are kept apart by a space."""
    if element is None:
        return ""
    pieces: list[str] = []
    for event, node in _events(element):
        apart = node.tag not in INLINE
        if event == "start":
            pieces += (" " if apart else "", node.text or "")
        else:
            pieces += (" " if apart else "", node.tail or "" if node is not element else "")
    return clean("".join(pieces))


def shown(root: Element) -> str:
    """All text in a page's body, in one line: the article with everything around it."""
    return clean(" ".join(xpath(SHOWN)(root)))


@cache
def xpath(path: str) -> Any:
    """A compiled path; strings come back bare, so that they keep no tree alive."""
    from lxml import etree

    return etree.XPath(path, smart_strings=False)


def _events(element: Element) -> Iterator[tuple[str, Element]]:
    from lxml import etree

    return ((event, node) for event, node in etree.iterwalk(element, events=("start", "end")))


#: Whether there is an element below so many others: each step looks at one level of the tree.
_DEEP = f"boolean({'/*' * (markup.MAX_DEPTH + 20)})"


def _parse(text: str) -> tuple[Element, bool]:
    """The root, and whether the document nests deeper than is read."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (etree.LxmlError, ValueError):
        root = html.document_fromstring(b"<html><head></head><body></body></html>")
    return root, bool(xpath(_DEEP)(root))
