"""The newsletter's decisions: when a letter is due, what stands in it, what follows from a try."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.newsroom.correspondence import letters
from standfirst.newsroom.correspondence.letters import Item, Window


@pytest.mark.parametrize(
    ("zone", "hour", "every", "now", "due"),
    [
        ("UTC", 6, "daily", "2026-11-22T06:00+00:00", "2026-11-22T06:00+00:00"),
        ("UTC", 6, "daily", "2026-11-22T05:59+00:00", "2026-11-21T06:00+00:00"),
        ("Asia/Tokyo", 6, "daily", "2026-11-22T05:59+00:00", "2026-11-21T21:00+00:00"),
        ("America/Los_Angeles", 20, "daily", "2026-11-22T03:00+00:00", "2026-11-21T04:00+00:00"),
        # On the day on which clocks go back the day has 25 hours.
        ("Europe/Berlin", 6, "daily", "2026-10-25T05:00+00:00", "2026-10-25T05:00+00:00"),
        ("Europe/Berlin", 6, "daily", "2026-10-25T04:59+00:00", "2026-10-24T04:00+00:00"),
        # The 22nd was a Sunday, the weekly letter is of Saturday.
        ("UTC", 6, "weekly", "2026-11-22T05:00+00:00", "2026-11-21T06:00+00:00"),
        ("UTC", 6, "weekly", "2026-11-21T05:00+00:00", "2026-11-14T06:00+00:00"),
        ("UTC", 6, "weekly", "2026-11-21T06:00+00:00", "2026-11-21T06:00+00:00"),
    ],
)
def test_when_a_letter_falls_due(settings_of: Any, zone: str, hour: int, every: str, now: str, due: str) -> None:
    network = settings_of(time_zone=zone, letter_hour=hour)
    assert letters.due(datetime.fromisoformat(now), network, every) == datetime.fromisoformat(due)


def test_a_letter_takes_editions_in_turn_and_each_publication_once() -> None:
    editions = [[Item(9), Item(8), Item(7)], [Item(5), Item(9), Item(4)], []]
    assert letters.chosen(editions, Window(4, 10)) == (9, 5, 8, 7, 4)
    assert letters.chosen(editions, Window(5, 9)) == (8, 5, 7)
    assert letters.chosen(editions, Window(4, 10), most=2) == (9, 5)
    assert letters.chosen([], Window(0, 10)) == ()


def test_a_section_is_the_first_or_the_second() -> None:
    editions = [[Item(3, "sports", "weather"), Item(2, "weather"), Item(1, ""), Item(0, "politics")]]
    assert letters.chosen(editions, Window(0, 9), ["weather"]) == (3, 2)
    assert letters.chosen(editions, Window(0, 9), ["weather", "politics"]) == (3, 2, 0)
    assert letters.chosen(editions, Window(0, 9), []) == (3, 2, 1, 0)


@given(
    st.lists(st.integers(0, 60 * 24 * 40), min_size=1, max_size=30, unique=True),
    st.lists(st.integers(0, 60 * 24 * 40), max_size=30).map(sorted),
)
def test_letters_at_any_times_hold_nothing_twice(published: list[int], sent: list[int]) -> None:
    start = datetime(2026, 11, 1, tzinfo=UTC)
    items = [Item(letters.position(start + timedelta(minutes=each))) for each in published]
    upto, told = 0, []
    for minute in sent:
        at = start + timedelta(minutes=minute)
        window = letters.window(upto, at)
        told += letters.chosen([items, items[::-1]], window)
        upto = window.before
    assert len(told) == len(set(told))
    # Where letters go out often enough, nothing is passed over either.
    gaps = [b - a for a, b in zip([0, *sent], sent, strict=False)]
    if all(gap < letters.LONGEST.days * 24 * 60 for gap in gaps):
        assert set(told) == {each.position for each in items if each.position < upto}


def test_the_days_of_a_window_are_the_networks(settings_of: Any) -> None:
    tokyo = settings_of(time_zone="Asia/Tokyo").zone
    at = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)  # one in the morning of the 23rd there
    window = letters.window(letters.position(at - timedelta(days=1)), at)
    assert window.days(tokyo) == (date(2026, 11, 23), date(2026, 11, 22))
    assert Window(5, 5).days(tokyo) == ()
    assert len(letters.window(0, at).days(tokyo)) == 9


def test_tries_become_rarer_and_end() -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    waits = [letters.next_try(tries, now) for tries in range(1, 8)]
    assert [each - now for each in waits[:5] if each] == list(letters.RETRIES)
    assert waits[5:] == [None, None]


@pytest.mark.parametrize(
    ("asked", "kept"),
    [([], []), (["b"], ["b"]), (["c", "a"], ["a", "c"]), (["a", "b", "c"], []), (["x"], []), (["x", "b", "b"], ["b"])],
)
def test_a_choice_of_sections_is_kept_in_the_networks_order(asked: list[str], kept: list[str]) -> None:
    assert letters.known(asked, ["a", "b", "c"]) == kept


@pytest.mark.parametrize(
    ("values", "sender"),
    [
        ({"contact": "desk@digest.example"}, "desk@digest.example"),
        ({"contact": "mailto:desk@digest.example"}, "desk@digest.example"),
        ({"contact": "https://digest.example/@desk"}, ""),
        ({"letter_from": "Digest <a@b.example>", "contact": "c@d.example"}, "Digest <a@b.example>"),
        ({}, ""),
    ],
)
def test_who_letters_are_from(settings_of: Any, values: dict[str, str], sender: str) -> None:
    assert letters.sender(settings_of(**values)) == sender
    assert letters.offered(settings_of(**values, smtp_host="mail.example")) == bool(sender)
    assert not letters.offered(settings_of(**values))
