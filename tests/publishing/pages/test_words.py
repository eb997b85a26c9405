from __future__ import annotations

from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from standfirst.publishing.pages.words import direction, foreign, iri, language_name, web, whole


@pytest.mark.parametrize(
    ("tag", "way"), [("ar", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("en", "ltr"), ("ks-Arab", "rtl"), ("", "ltr")]
)
def test_direction(tag: str, way: str) -> None:
    assert direction(tag) == way


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("https://x.example/%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1.html", "https://x.example/الميناء.html"),
        ("/gro%C3%9F-%C5%82%C3%B3d%C5%BA", "/groß-łódź"),
        ("/%E0%A4%95%E0%A5%8D%E0%A4%B7", "/क्ष"),
        ("/a%20b%2Fc%25", "/a%20b%2Fc%25"),
        ("/%E2%80%AEx", "/%E2%80%AEx"),
        ("/%E2%80%9Dx", "/%E2%80%9Dx"),
        ("/%FF%FE", "/%FF%FE"),
    ],
)
def test_an_address_is_shown_in_its_script(address: str, read: str) -> None:
    assert iri(address) == read


@given(st.text(max_size=40))
def test_a_shown_address_leads_to_the_same(text: str) -> None:
    encoded = quote(text, errors="replace")
    assert unquote(iri(encoded)) == unquote(encoded)


def test_only_texts_of_another_language_are_labelled() -> None:
    assert foreign("en", "ltr", "en") == ""
    assert foreign("ar", "rtl", "en") == ' lang="ar" dir="rtl"'
    assert '"><' not in foreign('"><b>', "rtl", "en")
    assert foreign("en", "ltr", "en-GB") == foreign("pt-BR", "ltr", "pt-PT") == ""
    assert foreign("zh-TW", "ltr", "zh-CN") == ' lang="zh-TW" dir="ltr"'
    assert foreign("sr-Latn", "ltr", "sr") == ' lang="sr-Latn" dir="ltr"'


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
