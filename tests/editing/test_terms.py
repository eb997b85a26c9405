"""Terms: what is counted, where, and how it is weighed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.editing import terms


def test_words_and_neighbours_without_words_of_grammar() -> None:
    assert list(terms.grams("The river is low, and ferries stop")) == [
        "river",
        "low",
        "river low",
        "ferries",
        "low ferries",
        "stop",
        "ferries stop",
    ]


def test_a_field_has_its_weight_as_length_however_long_the_text() -> None:
    fields = terms.counted("River low", "Ferries stop. " * 200)
    known = np.unique(np.concatenate([keys for keys, _ in fields]))
    rows, values = terms.weighed(fields, known, np.linspace(1, 5, len(known)).astype(np.float32))
    start = 0
    for (keys, _), (_, weight) in zip(fields, terms.FIELDS, strict=True):
        assert np.linalg.norm(values[start : start + len(keys)]) == pytest.approx(weight, rel=1e-5)
        assert (known[rows[start : start + len(keys)]] == keys).all()
        start += len(keys)


def test_the_same_word_is_another_term_in_the_title() -> None:
    whole, _, title = terms.counted("River", "")
    assert set(whole[0].tolist()).isdisjoint(title[0].tolist())


@given(st.text(max_size=200), st.text(max_size=400))
def test_any_text_gives_finite_values_of_known_terms_alone(title: str, body: str) -> None:
    known, *_ = terms.counted("river low", "ferries")[0]
    rows, values = terms.weighed(terms.counted(title, body), known, np.ones(len(known), dtype=np.float32))
    assert len(rows) == len(values)
    assert ((rows >= 0) & (rows < len(known))).all()
    assert np.isfinite(values).all()
