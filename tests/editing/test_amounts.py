"""Numbers and money as facts: what a number counts, and when pounds are a weight."""

from __future__ import annotations

import pytest

from standfirst.editing import facts
from tests.editing.articles import article


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("en", "They used 96 megawatt hours.", "megawatt hours"),
        ("en", "They sold 300 boats.", "boats"),
        ("en", "Then 57 has its own door.", ""),
        ("en", "The rower, at 63 keeps the oar.", ""),
        ("en", "Use fell by 40 per cent less than hoped.", ""),
        ("en", "It rose 29 per cent members said.", ""),
        ("en", "It needs two new ferries.", "new ferries"),
        ("en", "They freed 14 stranded sailors.", "sailors"),
        ("en", "A photograph of seven index cards.", "index cards"),
        ("en", "The shop at 8 across roads.", ""),
        ("fr", "Il y a 12 jeux.", "jeux"),
        ("fr", "Il y a 12 grandes îles.", "grandes îles"),
        ("es", "Llegaron 12 barcos nuevos.", "barcos nuevos"),
        ("de", "Es kamen 63 Mitglieder.", "Mitglieder"),
    ],
)
def test_what_a_number_counts(language, text, noun):
    (role,) = {each.role for each in facts.find(article(text, language=language)) if each.kind == "number"} or {""}
    assert role == noun


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The lobster weighed nine pounds.", ("number", "9 lb")),
        ("en", "A lobster weighing about nine pounds was found.", ("number", "9 lb")),
        ("en", "The boat is 40 pounds lighter.", ("number", "40 lb")),
        ("en", "The ticket costs nine pounds.", ("money", "GBP 9")),
        ("en", "The weight of the lobster did not matter: they paid nine pounds.", ("money", "GBP 9")),
        ("en", "The catch weighed little and fetched £9.", ("money", "GBP 9")),
        ("de", "Der Hummer wiegt 9 Pfund.", ("number", "9 lb")),
        ("de", "Die Karte kostet 9 Pfund.", ("money", "GBP 9")),
    ],
)
def test_a_weight_in_pounds_is_no_money(language, text, expected):
    found = facts.find(article(text, language=language))
    assert [(fact.kind, fact.value) for fact in found if fact.kind in {"number", "money"}] == [expected]
