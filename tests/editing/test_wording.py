"""N-grams of sentences: what counts, what is left out, and that their weights are of unit length."""

from __future__ import annotations

from zlib import crc32

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standfirst.editing import wording

KNOWN = np.sort(np.array([crc32(word.encode()) for word in ("we", "must", "we must", "said", "the")], dtype=np.uint32))
RARITY = np.arange(1, 6, dtype=np.float32)


def test_words_of_grammar_signs_and_neighbours_count_and_speech_and_numbers_are_one_sign_each():
    assert wording.grams("We must!") == {"we", "must", "!", "we must", "must !"}
    assert wording.grams("He said “We must go” at 9.") == {
        "he",
        "said",
        '"',
        "at",
        "0",
        "he said",
        'said "',
        '" at',
        "at 0",
    }


def test_speech_that_runs_on_beyond_the_sentence_is_speech():
    assert wording.unquoted("“We must go. Now.") == '"'
    assert wording.unquoted("and never come back,” she said.") == '" she said.'
    assert wording.unquoted("Er nannte es „Unsinn“ und ging.") == 'Er nannte es " und ging.'


def test_rows_are_those_known_and_of_unit_length_by_sentence():
    found = wording.counted(["We must go.", "Nothing here.", "We said the word, the word we must."])
    rows, sentence, values = wording.by_sentence(found, KNOWN, RARITY)
    assert set(sentence.tolist()) == {0, 2}
    assert {int(KNOWN[row]) for row in rows[sentence == 0]} == {crc32(b"we"), crc32(b"must"), crc32(b"we must")}
    for number in (0, 2):
        assert np.isclose(np.linalg.norm(values[sentence == number]), 1)


def test_a_whole_text_counts_the_sentences_that_have_a_gram():
    found = wording.counted(["We said.", "We must.", "We."])
    rows, values = wording.whole(found, KNOWN, np.ones(5, dtype=np.float32))
    by_key = dict(zip(KNOWN[rows].tolist(), values.tolist(), strict=True))
    assert np.isclose(np.linalg.norm(values), 1)
    assert np.isclose(by_key[crc32(b"we")] / by_key[crc32(b"said")], 1 + np.log(3))


def test_nothing_known_gives_nothing():
    found = wording.counted(["Zebra.", ""])
    assert len(wording.whole(found, KNOWN, RARITY)[0]) == 0
    assert len(wording.by_sentence(found, KNOWN, RARITY)[0]) == 0
    assert wording.counted([]).sentences == 0


@given(st.text(max_size=400))
def test_any_text_is_counted(text: str):
    found = wording.counted([text])
    assert len(found.keys) == len(found.sentence) <= 2 * wording.SENTENCE_CHARACTERS


def test_hostile_text_is_bounded():
    assert wording.counted(["“" * 200_000, "«" * 100_000, "a'" * 100_000]).sentences == 3
