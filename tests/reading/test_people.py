"""Bylines to persons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.people import MAX_AUTHORS, persons


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Mara Olsen", ("Mara Olsen",)),
        ("By Mara Olsen and Jonas Wick", ("Mara Olsen", "Jonas Wick")),
        ("Von Mara Olsen, Jonas Wick und Eva Lind", ("Mara Olsen", "Jonas Wick", "Eva Lind")),
        ("Par Mara Olsen avec AFP", ("Mara Olsen",)),
        ("Mara Olsen, Senior Reporter", ("Mara Olsen",)),
        ("MARA OLSEN", ("Mara Olsen",)),
        ("Mara Olsen (Port Merrow)", ("Mara Olsen",)),
        ("Mara Olsen mara@harbourpost.example @mara", ("Mara Olsen",)),
        ("Text: Mara Olsen", ("Mara Olsen",)),
        ("Mara van der Berg", ("Mara van der Berg",)),
        ("J. K. Olsen", ("J. K. Olsen",)),
        ("Authors: Mara Olsen and Jonas Wick", ("Mara Olsen", "Jonas Wick")),
        ("View all posts by Mara Olsen", ("Mara Olsen",)),
        ("박준석 기자", ("박준석",)),
        ("山田太郎、佐藤花子", ("山田太郎", "佐藤花子")),
        ("Mara Olsen; Mara Olsen", ("Mara Olsen",)),
        ("Associated Press", ()),
        ("dpa", ()),
        ("Harbour Post", ()),
        ("Harbour Post Staff", ()),
        ("Redaktion", ()),
        ("Published 3 May 2026", ()),
        ("", ()),
    ],
)
def test_persons(byline, names):
    assert persons([byline], ["Harbour Post"]) == names


@given(st.lists(st.text(max_size=80), max_size=30))
def test_any_byline_is_survived(names):
    found = persons(names)
    assert len(found) <= MAX_AUTHORS
    assert all(found)
