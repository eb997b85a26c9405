from __future__ import annotations

from dataclasses import fields

import pytest

from standfirst.language import lexicons
from standfirst.language.lexicons import Lexicon
from standfirst.language.words import fold

LANGUAGES = sorted(path.stem for path in lexicons.FOLDER.glob("*.toml"))


def test_the_four_languages_have_their_lists():
    assert LANGUAGES == ["de", "en", "es", "fr"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_is_filled(language):
    lexicon = lexicons.get(language)
    empty = [field.name for field in fields(Lexicon) if not getattr(lexicon, field.name)]
    assert empty == []
    assert len(lexicon.weekdays) >= 7
    assert sorted(set(lexicon.months.values())) == list(range(1, 13))
    assert sorted(set(lexicon.months_short.values())) == list(range(1, 13))


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_are_folded(language):
    lexicon = lexicons.get(language)
    for name in ("negations", "hedges", "reporting", "openers", "stopwords", "roles", "given_names", *lexicons.PHRASES):
        assert all(entry == fold(entry) for entry in getattr(lexicon, name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_grammar_is_a_judgement(language):
    lexicon = lexicons.get(language)
    assert not lexicon.evaluations & {fold(word) for word in ("zum", "zu", "die", "le", "la", "por", "de", "to", "the")}
    assert not lexicon.evaluations & lexicon.stopwords


def test_a_language_without_a_file_still_has_its_calendar():
    italian = lexicons.get("it-IT")
    assert not italian.known
    assert italian.months["marzo"] == 3
    assert italian.weekdays["domenica"] == 6
    assert lexicons.get("xx").months == {}


@pytest.mark.parametrize("tag", ["../../etc", "e n", "", "\x00", "en" * 40])
def test_no_tag_reaches_outside_the_folder(tag):
    assert lexicons.get(tag).known is False
