from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.editing import facts
from tests.editing.articles import BRIDGE, WAHL, article


def test_the_facts_of_a_report():
    made = article(BRIDGE)
    found = {(fact.kind, fact.text, fact.value, fact.role) for fact in facts.find(made)}
    assert {
        ("organisation", "Marlby Town Council", "", ""),
        ("person", "Ingrid Holloway", "", "council leader"),
        ("date", "4 January", "2027-01-04", ""),
        ("date", "Tuesday", "2026-11-17", ""),
        ("money", "£2.4 million", "GBP 2400000", ""),
        ("number", "9,000", "9000", "vehicles"),
        ("number", "eleven", "11", "weeks"),
    } <= found


def test_german_facts():
    found = {(fact.kind, fact.text, fact.value) for fact in facts.find(article(WAHL, language="de"))}
    assert {
        ("date", "14. März", "2027-03-14"),
        ("money", "18 Millionen Euro", "EUR 18000000"),
        ("number", "54 Prozent", "54 %"),
        ("person", "Karl Oster", ""),
    } <= found


def test_a_dateline_gives_its_date_and_neither_name_nor_number():
    found = facts.find(article("Northwire, 21 Nov 2026, 0830\nA boat sank at berth 007 on Friday.", published=None))
    assert [(fact.kind, fact.text) for fact in found if fact.text != "Northwire"] == [("date", "21 Nov 2026")]


def test_evidence_points_at_the_words():
    made = article(BRIDGE)
    for fact in facts.find(made):
        assert fact.evidence.article == made.id
        assert fact.evidence.text_hash == made.text_hash
        assert made.text[fact.evidence.start : fact.evidence.end] == fact.text


def test_each_fact_stands_once_and_a_surname_is_its_person():
    found = facts.find(article("The engineer Ana Reyes left Leeds. Then Reyes came to Leeds, and Ana Reyes stayed."))
    assert [(fact.kind, fact.text) for fact in found] == [("person", "Ana Reyes"), ("place", "Leeds")]


def test_without_a_source_date_weekdays_are_no_facts():
    kinds = {fact.kind for fact in facts.find(article("It closed on Tuesday.", published=None))}
    assert kinds == set()


def test_there_are_at_most_sixty():
    text = "\n".join(f"They counted {number} boats." for number in range(10, 200))
    assert len(facts.find(article(text))) == facts.MOST


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from("Ab 1.,£%\nÉé-’“”"), min_size=1, max_size=200))
def test_any_text_has_facts_in_their_places(text):
    made = article(text)
    for fact in facts.find(made):
        assert made.text[fact.evidence.start : fact.evidence.end] == fact.text
