"""A page's blocks as arrays, and what each looks like: the ground on which its features are built.

*Likeness* is how much a block looks like a paragraph: its words, unless it is short, linked or ends without a full
stop.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from standfirst.reading.body import text as of_text
from standfirst.reading.document.blocks import Blocks

Array = NDArray[np.float32]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

#: Words from which a line may be a paragraph, and at which a paragraph counts full.
PARAGRAPH, FULL = 8, 200
#: The tags that are told apart.
TAGS = {
    "p": 0, "div": 1, "li": 2, "h1": 3, "h2": 4, "h3": 5, "h4": 6, "h5": 7, "h6": 8, "tr": 9, "td": 10,
    "figcaption": 11, "blockquote": 12, "article": 13, "section": 14, "main": 15, "header": 16, "footer": 17,
    "aside": 18, "nav": 19, "ul": 20, "figure": 21, "dt": 22, "dd": 23, "pre": 24, "body": 25, "form": 26, "label": 27,
}  # fmt: skip
OTHER = 40


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says of its article: the title, the standfirst, the authors and the body in JSON-LD."""

    title: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    body: str = ""


@dataclass(slots=True)
class Page:
    """A page's blocks as arrays, and the columns made so far. ``candidate`` tells which blocks are judged at all."""

    blocks: Blocks
    text: list[str]
    place: Ints
    parent: Ints
    end: Ints
    depth: Ints
    size: Floats
    units: Floats
    linked: Floats
    ended: Floats
    like: Floats
    total: float
    candidate: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))
    columns: dict[str, NDArray[Any]] = field(default_factory=dict)

    def inside(self, values: Floats) -> Floats:
        """For every place, the sum of ``values`` (one a block) over all that lies in it."""
        at = np.bincount(self.place, weights=values, minlength=len(self.parent))
        running = np.concatenate([[0.0], np.cumsum(at)])
        found: Floats = running[self.end] - running[:-1]
        return found


def opened(blocks: Blocks) -> Page:
    """The page of some blocks, with the columns of each block's own figures."""
    found = blocks.found
    text = [block.text for block in found]
    size = np.array([len(line) for line in text], float)
    units = np.array([of_text.units(line) for line in text], float)
    linked = np.minimum(np.array([block.linked for block in found], float) / size, 1.0)
    ended = np.array([of_text.ended(line) for line in text], float)
    like = np.where((units >= PARAGRAPH) & (linked < 0.5) & (ended >= 0.5), units * (1 - linked), 0.0)
    like = np.minimum(like, FULL)
    page = Page(
        blocks,
        text,
        np.array([block.place for block in found], np.int64),
        np.array(blocks.parents, np.int64),
        np.array(blocks.ends, np.int64),
        np.array(blocks.depths, np.int64),
        size,
        units,
        linked,
        ended,
        like,
        float(like.sum()) + 1e-6,
    )
    page.columns |= {
        "size": np.log1p(size),
        "units": np.log1p(units),
        "linked": linked,
        "ended": ended,
        "bold": np.minimum(np.array([block.bold for block in found], float) / size, 1.0),
        "marks": np.array([of_text.marks(line) for line in text], float),
        "tag": np.array([TAGS.get(blocks.tags[block.place], OTHER) for block in found], float),
    }
    return page


def median(values: Floats, weights: Floats) -> float:
    """The weighted median."""
    order = values.argsort()
    running = np.cumsum(weights[order])
    return float(values[order][min(int(np.searchsorted(running, running[-1] / 2)), len(values) - 1)])
