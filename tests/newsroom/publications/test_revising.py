"""What a later version changes: nothing, places, words, or a published fact."""

from dataclasses import replace

from standfirst.editing import Evidence, Statement
from standfirst.newsroom.content import as_card
from standfirst.newsroom.publications.revising import compare
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
