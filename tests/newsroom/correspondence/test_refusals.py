"""Which refusals count against an address, and on how many days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.newsroom.correspondence import refusals


@pytest.mark.parametrize(
    ("said", "blamed"),
    [
        ("550 5.1.1 No such user", True),
        ("550 No such user", True),
        ("552 5.2.2 Mailbox full", True),
        ("550 5.5.0 mailbox unavailable (15.5.7.1)", True),
        ("5.1.1", True),
        ("5.7.1", False),
        ("554 5.7.1 <mara@reader.example>: Relay access denied", False),
        ("550-5.7.26 This mail is unauthenticated", False),
        ("554 5.6.0 Message refused", False),
        ("", True),
    ],
)
def test_a_refusal_blames_the_address_or_not(said: str, blamed: bool) -> None:
    assert refusals.blames_address(said) is blamed


D = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("known", "last", "day", "every", "number"),
    [
        (0, None, 0, "daily", 1),
        (1, 1, 0, "daily", 2),
        (4, 7, 0, "daily", 5),
        (4, 8, 0, "daily", 1),
        (4, 8, 0, "weekly", 5),
        (4, 22, 0, "weekly", 1),
        # The same day again, an earlier one, one before a pause, one that is still to come.
        (2, 0, 0, "daily", None),
        (2, 1, 3, "daily", None),
        (0, None, 8, "daily", None),
        (0, None, 8, "weekly", 1),
        (0, None, -1, "daily", None),
    ],
)
def test_days_of_refusal_are_counted(known: int, last: int | None, day: int, every: str, number: int | None) -> None:
    before, now = (None if ago is None else D - timedelta(days=ago) for ago in (last, day))
    assert now
    assert refusals.counted(known, before, now, D, every) == number


@given(st.lists(st.integers(0, 60), max_size=40), st.sampled_from(["daily", "weekly"]))
def test_whatever_is_told_no_day_counts_twice(told: list[int], every: str) -> None:
    known, last, counted = 0, None, set()
    for ago in told:
        day = D - timedelta(days=ago)
        number = refusals.counted(known, last, day, D, every)
        if number is not None:
            assert day not in counted
            counted.add(day)
            known, last = number, day
    assert known <= len(counted)
