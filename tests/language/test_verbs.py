from __future__ import annotations

import pytest

from standfirst.language import verbs


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "The town council approved the bridge.", "approved"),
        ("en", "That's it.", "That's"),
        ("en", "Best desks of the year", None),
        ("de", "Der Rat stimmte zu.", "stimmte"),
        ("fr", "Le pont sera fermé.", "sera"),
        ("es", "El puente cerró ayer; los vecinos protestaron.", "cerró"),
    ],
)
def test_the_first_finite_verb(language, text, word):
    at = verbs.first(text, language)
    assert (None if at is None else text[at:].split()[0].rstrip(";.")) == word


def test_a_language_without_a_list_is_given_the_benefit():
    assert verbs.first("Iindaba zakutshanje", "xh") == 0
