from __future__ import annotations

from datetime import date

import pytest

from standfirst.editing import facts, openings

NEVER = openings.NEVER
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("language", "text", "reached"),
    [
        ("en", "Ada Mwangi closed the ferry on Monday.", (1, 3, 7)),
        ("en", "On Monday the ferry in Marlby closed.", (6, 7, 2)),
        ("en", "The ferry closed.", (NEVER, 3, NEVER)),
        ("en", "The Dutch ferry closed.", (2, 4, 2)),
        ("de", "Am Montag schloss Klaus Weber die Fähre.", (4, 3, 2)),
        ("fr", "Lundi, Claire Dubois a fermé le pont.", (2, 4, 1)),
        ("es", "El lunes cerró el puente en Sevilla.", (7, 3, 2)),
        ("en", "", (NEVER, NEVER, NEVER)),
    ],
)
def test_after_how_many_words(language, text, reached):
    assert openings.reached(text, facts.read(text, language, TODAY), language) == reached


def test_what_a_shortened_form_lost_does_not_count():
    whole = "Ada Mwangi, who was born in Lyon, closed the ferry."
    mentions = facts.read(whole, "en", None)
    assert openings.reached(whole, mentions, "en")[2] < NEVER
    assert openings.reached("Ada Mwangi closed the ferry.", mentions, "en")[2] == NEVER
