"""Identifiers are UUIDs of version 7 and sort by the time they were made."""

import time
from datetime import UTC, datetime, timedelta

from standfirst.newsroom import ids
from standfirst.newsroom.ids import uuid7


def test_version_variant_and_time():
    before = time.time_ns() // 1_000_000
    made = uuid7()
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
    assert before <= made.int >> 80 <= time.time_ns() // 1_000_000 + 1


def test_strictly_increasing():
    made = [uuid7() for _ in range(5000)]
    assert made == sorted(set(made))


def test_a_moment_bounds_what_was_made_since():
    now = datetime.now(UTC)
    made = uuid7()
    assert ids.first(now) <= made < ids.first(now + timedelta(seconds=5))
    assert (ids.first(now).version, ids.first(now).variant) == (7, made.variant)
    assert timedelta() <= ids.made(made) - now + timedelta(milliseconds=1) < timedelta(seconds=5)
    at = datetime(2026, 11, 23, 7, 15, 0, 123_000, UTC)
    assert ids.made(ids.first(at)) == at
