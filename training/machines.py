"""Linear machines over n-grams and other numbers, as training leaves them and opinion.npz stores them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Fitted:
    """A trained machine: known n-grams and their rarity, weights (terms + others) and constant."""

    known: np.ndarray
    rarity: np.ndarray
    weights: np.ndarray
    bias: float

    def stored(self, kind: str, scale: np.ndarray | float = 1.0) -> dict[str, np.ndarray]:
        """The arrays of opinion.npz; ``scale`` are what the other numbers were multiplied by in training."""
        terms, others = self.weights[: len(self.known)], self.weights[len(self.known) :] * scale
        step = float(np.abs(terms).max()) / 127
        return {
            f"{kind}_known": self.known,
            f"{kind}_rarity": self.rarity.astype(np.float16),
            f"{kind}_terms": np.rint(terms / step).astype(np.int8),
            f"{kind}_step": np.float32(step),
            f"{kind}_others": np.append(others, self.bias).astype(np.float32),
        }


def vocabulary(groups: Sequence[np.ndarray], least: int, most: int) -> tuple[np.ndarray, np.ndarray]:
    """The keys kept of some texts' keys, rising, and their rarity (log of the inverse share of texts, smoothed)."""
    keys, counts = np.unique(np.concatenate(groups), return_counts=True)
    keys, counts = keys[counts >= least], counts[counts >= least]
    kept = np.sort(np.argsort(-counts, kind="stable")[:most])
    rarity = np.log((1 + len(groups)) / (1 + counts[kept])) + 1
    return keys[kept], rarity.astype(np.float16).astype(np.float32)
