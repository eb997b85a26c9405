"""What stands around the headline, line by line: the byline and the date are there, whatever the markup calls them.

A line is the largest element of so few letters that it can be one. The lines below the headline end where the text
begins; those above it reach back only a little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from standfirst.reading.document.dom import Element, clean, text_of
from standfirst.reading.wordlists import words

#: A line is no longer (code points), and a text that is longer is no line but the article's.
LONGEST = 180
#: So many letters of text below the headline, and the article has begun.
BEGUN = 700
BELOW, ABOVE = 60, 14
#: Elements walked through in either direction.
STEPS = 600
_PICTURED = re.compile(r"caption|pic-?box|gallery|credit", re.IGNORECASE)
_BARS = re.compile(r"[|•·・●]|\s[-–—]\s")
MAX_PIECES = 40
MAX_ELEMENTS = 1500
MAX_INNER = 400
SKIPPED = words(
    "script style noscript template svg nav footer form button select option iframe video audio picture img figure"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line beside the headline and the element that holds it; None for text that stands between elements."""

    text: str
    element: Element | None = None

    @property
    def pieces(self) -> list[str]:
        """The texts that its elements hold, and what bars and bullets part in them, each for itself."""
        texts = [self.text] if self.element is None else islice(self.element.itertext(), MAX_PIECES)
        return [piece for text in texts for part in _BARS.split(text) if (piece := clean(part))]


def lines(headline: Element | None) -> tuple[Line, ...]:
    """The lines below a headline, nearest first, then those above it, nearest first."""
    if headline is None:
        return ()
    found = list(islice(_until_text(_below(headline)), BELOW))
    return (*found, *islice(_above(headline), ABOVE))


def length(element: Element) -> int:
    """The letters of an element's text, white space around its pieces apart, as far as they matter.

    Counting ends where they are more than a line's (in a paragraph, more than a few lines'); an element that holds
    very many others is longer than a line, whatever they hold.
    """
    found = 0
    most = BEGUN if element.tag in {"p", "blockquote"} else LONGEST
    for number, each in enumerate(element.iter()):
        if number > MAX_INNER:
            return max(found, LONGEST + 1)
        for text in (each.text if isinstance(each.tag, str) else "", each.tail if each is not element else ""):
            if text and not text.isspace():
                found += len(text.strip())
        if found > most:
            break
    return found


def _until_text(found: Iterator[tuple[Line, int]]) -> Iterator[Line]:
    """Lines until so much text has passed; the length of what is longer than a line comes with an empty line."""
    passed = 0
    for line, length in found:
        if line.text:
            yield line
        passed += length if length > LONGEST else 0
        if passed > BEGUN:
            return


def _below(headline: Element) -> Iterator[tuple[Line, int]]:
    steps = 0
    element = headline
    while element is not None and element.tag not in {"body", "html"}:
        if tail := clean(element.tail):
            yield (Line(tail), 0) if len(tail) <= LONGEST else (Line(""), len(tail))
        for sibling in element.itersiblings():
            for line, length in _within(sibling):
                steps += 1
                if steps > STEPS:
                    return
                yield line, length
        element = element.getparent()


def _within(element: Element) -> Iterator[tuple[Line, int]]:
    """The lines of an element in their order, and of longer ones the length, without a line."""
    stack = [element]
    for _ in range(MAX_ELEMENTS):
        if not stack:
            return
        each = stack.pop()
        tail = clean(each.tail) if each is not element else ""
        if isinstance(each.tag, str) and each.tag not in SKIPPED and not _PICTURED.search(each.get("class") or ""):
            size = length(each)
            if size <= LONGEST:
                if size and (text := text_of(each)):
                    yield Line(text, each), size
            elif each.tag in {"p", "blockquote"} or not len(each):
                yield Line(""), size
            else:
                if (own := clean(each.text)) and len(own) <= LONGEST:
                    yield Line(own), 0
                stack += reversed(each)
        if tail and len(tail) <= LONGEST:
            yield Line(tail), 0


def _above(headline: Element) -> Iterator[Line]:
    steps = 0
    element = headline
    while element is not None and element.tag not in {"body", "html"}:
        for sibling in element.itersiblings(preceding=True):
            if sibling.tag in SKIPPED or not isinstance(sibling.tag, str):
                continue
            for line, _ in reversed(list(islice(_within(sibling), ABOVE * 4))):
                steps += 1
                if steps > ABOVE * 4:
                    return
                if line.text:
                    yield line
        element = element.getparent()
