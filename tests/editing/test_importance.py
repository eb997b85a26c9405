from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.editing import importance
from standfirst.errors import ModelError
from standfirst.language import models
from standfirst.language.vectors import sentences as vectors_of
from tests.editing.articles import BRIDGE, WAHL

LINES = BRIDGE.split("\n")


@pytest.fixture(scope="module")
def bridge():
    return importance.of(LINES, vectors_of(LINES), "en")


def test_every_word_has_a_chance(bridge):
    assert set(bridge.chances) == {importance.term(word) for line in LINES for word in importance.texts(line)}
    assert all(0 < chance < 1 for chance in bridge.chances.values())


def test_what_recurs_from_the_top_outweighs_what_is_met_once_at_the_end(bridge):
    assert bridge.chances["bridge"] > 3 * bridge.chances["newsle"]
    assert bridge.chances["marlby"] > 2 * bridge.chances["harbou"]
    assert bridge.worth(bridge.bits(LINES[0])) > 2 * bridge.worth(bridge.bits(LINES[6]))


def test_a_repeat_adds_nothing(bridge):
    once = bridge.bits(LINES[0])
    assert bridge.worth(bridge.bits(f"{LINES[0]} {LINES[0]}")) == bridge.worth(once)
    assert bridge.worth(once & ~once) == 0


def test_the_worth_is_the_sum_of_the_chances_in_steps(bridge):
    bits = bridge.bits(LINES[1])
    chances = [bridge.chances[term] for term in {importance.term(word) for word in importance.texts(LINES[1])}]
    assert bridge.worth(bits) == pytest.approx(sum(chances), abs=len(chances) / 128)


@given(st.dictionaries(st.text(min_size=1, max_size=6), st.floats(0, 1, width=32), max_size=40), st.data())
def test_worth_is_additive_over_what_is_disjoint(chances, data):
    made = importance.weighed(list(chances), np.array(list(chances.values()), dtype=np.float32))
    left = data.draw(st.integers(0, (1 << len(chances)) - 1))
    right = ((1 << len(chances)) - 1) & ~left
    assert made.worth(left) + made.worth(right) == made.worth(left | right)
    assert made.worth(1) == pytest.approx(next(iter(chances.values()), 0), abs=1 / 64)


def test_other_languages_have_no_weights():
    lines = WAHL.split("\n")
    made = importance.of(lines, np.zeros((len(lines), 512), dtype=np.float32), "de")
    assert (made.bits(WAHL), made.worth(made.bits(WAHL))) == (0, 0)
    assert importance.of([], np.zeros((0, 256), dtype=np.float32), "en").chances == {}


@pytest.mark.parametrize("lines", [["..."], [""], ["?", "One."], ["\ud800 odd"], ["ab " * 400]])
def test_odd_texts_are_borne(lines):
    made = importance.of(lines, np.zeros((len(lines), 256), dtype=np.float32), "en")
    assert made.worth(made.bits(lines[0])) >= 0


def test_the_work_is_bounded():
    lines = [" ".join(f"w{line * 50 + word:x}q" for word in range(50)) for line in range(100)]
    made = importance.of(lines, np.zeros((len(lines), 256), dtype=np.float32), "en")
    assert len(made.chances) == importance.WORDS


def test_rarity_is_of_the_terms_known():
    model = importance.shipped()
    usual, rare, never = model.rarities(["the", "senate", "qqzzxx"])
    assert usual < 0.1 < rare < never == pytest.approx(model.rarest)


def test_a_model_that_cannot_be_read_is_said(tmp_path, monkeypatch):
    (tmp_path / importance.MODEL).write_bytes(b"no archive")
    monkeypatch.setattr(models, "path", lambda name: tmp_path / name)
    with pytest.raises(ModelError, match="cannot be read"):
        importance.shipped.__wrapped__()
