from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from standfirst.publishing.pages.clock import Clock, brief_day, locale, resolved

AT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "zone", "text"),
    [
        ("en-GB", "Europe/London", "22 November 2026, 23:30"),
        ("de", "Europe/Berlin", "23. November 2026, 00:30"),
        ("ar", "Africa/Cairo", "23 نوفمبر 2026، 1:30 ص"),
    ],
)
def test_a_moment_in_the_networks_language_and_zone(language: str, zone: str, text: str) -> None:
    shown = Clock(language, zone).full(AT)
    assert text in shown
    assert shown.startswith('<time datetime="2026-11-2')


def test_the_day_is_the_networks_not_utcs() -> None:
    assert Clock("en", "Pacific/Auckland").day(AT) == date(2026, 11, 23)


def test_near_names_the_day_only_where_it_differs() -> None:
    clock = Clock("en-GB", "UTC")
    assert ">23:30<" in clock.near(AT, date(2026, 11, 22))
    assert ">22 Nov, 23:30<" in clock.near(AT, date(2026, 11, 23))
    assert ">22 Nov 2026, 23:30<" in clock.near(AT, date(2027, 1, 1))


@pytest.mark.parametrize(
    ("value", "long", "short"),
    [
        ("2026-11-17", "17 November 2026", "17 Nov"),
        ("2026-11", "November 2026", "November 2026"),
        ("2026", "2026", "2026"),
        ("2026-99-99", "2026-99-99", "2026-99-99"),
        ('"><script>', '"><script>', '"><script>'),
    ],
)
def test_resolved_dates(value: str, long: str, short: str) -> None:
    assert (resolved(value, "en-GB"), brief_day(value, "en-GB")) == (long, short)


@pytest.mark.parametrize("tag", ["", "x", "../../etc/passwd", "qq-Zzzz-99", "en-GB-oxendict", "zh-Hant-TW"])
def test_any_tag_gives_a_locale(tag: str) -> None:
    assert locale(tag).language
