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
