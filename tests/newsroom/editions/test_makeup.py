"""The edition's make-up is a pure function: finite, fair, stable, overruled by editors, with reasons."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.newsroom.editions.makeup import Candidate, Choice, Limits, Place, make
from standfirst.newsroom.editions.makeup.items import voices
from standfirst.newsroom.editions.makeup.ordering import TOP

WIDE = Limits(10, 10, 10)
candidates = st.lists(
    st.builds(
        Candidate,
        position=st.integers(1, 10**6),
        source=st.sampled_from("abcd"),
        section=st.sampled_from(["", "x", "y", "z"]),
        story=st.sampled_from(["", "", "1", "2", "3"]),
        brief=st.booleans(),
        text=st.sampled_from(["", "t", "u", "v"]),
        marks=st.sampled_from([(), ("summary",), ("commentary",), ("agency-copy",)]),
        part=st.integers(0, 3),
    ),
    max_size=40,
    unique_by=lambda each: each.position,
)
limits = st.builds(Limits, st.integers(1, 12), st.integers(1, 5), st.integers(1, 5))


def briefs(*rows: tuple[int, str, str]) -> list[Candidate]:
    return [Candidate(position, source, section, "") for position, source, section in rows]


@given(candidates, limits, st.randoms(use_true_random=False))
def test_bounds_hold_nothing_stands_twice_and_the_candidates_order_is_nothing(
    found: list[Candidate], limits: Limits, chance: random.Random
) -> None:
    made = make(found, limits)
    by_position = {each.position: each for each in found}
    assert len(set(made.positions)) == len(made.positions) <= limits.size
    assert set(made.reasons) == set(made.positions)
    stories = Counter(by_position[each].story for each in made.positions if by_position[each].story)
    assert not stories or max(stories.values()) == 1
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert make(shuffled, limits) == made


@given(candidates, limits)
def test_a_bound_is_passed_only_where_all_that_is_left_would_pass_it(found: list[Candidate], limits: Limits) -> None:
    single = [replace(each, story="") for each in found]
    made = make(single, limits)
    sources = Counter(each.source for each in single if each.position in made.positions)
    sections = Counter(each.section for each in single if each.position in made.positions)
    over = any(count > limits.per_source for count in sources.values())
    over = over or any(count > limits.per_section for count in sections.values())
    assert over == any(place.rule == "filled" for place in made.places)
    if over:
        for each in single:
            at_bound = sources[each.source] >= limits.per_source or sections[each.section] >= limits.per_section
            assert each.position in made.positions or at_bound


@given(candidates, limits)
def test_no_place_stays_empty_while_something_is_left(found: list[Candidate], limits: Limits) -> None:
    items = len({each.story or str(each.position) for each in found})
    assert len(make(found, limits).positions) == min(limits.size, items)


@given(candidates, candidates, limits, st.integers(1, 12))
def test_what_stands_stays_during_the_day_and_below_the_top_in_its_order(
    morning: list[Candidate], later: list[Candidate], limits: Limits, opened: int
) -> None:
    first = make(morning, replace(limits, opened=min(opened, limits.size)))
    new = [replace(each, position=each.position + 10**6, story="") for each in later]
    second = make([*morning, *new], limits, standing=first.places)
    assert set(first.positions) <= set(second.positions)
    assert make([*morning, *new], limits, standing=second.places) == second
    kept = [each for each in second.positions[TOP:] if each in first.positions[TOP:]]
    assert kept == [each for each in first.positions[TOP:] if each in second.positions[TOP:]]


@given(candidates, limits, st.data())
def test_an_editor_always_wins(found: list[Candidate], limits: Limits, data: st.DataObject) -> None:
    positions = [each.position for each in found]
    named = data.draw(st.lists(st.sampled_from(positions), unique=True, max_size=6)) if positions else []
    choices = [
        Choice(position, ("pin", "add", "leave-out")[number % 3], place=1 + number // 3, number=number)
        for number, position in enumerate(named)
    ]
    before = make(found, limits)
    made = make(found, limits, standing=before.places, choices=choices)
    for choice in choices:
        if choice.action == "leave-out":
            assert choice.position not in made.positions
        elif choice.action == "add":
            assert choice.position in made.positions
        elif choice.place <= len(made.positions):
            assert made.positions[choice.place - 1] == choice.position
    undone = make(found, limits, standing=made.places)
    assert all(place.rule not in ("pinned", "added") for place in undone.places)


def test_what_most_independent_sources_report_leads_and_its_first_brief_stands_for_it() -> None:
    found = [
        Candidate(9, "a", "x", ""),
        Candidate(8, "b", "x", "fire", text="p"),
        Candidate(7, "c", "y", "fire", text="q"),
        Candidate(6, "a", "x", "fire", brief=False, text="r"),
        Candidate(5, "a", "y", "", brief=False),
        Candidate(4, "a", "y", ""),
    ]
    made = make(found, WIDE)
    assert made.positions == (7, 9, 4, 5)
    assert made.places[0] == Place(7, "reported", (("sources", 3),))
    assert made.reasons[7] == "reported by 3 independent sources"
    assert make(found, Limits(1, 1, 1)).positions == (7,)


@pytest.mark.parametrize(
    ("members", "independent"),
    [
        ([("a", "p", ()), ("b", "q", ())], 2),
        ([("a", "p", ()), ("b", "p", ()), ("c", "p", ())], 1),  # one text, three papers
        ([("a", "p", ()), ("a", "q", ())], 1),  # one paper, two texts
        ([("a", "p", ()), ("a", "q", ()), ("b", "q", ())], 1),  # b prints what a wrote second
        ([("a", "p", ("agency-copy",)), ("b", "q", ("agency-copy",)), ("c", "r", ())], 2),
        ([("a", "", ()), ("b", "", ())], 2),  # texts unknown: nothing says that they are one
    ],
)
def test_copies_of_one_text_or_agency_are_one_voice(members, independent: int) -> None:  # type: ignore[no-untyped-def]
    assert voices(Candidate(1, source, "", "s", text=text, marks=marks) for source, text, marks in members) == (
        independent
    )


def test_sections_take_turns_and_say_so() -> None:
    found = briefs((9, "a", "x"), (8, "b", "x"), (7, "c", "x"), (6, "d", "y"), (5, "e", "z"), (4, "f", ""))
    made = make(found, Limits(4, 5, 5))
    assert set(made.positions) == {9, 6, 5, 4}
    rules = {place.position: place.rule for place in made.places}
    assert rules == {9: "section", 6: "section", 5: "section", 4: "latest"}
    assert dict(made.places[made.positions.index(6)].values) == {"section": "y"}


def test_cards_and_cautions_come_after_and_never_lead_while_there_is_a_plain_brief() -> None:
    found = [
        Candidate(9, "a", "x", "", brief=False),
        Candidate(8, "b", "x", "", marks=("summary", "commentary")),
        Candidate(7, "c", "x", "", marks=("summary",)),
        Candidate(6, "d", "y", "s", brief=False, text="p"),
        Candidate(5, "e", "y", "s", brief=False, text="q"),
    ]
    made = make(found, WIDE)
    assert made.positions[0] == 7
    assert set(make(found, Limits(2, 5, 5)).positions) == {7, 5}  # two sources' card goes before others' briefs


def test_the_bounds_are_widened_only_where_a_place_would_stay_empty() -> None:
    found = briefs((9, "a", "x"), (8, "a", "x"), (7, "a", "x"), (6, "b", "y"))
    made = make(found, Limits(3, 1, 5))
    rules = {place.position: place.rule for place in made.places}
    assert rules == {9: "section", 6: "section", 8: "filled"}
    late = [*found, *briefs((12, "c", "z"), (11, "a", "x"))]
    again = make(late, Limits(3, 1, 5), standing=made.places)
    assert set(again.positions) == {9, 6, 8, 12}  # what filled a place takes none from what comes within the bounds


def test_places_open_through_the_day_but_at_once_to_what_several_report() -> None:
    night = briefs((1, "a", "x"), (2, "b", "y"), (3, "c", "z"))
    made = make(night, Limits(4, 2, 2, opened=2))
    assert len(made.positions) == 2
    story = [Candidate(5, "d", "x", "s", text="p"), Candidate(6, "e", "y", "s", text="q")]
    later = make([*night, *story], Limits(4, 2, 2, opened=2), standing=made.places)
    assert set(later.positions) == {*made.positions, 5}
    assert later.positions[0] == 5
    assert len(make([*night, *story], Limits(4, 2, 2, opened=4), standing=later.places).positions) == 4


def test_a_story_goes_on_only_with_something_new() -> None:
    shown = Candidate(1, "a", "x", "s", text="p")
    copy = Candidate(11, "b", "x", "s", text="p")
    news = Candidate(12, "a", "x", "s", text="q")
    assert make([copy], WIDE, earlier=[shown], shown=[1]).positions == ()
    assert make([copy], WIDE, earlier=[shown], shown=[]).positions == (11,)
    made = make([copy, news], WIDE, earlier=[shown], shown=[1])
    assert made.places == (Place(12, "goes-on"),)
    other = Candidate(13, "c", "x", "s", text="r")
    assert make([other], WIDE, earlier=[shown], shown=[1]).places == (Place(13, "reported", (("sources", 2),)),)


def test_the_lead_holds_for_a_quarter_of_the_day() -> None:
    morning = [Candidate(1, "a", "x", "", part=1), Candidate(2, "b", "y", "", part=1)]
    assert make(morning, WIDE).positions[0] == 1
    noon = [*morning, Candidate(3, "c", "z", "", part=2), Candidate(4, "d", "x", "", part=2)]
    assert make(noon, WIDE).positions[0] == 3


def test_of_two_pins_to_one_place_the_later_has_it() -> None:
    found = briefs((9, "a", "x"), (8, "b", "y"), (7, "c", "z"))
    made = make(found, WIDE, choices=[Choice(7, "pin", 1, number=1), Choice(8, "pin", 1, "the bridge", number=2)])
    assert made.positions == (8, 7, 9)
    assert made.reasons[8] == "put at this place by an editor: the bridge"
    assert make(found, WIDE, choices=[Choice(9, "pin", 200)]).positions[-1] == 9


def test_leaving_a_publication_out_leaves_its_copies_out() -> None:
    found = [
        Candidate(9, "a", "x", "s", text="p"),
        Candidate(8, "b", "x", "s", text="p"),
        Candidate(7, "c", "x", "s", text="q"),
    ]
    assert make(found, WIDE, choices=[Choice(8, "leave-out")]).positions == (7,)
    assert make(found[:2], WIDE, choices=[Choice(8, "leave-out")]).positions == ()
    both = make(found[:2], WIDE, choices=[Choice(8, "leave-out"), Choice(9, "add")])
    assert both.places == (Place(9, "added"),)
