"""RSL documents: what they offer, for which addresses, and why an offer does not do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.rights import rsl

DOCUMENT = """
<rsl xmlns="https://rslstandard.org/rsl">
  <content url="/news/*"><license><permits type="usage">search, ai-index</permits></license></content>
  <content url="https://www.paper.example/free/"><license><payment type="free"/></license></content>
</rsl>
"""


def test_only_content_that_covers_the_page_counts():
    (licence,) = rsl.licences(DOCUMENT, "https://paper.example/news/2026/a.html")
    assert licence == rsl.Licence(frozenset({"search", "ai-index"}))
    assert licence.objection() == "permits only ai-index, search"
    (free,) = rsl.licences(DOCUMENT, "https://paper.example/free/b")
    assert free.objection() == ""
    assert rsl.licences(DOCUMENT, "https://paper.example/sport/c") == ()
    assert len(rsl.licences(DOCUMENT)) == 2


def test_the_draft_and_one_zero_spell_training_differently():
    for spelling in ("train-ai", "ai-train"):
        (licence,) = rsl.licences(f"<rsl><content><license><prohibits>{spelling}</prohibits></license></content></rsl>")
        assert licence.prohibits == {"ai-train"}


@pytest.mark.parametrize(
    ("pattern", "path", "covered"),
    [
        ("/", "/a/b", True),
        ("", "/a/b", True),
        ("/a/*/c", "/a/x/y/c/d", True),
        ("/a/*.html$", "/a/b.html", True),
        ("/a/*.html$", "/a/b.html?x=1", False),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("https://other.example/*", "/a", False),
        ("https://paper.example/a*", "/ab", True),
    ],
)
def test_which_addresses_content_covers(pattern, path, covered):
    assert rsl.covers(pattern, f"https://www.paper.example{path}") is covered


@pytest.mark.parametrize(
    ("pattern", "path", "length"),
    [("/", "/a", 1), ("/a*", "/ab", 3), ("https://paper.example/a/", "/a/b", 3), ("/b", "/a", -1)],
)
def test_the_longer_pattern_fits_better(pattern, path, length):
    assert rsl.fit(pattern, f"https://paper.example{path}") == length


def test_letters_beyond_ascii_match_as_they_are_asked_for():
    assert rsl.covers("/новости/*", "https://paper.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1")


def test_a_document_is_cut_down_to_what_holds_for_the_page():
    cut = rsl.covering(DOCUMENT, "https://paper.example/news/a")
    assert "ai-index" in cut
    assert "free" not in cut
    assert rsl.licences(cut) == rsl.licences(DOCUMENT, "https://paper.example/news/a")
    assert rsl.covering(DOCUMENT, "https://paper.example/sport/c") == ""
    assert rsl.covering("<html>", "https://paper.example/") == ""


def test_content_of_a_licence_server_without_a_licence_is_not_free():
    served = '<rsl><content url="/" server="https://licences.example/"/></rsl>'
    assert "licence server" in rsl.objection(rsl.licences(served, "https://paper.example/"))


@pytest.mark.parametrize(
    "document",
    ["", "no markup", "<rsl", "<a><b></a>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hosts'>]><rsl>&e;</rsl>"],
)
def test_what_is_no_rsl_offers_nothing(document):
    assert rsl.licences(document) == ()


@given(st.text(alphabet="<>/ \"'=rslcontenlicpmyhb&;", max_size=300))
def test_any_text_is_survived(document):
    assert rsl.objection(rsl.licences(f"<rsl>{document}", "https://a.example/b")) is not None


@given(st.text(alphabet="*$/ab", max_size=400))
def test_patterns_take_linear_time(pattern):
    assert rsl.covers(pattern, "https://a.example/" + "ab" * 200) in {True, False}
