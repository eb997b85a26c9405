"""A tree to paragraphs: text in reading order, each piece with its role, white space made single."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.reading.dom import INLINE, Element, clean
from standfirst.reading.wordlists import words

#: A paragraph's text and role.
Piece = tuple[str, str]

MAX_PIECES = 4000
#: What an element makes of the text in it; HTML's names, then those of trafilatura's own trees.
ROLES = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "head": "heading", "blockquote": "quotation", "q-block": "quotation", "quote": "quotation", "li": "list-item",
    "item": "list-item", "dt": "list-item", "dd": "list-item", "row": "list-item", "tr": "list-item",
    "figcaption": "caption", "caption": "caption",
}  # fmt: skip
#: Elements without text for readers.
SKIPPED = words("script style template head noscript form button select textarea svg graphic img")
#: Characters in a row of a table from which it is the page's layout, and its cells hold paragraphs.
LAYOUT = 500
CELLS = frozenset({"td", "th", "cell"})
ROWS = frozenset({"row", "tr"})


def pieces(root: Element) -> list[Piece]:
    """The paragraphs below ``root``, in order. Text between two block elements is a paragraph of its own.

    The cells of a row are kept in one piece, separated by a bar, unless so much stands in it that the table
    must be the page's layout. A line break ends a paragraph.
    """
    page = _Page()
    for event, element in _events(root):
        tail = "" if element is root else element.tail or ""
        if event == "skip":
            page.text.append(tail)
        elif element.tag in INLINE or (page.row is not None and element is not page.row):
            page.within(event, element, tail)
        elif event == "start":
            page.close()
            page.enter(element)
            page.text.append(element.text or "")
        else:
            page.close()
            page.leave(element.tag)
            page.text.append(tail)
    page.close()
    return page.found


class _Page:
    """What has been read so far: whole pieces, the text of the next one, and the roles it stands in."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self.text: list[str] = []
        self.roles: list[str] = []
        self.row: Element | None = None  # the row of a table that is being read; everything in it is one line

    def enter(self, element: Element) -> None:
        """An element of its own."""
        if element.tag in ROWS:
            short = sum(len(text) for text in element.itertext()) <= LAYOUT
            self.row = element if short else None
            self.roles.append("list-item" if short else "text")
        elif element.tag in ROLES:
            self.roles.append(ROLES[element.tag])

    def leave(self, tag: str) -> None:
        """Its end."""
        self.row = None
        if tag in ROLES and self.roles:
            self.roles.pop()

    def within(self, event: str, element: Element, tail: str) -> None:
        """An element inside a line; in a row of a table every element is one."""
        apart = "" if element.tag in INLINE else " "
        if event == "start":
            self.text += (apart, element.text or "")
        else:
            self.text += (" | " if element.tag in CELLS else apart, tail)

    def close(self) -> None:
        """End the piece."""
        line = clean("".join(self.text))
        self.text.clear()
        if self.roles[-1:] == ["list-item"]:
            line = line.strip("| ")
        if line and len(self.found) < MAX_PIECES:
            self.found.append((line, self.roles[-1] if self.roles else "text"))


def _events(root: Element) -> Iterator[tuple[str, Element]]:
    """Start and end of every element below and with ``root``; ``skip`` in place of both for what is not text."""
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    skipping: Element | None = None
    for event, element in walker:
        if skipping is not None:
            if event == "end" and element is skipping:
                skipping = None
                yield "skip", element
        elif event in {"comment", "pi"}:
            yield "skip", element
        elif event == "start" and element.tag in SKIPPED and not _is_heading(element):
            skipping = element
            walker.skip_subtree()
        else:
            yield event, element


def _is_heading(element: Element) -> bool:
    """trafilatura calls its headings ``head``; HTML's own stands below ``html``."""
    if element.tag != "head":
        return False
    above = element.getparent()
    return above is not None and above.tag != "html"
