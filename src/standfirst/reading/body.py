"""The body of an article: candidates from the markup, the page's JSON-LD and the feed, and the choice among them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from standfirst.reading import dom, jsonld, paragraphs
from standfirst.reading.dom import Element
from standfirst.reading.paragraphs import Piece

#: A second opinion replaces the markup's text only where it is so many times longer.
MUCH_LONGER = 1.5
#: Characters of text, and its share of all that the page shows, under which the fast reading of the markup may
#: have missed the article, and the thorough one is asked. Measured over the four page collections.
SHORT = 600
SMALL_SHARE = 0.15
#: Characters of a body that are kept; no article is longer.
MAX_TEXT = 300_000

# trafilatura tells of every page it finds nothing on; the reader says that itself.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of the body. ``source``: markup, json-ld, feed."""

    source: str
    pieces: tuple[Piece, ...]

    @property
    def size(self) -> int:
        """Characters of text."""
        return sum(len(text) for text, _ in self.pieces)


def choose(candidates: Sequence[Candidate], *, subscription: bool = False) -> Candidate:
    """The candidate to use, a function of the candidates alone.

    The markup's text holds unless another is much longer. Where the article is for
    subscribers the page's JSON-LD is no second opinion: it may carry what is not open; the feed is.
    """
    first = next((each for each in candidates if each.source == "markup"), Candidate("markup", ()))
    others = [each for each in candidates if each.source == "feed" or (each.source == "json-ld" and not subscription)]
    best = max(others, key=lambda each: each.size, default=first)
    return best if best.size > MUCH_LONGER * first.size else first


def from_markup(root: Element, shown: int) -> Candidate:
    """trafilatura's reading of the tree, which is left as it was. ``shown``: characters of text on the page.

    Its own rules are asked first; its cascade of other algorithms, which takes half as long again, only where
    they find little.
    """
    fast = _extracted(root, thorough=False)
    if fast.size < SHORT or fast.size < SMALL_SHARE * shown:
        thorough = _extracted(root, thorough=True)
        return thorough if thorough.size else fast
    return fast


def _extracted(root: Element, *, thorough: bool) -> Candidate:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(root, fast=not thorough, include_comments=False, include_tables=True)
    except Exception:  # what a library raises on broken markup is no news: there is no such candidate
        logging.getLogger(__name__).debug("trafilatura gave up", exc_info=True)
        return Candidate("markup", ())
    body = getattr(found, "body", None)
    return Candidate("markup", _bounded(paragraphs.pieces(body)) if body is not None else ())


def from_json_ld(node: jsonld.Node) -> Candidate:
    """The article's body in JSON-LD: plain text, or markup where a site puts that there."""
    text = jsonld.text(node.get("articleBody"))[:MAX_TEXT]
    if "<p" in text or "</" in text:
        return Candidate("json-ld", _bounded(paragraphs.pieces(dom.fragment(text))))
    from html import unescape

    lines = unescape(text).splitlines() if "&" in text else text.splitlines()
    return Candidate("json-ld", _bounded([(line, "text") for raw in lines if (line := dom.clean(raw))]))


def from_feed(content: str) -> Candidate:
    """The feed's text, which is cleaned HTML."""
    if not content.strip():
        return Candidate("feed", ())
    return Candidate("feed", _bounded(paragraphs.pieces(dom.fragment(content[: 2 * MAX_TEXT]))))


def _bounded(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    kept: list[Piece] = []
    left = MAX_TEXT
    for text, role in pieces:
        if left <= 0:
            break
        kept.append((text[:left], role))
        left -= len(text)
    return tuple(kept)
