"""Trees to paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading import lay_out
from standfirst.reading.document import dom
from standfirst.reading.document.blocks import pieces


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>One</p><p>two</p>", [("One", "text"), ("two", "text")]),
        ("loose <b>text</b> here<p>One</p>tail", [("loose text here", "text"), ("One", "text"), ("tail", "text")]),
        ("<h2>Head</h2><p>One</p>", [("Head", "heading"), ("One", "text")]),
        ("<blockquote><p>Said</p><p>more</p></blockquote>", [("Said", "quotation"), ("more", "quotation")]),
        ("<ul><li>a</li><li>b <i>c</i></li></ul>", [("a", "list-item"), ("b c", "list-item")]),
        ("<table><tr><th>Year</th><td><p>2026</p></td></tr></table>", [("Year | 2026", "list-item")]),
        (
            f"<table><tr><td><p>{'Long text. ' * 30}</p><p>{'More of it. ' * 30}</p></td></tr></table>",
            [(("Long text. " * 30).strip(), "text"), (("More of it. " * 30).strip(), "text")],
        ),
        ("<table><tr><td><p>One</p><p>two</p></td><td>3</td></tr></table>", [("One two | 3", "list-item")]),
        (
            f"<ul><li><p>{'Long text. ' * 300}</p><p>The end.</p></li></ul>",
            [(("Long text. " * 300).strip(), "text"), ("The end.", "text")],
        ),
        ("<figure><img><figcaption>Quay</figcaption></figure>", [("Quay", "caption")]),
        ("<p>first line<br>second line</p>", [("first line", "text"), ("second line", "text")]),
        (
            '<p><b>A heading</b><span class="id br"></span>A line, <span class="br">said</span> she</p>',
            [("A heading", "text"), ("A line, said she", "text")],
        ),
        ("<p>H<sub>2</sub>O and an<wbr>chor</p>", [("H2O and anchor", "text")]),
        ("<p>  a \n\t b\u00a0c </p><p> </p>", [("a b c", "text")]),
        ("<p>一段<b>中文</b>文字。</p><p>هذا نص</p>", [("一段中文文字。", "text"), ("هذا نص", "text")]),
        ("<p>One<script type='application/ld+json'>{}</script> two</p>", [("One two", "text")]),
        ("", []),
    ],
)
def test_pieces(html, found):
    assert pieces(dom.fragment(html).find("body")) == found


def test_places_are_those_of_the_text():
    text, placed = lay_out([("Größe 😀", "heading"), ("تم", "text"), ("end", "text")])
    assert [text[each.start : each.end] for each in placed] == ["Größe 😀", "تم", "end"]
    assert lay_out([]) == ("", ())


TREES = st.recursive(
    st.text(alphabet="ab 字ت", max_size=8),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["p", "div", "b", "li", "ul", "tr", "td", "table", "h2", "blockquote", "br", "q"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@given(TREES)
def test_no_letter_is_lost_or_doubled(html):
    body = dom.fragment(html).find("body")
    letters = "".join(body.text_content().split())
    read = "".join("".join(text.split()) for text, _ in pieces(body))
    assert sorted(read.replace("|", "")) == sorted(letters)
