from __future__ import annotations

import pytest

from standfirst.editing import candidates
from tests.editing.articles import BRIDGE, article


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        ("The bridge will close on Monday.", "en", ""),
        ("The bridge will close", "en", "fragment"),
        ("It closes.", "en", "short"),
        ("Ada Mwangi, who is the town's engineer.", "en", "fragment"),
        ("It could cost less than the old one, which sells for £120.", "en", ""),
        ("Marlby Harbour: Ada Mwangi 18 points.", "en", "fragment"),
        ("How will you get to work on Monday?", "en", "question"),
        ("Read more about the bridge in our newsletter.", "en", "furniture"),
        ("Lesen Sie auch: Die Brücke schließt am Montag.", "de", "furniture"),
        ("Check the timetable before you travel on Monday.", "en", "imperative"),
        ("He said “the bridge is closed to cars.", "en", "unbalanced"),
        ("“The bridge is closed to all cars.”", "en", "unattributed"),
        ("“The bridge is closed to all cars,” Holloway said.", "en", ""),
        ("„Die Brücke ist zu“, sagte Oster am Montag.", "de", ""),
        ("“" + "very " * 30 + "long,” she said on Monday.", "en", "long-quotation"),
        ("橋は一月四日から十一週間閉鎖されると町議会が発表した。", "ja", ""),
    ],
)
def test_fault(text, language, why):
    assert candidates.fault(text, language) == why


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He has asked the council.", "en"),
        ("However, the council has not decided.", "en"),
        ("The deal was signed on Monday.", "en"),
        ("Despite these concerns, the council voted.", "en"),
        ("Two days later, the council voted.", "en"),
        ("With the aid of a lamp, she can see.", "en"),
        ("Er will das Geld ausgeben.", "de"),
        ("In diesem Jahr fiel Schnee.", "de"),
        ("Elle a signé lundi.", "fr"),
        ("Sin embargo, el puente abre.", "es"),
        ("One was from the harbour board.", "en"),
        ("Two of them were closed on Monday.", "en"),
        ("In that time it has lost 31 metres.", "en"),
        ("For them the bridge is a way to school.", "en"),
        ("The remainder came from the county.", "en"),
        ("Für ihn haben sich 23 Teilnehmer gemeldet.", "de"),
        ("Einer kam aus Lübeck.", "de"),
        ("Zweimal stand dort Wasser.", "de"),
        ("Den Rest zahlte die Stadt.", "de"),
        ("Seither ist die Brücke zu.", "de"),
        ("Pour lui, le pont doit ouvrir.", "fr"),
        ("Trois d'entre eux ont signé.", "fr"),
        ("Le reste vient de la ville.", "fr"),
        ("Para ellos el puente es un camino.", "es"),
        ("El resto llegó en tren.", "es"),
        ("Da allora il ponte è chiuso.", "it"),
        ("O resto veio da cidade.", "pt"),
        ("De rest kwam van de stad.", "nl"),
    ],
)
def test_leans(text, language):
    assert candidates.leans(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge will close on Monday.", "en"),
        ("Holloway said that she would resign.", "en"),
        ("The company of Leeds built it.", "en"),
        ("There is a plan to close the bridge.", "en"),
        ("Die Stadt wählt einen neuen Bürgermeister.", "de"),
        ("Le pont ferme lundi.", "fr"),
        ("One person was hurt on the bridge.", "en"),
        ("Some drivers have complained.", "en"),
        ("In Thatcham the bridge was closed.", "en"),
        ("With her new album Ana Reyes won the prize.", "en"),
        ("Für Ingrid Holloway ist das Ergebnis klar.", "de"),
        ("Eine Brücke ist gesperrt.", "de"),
        ("Die Restaurants bleiben zu.", "de"),
        ("Deux ponts sont fermés.", "fr"),
        ("Para Elena el puente es un camino.", "es"),
    ],
)
def test_stands_alone(text, language):
    assert not candidates.leans(text, language)


def test_places_are_the_articles_own():
    made = article(BRIDGE, roles={0: "standfirst", 6: "heading", 7: "caption"})
    found = candidates.find(made)
    assert all(made.text[each.start : each.end] == each.text for each in found)
    assert {each.paragraph for each in found}.isdisjoint({6, 7})
    assert found[0].role == "standfirst"
    assert found[0].forms[0].startswith("The swing bridge")


def test_long_articles_are_looked_at_from_the_top():
    many = article("\n".join(f"Boat number {each} left the harbour on Monday." for each in range(400)))
    assert len(candidates.find(many)) == candidates.LOOKED_AT


def test_surnames_of_one_person_only():
    assert candidates.surnames(["Ada Mwangi", "Tom Reed", "Ann Reed", "Madonna"]) == {"Mwangi": "Ada Mwangi"}


@pytest.mark.parametrize(
    ("text", "language", "leaning"),
    [
        ("“The contracts must be taken out of the programme,” he said.", "en", True),
        ('"It was over in a minute," she told the court.', "en", True),
        ("“The contracts must go,” Tom Byrne said.", "en", False),
        ("„Wir sind bereit“, sagte er am Montag.", "de", True),
        ("Von 2019 bis 2022 war er Leiter des Stabes.", "de", True),
        ("Von 2019 bis 2022 war Tom Behn Leiter des Stabes.", "de", False),
        ("« Nous sommes prêts », a-t-il dit lundi.", "fr", True),
    ],
)
def test_a_pronoun_as_speaker_leans(text, language, leaning):
    assert candidates.leans(text, language) is leaning
