"""Titles without their site."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.stated.titles import MAX_TITLE, alike, choose, without_site

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
        ("Ferry returns | Harbour Post News", "Ferry returns"),
        ("Ferry returns | World | HarbourPost.example", "Ferry returns | World"),
        ("Ferry returns：Harbour Post", "Ferry returns"),
        ("Ferry returns ㅣ Harbour Post", "Ferry returns"),
        ("Ferry returns | Port", "Ferry returns | Port"),
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


@pytest.mark.parametrize(
    ("headlines", "own", "stated", "document", "title"),
    [
        # a label before the headline, in its element
        (["Opinion Ferry returns to port"], "Ferry returns to port", [], "", "Ferry returns to port"),
        (["Dec 18 2025 Ferry returns"], "", ["Ferry returns"], "", "Ferry returns"),
        (["Opinion | Ferry returns | Editorial"], "", ["Ferry returns | Editorial"], "", "Ferry returns"),
        # a kicker outside of it, which two sources have
        (["Ferry returns"], "Port Merrow: Ferry returns", ["Port Merrow: Ferry returns"], "",
         "Port Merrow: Ferry returns"),
        # spans without a space between them
        (["Port MerrowFerry returns"], "", ["Port Merrow / Ferry returns"], "", "Port Merrow / Ferry returns"),
        # what is written for sharing or for search counts less than what is printed
        (["Ferry returns to port"], "Ferry returns to port", ["You will not believe this ship"], "",
         "Ferry returns to port"),
        (["Ferry returns to port"], "Ship news: ferries", ["Ferry returns to port"], "Ship news: ferries",
         "Ferry returns to port"),
        # a lone headline that nothing knows, if it is one
        (["Come and see the ship"], "", ["Harbour guide 2026"], "Harbour guide 2026", "Come and see the ship"),
        (["Shipping"], "", ["Ferry returns to port after eleven months"], "",
         "Ferry returns to port after eleven months"),
        (["Harbour Post Logo"], "", ["Ferry returns to port"], "", "Ferry returns to port"),
        (["Harbour Post", "Ferry returns to port"], "", [], "", "Ferry returns to port"),
        # a title that was cut off
        ([], "Ferry returns to Port Merrow after eleven months and a long winter in the do",
         ["Ferry returns to Port Merrow after eleven months and a long winter in the dock"], "",
         "Ferry returns to Port Merrow after eleven months and a long winter in the dock"),
        (["Ferry returns to port - with new engines"], "Ferry returns to port - with new...", [], "",
         "Ferry returns to port - with new engines"),
    ],
)  # fmt: skip
def test_which_title_is_the_headline(headlines, own, stated, document, title):
    assert choose(headlines, stated, document, NAMES, own=own) == title


def test_a_newsrooms_own_headline_stands_against_a_title_for_search():
    search, written = "Ferry Annabel Lee 2026: all times", "She sails again after a long winter"
    assert choose([search], [search], search, NAMES, own=written, news=True) == written
    assert choose([search], [written], "", NAMES, own=written, news=True) == written
    assert choose([search], [search], search, NAMES, own=written) == search
    assert choose([search], [search], "Times", NAMES, own=written, news=True) == search


def test_a_heading_within_the_text_is_no_headline():
    assert choose(["But they love the sea"], ["Ferry returns | Harbour Post"], "", NAMES, above=0) == "Ferry returns"


def test_titles_without_spaces_are_compared_too():
    assert alike("渡轮星期二早上回到了港口并且载客", "渡轮星期二早上回到了港口") > 0.8
    assert alike("渡轮星期二早上回到了港口并且载客", "足球比赛") < 0.6


@given(st.lists(st.text(max_size=60), max_size=3), st.lists(st.text(max_size=60), max_size=3), st.text(max_size=80))
def test_any_titles_are_survived(headlines, stated, document):
    assert len(choose(headlines, stated, document, NAMES)) <= MAX_TITLE
