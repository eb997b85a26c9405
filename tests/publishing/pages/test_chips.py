from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from standfirst.newsroom.finding import queries
from standfirst.publishing import View
from standfirst.publishing.pages import Amount, Beside, chips
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.view import address
from tests.publishing.pages.invented import SOURCES

CLOCK = Clock("en-GB", "Europe/London")
BESIDE = Beside(sources=SOURCES, marks=("summary", "commentary"), languages=("en", "de"))
FULL = View(
    "section", "food-and-drink", ("channel-6", "coast-radio"), "commentary", "de", date(2026, 11, 1),
    date(2026, 11, 22), "eel & <chips>", before=99,
)  # fmt: skip


def query(href: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(href).query)


def test_each_chip_removes_itself_keeps_the_others_and_leads_to_the_first_page() -> None:
    made = chips.chips(FULL, BESIDE, CLOCK)
    assert [chip.kind for chip in made] == ["source", "source", "mark", "lang", "from", "to", "q", "q"]
    everything = {
        "source": ["channel-6", "coast-radio"], "mark": ["commentary"], "lang": ["de"], "from": ["2026-11-01"],
        "to": ["2026-11-22"], "q": ["eel & <chips>"],
    }  # fmt: skip
    for chip in made:
        left = query(chip.href)
        assert "before" not in chip.href
        for name, value in everything.items():
            if name != chip.kind:
                assert left[name] == value
        alone = {0: ["coast-radio"], 1: ["channel-6"], 6: ["<chips>"], 7: ["eel"]}
        assert left.get(chip.kind) == alone.get(made.index(chip))
    assert made[0].value == "Channel 6 Harwick"


def test_each_term_of_a_search_is_a_chip() -> None:
    query = 'cod "sea wall" -rain headline:Quay source:coast-radio -mark:commentary lang:de nonsense:x author:"N. Ort'
    made = chips.chips(View("search", query=query), BESIDE, CLOCK)
    assert [(chip.label, chip.value) for chip in made] == [
        ("Words", "cod"), ("Words", '"sea wall"'), ("Without", "rain"), ("Headline", "Quay"), ("Source", "Coast Radio"),
        ("Without", "Mark: Commentary"), ("Language", "German"), ("Words", "nonsense:x"), ("Author", "N. Ort"),
    ]  # fmt: skip
    for chip, typed in zip(made, queries.typed(query), strict=True):
        (left,) = query_of(chip)
        assert queries.typed(left) == tuple(each for each in queries.typed(query) if each != typed)


def query_of(chip: chips.Chip) -> list[str]:
    return query(chip.href)["q"]


@pytest.mark.parametrize("text", ["&", "-", "headline:", '""'])
def test_a_search_without_a_word_is_one_chip(text: str) -> None:
    made = chips.chips(View("search", query=text), BESIDE, CLOCK)
    assert [(chip.label, chip.value) for chip in made] == [("Words", text)]
    assert made[0].href == "/search"


def test_counts_stand_beside_the_choices_that_are_counted() -> None:
    beside = replace(BESIDE, counts={("source", "coast-radio"): Amount(1240), ("lang", "de"): Amount(1000, more=True)})
    made = {group.kind: group for group in chips.groups(View("search", query="x"), beside, "en")}
    counts = {choice.value: choice.count for group in made.values() for choice in (*group.shown, *group.more)}
    assert (counts["Coast Radio"], counts["German"], counts["Channel 6 Harwick"]) == ("1,240", "1,000+", "")


def test_groups_offer_what_is_not_set_and_keep_what_is() -> None:
    view = View("section", "food-and-drink", ("channel-6",), language="en")
    made = {group.kind: group for group in chips.groups(view, BESIDE, "en")}
    assert "Channel 6 Harwick" not in [choice.value for choice in made["source"].shown]
    assert set(query(made["source"].shown[0].href)["source"]) == {"channel-6", "harwick-gazette"}
    assert [choice.value for choice in made["lang"].shown] == ["German"]
    assert query(made["mark"].shown[0].href) == {"source": ["channel-6"], "lang": ["en"], "mark": ["summary"]}


def test_a_sources_listing_offers_no_sources_and_a_marks_not_its_own() -> None:
    assert [group.kind for group in chips.groups(View("source", "channel-6"), BESIDE, "en")] == ["mark", "lang"]
    offered = chips.groups(View("mark", "summary"), BESIDE, "en")[1]
    assert [choice.value for choice in offered.shown] == ["Commentary"]


def test_many_sources_stand_behind_a_disclosure() -> None:
    many = Beside(sources=SOURCES * 2)
    group = chips.groups(View("search"), many, "en")[0]
    assert (len(group.shown), len(group.more)) == (8, 8)


def test_the_form_keeps_what_it_does_not_ask_for() -> None:
    assert chips.kept(FULL) == [
        ("source", "channel-6"), ("source", "coast-radio"), ("mark", "commentary"), ("lang", "de"),
    ]  # fmt: skip
    assert address(chips.bare(FULL)) == "/food-and-drink"
