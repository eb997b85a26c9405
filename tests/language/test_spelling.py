from __future__ import annotations

import pytest

from standfirst.language import names

TRUMP = (
    "Gestern sprach Orbek in Marlby. Am Abend wollte Orbek noch fahren, doch mit Orbek kam niemand. "
    "Der Regen blieb, und im Regen standen Menschen. Mit Menschen und Wasser kam der Zug; Wasser lief, viel Wasser."
)


def test_a_german_word_without_article_is_a_name():
    found = {name.text for name in names.find(TRUMP, "de")}
    assert "Orbek" in found
    assert not found & {"Regen", "Menschen", "Abend", "Zug"}


@pytest.mark.parametrize("word", ["I've", "Don't", "You’ll", "I'd", "I’m"])
def test_contractions_are_no_names(word):
    text = f"When it rained {word} gone home, and Ada Mwangi said {word} wait."
    assert [name.text for name in names.find(text, "en")] == ["Ada Mwangi"]


def test_what_stands_in_small_letters_as_often_is_no_name():
    text = "The new Bridge opened. A bridge was due; the bridge is of stone, said Ada Mwangi in Marlby."
    assert {name.text for name in names.find(text, "en")} == {"Ada Mwangi", "Marlby"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On Monday South Carolina Sen. Ada Mwangi spoke.", {("South Carolina", "place"), ("Ada Mwangi", "person")}),
        ("Rain fell on the state of New York all day.", {("New York", "place")}),
        ("She reads the New York Times at home.", {("New York Times", "organisation")}),
        ("Troops of the U.S. left; they told us so.", {("U.S", "place")}),
        ("Shares of Orbek rose. The maker Orbek sells in Orbek stores, and Orbek is glad.", {("Orbek", "name")}),
        ("Rain fell in Marlby. The quay of Marlby is shut.", {("Marlby", "place")}),
    ],
)
def test_places_by_the_gazetteer_and_by_what_stands_before(text, wanted):
    assert wanted <= {(name.text, name.kind) for name in names.find(text, "en")}
