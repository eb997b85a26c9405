"""Training of the body model: labels, folds, log odds, and trees carried over whole."""

from __future__ import annotations

import numpy as np
import pytest

from standfirst.reading.document import dom
from standfirst.reading.document.blocks import segment
from training import body, labels

LINES = [
    "The ferry came back on Tuesday morning.",
    "It had been away for eleven months.",
    "Tickets are sold from Thursday.",
]


def wanted(html: str, text: str) -> list[int]:
    return labels.of(segment(dom.fragment(html)).found, text).wanted.astype(int).tolist()


@pytest.mark.parametrize(
    ("html", "text", "found"),
    [
        (f"<p>{LINES[0]}</p><p>{LINES[1]}</p><p>Share this article now</p>", "\n".join(LINES[:2]), [1, 1, 0]),
        (f"<p>{LINES[0]}</p><h2>The price</h2><p>{LINES[2]}</p>", f"{LINES[0]}\nThe price\n{LINES[2]}", [1, 1, 1]),
        (f"<p>Tickets</p><p>{LINES[0]}</p><p>{LINES[2]}</p>", f"{LINES[0]} {LINES[2]}", [0, 1, 1]),
        (
            f"<p>{LINES[1]}</p><p>Menu of this page here</p><p>{LINES[0]}</p><p>{LINES[1]}</p><p>{LINES[2]}</p>",
            "\n".join(LINES),
            [0, 0, 1, 1, 1],
        ),
        (f"<p>{LINES[0]}</p>", "", [0]),
    ],
)
def test_labels(html, text, found):
    assert wanted(html, text) == found


def test_a_publisher_is_in_one_fold():
    sites = [f"s{number % 7}" for number in range(40)]
    fold = body.folds(sites, 3, 1)
    assert set(fold.tolist()) == {0, 1, 2}
    assert all(len({fold[at] for at, each in enumerate(sites) if each == site}) == 1 for site in sites)


def test_trees_are_carried_over_whole():
    lightgbm = pytest.importorskip("lightgbm")
    random = np.random.default_rng(1)
    rows = random.normal(size=(2000, 5)).astype(np.float32)
    known = (rows[:, 1] * rows[:, 3] > 0.2).astype(float)
    booster = lightgbm.train(
        {"objective": "binary", "max_depth": body.DEPTH, "num_leaves": 20, "verbose": -1},
        lightgbm.Dataset(rows, known),
        15,
    )
    forest = body.planted(booster.dump_model(), ("a", "b", "c", "d", "e"))
    used = [("a", "b", "c", "d", "e").index(name) for name in forest.names]
    assert np.allclose(forest.probabilities(rows[:, used]), booster.predict(rows), atol=1e-4)
