"""The letter as HTML and as text: the page's words, nothing of others unescaped, readable everywhere, small."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from lxml import html

from standfirst.publishing.letters import HERE, answers, text
from standfirst.publishing.letters.rendering import MOST_BYTES, Issue, letter
from tests.publishing.pages import invented
from tests.publishing.pages.invented import NETWORK, NOW

ISSUE = Issue(NETWORK, NOW.date(), "daily", ("desk@digest.example", "Quay Road 3, Harwick"))
HOSTILE = "</style><script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202eevil\u2066{{ 7*7 }}%(x)s"


def entries() -> tuple[Any, ...]:
    """The invented edition's publications."""
    made = [each for each in vars(invented).values() if isinstance(each, invented.PIER.__class__)]
    assert len(made) > 3
    return tuple(made)


def test_each_publication_has_its_links_its_date_and_its_warnings() -> None:
    made = letter(entries(), ISSUE)
    page = html.document_fromstring(made.html)
    links = page.xpath("//a/@href")
    for entry in entries():
        assert entry.permalink in links
        assert entry.original in links
        assert entry.permalink in made.text
        assert entry.original in made.text
        assert " ".join(text.filled(entry.headline).split()) in " ".join(made.text.split())
    assert "Commentary" in made.html
    assert "Commentary" in made.text
    assert "First sentence only" in made.html
    assert "First sentence only" in made.text
    assert made.positions == tuple(entry.position for entry in entries())
    assert made.subject == f"{NETWORK.name} – Sunday, 22 November 2026"
    assert page.xpath("//h1")
    assert len(page.xpath("//h2")) == made.html.count("<h2>") > 1
    assert page.xpath("//h3/@lang")
    assert page.xpath("//h3[@dir='rtl']")
    # Nothing that a mail program would fetch, and nothing it drops.
    assert not re.search(r"<(script|img|link|iframe|object|form)\b|\sstyle=|@import|url\(", made.html)


def test_the_links_of_one_reader() -> None:
    made = letter(entries(), ISSUE).to("abc~def")
    assert HERE not in made.html + made.text + made.stop
    assert made.stop == "https://digest.example/letter/stop/abc~def"
    for address in (made.stop, "https://digest.example/letter/change/abc~def"):
        assert f'href="{address}"' in made.html
        assert f"\n{address}\n" in made.text
    assert made.text.count("\n-- \n") == 1
    assert "Quay Road 3, Harwick" in made.text
    assert "Quay Road 3, Harwick" in made.html


def width(line: str) -> int:
    """Columns of a line as a terminal shows it."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def test_text_fits_seventy_two_columns() -> None:
    wide = replace(invented.PIER, headline="港湾局は月曜日に新しい桟橋を開く" * 6, lead="word " * 60 + "x" * 200)
    made = letter((*entries(), wide), ISSUE)
    for line in made.text.splitlines():
        assert width(line) <= 72 or line.startswith("https://"), line
    assert not [char for char in made.text if unicodedata.category(char) == "Cc" and char != "\n"]


def test_texts_of_others_cannot_leave_their_place() -> None:
    source = replace(invented.PIER.source, name=HOSTILE)
    bad = replace(invented.PIER, headline=HOSTILE, lead=HOSTILE, source=source, original="javascript:alert(1)")
    network = replace(NETWORK, name=f"{HOSTILE}\r\nBcc: x@y.example")
    made = letter((bad,), Issue(network, NOW.date(), "daily", (HOSTILE,)))
    assert not re.search(r"<script|<img|javascript:", made.html)
    assert made.html.count("</style>") == 1
    assert "\u202e" not in made.html
    assert "49" not in re.findall(r"evil(.*?)%", made.html)
    assert "\n" not in made.subject
    assert "\r" not in made.subject
    assert HOSTILE.replace("\u202e", "").replace("\u2066", "") in html.document_fromstring(made.html).text_content()


def test_what_does_not_fit_is_counted() -> None:
    long = [
        replace(invented.PIER, position=n, headline=f"{n} " + "w" * 300, lead="Sentence. " * 200, section=None)
        for n in range(60)
    ]
    made = letter(long, ISSUE)
    assert len(made.html.encode()) + len(made.text.encode()) <= MOST_BYTES
    assert made.left_out + len(made.positions) == 60
    assert made.left_out > 0
    assert made.positions == tuple(range(len(made.positions)))
    assert f"{made.left_out} more publications stand on the site." in made.text
    assert "You are up to date." in letter(long[:2], ISSUE).text


@pytest.mark.parametrize(("language", "direction"), [("de", "ltr"), ("ar", "rtl")])
def test_a_letter_speaks_the_networks_language(language: str, direction: str) -> None:
    network = replace(NETWORK, language=language)
    made = letter(entries(), Issue(network, NOW.date(), "daily"))
    page = html.document_fromstring(made.html)
    for element in (page, page.xpath("//div[@class='letter']")[0]):
        assert (element.get("lang"), element.get("dir")) == (language, direction)
    assert "Commentary" not in made.html + made.text
    assert "November" in made.subject if language == "de" else "نوفمبر" in made.subject


def test_the_weekly_letter_says_so() -> None:
    made = letter(entries(), replace(ISSUE, every="weekly", day=NOW.date() - timedelta(days=1)))
    assert made.subject.endswith("The week to Saturday, 21 November 2026")
    assert "once a week" in made.text


def test_answers_hold_their_link_and_nothing_that_was_typed() -> None:
    network = replace(NETWORK, name="100% Harwick\r\nBcc: x@y.example")
    for made, page in ((answers.confirming(network, "abc"), "confirm"), (answers.known(network, "abc"), "change")):
        assert f"\nhttps://digest.example/letter/{page}/abc\n" in made.text
        assert "100% Harwick" in made.subject
        assert "\n" not in made.subject
        assert made.html == made.stop == ""
        assert all(len(line) <= 72 or line.startswith("https://") for line in made.text.splitlines())
