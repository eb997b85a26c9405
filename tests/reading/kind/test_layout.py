"""Prose and teasers, told apart by their places."""

from __future__ import annotations

import time

import pytest

from standfirst.reading.document import dom
from standfirst.reading.kind import layout

TEXT = "The council of the harbour town put off its decision until the eastern quay has been checked by engineers."
HEADLINE = "Ferry returns after eleven months"

TEASERS = {
    "box": "<div class=card><h3><a href=/{0}>{1}</a></h3><p>{2}</p></div>",
    "numbered": "<article class='post-{0} post'><h2><a href=/{0}>{1}</a></h2><div><p>{2}</p></div></article>",
    "whole link": "<a href=/{0}><h2>{1}</h2><p>{2}</p></a>",
    "flat": "<h3><a href=/{0}>{1}</a></h3><p>{2}</p><hr>",
    "definition": "<dt><a href=/{0}>{1}</a></dt><dd>{2}</dd>",
    "no heading": "<div class=t><div><a href=/{0}>{1}</a></div><div>{2}</div></div>",
    "row": "<table><tr><td><img></td><td><a href=/{0}><b>{1}</b></a><br><font>{2}</font></td></tr></table>",
}


@pytest.mark.parametrize("shape", TEASERS)
def test_teasers_are_none_of_the_pages_prose(shape):
    html = "".join(TEASERS[shape].format(number, HEADLINE, TEXT) for number in range(8))
    found = layout.of(dom.parse(f"<body><div>{html}</div></body>").root)
    assert (found.prose, found.stories) == (0, 8)
    assert found.teased == 8 * len(TEXT.split())
    assert 8 * len(HEADLINE.split()) <= found.headed <= 8 * layout.LONGEST


PROSE = {
    "paragraphs": "<p>{0}</p>",
    "boxes": "<div class=text><p>{0}</p></div>",
    "divisions": "<div>{0}</div>",
    "lines": "{0}<br><br>",
}


@pytest.mark.parametrize("shape", PROSE)
@pytest.mark.parametrize("inside", ["", "<h3><a href=/other>Read also: the long way of the ferry</a></h3>"])
def test_prose_is_prose_with_a_link_between(shape, inside):
    text = "".join(PROSE[shape].format(TEXT) for _ in range(4))
    found = layout.of(dom.parse(f"<body><main>{text}{inside}{text}</main></body>").root)
    assert found.teased == 0
    assert found.prose >= 8 * len(TEXT.split())
    assert found.own.startswith("The council")


@pytest.mark.parametrize("tag", ["nav", "footer", "aside", "div class='cookie-banner'", "div id=footer"])
def test_furniture_is_no_prose_but_its_words_are_known(tag):
    found = layout.of(dom.parse(f"<body><{tag}><p>{TEXT}</p></{tag.split()[0]}></body>").root)
    assert found.prose == 0
    assert found.own == TEXT


def test_links_within_the_page_and_within_sentences_are_no_stories():
    html = f"<body><h2><a href='#a'>{HEADLINE}</a></h2><p>{TEXT} <a href=/x>{HEADLINE}</a>, {TEXT}</p></body>"
    assert layout.of(dom.parse(html).root).stories == 0


def test_two_letters_of_a_script_without_spaces_make_a_word():
    assert layout.size("約三百人が市場に集まり") == 1 + 11 // 2
    assert layout.size("about 300 people") == 3


def test_a_hostile_page_is_bounded():
    html = "<body>" + "<div class=a><h3><a href=/x>a b c d</a></h3><p>" * 4000 + "</body>"
    root = dom.parse(html).root
    begun = time.process_time()
    layout.of(root)
    assert time.process_time() - begun < 1
