"""The edition's choice is a pure function: finite, fair, with reasons."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from standfirst.newsroom import edition
from standfirst.newsroom.edition import Candidate, make
from standfirst.newsroom.models import Edition
from tests.newsroom import factory

candidates = st.lists(
    st.builds(
        Candidate,
        position=st.integers(1, 10**6),
        source=st.sampled_from("abc"),
        section=st.sampled_from(["", "x", "y"]),
        story=st.sampled_from(["", "1", "2", "3"]),
        brief=st.booleans(),
    ),
    max_size=40,
    unique_by=lambda each: each.position,
)


@given(candidates, st.integers(1, 10), st.integers(1, 5), st.integers(1, 5))
def test_every_choice_keeps_the_bounds(found: list[Candidate], size: int, per_source: int, per_section: int) -> None:
    made = make(found, size=size, per_source=per_source, per_section=per_section)
    by_position = {each.position: each for each in found}
    chosen = [by_position[position] for position in made.positions]
    assert len(chosen) <= size
    assert set(made.reasons) == set(made.positions)
    for each in chosen:
        assert sum(other.source == each.source for other in chosen) <= per_source
        assert sum(other.section == each.section for other in chosen) <= per_section
        assert not each.story or sum(other.story == each.story for other in chosen) == 1
    assert bool(chosen) == bool(found)
    assert make(reversed(found), size=size, per_source=per_source, per_section=per_section) == made


def test_what_most_report_leads_and_its_first_brief_stands_for_it() -> None:
    found = [
        Candidate(9, "a", "x", ""),
        Candidate(8, "b", "x", "fire"),
        Candidate(7, "c", "y", "fire"),
        Candidate(6, "a", "x", "fire", brief=False),
        Candidate(5, "a", "y", "", brief=False),
        Candidate(4, "a", "y", ""),
    ]
    made = make(found, size=10, per_source=10, per_section=10)
    assert made.positions == (7, 9, 4, 5)
    assert made.reasons[7] == "reported by 3 sources"
    assert make(found, size=10, per_source=1, per_section=10).positions == (7, 9)
    assert make(found, size=1, per_source=1, per_section=1).positions == (7,)


@pytest.mark.django_db
def test_a_stored_edition_stands_and_others_are_made_on_the_spot() -> None:
    today = factory.NOON.date()
    first = factory.make_publication(1)
    old = factory.make_publication(30)
    edition.store_days(settings.NETWORK, now=factory.NOON)
    assert set(Edition.objects.values_list("day", flat=True)) == {today, today - timedelta(days=1)}
    later = factory.make_publication(2)
    assert edition.of(today, settings.NETWORK).positions == (first.position,)
    assert edition.store(today, settings.NETWORK).positions == (first.position, later.position)
    assert edition.of(today, settings.NETWORK).reasons[first.position] == "among the latest"
    Edition.objects.all().delete()
    assert edition.of(today - timedelta(days=1), settings.NETWORK).positions == (old.position,)
    assert edition.of(date(2020, 1, 1), settings.NETWORK).positions == ()


@pytest.mark.django_db
def test_neighbouring_days_are_the_networks() -> None:
    paris = ZoneInfo("Europe/Paris")
    factory.make_publication(1, published=factory.NOON.replace(hour=23, minute=30))
    assert edition.latest_day(date(2026, 12, 1), ZoneInfo("UTC")) == date(2026, 11, 22)
    assert edition.latest_day(date(2026, 12, 1), paris) == date(2026, 11, 23)
    assert edition.neighbour(date(2026, 11, 23), paris, later=False) is None
    assert edition.neighbour(date(2026, 11, 1), paris, later=True) == date(2026, 11, 23)
    assert edition.latest_day(date(2020, 1, 1), paris) == date(2020, 1, 1)
