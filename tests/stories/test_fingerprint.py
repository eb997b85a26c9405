from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading import Article, hash_text, lay_out
from standfirst.stories.fingerprint import fingerprint

LEAD = (
    "The harbour of Little Wick opened again on Monday after eleven days, and twelve boats left before noon on the "
    "first tide, the council said, with another thirty expected by the end of the week."
)
NEXT = (
    "A storm had thrown a sandbank across its mouth on 4 November; two dredgers worked at it in shifts, and took away "
    "90,000 tonnes, which will be laid on the beach at Marram."
)
END = (
    "The bill is £1.2m, of which the county pays half, said the harbour master, Ada Crane, who had asked for it in May."
)


def article(*paragraphs: str | tuple[str, str], title: str = "Harbour opens") -> Article:
    pairs = [each if isinstance(each, tuple) else (each, "text") for each in paragraphs]
    text, placed = lay_out(pairs)
    return Article("a", "https://x.example/", "", title, placed, text, hash_text(text), "en")


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("LITTLE WICK (AP) — " + LEAD, NEXT, END),
        (LEAD, NEXT, END, "(AP)"),
        (LEAD, NEXT),
        (
            (
                "Boats are out again in Little Wick, and the council is glad that it is over at last, as are crews.",
                "standfirst",
            ),
            LEAD,
            NEXT,
        ),
        ("21 Nov 2026 / Business / Coastwise", LEAD, NEXT, END),
        (LEAD, "Enjoying this story? Join us.", NEXT),
        (LEAD.upper(), NEXT.replace(";", ","), END),
    ],
)
def test_copies_have_one_fingerprint_whatever_stands_around_them(paragraphs):
    assert fingerprint(article(*paragraphs, title="Boats are back")) == fingerprint(article(LEAD, NEXT, END)) != ""


def test_another_word_in_the_opening_makes_another_fingerprint():
    assert fingerprint(article(LEAD.replace("twelve", "thirteen"), NEXT)) != fingerprint(article(LEAD, NEXT))


def test_a_short_article_has_none():
    assert fingerprint(article(LEAD)) == fingerprint(article()) == ""


@given(st.lists(st.text(), max_size=5))
def test_is_sha_256_in_hexadecimal_or_nothing(paragraphs):
    found = fingerprint(article(*paragraphs))
    assert len(found) in (0, 64)
    assert found == fingerprint(article(*paragraphs))
