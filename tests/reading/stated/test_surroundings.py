"""The lines beside a headline, whatever the markup around it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.document import dom
from standfirst.reading.stated import surroundings

TEXT = "The ferry Annabel Lee returned to Port Merrow on Tuesday morning after eleven months in dock. " * 3


def beside(body: str) -> list[str]:
    root = dom.parse(f"<html><body>{body}</body></html>").root
    return [line.text for line in surroundings.lines(next(root.iter("h1"), None))]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<h1>Ferry</h1><div>By Mara Olsen</div><div>3 May 2026</div>", ["By Mara Olsen", "3 May 2026"]),
        ("<h1>Ferry</h1><div><b>By</b> Mara Olsen</div>", ["By Mara Olsen"]),
        ("<h1>Ferry</h1> By Mara Olsen<br>", ["By Mara Olsen"]),
        (f"<div><h1>Ferry</h1></div><div><p>{TEXT}</p><p>Short.</p></div>", ["Short."]),
        (f"<h1>Ferry</h1><div>3 May<div>{TEXT}</div> after</div>", ["3 May", "after"]),
        ("<p>Shipping</p><h1>Ferry</h1><p>By Mara Olsen</p>", ["By Mara Olsen", "Shipping"]),
        (
            "<h1>Ferry</h1><nav>Menu</nav><script>x</script><figure>Quay</figure><p class=caption>Quay</p><i>A</i>",
            ["A"],
        ),
        ("<p>No headline</p>", []),
    ],
)
def test_lines(body, lines):
    assert beside(body) == lines


def test_lines_end_where_the_text_begins():
    body = "<h1>Ferry</h1><p>By Mara Olsen</p>" + f"<p>{TEXT}</p>" * 6 + "<p>3 May 2019</p>"
    assert beside(body) == ["By Mara Olsen"]


def test_pieces_are_what_elements_and_bars_part():
    root = dom.parse("<h1>F</h1><p><a>Mara Olsen</a> | Editor <time>3 May</time></p>").root
    (line,) = surroundings.lines(next(root.iter("h1")))
    assert line.pieces == ["Mara Olsen", "Editor", "3 May"]


def test_lengths_count_only_as_far_as_they_matter():
    root = dom.parse(f"<div><i>ab </i><b> c</b>d</div><section>{'x ' * 5000}</section>").root
    assert surroundings.length(next(root.iter("div"))) == 4
    assert surroundings.length(next(root.iter("section"))) > surroundings.LONGEST


def test_a_page_of_empty_elements_costs_little():
    html = "<h1>Ferry</h1>" + "<div class=date>" * 150 + "<span class=author></span>" * 9500 + "x" * 400
    headline = next(dom.parse(html).root.iter("h1"))
    begun = time.process_time()
    surroundings.lines(headline)
    assert time.process_time() - begun < 1


@given(
    st.lists(st.sampled_from(["<div>", "</div>", "<p>", "</p>", "<h1>x</h1>", "By A B ", "<br>", TEXT]), max_size=30)
)
def test_any_markup_is_survived(parts):
    assert all(0 < len(line) <= surroundings.LONGEST * 2 for line in beside("".join(parts)))
