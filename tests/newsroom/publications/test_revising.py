"""What a later version changes: nothing, places, words, or a published fact."""

from dataclasses import replace

from standfirst.editing import Evidence, Fact, Statement
from standfirst.newsroom.content import as_card
from standfirst.newsroom.publications.revising import Change, compare
from tests.newsroom.factory import make_content


def said(*texts: str, shift: int = 0):
    place = Evidence("a", "0" * 64, shift, shift + 10)
    return replace(make_content(), statements=tuple(Statement(text, (place,)) for text in texts))


def test_the_same_is_no_change():
    assert (
        compare(said("Engineers found rust in 11 of 48 piles."), said("Engineers found rust in 11 of 48 piles.")).kind
        == "none"
    )


def test_moved_places_are_no_revision():
    assert compare(said("Rust in 11 piles."), said("Rust in 11 piles.", shift=40)).kind == "places"


def test_a_changed_figure_is_a_correction_that_names_both():
    change = compare(said("Engineers found rust in 47 of the piles."), said("Engineers found rust in 48 of the piles."))
    assert change.kind == "correction"
    assert "47" in change.note
    assert "48" in change.note


def test_other_news_is_an_update():
    before = said("The council votes on Tuesday on the future of Pier 3.")
    after = said("The pier closes on 14 March, councillors decided by 7 votes to 4.")
    assert compare(before, after).kind == "update"


def test_losing_the_brief_is_an_update():
    assert compare(said("Rust in 11 piles."), as_card(said("Rust in 11 piles."))).kind == "update"


def test_a_figure_of_a_statement_left_out_is_no_correction():
    before = said(
        "The list has reached 1,240, the board was told on Saturday.", "Numbers have risen by 18 per cent since spring."
    )
    after = said(
        "The list has reached 1,420, the board was told on Saturday.", "The longest wait on the list is 61 weeks."
    )
    change = compare(before, after)
    assert change == Change("correction", "The source first said 1,240; it now says 1,420.")


def test_statements_are_compared_with_what_took_their_place_in_whatever_order():
    before = said("The fire burned for 3 hours on the quay.", "Crews came from 12 stations in the county.")
    after = said("Crews came from 14 stations in the county.", "The fire burned for 3 hours on the quay.")
    assert compare(before, after).note == "The source first said 12; it now says 14."


def test_a_corrected_headline_counts_once_beside_its_statement():
    def told(figure: str):
        return replace(said(f"The council spent {figure} on the pier this year."), headline=f"Pier cost us {figure}")

    assert compare(told("£1,500"), told("£1,800")).note == "The source first said 1,500; it now says 1,800."


def test_a_statement_that_the_source_still_has_was_not_changed():
    before = said("At 9am the tide stood at 4.1 metres at the lock.")
    after = said("At 3pm the tide stood at 4.9 metres at the lock.")
    text = f"{before.statements[0].text} {after.statements[0].text}"
    assert compare(before, after, text).kind == "update"
    assert compare(before, after, after.statements[0].text).kind == "correction"


def test_a_name_less_and_a_figure_more_is_no_correction():
    def signed(by: str, *names: str):
        facts = tuple(Fact("person", name, Evidence("a", "0" * 64, 0, 4)) for name in names)
        return replace(said(f"The lease was signed by {by} on the quay."), facts=facts)

    before, after = signed("Ada Mwangi", "Ada Mwangi"), signed("2 people")
    named = signed("Ada Mwango", "Ada Mwango")
    assert compare(before, after).kind == "update"
    assert compare(before, named).note == "The source first said Ada Mwangi; it now says Ada Mwango."
