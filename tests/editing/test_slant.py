"""Sentences that judge or urge are told from those that report."""

from __future__ import annotations

import pytest

from standfirst.editing import slant

SLANTED = [
    "It is an outrageous betrayal of everything this town believes in, and we must end it.",
    "Once again the radical elites are laughing at ordinary people.",
    "Frankly, nobody who has read the plan can take these clowns seriously.",
    "Surely that is not what a decent country does to its children.",
]
PLAIN = [
    "The council met on Tuesday and voted 19 to 6 to repair the bridge, officials said.",
    "Police said two men were arrested at the station on Friday evening.",
    "The company reported a loss of 2.4 million pounds in the third quarter, according to a filing.",
    "“It is a shameful decision,” Mr Wren told reporters after the meeting.",
]


def test_english_sentences_that_judge_and_those_that_report():
    high, low = slant.judge(SLANTED, "en-GB"), slant.judge(PLAIN, "en")
    assert min(high) > 0.5 > max(low)


@pytest.mark.parametrize(
    ("language", "opinionated", "plain"),
    [
        ("en", "It is an outrageous betrayal, and we must end it.", "The council met on Tuesday, officials said."),
        ("de", "Das ist eine unerträgliche Lüge.", "Der Rat tagte am Dienstag, sagte ein Sprecher."),
        ("fr", "C'est un mensonge scandaleux.", "Le conseil s'est réuni mardi, selon la mairie."),
        ("es", "Es una mentira intolerable.", "El pleno se reunió el martes, según el alcalde."),
        ("de", "Eine Schande, und wir müssen endlich handeln.", "„Eine unerträgliche Lüge“, sagte Wren."),
    ],
)
def test_the_lexicon_alone(language: str, opinionated: str, plain: str):
    high, low = slant.by_words([opinionated, plain], language)
    assert high >= 0.3
    assert low < 0.1
    if language != "en":
        assert slant.judge([opinionated, plain], language) == (high, low)


def test_a_sentence_is_judged_alone():
    together = slant.judge(SLANTED + PLAIN, "en")
    assert together == pytest.approx([slant.judge([sentence], "en")[0] for sentence in SLANTED + PLAIN], abs=1e-3)


@pytest.mark.parametrize(
    ("sentence", "judging"),
    [
        ("It was a shameful vote.", True),
        ("It was the best result since 2019.", False),
        ("The pump failed twice in May.", False),
        ("He called it “shameful”.", False),
        ("A ridiculous and great plan.", True),
    ],
)
def test_mild_words_take_no_stand(sentence: str, judging: bool):
    assert slant.judges(sentence, "en") is judging


def test_nothing_hostile_or_strange_breaks_it():
    assert slant.judge([], "en") == ()
    assert slant.by_words(["«" * 100_000, ""], "fr") == (0.0, 0.0)
    assert all(0 <= chance <= 1 for chance in slant.judge(["", "?!" * 50_000, "“" * 100_000], "en"))
    assert slant.judge(["Tämä on häpeällistä."], "fi") == (0.0,)
