"""Hostile markup: what is taken out, what stays, and what it costs."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading import dom
from standfirst.reading.markup import MAX_TAGS, flatten, tame


def test_scripts_styles_and_comments_go_and_data_stays():
    tamed = tame(
        "<!doctype html><title>a < b</title><!-- <p>no</p> --><style>p{}</style><script>if (a<b) {}</script>"
        '<script type="application/ld+json">{"a": "</p>"}</script><iframe><p>x</p></iframe><p>text</p>'
    )
    assert tamed.text == '<title>a < b</title><script type="application/ld+json">{"a": "</p>"}</script><p>text</p>'
    assert tamed.scripts == len("<script>if (a<b) {}</script>")
    assert not tamed.cut


def test_ordinary_markup_is_left_alone():
    html = "<div class='a' title=\"x > y\"><p data-x=1>One<br/>two &amp; three</p></DIV>"
    assert tame(html).text == html


def test_a_long_tag_keeps_what_reading_looks_at():
    html = '<div data-state="' + "x" * 9000 + '" class="story" itemprop="articleBody"><p>text</p></div>'
    assert tame(html).text == '<div class="story" itemprop="articleBody"><p>text</p></div>'


@pytest.mark.parametrize(
    "opened", ["<!-- never closed", "<script>never", "<div title='never", "<style", "<title>never"]
)
def test_what_is_never_closed_ends_with_the_page(opened):
    root = dom.parse(f"<html><body><p>before</p>{opened} <p>after</p>").root
    assert "before" in dom.text_of(root)


def test_a_page_of_too_many_tags_is_cut():
    tamed = tame("<i>x</i>" * (MAX_TAGS + 50))
    assert tamed.cut
    assert tamed.text.count("<i>") == MAX_TAGS
    assert tame("</p>" * 10 * MAX_TAGS).cut


def test_text_below_too_many_elements_is_kept():
    deep = dom.parse("<html><body>" + "<div>" * 3000 + "<p>down here</p>" + "</div>" * 3000 + "<p>after</p>")
    assert deep.cut
    assert dom.text_of(deep.root) == "down here after"
    assert flatten("<div><b>x</b></div>") == "<div><b>x</b></div>"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000 + "deep",
        "<b>" * 200_000 + "deep",
        "<div " + " ".join(f"a{n}=1" for n in range(1_000_000)) + ">x</div>",
        "<div " + "/".join(f"a{n}" for n in range(600_000)) + ">x</div>",
        '<!--<a x="--><div q=">" ' + " ".join(f"a{n}" for n in range(500_000)) + ">x</div>",
        "<a '" * 500_000,
        '<a b="' * 500_000,
        "<" * 2_000_000,
        "<!--" * 500_000,
        "<script" * 300_000,
        "<p>" + "word " * 900_000,
        "</p>" * 1_000_000,
        "&" * 2_000_000,
        "\x00\ud800<p>\uffff" * 100_000,
    ],
    ids=lambda html: html[:12],
)
def test_hostile_pages_cost_little(html):
    begun = time.process_time()
    root = dom.parse(html).root
    assert root.tag == "html"
    assert time.process_time() - begun < 4


@given(st.text(alphabet="<>/!-=\"' abdivscriptyle", max_size=300))
def test_any_markup_gives_a_tree(text):
    assert dom.parse(text).root.find("body") is not None
