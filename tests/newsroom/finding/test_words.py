"""Words and where they stand: the marks on a page of results are where the index found them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.newsroom.finding import words
from standfirst.newsroom.finding.words import cut, placed

#: A text, and each of its words with what it stands on.
PLACES = [
    ("The Harbour wall", [("the", "The"), ("harbour", "Harbour"), ("wall", "wall")]),
    ("Łódź, Straße!", [("lodz", "Łódź"), ("strasse", "Straße")]),
    ("cafe\u0301s O’Brien", [("cafes", "cafe\u0301s"), ("o", "O"), ("brien", "Brien")]),
    ("東京都NHK", [("東京", "東京"), ("京都", "京都"), ("都", "都"), ("nhk", "NHK")]),
    ("ｶﾞﾗｽ", [("ガラ", "ｶﾞﾗ"), ("ラス", "ﾗｽ"), ("ス", "ｽ")]),
    ("soft\u00adhyphen ﬁsh", [("softhyphen", "soft\u00adhyphen"), ("fish", "ﬁsh")]),
    ("المَدرسة", [("المدرسة", "المَدرسة")]),
    ("½ x", [("1", "½"), ("2", "½"), ("x", "x")]),
    ("\u1112\u1161\u11ab", [("한", "\u1112\u1161\u11ab")]),
]


@pytest.mark.parametrize(("text", "found"), PLACES)
def test_where_words_stand(text: str, found: list[tuple[str, str]]) -> None:
    assert [(word, text[start:end]) for word, start, end in placed(text)] == found


@given(
    st.text(max_size=60)
    | st.text(alphabet="aB ı́ß'’-_東京ガｶﾞ\u3099한\u1112\u1161\u11abไทยสَئİ½™㎏\u200d\u00ad\u0301.", max_size=30)
)
def test_placed_words_are_the_words_that_are_indexed(text: str) -> None:
    found = placed(text)
    assert [word for word, _, _ in found] == [word for word, _ in cut(text)]
    assert all(0 <= start < end <= len(text) for _, start, end in found)
    assert [start for _, start, _ in found] == sorted(start for _, start, _ in found)


def test_a_long_word_is_cut_and_a_long_text_bounded() -> None:
    assert placed("é" * 100)[0][0] == "e" * words.LONGEST_WORD
    assert len(list(cut("a " * 9000))) == words.MOST_WORDS
