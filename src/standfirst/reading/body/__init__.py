"""The body of an article: candidates from the markup, the page's JSON-LD and the feed, and the choice among them.

The markup's text is found by judging its blocks (:mod:`standfirst.reading.body.judging`).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from standfirst.reading.body.judging import Model, judge, shipped
from standfirst.reading.body.page import Told
from standfirst.reading.document import blocks, dom
from standfirst.reading.document.blocks import Piece
from standfirst.reading.document.dom import Element
from standfirst.reading.stated import jsonld

#: A second opinion replaces the markup's text only where it is so many times longer.
MUCH_LONGER = 1.5
#: Expected F1 under which the judgement of the blocks gives way to trafilatura's rules, unless these find less than
#: this share of its text. Measured over the four page collections.
SURE = 0.93
TOO_LITTLE = 0.2
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


def from_markup(root: Element, told: Told, model: Model | None = None) -> Candidate:
    """The reading of the tree, which is left as it was.

    The blocks are judged one by one. Where that is not sure, trafilatura's own rules are asked.
    """
    judged = judge(root, told, model or shipped())
    own = Candidate("markup", _bounded([(block.text, block.role) for block in judged.chosen]))
    if judged.expected >= SURE:
        return own
    other = _by_rules(root)
    return other if other.size > TOO_LITTLE * own.size else own


def _by_rules(root: Element) -> Candidate:
    """trafilatura's reading by its own rules, without its cascade of other algorithms."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(root, fast=True, include_comments=False, include_tables=True)
    except Exception:  # what a library raises on broken markup is no news: there is no such candidate
        logging.getLogger(__name__).debug("trafilatura gave up", exc_info=True)
        return Candidate("markup", ())
    body = getattr(found, "body", None)
    return Candidate("markup", _bounded(blocks.pieces(body)) if body is not None else ())


def from_json_ld(node: jsonld.Node) -> Candidate:
    """The article's body in JSON-LD: plain text, or markup where a site puts that there."""
    text = jsonld.text(node.get("articleBody"))[:MAX_TEXT]
    if "<p" in text or "</" in text:
        return Candidate("json-ld", _bounded(blocks.pieces(dom.fragment(text))))
    from html import unescape

    lines = unescape(text).splitlines() if "&" in text else text.splitlines()
    return Candidate("json-ld", _bounded([(line, "text") for raw in lines if (line := dom.clean(raw))]))


def from_feed(content: str) -> Candidate:
    """The feed's text, which is cleaned HTML."""
    if not content.strip():
        return Candidate("feed", ())
    return Candidate("feed", _bounded(blocks.pieces(dom.fragment(content[: 2 * MAX_TEXT]))))


def _bounded(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    kept: list[Piece] = []
    left = MAX_TEXT
    for text, role in pieces:
        if left <= 0:
            break
        kept.append((text[:left].rstrip(), role))
        left -= len(text)
    return tuple(kept)
