"""The forest: the same answer as walking its trees one by one."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.body.forest import Forest, shipped


def walk(forest: Forest, row: np.ndarray) -> float:
    """One tree after the other, one node after the other."""
    total, inner = 0.0, forest.feature.shape[1]
    for feature, threshold, value in zip(forest.feature, forest.threshold, forest.value, strict=True):
        node = 0
        while node < inner:
            node = 2 * node + (2 if row[feature[node]] > threshold[node] else 1)
        total += float(value[node - inner])
    return 1 / (1 + math.exp(-total))


@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(1, 6), st.integers(0, 9))
def test_as_walked(seed, depth, trees, rows):
    random = np.random.default_rng(seed)
    inner = 2**depth - 1
    forest = Forest(
        random.integers(0, 3, (trees, inner)).astype(np.int16),
        random.integers(-2, 3, (trees, inner)).astype(np.float32),
        random.normal(size=(trees, inner + 1)).astype(np.float32),
        ("a", "b", "c"),
    )
    table = random.integers(-2, 3, (rows, 3)).astype(np.float32)
    found = forest.probabilities(table)
    assert found.shape == (rows,)
    assert np.allclose(found, [walk(forest, row) for row in table], atol=1e-5)


def test_the_shipped_forest_is_whole():
    forest = shipped()
    trees, inner = forest.feature.shape
    assert (inner + 1) & inner == 0
    assert forest.threshold.shape == (trees, inner)
    assert forest.value.shape == (trees, inner + 1)
    assert 0 <= forest.feature.min() <= forest.feature.max() < len(forest.names) == len(set(forest.names))
    assert np.isfinite(forest.value).all()
    assert not np.isnan(forest.threshold).any()
