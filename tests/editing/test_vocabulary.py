"""Keywords: what hits and what does not, in languages that compound, inflect or leave no spaces."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.editing import sections, vocabulary
from standfirst.editing.sections import Section

SPORT = Section(
    "sport",
    "Sport",
    keywords=(
        ("de", ("*spiel", "torwart*", "rote karte", "*meister*")),
        ("en", ("goal", "transfer window*")),
        ("ja", ("選手", "nba")),
        ("ko", ("축구",)),
        ("mul", ("uefa",)),
    ),
)
VOTES = Section("votes", "Votes", keywords=(("de", ("*wahl", "torwart*")), ("no", ("valg*",))))
DESKS = (SPORT, VOTES)


def hit(text: str, language: str) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for slug, phrase, times in vocabulary.hits(text, vocabulary.lexicon(DESKS, vocabulary.primary(language))):
        found.setdefault(slug, {})[phrase] = times
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A goal and a goal", {"sport": {"goal": 2}}),
        ("en", "goalless", {}),
        ("en", "The transfer windows close", {"sport": {"transfer windows": 1}}),
        ("en", "The transfer of a window", {}),
        ("en-GB", "UEFA met", {"sport": {"uefa": 1}}),
        ("de", "Das Auswärtsspiel", {"sport": {"auswartsspiel": 1}}),
        ("de", "Das Spielzeug", {}),
        ("de", "Die Landtagswahl", {"votes": {"landtagswahl": 1}}),
        ("de", "Das Halbfinal-Spiel", {"sport": {"spiel": 1}}),
        ("de", "Er sah die Rote Karte.", {"sport": {"rote karte": 1}}),
        ("de", "Vizeweltmeisterschaft", {"sport": {"meister": 1}}),
        ("de", "Torwarttrainer", {"sport": {"torwarttrainer": 1}, "votes": {"torwarttrainer": 1}}),
        ("ja", "日本の選手が選手村に", {"sport": {"選手": 2}}),
        ("ja", "unbankable", {}),
        ("ko", "여자축구대표팀", {"sport": {"축구": 1}}),
        ("nb", "Valget er over", {"votes": {"valget": 1}}),
        ("nn-NO", "valget", {"votes": {"valget": 1}}),
        ("fr", "Le spiel", {}),
    ],
)
def test_what_hits(language: str, text: str, expected: dict[str, dict[str, int]]) -> None:
    assert hit(text, language) == expected


def test_the_title_weighs_more_than_the_text_and_a_word_repeated_less_each_time() -> None:
    def weight(title: str, body: str) -> float:
        return next(f.weight for f in vocabulary.keywords(title, body, (), DESKS, "en"))

    assert weight("A goal", "") > weight("", "A goal") > 0
    assert weight("", "goal goal goal goal") < 4 * weight("", "goal")
    assert weight("", "goal, UEFA") > weight("", "goal, goal")
    assert vocabulary.keywords("Nothing", "of the kind", (), DESKS, "en") == []


@given(st.text(max_size=400), st.sampled_from(["de", "en", "ja", "hi", "zu", "ar", "ru", "xx"]))
def test_any_text_is_searched_and_weights_are_finite(text: str, language: str) -> None:
    for finding in vocabulary.keywords(text, text, (text,), sections.load(), language):
        assert 0 < finding.weight < 10
        assert finding.said


def test_a_long_hostile_text_takes_bounded_time() -> None:
    began = time.process_time()
    for text in ("a " * 100_000, "a-" * 100_000, "選手" * 100_000, "transfer " * 50_000):
        for language in ("de", "en", "ja"):
            vocabulary.keywords(text, text, (text,), DESKS, language)
    assert time.process_time() - began < 3


def test_every_keyword_of_the_default_sections_can_hit() -> None:
    languages = {language for section in sections.load() for language, _ in section.keywords}
    assert {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru", "ja", "zh", "ko", "ar", "mul"} <= languages
    for section in sections.load():
        for language, keywords in section.keywords:
            for keyword in keywords:
                words = vocabulary.words(keyword)
                assert words, (language, keyword)
                assert "*" not in keyword.strip("*"), (language, keyword)
                # A beginning or ending of two letters would be half the dictionary.
                assert "*" not in keyword or len("".join(words)) >= 3, (language, keyword)
                assert language in vocabulary.SEAMLESS or len(words) <= vocabulary.PHRASE_WORDS, (language, keyword)


def test_every_listed_language_speaks_for_every_section() -> None:
    found = sections.load()
    listed = {language for section in found for language, _ in section.keywords}
    for language in listed:
        assert all(dict(section.keywords).get(language) for section in found), language
        assert vocabulary.listed(found, language)
    assert not vocabulary.listed(found, "tlh")
