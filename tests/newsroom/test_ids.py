"""Identifiers are UUIDs of version 7 and sort by the time they were made."""

import time

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
