from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.editing.shorten import is_subsequence, variants


@pytest.mark.parametrize(
    ("text", "language", "shortest"),
    [
        ("LONDON (Reuters) — The bank cut rates.", "en", "The bank cut rates."),
        ("The bridge (built in 1911) carries cars.", "en", "The bridge carries cars."),
        ("The line grew by a fifth, it said [1], [2].", "en", "The line grew by a fifth, it said."),
        ("The drug (sold as Marl (in tablets) here) was approved.", "en", "The drug was approved."),
        ("The mayor — smiling broadly — left at noon.", "en", "The mayor left at noon."),
        ("The pilot, who lives in Leeds, flew home.", "en", "The pilot flew home."),
        ("The boat sank on Monday, which ended the race.", "en", "The boat sank on Monday."),
        ("Ada Mwangi, 47, who runs the ferry, was on deck.", "en", "Ada Mwangi, 47, was on deck."),
        ("Ada Mwangi, aged 47, who runs the ferry, was on deck.", "en", "Ada Mwangi, aged 47, was on deck."),
        ("Jeanne Morel, 47 ans, qui habite Lyon, est partie.", "fr", "Jeanne Morel, 47 ans, est partie."),
        ("Le maire, qui habite Lyon, est parti.", "fr", "Le maire est parti."),
        ("- The second item of a list is here.", "en", "The second item of a list is here."),
    ],
)
def test_what_may_go_goes(text, language, shortest):
    assert variants(text, language)[-1] == shortest


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor, who denied it, left at noon.", "en"),
        ("The plan (not yet approved) costs millions.", "en"),
        ("The firm – according to its lawyer – paid.", "en"),
        ("The boat, which may sink, left at noon.", "en"),
        ("Ada Mwangi, a pilot of ferries, who lives in Leeds, flew home.", "en"),
        ("He left (“for good”) at noon.", "en"),
        ("Der Mann, der in Köln wohnt, ging nach Hause.", "de"),
        ("Apples, pears, and plums were sold at noon.", "en"),
    ],
)
def test_negation_attribution_hedge_and_speech_stay(text, language):
    assert variants(text, language) == (text,)


@given(st.text(alphabet="ab ,.()—–-[]whic“”", max_size=200), st.sampled_from(["en", "de", "fr", "es", "ja", ""]))
def test_every_form_is_a_subsequence(text, language):
    found = variants(text, language)
    assert found
    assert all(is_subsequence(form, text) for form in found)
    assert [len(form) for form in found] == sorted((len(form) for form in found), reverse=True)


def test_subsequence():
    assert is_subsequence("ace", "abcde")
    assert not is_subsequence("aec", "abcde")
