from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language import names


def found(text, language="en"):
    return {(each.text, each.kind, each.role) for each in names.find(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It was closed, council engineer Ana Reyes said.", ("Ana Reyes", "person", "council engineer")),
        (
            "en",
            "Then Tom Byrne, who chairs the harbour committee, left.",
            ("Tom Byrne", "person", "chairs the harbour committee"),
        ),
        ("en", "Ruth Okafor, 42, a marine biologist, agreed.", ("Ruth Okafor", "person", "marine biologist")),
        ("en", "The mayor of Harwell, Priya Nair, left.", ("Priya Nair", "person", "mayor of Harwell")),
        ("en", "President Joe Carter left.", ("Joe Carter", "person", "President")),
        ("en", "She met Dr. Lena Vogt today.", ("Lena Vogt", "person", "Dr.")),
        ("en", "She studied at the University of Leeds.", ("University of Leeds", "organisation", "")),
        ("en", "He joined NATO staff.", ("NATO", "organisation", "")),
        ("en", "They flew to France.", ("France", "place", "")),
        ("en", "A fire in Milbrook spread.", ("Milbrook", "place", "")),
        ("en", "Ana's brother met Reyes's friend Otis Bramwell.", ("Otis Bramwell", "name", "")),
        ("en", "They sang in St Olave's on Sunday.", ("St Olave", "name", "")),
        ("en", "An app may ring St Olave's bells.", ("St Olave", "name", "")),
        ("en", "They sent on 17-year-old winger Otis Bramwell.", ("Otis Bramwell", "person", "winger")),
        ("en", "The Otters, whose secretary Otis Bramwell spoke, won.", ("Otis Bramwell", "person", "secretary")),
        ("en", "The club, whose secretary, Otis Bramwell, spoke, won.", ("Otis Bramwell", "person", "secretary")),
        ("en", "It has chosen Harwell solicitor Ana Reyes.", ("Ana Reyes", "person", "Harwell solicitor")),
        ("en", "It met former council engineer Ana Reyes.", ("Ana Reyes", "person", "former council engineer")),
        ("en", "The leaflet is in Polish and free.", ("Polish", "name", "")),
        ("en", "The union Mines and Ferry Pilots said so.", ("Ferry Pilots", "name", "")),
        ("en", "They met Otis Bramwell and Lena Vogt said so.", ("Lena Vogt", "person", "")),
        ("en", "The boats left Eel Quay at noon.", ("Eel Quay", "place", "")),
        ("de", "Der Bürgermeister Klaus Weber sprach.", ("Klaus Weber", "person", "Bürgermeister")),
        ("de", "Er reiste nach Frankreich.", ("Frankreich", "place", "")),
        ("de", "Gestern kam Stadtsprecherin Ines Holt.", ("Ines Holt", "person", "Stadtsprecherin")),
        ("fr", "La maire de Lyon, Claire Dubois, est là.", ("Claire Dubois", "person", "maire de Lyon")),
        ("fr", "Il part en Allemagne.", ("Allemagne", "place", "")),
        ("es", "El alcalde de Sevilla, Juan Pérez, habló.", ("Juan Pérez", "person", "alcalde de Sevilla")),
        ("es", "Estudió en la Universidad de Sevilla.", ("Universidad de Sevilla", "organisation", "")),
    ],
)
def test_a_name_its_kind_and_role(language, text, expected):
    assert expected in found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Residents said so. Police agreed. Yesterday was Tuesday."),
        ("en", "New Homes Are Planned For The Town Centre"),
        ("en", "THE BRIDGE IS CLOSED AGAIN TODAY"),
        ("de", "Neue Wohnungen kosten Ende März 3 Millionen Euro. Die Polizei half."),
        ("de", "Der Hund und die Katze sahen das Haus."),
        ("fr", "Les habitants disent non. Mardi, le pont ferme."),
        ("en", "The work ends in May.\nENDS\nFor the press office call 555."),
    ],
)
def test_what_is_no_name(language, text):
    assert found(text, language) == set()


def test_a_surname_takes_the_kind_of_the_full_name():
    text = "The engineer Ana Reyes spoke. Later Reyes left."
    assert [each.kind for each in names.find(text, "en")] == ["person", "person"]


@given(
    st.text(alphabet=st.sampled_from("Ab Cd. de la's’-,\nÉü"), max_size=200),
    st.sampled_from(["en", "de", "fr", "es", "zh", "xx"]),
)
def test_any_text_gives_ordered_places(text, language):
    last = 0
    for each in names.find(text, language):
        assert last <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        last = each.end


@pytest.mark.parametrize("text", ["Ana Reyes " * 10_000, "A" * 200_000, "A. " * 30_000, "the Mayor, " * 10_000])
def test_hostile_text_takes_bounded_time(text):
    began = time.process_time()
    assert len(names.find(text, "en")) <= names.MOST
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Gannet Point, the detective drama whose last episode was watched by many, ended.", ""),
        ("Trump will, Vice-President Delcy Rodríguez in office, wait.", ""),
        ("Ana Reyes, the council's chief engineer who found it, spoke.", "council's chief engineer"),
    ],
)
def test_a_role_heads_its_phrase(text, role):
    from standfirst.language import lexicons, roles

    end = text.index(",")
    assert roles.of(text, 0, end, lexicons.get("en")) == role
