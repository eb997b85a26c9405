from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's a co-op, isn’t it?", ["It's", "a", "co-op", "isn’t", "it"]),
        ("1,234.5 of 18:00", ["1,234.5", "of", "18:00"]),
        ("L’été à Sète", ["L’été", "à", "Sète"]),
        ("हिन्दी में है।", ["हिन्दी", "में", "है"]),
        ("snake_case — dash", ["snake", "case", "dash"]),
        ("", []),
    ],
)
def test_words_keep_what_belongs_to_them(text, expected):
    assert [span.of(text) for span in words.words(text)] == expected


def test_length_counts_words_or_letters():
    assert words.count("Three plain words", "en") == 3
    assert words.count("他来了。2026年", "zh") == 8
    assert words.unspaced("ja-JP")
    assert not words.unspaced("ko")


@pytest.mark.parametrize(
    ("one", "other"), [("Élan", "elan"), ("STRASSE", "Straße"), ("isn’t", "ISN'T"), ("ﬁne", "fine"), ("Ōsaka", "osaka")]
)
def test_fold_makes_spellings_one(one, other):
    assert words.fold(one) == words.fold(other)


@given(st.text(max_size=200))
def test_fold_is_stable(text):
    assert words.fold(words.fold(text)) == words.fold(text)


@given(st.text(max_size=300))
def test_words_are_ordered_and_apart(text):
    last = 0
    for span in words.words(text):
        assert last <= span.start < span.end <= len(text)
        last = span.end


@pytest.mark.parametrize(
    ("tag", "way"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("en", "ltr"), ("", "ltr")],
)
def test_direction(tag, way):
    assert words.direction(tag) == way
    assert words.is_rtl(tag) is (way == "rtl")
