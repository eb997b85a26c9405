from __future__ import annotations

import pytest

from standfirst.editing.annotate import notes
from tests.editing.articles import PUBLISHED


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The council said on Tuesday that it will close.", "en", [("Tuesday", "2026-11-17")]),
        ("The council met yesterday.", "en", [("yesterday", "2026-11-17")]),
        ("It closes on 4 January 2027.", "en", [("4 January 2027", "2027-01-04")]),
        ("Das Rathaus teilte es am Montag mit.", "de", [("Montag", "2026-11-16")]),
        ("It was shut in 1987.", "en", []),
        ("Nothing is dated here.", "en", []),
    ],
)
def test_notes(text, language, found):
    made = notes(text, language, PUBLISHED)
    assert [(text[each.start : each.end], each.value) for each in made] == found


def test_without_a_source_date_weekdays_stay_open():
    assert notes("The council said on Tuesday that it will close.", "en", None) == ()
