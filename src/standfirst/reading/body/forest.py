"""A forest of small decision trees, evaluated with numpy: each is complete, so that a node's number tells its place.

Trees of gradient boosting (Friedman 2001) as arrays: node ``n`` of a tree compares feature ``feature[n]`` with
``threshold[n]`` and goes on to ``2n + 1`` where it is not greater, else to ``2n + 2``; below the last level stand the
values, which are summed over the trees and made a probability by the logistic function.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from standfirst.errors import ModelError
from standfirst.language import models

MODEL = "body-forest.npz"

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Forest:
    """``feature`` and ``threshold``: trees x (2^depth - 1); ``value``: trees x 2^depth; ``names``: the columns."""

    feature: NDArray[np.int16]
    threshold: Array
    value: Array
    names: tuple[str, ...]

    def probabilities(self, rows: Array) -> Array:
        """The probability of each row (rows x features, float32)."""
        trees, inner = self.feature.shape
        depth = (inner + 1).bit_length() - 1
        count = len(rows)
        node = np.zeros((count, trees), np.int64)
        at = np.arange(count)[:, None]
        feature, threshold = self.feature.ravel(), self.threshold.ravel()
        first = (np.arange(trees) * inner)[None, :]
        for _ in range(depth):
            place = first + node
            node = 2 * node + 1 + (rows[at, feature[place]] > threshold[place])
        leaves = self.value.ravel()[(np.arange(trees) * (inner + 1))[None, :] + node - inner]
        odds = leaves.sum(axis=1, dtype=np.float64)
        return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


@cache
def shipped() -> Forest:
    """The forest that comes with the package. Raises :class:`ModelError` where its file is not what it should be."""
    file = models.path(MODEL)
    try:
        with np.load(file, allow_pickle=False) as stored:
            return Forest(stored["feature"], stored["threshold"], stored["value"], tuple(map(str, stored["names"])))
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(str(file), f"the model cannot be read ({error})", models.WAY_OUT) from error
