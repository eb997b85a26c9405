"""Slugs keep letters of every script, are bounded and never empty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.newsroom.slugs import numbered, slug


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Harwick council votes 7–4 to close Pier 3", "harwick-council-votes-7-4-to-close-pier-3"),
        ("Größe zählt: Kräne am Kai", "grösse-zählt-kräne-am-kai"),
        ("市議会、桟橋の閉鎖を決定", "市議会-桟橋の閉鎖を決定"),
        ("الميناء يعلن موعد السباق", "الميناء-يعلن-موعد-السباق"),
        ("समस्तीपुर पुलिस ने पकड़ा", "समस्तीपुर-पुलिस-ने-पकड़ा"),
        ("The pier’s end", "the-piers-end"),
        ("…!?", "publication"),
        ("", "publication"),
    ],
)
def test_slug(title, wanted):
    assert slug(title) == wanted


@given(st.text(max_size=400))
def test_slug_is_bounded_safe_and_stable(title):
    made = slug(title)
    assert 0 < len(made) <= 80
    assert not set(made) & set("/?#% \n.<>\"'")
    assert slug(made) == made


def test_a_long_title_is_cut_between_words():
    made = slug("harbour " * 30)
    assert made.endswith("harbour")
    assert len(made) <= 80


def test_numbers_follow_what_is_taken():
    assert numbered("pier", set()) == "pier"
    assert numbered("pier", {"pier", "pier-2"}) == "pier-3"
