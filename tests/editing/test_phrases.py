from __future__ import annotations

import time

import pytest

from standfirst.editing import candidates, headline, phrases, shorten

TABLE = phrases._table()


@pytest.mark.parametrize(
    ("section", "key"), [(section, key) for section in TABLE for key in TABLE[section] if key != "stop"]
)
def test_every_list_is_a_pattern_that_does_not_match_nothing(section, key):
    assert not phrases.pattern(section, key).fullmatch("")


def test_plain_words():
    assert "the" in phrases.words("headline", "stop")


@pytest.mark.parametrize("piece", ["a ", "“a ", "((", "a – ", "a, which b ", "who ", "A. ", "? ", "'a ", "AAAA "])
def test_hostile_text_takes_linear_time(piece):
    text = piece * (20_000 // len(piece))
    started = time.process_time()
    shorten.variants(text, "en")
    headline.asks(text, "en")
    headline.clean(text, "x")
    candidates.fault(text, "en")
    candidates.leans(text, "en")
    assert time.process_time() - started < 2
