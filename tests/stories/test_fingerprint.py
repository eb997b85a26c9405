from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.stories.fingerprint import fingerprint

TEXT = "The harbour of Little Wick opened again on Monday.\n\nTwelve boats left before noon, the council said."


@pytest.mark.parametrize(
    "copy",
    [
        "LITTLE WICK (AP) — " + TEXT,
        TEXT + "\n\n(AP)",
        TEXT + " (Reuters)",
        TEXT.replace("\n\n", "\n"),
        TEXT.upper(),
        TEXT.replace("said", "said,").replace("Monday.", "Monday…"),
    ],
)
def test_copies_have_one_fingerprint_whatever_their_headline(copy):
    assert fingerprint("Boats are back", copy) == fingerprint("Harbour opens", TEXT)


def test_another_word_makes_another_fingerprint():
    assert fingerprint("", TEXT.replace("Twelve", "Thirteen")) != fingerprint("", TEXT)


def test_without_text_the_title_counts():
    assert fingerprint("One", "") != fingerprint("Two", "")


@given(st.text(), st.text())
def test_is_sha_256_in_hexadecimal(title, text):
    found = fingerprint(title, text)
    assert len(found) == 64
    assert set(found) <= set("0123456789abcdef")
    assert found == fingerprint(title, text)
