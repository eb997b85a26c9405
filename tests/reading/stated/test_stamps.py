"""Dates as pages write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.stated import stamps

FETCHED = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "at", "precise", "zone"),
    [
        ("2026-05-03T14:05:09Z", "2026-05-03T14:05:09+00:00", True, True),
        ("2026-05-03T14:05:09.123456789+02:00", "2026-05-03T14:05:09.123456+02:00", True, True),
        ("2026-05-03T14:05:09+0200", "2026-05-03T14:05:09+02:00", True, True),
        ("2026-05-03 14:05:09 +0200", "2026-05-03T14:05:09+02:00", True, True),
        ("2026-05-03 14:05:09 UTC", "2026-05-03T14:05:09+00:00", True, True),
        ("2026-05-03T14:05:09+02:00[Europe/Paris]", "2026-05-03T14:05:09+02:00", True, True),
        ("2026-05-03T14:05", "2026-05-03T14:05:00+00:00", True, False),
        ("2026-05-03", "2026-05-03T00:00:00+00:00", False, False),
        ("2026/5/3", "2026-05-03T00:00:00+00:00", False, False),
        ("2026/05/03 14:05", "2026-05-03T14:05:00+00:00", True, False),
        ("20260503", "2026-05-03T00:00:00+00:00", False, False),
        ("20260503T140509Z", "2026-05-03T14:05:09+00:00", True, True),
        ("Sun, 03 May 2026 14:05:09 GMT", "2026-05-03T14:05:09+00:00", True, True),
        ("Sun, 03 May 2026 14:05:09 +0200", "2026-05-03T14:05:09+02:00", True, True),
        ("May 3, 2026", "2026-05-03T00:00:00+00:00", False, False),
        ("Dec 17th 2025", "2025-12-17T00:00:00+00:00", False, False),
        ("1777817109", "2026-05-03T14:05:09+00:00", True, True),
        ("1777817109000", "2026-05-03T14:05:09+00:00", True, True),
    ],
)
def test_what_is_understood(raw, at, precise, zone):
    found = stamps.stamp(raw, "meta")
    assert (found.at, found.found, found.precise, found.zone) == (datetime.fromisoformat(at), "meta", precise, zone)


@pytest.mark.parametrize("raw", ["", "yesterday", "2026-13-40", "12", "0001-01-01T00:00:00+23:59", "99999999999999"])
def test_what_is_no_date(raw):
    assert not stamps.plausible(stamps.stamp(raw, "meta"), FETCHED)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://a.example/2026/05/03/ferry", "2026-05-03"),
        ("https://a.example/news/2026-05-03-ferry.html", "2026-05-03"),
        ("https://a.example/news/20260503/ferry", "2026-05-03"),
        ("https://a.example/news/2026/05/ferry", None),
        ("https://a.example/news/12026050312", None),
        ("https://a.example/?d=/2026/05/03/", None),
    ],
)
def test_days_in_addresses(address, day):
    found = stamps.in_address(address)
    assert (found.at.date().isoformat() if found else None) == day


def test_the_first_plausible_date_holds_and_a_fuller_one_of_the_day_stands_in():
    day, late = stamps.stamp("2026-05-03", "json-ld"), stamps.stamp("2027-05-03T10:00Z", "meta")
    same_day, other_day = stamps.stamp("2026-05-03T10:00:00Z", "meta"), stamps.stamp("2026-05-09T10:00:00Z", "time")
    assert stamps.best([late, day, other_day], FETCHED) == day
    assert stamps.best([day, other_day, same_day], FETCHED) == same_day
    assert stamps.best([same_day, other_day], FETCHED) == same_day
    assert stamps.best([None, late], FETCHED) is None


@given(st.text(alphabet="0123456789-/:.TZ+ GMay", max_size=40))
def test_any_text_is_survived(raw):
    found = stamps.stamp(raw, "meta")
    assert found is None or found.at.tzinfo is not None


@given(st.datetimes(datetime(1995, 1, 1), datetime(2026, 11, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_iso_dates_come_back(at):
    assert stamps.stamp(at.isoformat(), "meta").at == at
