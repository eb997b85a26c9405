"""The words of a search marked where they stand, safely, in every script; and pieces of texts further down."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from standfirst.newsroom.finding import queries
from standfirst.newsroom.finding.words import cut
from standfirst.publishing.pages import highlight
from standfirst.publishing.pages.highlight import Marker, entries, joined, marked, piece
from tests.newsroom.finding import oracle
from tests.publishing.pages.invented import entry

#: A query, a text, its field, and the text as it is shown.
MARKED = [
    ("harbour", "The Harbour's wall", "", "The [Harbour]&#39;s wall"),
    ("lodz", "Kran in Łódź, Straße", "", "Kran in [Łódź], Straße"),
    ("STRASSE", "Kran in Łódź, Straße", "", "Kran in Łódź, [Straße]"),
    ('"sea wall"', "sea view, sea – wall", "", "sea view, [sea – wall]"),
    ('"sea wall"', "wall sea", "", "wall sea"),
    ("3.5", "It cost 3.5 % and 5", "", "It cost [3.5] % and 5"),
    ("東京", "東京都で", "", "[東京]都で"),
    ("京", "東京都で京", "", "東[京]都で[京]"),
    ("東京都", "東京都で", "", "[東京都]で"),
    ("ガラス", "新しいｶﾞﾗｽと", "", "新しい[ｶﾞﾗｽ]と"),
    ("المدرسة", "إلى المَدرسة غداً", "", "إلى [المَدرسة] غداً"),
    ("headline:wall", "The wall", "headline", "The [wall]"),
    ("headline:wall", "The wall", "", "The wall"),
    ("author:wall", "The wall", "headline", "The wall"),
    ("-wall", "The wall", "", "The wall"),
    ("b", "<b>a & b</b>", "", "&lt;[b]&gt;a &amp; [b]&lt;/[b]&gt;"),
    ("mark amp lt", "x & <mark>", "", "x &amp; &lt;[mark]&gt;"),
    ("script", '"><script>', "", "&#34;&gt;&lt;[script]&gt;"),
    ("a b", "a b", "", "[a] [b]"),
    ('"a b" b', "a b", "", "[a b]"),
]


def shown(query: str, text: str, field: str = "") -> str:
    spans, _ = Marker(query).spans(text, field)
    made = str(escape(marked(text, spans)))
    return made.replace("<mark>", "[").replace("</mark>", "]")


@pytest.mark.parametrize(("query", "text", "field", "expected"), MARKED)
def test_what_is_marked(query: str, text: str, field: str, expected: str) -> None:
    assert shown(query, text, field) == expected


PIECES = st.text(alphabet="abcdé <>&\"'京都東ガｶﾞסשلى\u0301-:", max_size=30)


@given(PIECES, PIECES)
def test_marking_changes_no_letter_and_escapes_everything(query: str, text: str) -> None:
    spans, terms = Marker(query).spans(text)
    made = str(escape(marked(text, spans)))
    assert str(Markup(made.replace("<mark>", "").replace("</mark>", "")).unescape()) == text
    assert "<" not in re.sub(r"</?mark>", "", made)
    assert spans == joined(spans)
    assert bool(spans) == bool(terms)


@given(st.text(alphabet="ab é京都東ガ 한", min_size=1, max_size=12))
def test_a_text_that_is_a_phrase_is_marked_from_its_first_letter_to_its_last(text: str) -> None:
    spans, _ = Marker(f'"{text}"').spans(text)
    words = text.strip()
    assert spans == ([(text.index(words[0]), len(text.rstrip()))] if list(cut(text)) else [])


def test_what_finds_a_publication_is_marked_in_it_and_nothing_else_is() -> None:
    chance = Random(11)
    corpus = [oracle.publication(chance) for _ in range(60)]
    seen = 0
    for _ in range(300):
        asked = oracle.term(chance)
        if asked.unwanted or asked.field not in ("", "headline", "author", "source"):
            continue
        marker = Marker(asked.typed)
        for made in corpus:
            texts = [(name, each) for name, each in made.fields if name == asked.field]
            texts = texts if asked.field else [("", each) for each in made.texts]
            marked_in = any(marker.spans(each.written, name)[0] for name, each in texts)
            assert marked_in == oracle.found(made, [asked]), (asked.typed, [each.written for _, each in texts])
            seen += marked_in
    assert seen > 500


def test_a_row_shows_where_its_words_are() -> None:
    row = entry("Quay <wall> falls", "The wall of the quay fell.")
    other = entry("Fog at sea", "")
    texts = {
        other.position: (
            ("", "Nothing of it."), ("", "Some " + "far " * 60 + "saw the Wall & the quay " + "near " * 60),
            ("author", "By Wall"),
        ),
    }  # fmt: skip
    first, second = entries([row, other], "wall -rain gazette", texts)
    assert first.headline == "Quay &lt;<mark>wall</mark>&gt; falls"
    assert first.lead == "The <mark>wall</mark> of the quay fell."
    assert first.source.name == "Harwick <mark>Gazette</mark>"
    assert (first.path, first.position) == (row.path, row.position)
    assert second.headline == "Fog at sea"
    found = re.fullmatch(r' <span class="also">…(.*)…</span>', second.lead)
    assert found
    assert "<mark>Wall</mark> &amp; the quay" in found[1]
    assert len(found[1]) < highlight.SNIPPET + 50
    assert not found[1].startswith(" ")


def test_a_piece_shows_the_most_of_what_is_missing_and_nothing_where_nothing_is() -> None:
    row = entry("Fog at sea")
    texts = (("", "The quay."), ("", "The quay and the wall."), ("author", "By Ido Wall"))
    assert "<mark>quay</mark> and the <mark>wall</mark>" in Marker("wall quay").entry(row, texts).lead
    assert Marker("author:ido").entry(row, texts).lead == ' <span class="also">By <mark>Ido</mark> Wall</span>'
    assert Marker("fog").entry(row, texts).lead == ""
    assert not Marker("fog").missing(row)
    assert Marker("fog quay").missing(row)
    assert not Marker("fog section:sport lang:en").missing(row)


@given(st.text(alphabet="ab ", min_size=1, max_size=600), st.integers(0, 599), st.integers(1, 30))
def test_a_piece_holds_its_word_and_is_short(text: str, at: int, length: int) -> None:
    at = min(at, len(text) - 1)
    span = (at, min(at + length, len(text)))
    made = str(piece(text, [span]))
    inside = re.search(r"<mark>(.*)</mark>", made)
    assert inside
    assert inside[1] == text[slice(*span)]
    assert len(made) <= highlight.SNIPPET + 2 + len("<mark></mark>") + 30


def test_terms_put_together_again_are_the_same_terms() -> None:
    query = 'a "b c" -d headline:e -"f g'
    found = queries.typed(query)
    assert queries.without(query, found[1]) == 'a -d headline:e -"f g'
    assert queries.typed(" ".join(each.text for each in found)) == found
