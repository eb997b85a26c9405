"""What may be looked at of an article whose publisher reserves its text."""

from __future__ import annotations

import pytest

from standfirst.editing import Filing, marking, reserved
from standfirst.rights import Outcome, Verdict
from tests.editing.articles import article


@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_text_is_open_where_rights_allow_a_brief(outcome):
    made = article(rights=Verdict(outcome), standfirst="Traders fear for the season.")
    seen = reserved.open_part(made)
    if outcome == Outcome.BRIEF:
        assert seen is made
    else:
        assert (seen.text, seen.paragraphs, seen.standfirst) == ("", (), "")
        assert (seen.title, seen.text_hash, seen.published) == (made.title, made.text_hash, made.published)


def test_of_a_filing_the_publishers_labels_stay():
    filing = Filing(
        "food-and-drink", 0.9, "", (("04000000", 0.9),), ("tag: Food", "words: oven", "topic: cooking"), "x"
    )
    assert reserved.labels(filing) == Filing("food-and-drink", 0.9, "", (), ("tag: Food",), "x")


def test_marks_beside_the_text_are_those_the_source_states():
    stated = article("I think so.", section="Opinion", byline="Reuters", free=False)
    marks = marking.beside(stated, "excerpt")
    assert [mark.code for mark in marks] == ["commentary", "agency-copy", "subscription"]
    assert not any(mark.evidence for mark in marks)
