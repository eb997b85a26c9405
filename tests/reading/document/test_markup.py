"""Hostile markup: what is taken out, what stays, and what it costs."""

from __future__ import annotations

import gzip
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.document import charset, dom
from standfirst.reading.document.markup import LARGE, MAX_DEPTH, MAX_MARKUP, MAX_TAGS, flatten, tame


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


def test_a_tag_of_many_attributes_keeps_what_reading_looks_at():
    many = " ".join(f"a{number}=1" for number in range(300))
    assert tame(f'<div {many} class="story" {many}><p>text</p></div>').text == '<div class="story"><p>text</p></div>'
    pictures = ", ".join(f"https://a.example/i/{width}/p.jpg?w={width}&h=9 {width}w" for width in range(100, 2000, 100))
    html = f'<img srcset="{pictures}" alt="The ferry">'
    assert tame(html).text == html


def test_a_large_document_is_slimmed_and_one_too_large_is_cut():
    tag = f'<p class="text" data-state="{"x" * 300}">'
    assert tame(f"{tag}word {'words ' * 90}</p>" * 1000).text.count("data-state") == 0
    assert tame(f"{tag}word</p>").text == f"{tag}word</p>"
    data = f'<script type="application/ld+json">{json.dumps({"a": tag})}</script>'
    assert data in tame(f"{data}<p>{'words ' * (LARGE // 6)}").text
    cut = tame("<p>" + "word " * 900_000)
    assert cut.cut
    assert len(cut.text) == MAX_MARKUP


def test_spans_of_many_cells_go():
    html = "<table><tr><td colspan=99999 class=a><td ROWSPAN = '1000' >" * 60
    assert "99999" not in tame(html).text
    assert "1000" not in tame(html).text
    assert tame('<table><tr><td colspan="2">').text == '<table><tr><td colspan="2">'


@pytest.mark.parametrize("depth", [100, MAX_DEPTH + 30, 300, 3000])
def test_a_tree_is_no_deeper_than_is_read(depth):
    root = dom.parse("<html><body>" + "<div>word " * depth + "<p>down here</p>").root
    deepest = max(sum(1 for _ in each.iterancestors()) for each in root.iter("p"))
    assert deepest <= MAX_DEPTH + 20
    assert dom.text_of(root).count("word") == depth


@pytest.mark.shared
def test_no_saved_page_is_cut(shared):
    for file in sorted((shared / "corpora" / "pages").glob("*/*.html.gz")):
        assert not dom.parse(charset.decode(gzip.decompress(file.read_bytes()))).cut, file.name


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


def test_a_slimmed_tags_attributes_are_told_by_their_whole_names():
    html = '<div class-x="1" data-class="2" class="story" data-state="' + "x" * 9000 + '">text</div>'
    assert tame(html).text == '<div class="story">text</div>'


@pytest.mark.parametrize("reference", ["&#1;", "&#31", "&#x1F;", "&#0031;", "&#xb;", "&#xFFFE;", "&#65535;"])
def test_references_to_what_is_no_character_go(reference):
    root = dom.parse(f"<p>a<b>x</b>{reference} c").root
    root.find(".//b").drop_tree()  # which joins texts, and raises where one holds a control
    assert dom.text_of(root) == "a c"
    assert tame("&#10;&#9;&#13;&#160;&#310;&#xA0;&#x1F600;").text == "&#10;&#9;&#13;&#160;&#310;&#xA0;&#x1F600;"


def test_the_cells_of_very_wide_rows_are_not_told_apart():
    wide = dom.parse("<table><tr>" + "<td>a" * 2000 + "<tr><td>b<td>c</table>").root
    rows = wide.findall(".//tr")
    assert [len(row) for row in rows] == [40, 2]
    assert dom.text_of(wide).count("a") == 2000
    ordinary = dom.parse("<table><tr>" + "<td>a" * 50 + "</table>").root
    assert len(ordinary.find(".//tr")) == 50
