from __future__ import annotations

import numpy as np
import pytest

from standfirst.editing import candidates, facts, salience
from tests.editing.articles import BRIDGE, WAHL, article


def scored(made, shared=None):
    found = candidates.find(made)
    vectors = salience.vectors(found, made.title, made.language)
    shared = shared or [0.0] * len(found)
    return found, salience.scores(found, vectors, shared, facts.find(made), 30, made.language)


@pytest.mark.parametrize(("text", "language"), [(BRIDGE, "en"), (WAHL, "de")])
def test_the_lead_scores_best(text, language):
    found, scores = scored(article(text, language=language))
    assert len(scores) == len(found)
    assert scores.index(max(scores)) == 0


def test_the_headlines_words_and_the_writers_voice_count():
    made = article()
    _, plain = scored(made)
    _, shared = scored(made, [0.0, 1.0] + [0.0] * (len(plain) - 2))
    assert shared[1] > plain[1]
    assert shared[0] == plain[0]
    ours = article(BRIDGE.replace("A report on the cracks was sent", "A report on the cracks we had was sent"))
    place = next(each.index for each in candidates.find(made) if each.text.startswith("A report"))
    assert scored(ours)[1][place] < plain[place] - 0.5


def test_hashed_vectors_are_unit_and_see_inflected_words():
    rows = salience.hashed(["Die Brücken schließen", "Die Brücke schließt", "Ein Hund bellt laut", ""])
    assert np.allclose(np.linalg.norm(rows[:3], axis=1), 1)
    assert not rows[3].any()
    assert rows[0] @ rows[1] > 0.9
    assert rows[0] @ rows[2] < 0.1


def test_nothing_has_no_scores():
    assert scored(article("")) == ((), [])
