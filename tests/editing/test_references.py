from __future__ import annotations

import pytest

from standfirst.editing import references

LINES = [
    "Ada Mwangi offered the town a plan for the ferry.",
    "The council liked it.",
    "Mwangi said the plan would cost little.",
    "This spree of building is new, and this year it ends.",
]
PEOPLE = {"Mwangi": "Ada Mwangi"}


def test_surnames_and_things_that_were_introduced():
    found = references.find(LINES, "en", PEOPLE)
    assert found[0].strangers == frozenset()
    assert "Mwangi" in found[0].gives
    assert found[1].things == frozenset()  # the council was never introduced: everybody knows it
    assert (found[2].strangers, found[2].things) == ({"Mwangi"}, {"plan"})
    assert found[3].things == {"spree"}


def test_what_the_headline_says_is_known():
    found = references.find(LINES, "en", PEOPLE, ("Mwangi has a plan",))
    assert (found[2].strangers, found[2].things) == (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("language", "lines", "thing"),
    [
        ("de", ["Sie legte einen Entwurf vor.", "Der Entwurf ging an den Rat."], "entwur"),
        ("fr", ["Elle dépose un projet.", "Le maire lit le projet."], "projet"),
        ("es", ["Presentó un proyecto.", "El alcalde leyó el proyecto."], "proyec"),
        ("it", ["Presenta un progetto.", "Il sindaco legge il progetto."], "proget"),
    ],
)
def test_in_other_languages(language, lines, thing):
    assert references.find(lines, language, {})[1].things == {thing}


def test_a_language_without_determiners_knows_surnames_alone():
    assert references.find(["Ada Mwangi.", "Mwangi."], "xh", PEOPLE)[1].strangers == {"Mwangi"}


@pytest.mark.parametrize(
    ("language", "text", "things"),
    [
        ("de", "Heute kommen die 63 Mitglieder aus der Stadt.", {"mitgli"}),
        ("de", "Heute kommen die 63 Mitglieder des Chors.", set()),
        ("en", "The six rowers are old.", {"rowers"}),
        ("en", "The 63 members of the choir sang.", set()),
        ("en", "The members sang for 63 minutes.", set()),
        ("fr", "Les 63 membres chantent.", {"membre"}),
        ("es", "Los 63 miembros del coro cantan.", set()),
    ],
)
def test_so_many_as_the_source_has_told_of(language, text, things):
    """They are known to who has read the source from its beginning, unless right behind it is said which they are."""
    assert references.find([text], language, {})[0].things == things
