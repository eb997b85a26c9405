"""Search: the same words, the same answers, whatever the store; hostile queries are harmless."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standfirst.newsroom.finding import search
from standfirst.newsroom.finding.search import Query, Term
from tests.newsroom.finding import oracle

pytestmark = pytest.mark.django_db  # so that the pass on PostgreSQL takes them all
TEXTS = {
    1: "Łódź Straße café: the coach's 3.5 % plan — O’Brien said so",
    2: "The plan of the coach, not the café",
    3: "東京タワーに行く NHK",
    4: "京都の寺",
    5: "سَنَذهبُ إلى المَدرسة",
    6: "U.S. Senate votes; foo_bar foo-bar",
    7: "ประเทศไทยวันนี้",
    8: "ガラス",
    9: "カラス",
}
ANSWERS = [
    ("lodz", [1]),
    ("ŁÓDŹ strasse", [1]),
    ("CAFE", [2, 1]),
    ("café", [2, 1]),
    ('"the coach"', [2, 1]),
    ('"plan of the coach"', [2]),
    ('"coach plan"', []),
    ("plan -brien", [2]),
    ("-brien", [9, 8, 7, 6, 5, 4, 3, 2]),
    ("-coach -京", [9, 8, 7, 6, 5]),
    ("headline:", []),
    ("headline:coach", []),
    ("plan headline:", []),
    ("都 都", [4]),
    ('"都 都"', []),
    ("coach's", [1]),
    ("u.s.", [6]),
    ("foo-bar", [6]),
    ("3.5", [1]),
    ("東京", [3]),
    ("京都", [4]),
    ("京", [4, 3]),
    ("都", [4]),
    ("東京タワー", [3]),
    ('"行く nhk"', [3]),
    ("ＮＨＫ", [3]),
    ("المدرسة", [5]),
    ("ไทย", [7]),
    ("ガラス", [8]),
    ("カラス", [9]),
    ("plan OR senate", []),
    ("pla", []),
    ('"', []),
    ("", []),
    ("* : ^ ( ) ' \\ NEAR(", []),
    ("words:plan", []),
    ("'; DROP TABLE newsroom_search; --", []),
]


FIELDS = {
    1: search.Findable(
        ("Quay wall falls", "The mayor saw it.", "No one was hurt."),
        (("headline", "Quay wall falls"), ("author", "Nell Ortega"), ("source", "KOB 4"), ("lang", "pt-BR"),
         ("mark", "press-release"), ("section", "crime-and-justice")),
    ),
    2: search.Findable(
        ("The mayor's quay", "A wall is built."),
        (("headline", "The mayor's quay"), ("author", "Ido Quay"), ("source", "東京 Radio"), ("lang", "br"),
         ("mark", "summary"), ("section", "")),
    ),
}  # fmt: skip
IN_FIELDS = [
    ("headline:quay", [2, 1]),
    ("HEADLINE:Quay -headline:wall", [2]),
    ("author:quay", [2]),
    ('author:"nell ortega"', [1]),
    ('author:"ortega nell"', []),
    ("source:KOB-4", [1]),
    ("source:東京", [2]),
    ("source:京", [2]),
    ("lang:br", [2]),
    ("lang:pt", [1]),
    ("lang:PT-br", [1]),
    ("-lang:pt", [2]),
    ("mark:press-release", [1]),
    ("section:crime-and-justice wall", [1]),
    ("section：crime", [1]),
    ("-mark:summary mayor", [1]),
    ("byline:ortega", []),
    ("headline:mayor source:kob", []),
    ('"falls the"', []),
    ('"saw it no one"', []),
    ("ortega", []),
]


@pytest.fixture
def indexed(db: None) -> None:
    search.index_many(TEXTS.items())


@pytest.mark.parametrize(("query", "answer"), ANSWERS)
def test_answers(indexed: None, query: str, answer: list[int]) -> None:
    assert search.positions(search.parse(query)) == answer


@pytest.mark.parametrize(("query", "answer"), IN_FIELDS)
def test_fields(query: str, answer: list[int]) -> None:
    search.index_many(FIELDS.items())
    assert search.positions(search.parse(query)) == answer


def test_a_random_corpus_is_found_as_a_plain_search_finds_it() -> None:
    """Run on SQLite and on PostgreSQL (tests/everything.py), with the same corpus and the same questions."""
    chance = Random(5)
    corpus = {position: oracle.publication(chance) for position in range(1, 301)}
    search.index_many((position, made.findable) for position, made in corpus.items())
    answered = 0
    for _ in range(1500):
        terms = [oracle.term(chance) for _ in range(chance.choice((1, 1, 2, 2, 3)))]
        query = " ".join(each.typed for each in terms)
        expected = [position for position in reversed(corpus) if oracle.found(corpus[position], terms)]
        assert search.positions(search.parse(query)) == expected, query
        before, since = sorted(chance.sample(range(1, 301), 2), reverse=True)
        page = [each for each in expected if since <= each < before]
        assert search.positions(search.parse(query), before=before, since=since, limit=7) == page[:7], query
        answered += bool(expected)
    assert answered > 700


def test_bounds(indexed: None) -> None:
    query = search.parse("plan")
    assert search.positions(query, before=2) == [1]
    assert search.positions(query, since=2) == [2]
    assert search.positions(query, limit=1) == [2]


def test_index_replaces_and_remove_forgets(indexed: None) -> None:
    search.index(1, "quite another matter")
    assert search.positions(search.parse("lodz")) == []
    assert search.positions(search.parse("matter")) == [1]
    search.remove(1)
    assert search.positions(search.parse("matter")) == []
    search.remove(1)


def test_a_long_text_and_a_long_word_are_bounded(indexed: None) -> None:
    search.index(10, "x" * 100_000 + " " + "word " * 20_000 + "beyond")
    assert search.positions(search.parse("x" * 64)) == [10]
    assert search.positions(search.parse("beyond")) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text(alphabet="ab\"'-*():^\\京都 \0&|!<>{}", max_size=30))
def test_any_query_is_harmless(indexed: None, text: str) -> None:
    assert set(search.positions(search.parse(text))) <= set(TEXTS)


@given(st.text(max_size=80))
def test_normal_text_is_words_and_single_spaces(text: str) -> None:
    normal = search.normalise(text)
    assert normal == " ".join(normal.split())
    assert not set(normal) & set("\"'\\:&|!<>()*-\0")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=40))
def test_a_text_is_found_by_itself_as_a_phrase(indexed: None, text: str) -> None:
    search.index(99, text)
    query = search.parse('"' + text.replace('"', " ") + '"')
    assert (99 in search.positions(query)) == bool(query)


def test_terms_are_limited() -> None:
    assert len(search.parse(" ".join(f"w{n}" for n in range(100))).wanted) == search.MOST_TERMS
    assert search.parse("a -b a") == Query((Term(("a",)),), (Term(("b",)),))
