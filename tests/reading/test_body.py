"""The candidates for a body, and the choice."""

from __future__ import annotations

import pytest

from standfirst.reading import body
from standfirst.reading.body import Candidate, Told
from standfirst.reading.document import dom


def make(source: str, size: int) -> Candidate:
    return Candidate(source, (("x" * size, "text"),))


@pytest.mark.parametrize(
    ("sizes", "subscription", "chosen"),
    [
        ({"markup": 1000, "json-ld": 1400, "feed": 300}, False, "markup"),
        ({"markup": 1000, "json-ld": 1600, "feed": 300}, False, "json-ld"),
        ({"markup": 1000, "json-ld": 1600, "feed": 1800}, False, "feed"),
        ({"markup": 1000, "json-ld": 9000, "feed": 300}, True, "markup"),
        ({"markup": 100, "json-ld": 9000, "feed": 300}, True, "feed"),
        ({"markup": 0, "json-ld": 0, "feed": 0}, False, "markup"),
    ],
)
def test_the_choice(sizes, subscription, chosen):
    candidates = [make(source, size) for source, size in sizes.items()]
    assert body.choose(candidates, subscription=subscription).source == chosen


def test_the_markup_is_left_as_it_was(make_article, paragraphs):
    from lxml import etree

    root = dom.parse(make_article()).root
    before = etree.tostring(root)
    found = body.from_markup(root, Told())
    assert [text for text, _ in found.pieces if text in paragraphs] == list(paragraphs)
    assert etree.tostring(root) == before


def test_json_ld_and_feed():
    assert body.from_json_ld({"articleBody": "One &amp; two.\n\n Three."}).pieces == (
        ("One & two.", "text"),
        ("Three.", "text"),
    )
    assert body.from_json_ld({"articleBody": "<p>One</p><h2>Two</h2>"}).pieces == (("One", "text"), ("Two", "heading"))
    assert body.from_json_ld({}).pieces == ()
    assert body.from_feed("<p>One</p><blockquote>Two</blockquote>").pieces == (("One", "text"), ("Two", "quotation"))
    assert body.from_feed(" ").size == 0


def test_a_body_has_a_largest_size():
    assert body.from_json_ld({"articleBody": "word " * 100_000}).size <= body.MAX_TEXT
