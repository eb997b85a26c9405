"""The nets learn the finer labels and answer by topic."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn")

from training import network


def points() -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(0)
    corners = {"tennis": [1, 0, 0], "trade": [0, 1, 0], "football": [0, 0, 1]}
    labels = np.array([name for name in corners for _ in range(300)])
    rows = np.array([corners[name] for name in labels]) + chance.normal(scale=0.1, size=(900, 3))
    return rows, labels


def test_finer_labels_are_learnt_and_added_up() -> None:
    rows, finer = points()
    owners = {"tennis": 1, "football": 1, "trade": 0}
    net = network.fit(rows, finer, owners, 1, None)
    wanted = np.array([owners[label] for label in finer.tolist()])
    assert (net.logits(rows.astype(np.float32), 2).argmax(axis=1) == wanted).mean() > 0.98


def test_two_labels_are_two_and_a_seed_gives_the_same_nets() -> None:
    rows, finer = points()
    rows, finer = rows[:600], finer[:600]
    owners = {"tennis": 0, "trade": 1}
    first, second = (network.fit(rows, finer, owners, 1, np.ones(600)) for _ in range(2))
    wanted = np.array([owners[label] for label in finer.tolist()])
    assert (first.logits(rows.astype(np.float32), 2).argmax(axis=1) == wanted).mean() > 0.98
    assert (first.inner == second.inner).all()
