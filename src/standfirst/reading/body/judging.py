"""Which blocks of a page are the article's text, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from standfirst.reading.body import cues, features, forest
from standfirst.reading.body.page import Told
from standfirst.reading.document.blocks import Block, segment
from standfirst.reading.document.dom import Element

#: Probability from which a block is text: a little under one half serves F1 best (Lipton et al. 2014).
TEXT = 0.45


@dataclass(frozen=True, slots=True)
class Model:
    """The log odds of names and words, and the trees."""

    cues: cues.Cues
    forest: forest.Forest


@dataclass(frozen=True, slots=True)
class Judgement:
    """A page's blocks that are text, in order, and the F1 to be expected of them, from 0 to 1."""

    chosen: tuple[Block, ...]
    expected: float


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    return Model(cues.shipped(), forest.shipped())


def judge(root: Element, told: Told, model: Model) -> Judgement:
    """Judge the blocks of a tree, which is left as it was."""
    blocks = segment(root, model.cues.weigh)
    if not blocks.found:
        return Judgement((), 0.0)
    page = features.table(blocks, told, model.cues)
    likely = np.zeros(len(blocks.found), np.float32)
    if page.candidate.any():
        likely[page.candidate] = model.forest.probabilities(features.matrix(page, model.forest.names))
    kept = np.nonzero(whole_lists(blocks.found, page.units, likely >= TEXT))[0].tolist()
    return Judgement(tuple(blocks.found[at] for at in kept), expected(page.units, likely))


def expected(units: NDArray[np.float64], likely: NDArray[np.float32]) -> float:
    """The F1 to be expected of the chosen blocks, counted in words, if the probabilities are right."""
    chosen = likely >= TEXT
    right = float((units * likely)[chosen].sum())
    return 2 * right / (float(units[chosen].sum()) + float((units * likely).sum()) + 1e-9)


def whole_lists(blocks: list[Block], units: NDArray[np.float64], chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """A list or table is text as a whole, as the greater part of its words is."""
    items = np.array([block.role == "list-item" for block in blocks])
    edges = np.flatnonzero(np.diff(np.concatenate([[False], items, [False]]).astype(int)))
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        within = slice(first, last)
        chosen[within] = (units * chosen)[within].sum() >= 0.5 * units[within].sum()
    return chosen
