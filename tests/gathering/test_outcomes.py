from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from standfirst.gathering import outcomes

NOW = datetime(2026, 11, 16, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("30", 30),
        (" 0 ", 0),
        ("99999999999999999999", 86_400),
        ("Mon, 16 Nov 2026 08:02:00 GMT", 120),
        ("Mon, 16 Nov 2020 08:02:00 GMT", 0),
        ("Mon, 16 Nov 2099 08:02:00 GMT", 86_400),
        ("", None),
        ("-5", None),
        ("soon", None),
        ("1.5", None),
        ("٣", None),
    ],
)
def test_retry_after(value: str, seconds: int | None) -> None:
    expected = None if seconds is None else NOW + timedelta(seconds=seconds)
    assert outcomes.retry_after(value, NOW) == expected


def test_429_without_a_time_waits_a_while() -> None:
    failure = outcomes.of_status("https://h.example/", 429, {}, NOW)
    assert (failure.outcome, failure.until) == ("waiting", NOW + timedelta(minutes=5))


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (TimeoutError(), "timeout"),
        (OSError(111, "refused"), "connect"),
        (ValueError("x"), "address"),
        (UnicodeError("x"), "address"),
    ],
)
def test_any_error_is_one_line(error: BaseException, code: str) -> None:
    failure = outcomes.of_error("https://h.example/", error, seconds=3, most=9)
    assert failure.code == code
    assert failure.reason
    assert "\n" not in failure.reason
