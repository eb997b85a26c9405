"""The rates of a text, and the lists they count by."""

from __future__ import annotations

import pytest

from standfirst.editing import manner


def rate(found: manner.Manner, name: str) -> float:
    return found.rates[manner.RATES.index(name)]


def test_what_others_say_in_quotes_is_not_the_authors() -> None:
    own = manner.measure("", "I think we must go. " * 10, "en")
    quoted = manner.measure("", "“I think we must go,” he said. " * 10, "en")
    assert rate(own, "first_person") > 10
    assert rate(quoted, "first_person") == 0
    assert rate(quoted, "quoted") > 0.5


def test_words_beginnings_and_phrases_are_counted_each_once() -> None:
    words = manner.tokens("We have to go, we have a boat; hypocrites and hypocrisy, of course.")
    found = manner.hits(words, "en")
    assert dict(found["modal"]) == {"have to": 1}
    assert dict(found["evaluation"]) == {"hypocrites": 1, "hypocrisy": 1}
    assert dict(found["hedge"]) == {"of course": 1}
    assert found["we"]["we"] == 2


def test_a_phrase_hides_its_first_word() -> None:
    found = manner.hits(manner.tokens("Il est temps : il faut agir, d'après moi."), "fr")
    assert dict(found["modal"]) == {"faut": 1}
    assert dict(found["attribution"]) == {"d'apres": 1}
    apart = manner.hits(manner.tokens("needs to go and needs rest"), "en")
    assert dict(apart["modal"]) == {"needs to": 1}


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Why? Because it rains.", "questions", 0.5),
        ("Stop! Now! He went on.", "exclamations", 2 / 3),
        ("It cost 12 pounds and 3 pence.", "numbers", 40.0),
        ("One two three. Four five six.", "words_a_sentence", 0.3),
    ],
)
def test_signs_numbers_and_lengths(text: str, name: str, value: float) -> None:
    assert rate(manner.measure("", text, "en"), name) == pytest.approx(value)


def test_a_title_that_asks() -> None:
    assert rate(manner.measure("Who sank it?", "It sank.", "en"), "title_question") == 1
    assert rate(manner.measure("It sank", "Who sank it?", "en"), "title_question") == 0


def test_terms_are_shown_as_the_text_spells_them() -> None:
    assert manner.spelled(["luge", "i'm", "needs to"], "Eine LÜGE. I’m sure she Needs to go.") == [
        "lüge",
        "I’m",
        "needs to",
    ]
    found = dict(manner.measure("", "Das ist beschämend, beschämend.", "de").found)
    assert found["evaluation"] == (("beschämend", 2),)


def test_every_lexicon_has_every_list() -> None:
    for language in ("en", "de", "fr", "es"):
        assert set(manner.lexicon(language)) == set(manner.LISTS)
    assert manner.lexicon("fi") == {}


def test_hostile_text_is_bounded() -> None:
    manner.measure("?" * 1000, "“" * 200_000, "en")
    manner.measure("", "a'" * 200_000, "en")
    assert manner.measure("", "word " * 1_000_000, "en").words <= manner.CHARACTERS
