"""The nets over an article's vectors: shares that add up, finer classes summed, kept and loaded alike."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.editing import network

CHANCE = np.random.default_rng(7)
NET = network.Network(
    *(CHANCE.normal(size=shape).astype(np.float32) for shape in ((2, 6, 4), (2, 4), (2, 4, 3), (2, 3))),
    np.array([1, 0, 1]),
)


def test_the_shares_of_topics_add_up_to_one_and_are_the_mean_over_the_nets() -> None:
    inputs = CHANCE.normal(size=(5, 6)).astype(np.float32)
    shares = np.exp(NET.logits(inputs, 2))
    assert shares.sum(axis=1) == pytest.approx(1, abs=1e-5)
    single = [
        network.Network(NET.inner[[n]], NET.inner_bias[[n]], NET.outer[[n]], NET.outer_bias[[n]], NET.owners)
        for n in range(2)
    ]
    mean = sum(np.exp(net.logits(inputs, 2)) for net in single) / 2
    assert shares == pytest.approx(mean, abs=1e-5)


def test_a_topic_without_a_class_keeps_a_finite_logarithm() -> None:
    found = NET.logits(np.zeros((1, 6), dtype=np.float32), 3)
    assert found[0, 2] == pytest.approx(np.log(network.LEAST))


def test_a_network_that_was_stored_gives_nearly_the_same() -> None:
    inputs = CHANCE.normal(size=(5, 6)).astype(np.float32)
    again = network.loaded(network.stored(NET))
    assert again.logits(inputs, 2) == pytest.approx(NET.logits(inputs, 2), abs=0.05)
    assert again.inner.dtype == np.float32


# The first example loads the table of vectors.
@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=1500))
def test_the_meaning_of_any_text_has_unit_length_or_none(title: str, body: str) -> None:
    length = float(np.linalg.norm(network.meaning(title, body)))
    assert length == pytest.approx(1, abs=1e-3) or length == pytest.approx(0, abs=1e-3)


def test_what_a_long_body_says_late_still_counts() -> None:
    opening = "The council met in the old town hall. " * 40
    one, two = (
        network.meaning("Council meets", opening + end * 10)
        for end in ("The striker scored a goal. ", "The bank raised its rates. ")
    )
    assert float(one @ two) < 0.999
