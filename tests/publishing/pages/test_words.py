from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from standfirst.publishing.pages.words import direction, foreign, language_name, web, whole


@pytest.mark.parametrize(
    ("tag", "way"), [("ar", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("en", "ltr"), ("ks-Arab", "rtl"), ("", "ltr")]
)
def test_direction(tag: str, way: str) -> None:
    assert direction(tag) == way


def test_only_texts_of_another_language_are_labelled() -> None:
    assert foreign("en", "ltr", "en") == ""
    assert foreign("ar", "rtl", "en") == ' lang="ar" dir="rtl"'
    assert '"><' not in foreign('"><b>', "rtl", "en")


@pytest.mark.parametrize("bad", ["javascript:alert(1)", "data:text/html,x", "", "//x", " https://x", "mailto:a@b"])
def test_only_the_webs_addresses_are_linked(bad: str) -> None:
    assert web(bad) == ""
    assert web("HTTPS://x.example/") == "HTTPS://x.example/"


def test_language_names() -> None:
    assert language_name("de", "en") == "German"
    assert language_name("de", "fr") == "Allemand"
    assert language_name("no such tag", "en") == "no such tag"


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from('7–-4 <&"a')))
def test_scores_stay_whole_and_nothing_else_changes(text: str) -> None:
    made = whole(text)
    assert made.replace('<span class="nb">', "").replace("</span>", "") == Markup.escape(text)


def test_a_score_is_not_divided() -> None:
    assert whole("votes 7–4 to") == 'votes <span class="nb">7–4</span> to'
