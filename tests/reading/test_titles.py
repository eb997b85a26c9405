"""Titles without their site."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.titles import MAX_TITLE, alike, choose, without_site

NAMES = ("Harbour Post", "harbourpost.example", "harbourpost")


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Ferry returns | Harbour Post", "Ferry returns"),
        ("Ferry returns - News - Harbour Post", "Ferry returns - News"),
        ("Harbour Post: Ferry returns", "Harbour Post: Ferry returns"),
        ("Harbour Post - Ferry returns", "Ferry returns"),
        ("Ferry returns – The Harbour Post", "Ferry returns"),
        ("Ferry-line returns", "Ferry-line returns"),
        ("Ferry returns | What we know", "Ferry returns | What we know"),
        ("Harbour Post", "Harbour Post"),
        ("", ""),
    ],
)
def test_without_site(title, bare):
    assert without_site(title, NAMES) == bare


def test_the_pages_headline_wins_where_its_metadata_know_it():
    assert (
        choose(["Menu", "Ferry returns to Port Merrow"], ["Ferry returns to Port…"], "", NAMES)
        == "Ferry returns to Port Merrow"
    )
    assert choose(["Harbour Post"], ["Ferry returns"], "Ferry returns | Harbour Post", NAMES) == "Ferry returns"
    assert choose([], [], "Ferry returns | Harbour Post", NAMES) == "Ferry returns"
    assert choose(["Ferry returns"], [], "", NAMES) == "Ferry returns"
    assert choose([], [], "", NAMES) == ""
    assert choose(["Opinion Ferry returns"], ["Ferry returns"], "", NAMES) == "Ferry returns"


def test_titles_without_spaces_are_compared_too():
    assert alike("渡轮星期二早上回到了港口并且载客", "渡轮星期二早上回到了港口") > 0.8
    assert alike("渡轮星期二早上回到了港口并且载客", "足球比赛") < 0.6


@given(st.lists(st.text(max_size=60), max_size=3), st.lists(st.text(max_size=60), max_size=3), st.text(max_size=80))
def test_any_titles_are_survived(headlines, stated, document):
    assert len(choose(headlines, stated, document, NAMES)) <= MAX_TITLE
