"""A tree to blocks: runs of text that stand in lines of their own, each with the place it stands in.

A *place* is an element that makes a line of its own. Places are numbered in the order they open, so that all
that lies in one is a range of numbers, and sums over it are differences of running sums.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from standfirst.reading.document.dom import INLINE, Element, clean
from standfirst.reading.wordlists import words

#: A paragraph's text and role.
Piece = tuple[str, str]

MAX_BLOCKS = 4000
#: Elements open at once below which the rest is read as one text; no page that people write nests so deep.
MAX_DEPTH = 250
#: What an element makes of the text in it; HTML's names, then those of trafilatura's own trees.
ROLES = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "head": "heading", "blockquote": "quotation", "q-block": "quotation", "quote": "quotation", "li": "list-item",
    "item": "list-item", "dt": "list-item", "dd": "list-item", "row": "list-item", "tr": "list-item",
    "figcaption": "caption", "caption": "caption",
}  # fmt: skip
#: Elements without text for readers.
SKIPPED = words(
    "script style template noscript button select textarea svg graphic img video audio canvas object map datalist input"
)
#: A button with more text than this was never closed: the page stands in it.
BUTTON = 600
#: Characters in a row of a table from which it is the page's layout, and its cells hold paragraphs.
LAYOUT = 500
#: Characters in an item of a list from which it is the page's layout: an article stands in it.
ITEM = 3000
ROWS = frozenset({"row", "tr"})
BREAKS = frozenset({"br", "lb"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
BOLD = HEADINGS | {"b", "strong"}

UNNAMED = ("", "", "", "", "")

_HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none")


@dataclass(slots=True)
class Block:
    """A run of text in lines of its own. ``linked`` and ``bold`` count its characters that are."""

    text: str
    role: str
    place: int
    linked: int
    links: int
    bold: int


@dataclass(slots=True)
class Blocks:
    """A page's blocks, and its places as columns: the parent (-1 at the top), the first number behind all that
    lies in the place, depth, tag, the first class, and whatever ``weigh`` makes of the names on it.
    """

    found: list[Block] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    weights: list[object] = field(default_factory=list)


def segment(root: Element, weigh: Callable[[tuple[str, ...]], object] | None = None) -> Blocks:
    """The blocks below ``root`` (its ``body`` where it has one), in order.

    ``weigh`` is asked once for each distinct tuple of an element's names. Text between two block elements is
    a block of its own; a line break ends a block, except in a heading. The cells of a row are one block,
    separated by bars, unless so much stands in it that the table must be the page's layout.
    """
    body = root.find("body")
    walk = _Walk(weigh)
    walk.enter(root if body is None else body, -1, "text", 0)
    return walk.blocks


def pieces(root: Element) -> list[Piece]:
    """The paragraphs below ``root``, in order, white space made single."""
    return [(block.text, block.role) for block in segment(root).found]


class _Walk:
    """What has been read so far: whole blocks, and the text of the next one."""

    def __init__(self, weigh: Callable[[tuple[str, ...]], object] | None) -> None:
        self.blocks = Blocks()
        self.weigh = weigh
        self.weighed: dict[tuple[str, ...], object] = {}
        self.parts: list[str] = []
        self.linked = self.links = self.bold = 0

    def enter(self, element: Element, parent: int, role: str, depth: int, *, linked: bool = False) -> None:
        """An element of its own line, with all that is in it."""
        blocks = self.blocks
        place, tag = len(blocks.tags), element.tag
        attributes = element.attrib
        blocks.parents.append(parent)
        blocks.depths.append(depth)
        blocks.tags.append(tag)
        blocks.ends.append(0)
        if self.weigh is None:
            weight = None
            blocks.kinds.append("")
        else:
            named = _named(attributes)
            blocks.kinds.append(named[0].partition(" ")[0])
            if named not in self.weighed:
                self.weighed[named] = self.weigh(named)
            weight = self.weighed[named]
        blocks.weights.append(weight)
        role = ROLES.get(tag, role)
        if tag == "li" and not _short(element, ITEM):
            role = "text"
        if tag in ROWS and _short(element, LAYOUT):
            self.row(element)
        else:
            if tag in ROWS:
                role = "text"
            self.read(element, place, role, depth, linked, tag in BOLD)
        self.close(place, role)
        blocks.ends[place] = len(blocks.tags)

    def read(self, element: Element, place: int, role: str, depth: int, linked: bool, bold: bool) -> None:
        """The text of an element that has been entered."""
        if depth > MAX_DEPTH:
            self.add(" ".join(_texts(element)), linked, bold)
            return
        if element.text:
            self.add(element.text, linked, bold)
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or (tag in SKIPPED and not _unclosed(child)):
                pass  # a comment, or nothing for readers
            elif tag in BREAKS or _is_break(child):
                if role == "heading":
                    self.parts.append(" ")
                else:
                    self.close(place, role)
            elif tag in INLINE:
                if not _is_hidden(child):
                    self.links += tag == "a" and not linked
                    self.read(child, place, role, depth + 1, linked or tag == "a", bold or tag in BOLD)
            else:
                self.close(place, role)
                self.enter(child, place, role, depth + 1, linked=linked)
            if child.tail:
                self.add(child.tail, linked, bold)

    def row(self, element: Element) -> None:
        """A row of a table, in one line."""
        cells = [clean(element.text)]
        for cell in element:
            cells += (clean(" ".join(_texts(cell))) if isinstance(cell.tag, str) else "", clean(cell.tail))
        self.parts.append(" | ".join(text for text in cells if text))
        for link in element.iter("a"):
            self.links += 1
            self.linked += len(link.text_content().strip())

    def add(self, text: str, linked: bool, bold: bool) -> None:
        """Text within a line."""
        self.parts.append(text)
        if linked or bold:
            size = len(text.strip())
            self.linked += size if linked else 0
            self.bold += size if bold else 0

    def close(self, place: int, role: str) -> None:
        """End the block."""
        if self.parts:
            line = clean("".join(self.parts))
            self.parts.clear()
            if line and len(self.blocks.found) < MAX_BLOCKS:
                self.blocks.found.append(Block(line, role, place, self.linked, self.links, self.bold))
        self.linked = self.links = self.bold = 0


def _named(attributes: Any) -> tuple[str, str, str, str, str]:
    """The attributes by which authors name the parts of a page."""
    if not attributes:
        return UNNAMED
    get = attributes.get
    return (
        get("class") or "", get("id") or "", get("role") or "", get("itemprop") or "", get("data-component") or ""
    )  # fmt: skip


def _short(element: Element, most: int) -> bool:
    """Whether an element holds no more than ``most`` characters."""
    size = 0
    for text in element.itertext():
        size += len(text)
        if size > most:
            return False
    return True


def _texts(element: Element) -> list[str]:
    """The texts in an element, without what readers do not see; its tail is not in it."""
    from lxml import etree

    found: list[str] = []
    walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, each in walker:
        if event == "start" and each.tag in SKIPPED:
            walker.skip_subtree()
        elif event == "start":
            found.append(each.text or "")
        elif each is not element:
            found.append(each.tail or "")
    return found


def _unclosed(element: Element) -> bool:
    return element.tag == "button" and len(element) > 0 and sum(len(text) for text in element.itertext()) > BUTTON


def _is_break(element: Element) -> bool:
    """Whether an empty element is a page's own line break: ``<span class="… br"></span>``."""
    return element.tag == "span" and not len(element) and not element.text and "br" in element.get("class", "").split()


def _is_hidden(element: Element) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    style = attributes.get("style", "")
    return "hidden" in attributes or ("none" in style and _HIDDEN.search(style) is not None)
