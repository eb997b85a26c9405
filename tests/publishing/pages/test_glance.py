"""Which facts tell something where their sentence is not, and how a person's role stands beside the name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from standfirst.editing import Fact
from standfirst.publishing.pages import glance
from tests.publishing.pages import invented

PLACE = invented.evidence(100, 110)[0]
HEADLINE = "Norbury beats Vale in Harwick"


def fact(kind: str, text: str, value: str = "", role: str = "") -> Fact:
    return Fact(kind, text, PLACE, value, role)


def row(*facts: Fact, language: str = "en") -> list[str]:
    """What the first row says, as text."""
    content = replace(invented.content(invented.PIER), facts=facts)
    entry = replace(invented.PIER, headline=HEADLINE, language=language, content=content, others=0)
    made = glance.rows(entry, content, "en")
    return [html.fragment_fromstring(str(value), "p").text_content() for value in made[0].values]


@pytest.mark.parametrize(
    ("name", "role", "said"),
    [
        ("Anneliese Brook", "Dr", "Dr Anneliese Brook"),
        ("Jo Hale", "duty officer", "Jo Hale, duty officer"),
        ("Kit Vale", "year-old winger", "Kit Vale, winger"),
        ("Ada Pell", "whose secretary", "Ada Pell, secretary"),
        ("Ada Pell", "channel's head of drama", "Ada Pell, head of drama"),
        ("Ada Pell", "chosen Harwick solicitor", "Harwick solicitor Ada Pell"),
        ("Ada Pell", "Gazette’s Editor", "Editor Ada Pell"),
        ("Ada Pell", "marine biologist Dr", "Dr Ada Pell, marine biologist"),
        ("Mayor Pell", "mayor", "Mayor Pell"),
    ],
)
def test_a_title_stands_before_a_name_and_what_else_somebody_is_after_it(name: str, role: str, said: str) -> None:
    assert row(fact("person", name, role=role)) == [said]


def test_a_role_is_divided_as_its_language_divides() -> None:
    assert row(fact("person", "سلمى حداد", role="مديرة الميناء"), language="ar") == ["سلمى حداد، مديرة الميناء"]


@pytest.mark.parametrize(
    "empty",
    [
        fact("number", "1000", "1000"), fact("number", "twelve", "12"), fact("number", "52", "52"),
        fact("money", "nine pounds", "GBP 9"), fact("date", "1705", "1705"), fact("organisation", "ENDS"),
        fact("person", "Olave", role="St"), fact("person", "Bride", role="ring St"), fact("person", "St Bride"),
        fact("place", "Polish"), fact("date", "yesterday", "2026-11-21"),
    ],
)  # fmt: skip
def test_what_tells_nothing_by_itself_is_left_out(empty: Fact) -> None:
    assert glance.chosen([empty], HEADLINE, ["The harbour was shut."]) == {}


def test_what_the_publication_tells_of_comes_first_and_alone_of_places_and_dates() -> None:
    told = ["Ada Pell shut the harbour on Tuesday after 40 complaints."]
    facts = [
        fact("person", "Jo Hale"), fact("person", "Ada Pell"), fact("place", "Harwick"), fact("place", "Skarn"),
        fact("date", "Tuesday", "2026-11-17"), fact("date", "Friday", "2026-11-20"),
        fact("number", "3 per cent", "3 %"), fact("number", "40", "40", "complaints"), fact("number", "40", "40", "x"),
    ]  # fmt: skip
    found = glance.chosen(facts, HEADLINE, told)
    assert {kind: [each.text for each in values] for kind, values in found.items()} == {
        "person": ["Ada Pell", "Jo Hale"],
        "place": ["Harwick"],
        "date": ["Tuesday"],
        "number": ["40", "3 per cent"],
    }


def test_five_of_a_kind_are_a_glance() -> None:
    many = [fact("person", f"Person {letter}") for letter in "ABCDEFG"]
    assert len(glance.chosen(many, HEADLINE, [])["person"]) == glance.SHOWN == 5


def test_a_number_that_began_a_sentence_begins_small() -> None:
    sixty = fact("number", "Sixty-two", "62", "swimmers")
    assert row(sixty) == ["sixty-two swimmers"]
    assert row(fact("number", "Hunderte", "100", "Boote"), language="de") == ["Hunderte Boote"]
