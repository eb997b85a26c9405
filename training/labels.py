"""Which blocks of a saved page its true body holds: labels, and how much each block weighs.

A block of four words or more is the body's where the body holds half of its shingles. A shorter one is where the
body has it next to the block before or behind it. Of copies of a text only those nearest to the rest count, as
many as the body has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from benchmarks import shingles
from standfirst.reading.document.blocks import Block

HALF = 0.5
#: The most that a block weighs, as a share of its page's body; the least; and what a whole body weighs.
MOST, LEAST, WHOLE = 0.3, 0.15, 100.0

_BARE = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Labels:
    """One number a block: whether it is the body's (1 or 0), and its weight in training."""

    wanted: np.ndarray
    weights: np.ndarray


def of(blocks: list[Block], body: str) -> Labels:
    """The labels of a page's blocks."""
    true = shingles.shingles(body)
    tokens = [shingles.TOKEN.findall(block.text) for block in blocks]
    wanted = np.zeros(len(blocks), bool)
    for at, block in enumerate(blocks):
        if len(tokens[at]) >= shingles.LENGTH:
            own = shingles.shingles(block.text)
            wanted[at] = sum((own & true).values()) / own.total() >= HALF
    _drop_copies(blocks, body, wanted)
    _add_short(tokens, body, wanted)
    lengths = np.array([len(each) for each in tokens], float)
    whole = max(len(shingles.TOKEN.findall(body)), 1)
    return Labels(wanted.astype(np.float32), np.minimum(lengths / whole, MOST) * WHOLE + LEAST)


def _drop_copies(blocks: list[Block], body: str, wanted: np.ndarray) -> None:
    copies: dict[str, list[int]] = defaultdict(list)
    for at in np.nonzero(wanted)[0].tolist():
        copies[_bare(blocks[at].text)].append(at)
    middle = np.median([found[0] for found in copies.values() if len(found) == 1] or [0])
    whole = _bare(body)
    for text, found in copies.items():
        if len(found) > 1:
            nearest = sorted(found, key=lambda at: abs(at - middle))
            for at in nearest[max(1, whole.count(text)) :]:
                wanted[at] = False


def _add_short(tokens: list[list[str]], body: str, wanted: np.ndarray) -> None:
    joined = f" {' '.join(shingles.TOKEN.findall(body))} "
    behind: list[int | None] = [None] * len(tokens)
    last = None
    for at in range(len(tokens) - 1, -1, -1):
        behind[at] = last
        if wanted[at]:
            last = at
    before = None
    for at, own in enumerate(tokens):
        if not wanted[at] and 0 < len(own) < shingles.LENGTH:
            line, after = " ".join(own), behind[at]
            follows = before is not None and f" {' '.join([*tokens[before][-2:], line])} " in joined
            leads = after is not None and f" {' '.join([line, *tokens[after][:2]])} " in joined
            wanted[at] = follows or leads
        if wanted[at]:
            before = at


def _bare(text: str) -> str:
    return _BARE.sub("", text.lower())
