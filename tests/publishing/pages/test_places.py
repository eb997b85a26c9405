from __future__ import annotations

import pytest
from django.utils.translation import override

from standfirst.newsroom.content import Place
from standfirst.publishing.pages.places import named, numbered, ranges
from tests.publishing.pages.invented import PARAGRAPHS, evidence


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        (0, 50, "standfirst"),
        (100, 150, "paragraph 1"),
        (100, 420, "paragraphs 1–2"),
        (706, 800, "a heading"),
        (910, 1000, "paragraph 4"),
        (503, 1000, "a heading, paragraphs 3–4"),
        (99_000, 99_010, ""),
        (299, 300, "paragraph 1"),
        (300, 302, ""),
    ],
)
def test_places_as_a_reader_counts_them(start: int, end: int, name: str) -> None:
    assert named(evidence(start, end), numbered(PARAGRAPHS), "en") == name


def test_several_places_of_one_statement() -> None:
    found = (*evidence(100, 120), *evidence(504, 520), *evidence(302, 310))
    assert named(found, numbered(PARAGRAPHS), "en") == "paragraphs 1–3"


def test_the_same_place_in_two_languages() -> None:
    source = numbered(PARAGRAPHS)
    said = {}
    for language in ("en", "de"):
        with override(language):
            said[language] = named(evidence(503, 1000), source, language)
    assert said == {"en": "a heading, paragraphs 3–4", "de": "eine Zwischenüberschrift, Absätze 3–4"}


def test_a_source_whose_paragraphs_are_gone() -> None:
    assert named(evidence(0, 10), numbered(()), "en") == ""
    assert named((), numbered((Place(0, 10, "text"),)), "en") == ""


def test_ranges() -> None:
    assert ranges([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"
