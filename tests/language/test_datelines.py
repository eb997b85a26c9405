from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language.datelines import agency, credit, dateline


@pytest.mark.parametrize(
    ("text", "rest", "name"),
    [
        ("LONDON (Reuters) - The bank cut rates.", "The bank cut rates.", "Reuters"),
        ("WASHINGTON (AP) — Two ships met.", "Two ships met.", "Associated Press"),
        ("PARIS, Jan. 3 (AFP) – A strike began.", "A strike began.", "Agence France-Presse"),
        ("Berlin (dpa/tmn) - Der Zug fiel aus.", "Der Zug fiel aus.", "dpa"),
        ("MADRID, 3 Ene. (EUROPA PRESS) - El tren paró.", "El tren paró.", "Europa Press"),
        ("(CNN) -- A man swam home.", "A man swam home.", ""),
        ("NEW YORK — The city slept.", "The city slept.", ""),
    ],
)
def test_dateline_goes(text, rest, name):
    end, found = dateline(text)
    assert (text[end:], found) == (rest, name)


@pytest.mark.parametrize(
    "text",
    [
        "Smith (Labour) — said he would stay.",
        "The (Reuters) report.",
        "A dog (AP) barked.",
        "",
        "— no place",
        "Hill (12) - a boy",
    ],
)
def test_what_is_no_dateline_stays(text):
    assert dateline(text) == (0, "")


@pytest.mark.parametrize(
    ("text", "kept", "name"),
    [
        ("(dpa)", "", "dpa"),
        ("dpa/AFP", "", "dpa"),
        ("The match ended level. (dpa)", "The match ended level. ", "dpa"),
        ("He won (AP).", "He won ", "Associated Press"),
        ("The Reuters building was sold.", "The Reuters building was sold.", ""),
        ("She left (with her dog).", "She left (with her dog).", ""),
    ],
)
def test_credit(text, kept, name):
    start, found = credit(text)
    assert (text[:start], found) == (kept, name)


def test_agency_needs_a_name_by_itself():
    assert agency("Jane Smith, Associated Press") == "Associated Press"
    assert agency("Applied Physics") == ""


@given(st.text(max_size=400))
def test_places_lie_in_the_text(text):
    end, _ = dateline(text)
    start, _ = credit(text)
    assert 0 <= end <= len(text)
    assert 0 <= start <= len(text)
