"""What a format carries of a publication: its order, its quotation marks, its dates, its few words for a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from lxml import html

from standfirst.editing import Statement
from standfirst.publishing import Entry
from standfirst.publishing.formats import formats
from standfirst.publishing.fragment import as_html, lead, plain_summary
from standfirst.publishing.xml import plain
from standfirst.reading import Stamp
from tests.publishing.pages.invented import ARABIC, CARD, NETWORK, NOW, PIER, content, evidence, told


def parts(entry: Entry) -> list[str]:
    """The elements of the fragment, each as its text."""
    return [" ".join(each.text_content().split()) for each in html.fragment_fromstring(as_html(entry, NETWORK))]


def test_source_date_and_marks_stand_above_the_text_and_the_link_after_its_first_statement() -> None:
    found = parts(PIER)
    assert found[0] == "Harwick Gazette · 22 November 2026, 10:40 · Corrected 22 November 2026, 12:10"
    assert found[1].startswith("This publication is a summary of another publication.")
    said = [each.text for each in PIER.content.statements]
    assert found[2] == said[0]
    assert found[3] == "Read the full article at Harwick Gazette"
    assert found[4:6] == said[1:3]
    assert found[7] == said[4]
    assert found[8].startswith("Not stated in the source:")
    times = [each.get("datetime") for each in html.fragment_fromstring(as_html(PIER, NETWORK)).iter("time")]
    assert times == ["2026-11-22T10:40:00+00:00", "2026-11-22T12:10:00+00:00"]


def test_a_day_without_its_time_is_told_as_a_day() -> None:
    original = replace(PIER.content.original, published=Stamp(PIER.source_published, "url", precise=False))
    entry = replace(PIER, content=replace(PIER.content, original=original), corrected=None)
    assert parts(entry)[0] == "Harwick Gazette · 22 November 2026"
    text = formats["txt"].publication(entry, NETWORK)
    assert text is not None
    assert "\nHarwick Gazette, 22 November 2026\nThe Harwick Digest, 22 November 2026, 11:05\n" in text.decode()


def test_a_quotation_within_the_sources_words_has_the_inner_marks() -> None:
    page = html.fragment_fromstring(as_html(PIER, NETWORK))
    quotations = [each.text for each in page.iter("q")]
    assert len(quotations) == 4
    assert quotations[3].endswith("called it ‘a decision made before the survey was finished’.")
    assert page.xpath("p[not(*)]/text()")[0] == PIER.content.statements[4].text


def test_what_is_ours_says_its_language_beside_another() -> None:
    arabic = told(ARABIC, statements=(Statement(ARABIC.lead, evidence(100, 200)),))
    page = html.fragment_fromstring(as_html(arabic, NETWORK))
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert {each.get("lang") for each in page if each.find("q") is None} == {"en-GB"}
    assert page.find("p/small/span").get("dir") == "auto"
    text = formats["txt"].publication(arabic, NETWORK)
    assert text is not None
    assert "\n\u2068المرسى\u2069, 22 November 2026, 07:40\n" in text.decode()


def test_words_for_a_list_are_quoted_where_they_are_the_sources() -> None:
    first = PIER.content.statements[0].text
    assert lead(PIER) == plain_summary(PIER) == f"“{first}”"
    assert lead(CARD) == "“The market’s roof has been open to the rain since the storm of 9 November.”"
    for changes in ({"verbatim": False}, {"verbatim": False, "notice": True}):
        ours = replace(PIER.content.statements[0], **changes)
        assert lead(told(PIER, statements=(ours,))) == first
    assert lead(replace(PIER, content=None)) == first  # nobody knows whose words they are


def test_a_card_without_a_sentence_says_where_to_read_on_and_no_signal_of_machines() -> None:
    card = replace(CARD, lead="", content=content(CARD, (), missing=(), facts=(), checks=()))
    assert plain_summary(card) == "Read the full article at Tidewater Monthly"
    text = formats["txt"].publication(card, NETWORK)
    assert text is not None
    assert "Read the full article at Tidewater Monthly:\n" in text.decode()


def test_marks_of_quotation_stand_outside_what_keeps_markup_apart() -> None:
    text = "<b> is a tag"
    entry = replace(told(PIER, statements=(Statement(text, evidence(100, 200)),)), lead=text)
    assert plain_summary(entry, plain) == "“<\u2060b> is a tag”"


@pytest.mark.parametrize(
    ("name", "language", "line"),
    [("txt", "en", "1. “"), ("txt", "de", "1. „"), ("txt", "fr", "1. «\u00a0"), ("json", "es", '"value":"«')],
)
def test_plain_text_has_the_marks_of_its_language(name: str, language: str, line: str) -> None:
    entry = replace(PIER, language=language, published=NOW - timedelta(hours=1))
    assert line in (formats[name].publication(entry, NETWORK) or b"").decode()
