"""Furniture in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.body.residue import cleaned, is_residue


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ANZEIGE",
        "Share this article",
        "Read more:",
        "Read more: The other ferry",
        "Sign up for our newsletter",
        "© 2026 Harbour Post",
        "Lire aussi : Le bac",
        "***",
        "Photo: Mara Olsen",
        "Reading Time: 8 minutes",
        "Lesezeit 3 Minuten",
        "12 min read",
        "Main image credit: Mara Olsen",
        "All rights reserved.",
        "Läs också: Färjan",
        "Follow us on Facebook",
    ],
)
def test_furniture(line):
    assert is_residue(line)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement revenue fell by a third.",
        "He will share this prize with Mara Olsen.",
        "Read the letter, she said.",
        "Subscribe, he told them, or go without.",
        "The video shows the fire.",
        "Homes burned.",
        "Reading time in schools has fallen by half.",
        "共有",
        "No.",
    ],
)
def test_sentences_stay(line):
    assert not is_residue(line)


def test_what_cleaning_does():
    lead = "The Annabel Lee sails again from Tuesday."
    pieces = [
        ("Ferry returns", "heading"),
        (lead, "text"),
        ("Advertisement", "text"),
        ("She sails twice a day until October comes.", "text"),
        (lead, "text"),
        ("Yes.", "text"),
        ("Yes.", "text"),
        ("More on ferries", "heading"),
    ]
    assert cleaned(pieces, "Ferry Returns!", lead) == (
        (lead, "standfirst"),
        ("She sails twice a day until October comes.", "text"),
        ("Yes.", "text"),
        ("Yes.", "text"),
    )


@given(
    st.lists(st.tuples(st.text(max_size=60), st.sampled_from(["text", "heading"])), max_size=8), st.text(max_size=20)
)
def test_cleaning_only_leaves_out(pieces, title):
    kept = [text for text, _ in cleaned(pieces, title, title)]
    rest = iter(text for text, _ in pieces)
    assert all(text in rest for text in kept)  # in order


def test_what_stands_above_the_title_is_furniture():
    from standfirst.reading.body.residue import cleaned

    menu = [("Town Council", "list-item"), ("Best viewed at 800 x 600.", "list-item"), ("Bins", "list-item")]
    body = [("The bridge opened on Monday after eleven days of work, the council said.", "text")] * 1
    more = [(f"Paragraph {n} says something else that is worth a line of its own.", "text") for n in range(6)]
    assert cleaned([*menu, ("Bridge opens", "heading"), *body, *more], "Bridge opens", "") == (*body, *more)
    long = [("A first paragraph that is long enough to be the article's own and no menu, " * 3, "text")]
    assert cleaned([*long, ("Bridge opens", "heading"), *more], "Bridge opens", "")[0] == long[0]


def test_a_note_about_the_author_at_the_end_is_no_text():
    from standfirst.reading.body.residue import cleaned

    body = [(f"Paragraph {n}: Mara Olsen, who wrote this, was there as well.", "text") for n in range(6)]
    note = ("Mara Olsen is the harbour correspondent of the Post.", "text")
    other = ("Tom Byrne, the harbour master, was not.", "text")
    assert cleaned([*body[:2], body[3], body[4], other, note], "", "", ("Mara Olsen",)) == (*body[:2], body[3], other)
    assert cleaned([other, note], "", "", ("Ada Crane",)) == (other, note)
