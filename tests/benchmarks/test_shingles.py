"""The score of a body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.shingles import Counts, compare, scores, shingles


def test_shingles_are_counted():
    assert shingles("a b, c d e") == {("a", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1}
    assert shingles("a b") == {("a", "b"): 1}
    assert shingles("x x x x x")["x", "x", "x", "x"] == 2
    assert shingles(" ,.") == {}


def test_a_page_worked_by_hand():
    # truth: abcd bcde; text: bcde cdef defg → one shared, two too many, one missed
    assert compare("a b c d e", "b c d e f g") == Counts(1 / 4, 2 / 4, 1 / 4)
    assert compare("", "") == Counts(0, 0, 0)


def test_averages_are_over_pages():
    pages = [Counts(1, 0, 0), Counts(0.25, 0.5, 0.25), Counts(0, 0, 1)]
    found = scores(pages)
    assert found["precision"] == pytest.approx((1 + 1 / 3) / 2)  # nothing was extracted of the third
    assert found["recall"] == pytest.approx((1 + 1 / 2 + 0) / 3)
    both = found["precision"] + found["recall"]
    assert found["f1"] == pytest.approx(2 * found["precision"] * found["recall"] / both)
    assert scores([]) == {"f1": 0.0, "precision": 0.0, "recall": 0.0}


@given(st.text(alphabet="ab ,", max_size=60), st.text(alphabet="ab ,", max_size=60))
def test_counts_are_shares_and_mirror(truth, text):
    one, other = compare(truth, text), compare(text, truth)
    assert one.true + one.false + one.missed == pytest.approx(1) or one == Counts(0, 0, 0)
    assert (one.true, one.false, one.missed) == (other.true, other.missed, other.false)
