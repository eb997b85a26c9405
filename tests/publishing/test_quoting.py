"""Quotation marks of each language, and what a text that quotes somebody has within them."""

from __future__ import annotations

import pytest

from standfirst.publishing.quoting import quoted, within


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("The quay is shut.", "en", "“The quay is shut.”"),
        ("The quay is shut.", "en-GB", "“The quay is shut.”"),
        ("“Shut it,” she said, and “now”.", "en", "“‘Shut it,’ she said, and ‘now’.”"),
        ("Der Kai ist zu.", "de-AT", "„Der Kai ist zu.“"),
        ("„Zu“, sagte sie.", "de", "„‚Zu‘, sagte sie.“"),
        ("Le quai est fermé.", "fr", "«\u00a0Le quai est fermé.\u00a0»"),
        ("«\u00a0Fermé\u202f», dit-elle.", "fr", "«\u00a0“Fermé”, dit-elle.\u00a0»"),
        ("«Cerrado», dijo.", "es", "«“Cerrado”, dijo.»"),
        ("أُغلق الرصيف.", "ar", "«أُغلق الرصيف.»"),
        ("”Stängt”, sa hon.", "sv", "”’Stängt’, sa hon.”"),
        ("岸壁は「閉鎖」だ。", "ja", "「岸壁は『閉鎖』だ。」"),
        # A quotation that goes on in the next sentence, and one that began in the last.
        ("“Shut it. We are leaving.", "en", "“‘Shut it. We are leaving.”"),
        ("We are leaving now.”", "en", "“We are leaving now.’”"),
        # Marks that are not the language's outer ones are told apart as they are.
        ('"Shut it," she said.', "en", '“"Shut it," she said.”'),
        ("‘Shut it,’ she said.", "en", "“‘Shut it,’ she said.”"),
        ("„Zu“, she said.", "en", "“„Zu“, she said.”"),
        ("The quay is shut.", "", "“The quay is shut.”"),
    ],
)
def test_words_are_quoted_as_their_language_does(text: str, language: str, written: str) -> None:
    assert quoted(text, language) == written


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("“Shut it,” she said.", "en", "‘Shut it,’ she said."),
        ("قالت: “الماء بارد”.", "ar", "قالت: «الماء بارد»."),
        ("قالت: «الماء بارد».", "ar", "قالت: «الماء بارد»."),
    ],
)
def test_without_our_style_the_marks_are_told_apart_from_those_that_browsers_set(
    text: str, language: str, written: str
) -> None:
    assert within(text, language, styled=False) == written


def test_with_our_style_they_are_those_of_plain_text() -> None:
    assert within("قالت: «الماء بارد».", "ar") == "قالت: “الماء بارد”."


def test_a_text_without_quotations_stays_as_it_is() -> None:
    assert within("It’s 5 o’clock; 6″ and <b>.", "en") == "It’s 5 o’clock; 6″ and <b>."


def test_thousands_of_marks_take_no_longer_than_their_number() -> None:
    import time

    begun = time.process_time()
    assert within("“" * 200_000, "en").startswith("‘")
    within("“ " * 100_000 + "”", "fr")
    assert time.process_time() - begun < 1
