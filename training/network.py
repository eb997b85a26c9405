# ruff: noqa: PLC0415 - the libraries of training are loaded where they are needed, so that tests run without them
"""Train the nets of standfirst.editing.network: vectors to the finer labels of the corpora."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import numpy as np

from standfirst.editing.network import Network

NETS, HIDDEN, ROUNDS = 3, 128, 15
"""Nets that are averaged, their hidden units, and passes over the texts; 25 passes and more do no better held out."""
PENALTY, RATE = 0.01, 0.002
SCALE = 3.0
"""Unit vectors are this much longer when they go in: Adam's steps suit numbers of about one tenth."""


def fit(
    inputs: np.ndarray, finer: np.ndarray, owners: dict[str, int], seed: int, weights: np.ndarray | None
) -> Network:
    """Nets from ``inputs`` (n, numbers) to the labels ``finer`` (n); ``owners`` maps those to columns of topics."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    made = []
    for number in range(NETS):
        net = MLPClassifier(
            (HIDDEN,), alpha=PENALTY, max_iter=ROUNDS, learning_rate_init=RATE, random_state=seed + number
        )
        with warnings.catch_warnings():
            # It is stopped early on purpose.
            warnings.simplefilter("ignore", ConvergenceWarning)
            net.fit((inputs * SCALE).astype(np.float32), finer, sample_weight=weights)
        made.append(net)
    return Network(
        np.stack([net.coefs_[0] * SCALE for net in made]).astype(np.float32),
        np.stack([net.intercepts_[0] for net in made]).astype(np.float32),
        np.stack([_both(net.coefs_[1], len(net.classes_)) for net in made]).astype(np.float32),
        np.stack([_both(net.intercepts_[1], len(net.classes_)) for net in made]).astype(np.float32),
        _columns(made[0].classes_.tolist(), owners),
    )


def _both(last: np.ndarray, classes: int) -> np.ndarray:
    """Two classes have one output, the logit of the second."""
    return np.concatenate([np.zeros_like(last), last], axis=-1) if classes == 2 else last


def _columns(classes: Sequence[str], owners: dict[str, int]) -> np.ndarray:
    return np.array([owners[label] for label in classes], dtype=np.intp)
