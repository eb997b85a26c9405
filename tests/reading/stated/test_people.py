"""Bylines to persons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.stated.people import MAX_AUTHORS, is_full_name, is_person, persons, split


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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mara Olsen and Jonas Wick, AFP", ["Mara Olsen", "Jonas Wick", "AFP"]),
        ("Par Le Quai et AFP", ["Le Quai", "AFP"]),
        ("Reuters, Mara Olsen", ["Reuters", "Mara Olsen"]),
        ("Mara Olsen, harbourpost.example", ["Mara Olsen"]),
        ("Mara Olsen | The Jersey Journal", ["Mara Olsen"]),
        ("Mara Olsen, Chief Officer and Head of Ships", ["Mara Olsen"]),
        ("Mara Olsen, Ph.D.", ["Mara Olsen"]),
        ("By Mara Olsen on May 3, 2026", ["Mara Olsen"]),
        ("Mara Olsen 18 hours ago Shipping", ["Mara Olsen"]),
        ("Dec. 19, 2025 · Mara Olsen", ["Mara Olsen"]),
        ("19.12.2025 Mara Olsen", ["Mara Olsen"]),
        ("byMara Olsen", ["Mara Olsen"]),
        ("Parisa Olsen", ["Parisa Olsen"]),
        ("Ursula von der Heide", ["Ursula von der Heide"]),
        ("Dan Op de Beek", ["Dan Op de Beek"]),
        ("Kommentar von Mara Olsen", ["Mara Olsen"]),
        ("Center for Ships and Research", ["Center for Ships and Research"]),
        ("Mara and Jonas", ["Mara", "Jonas"]),
        ("Mara Olsen Mara Olsen", ["Mara Olsen"]),
        ("Harbour Post Newsroom", ["Harbour Post Newsroom"]),
        ("mbl.example", ["mbl.example"]),
        ("", []),
    ],
)
def test_names_with_agencies_and_desks(line, names):
    assert split(line, frozenset({"lequai"})) == names


@pytest.mark.parametrize(
    "text", ["Cite this Page", "Kommentar von", "Next »", "December", "Learn about Ships", "a@b.c"]
)
def test_what_is_no_person(text):
    assert not is_person(text)


@pytest.mark.parametrize(("text", "full"), [("Mara Olsen", True), ("Mara van Olsen", False), ("Mara", False)])
def test_full_names(text, full):
    assert is_full_name(text) is full


@given(st.text(max_size=400), st.frozensets(st.text(max_size=10), max_size=3))
def test_any_line_is_survived(line, known):
    assert len(split(line, known)) <= MAX_AUTHORS


@given(st.lists(st.text(max_size=80), max_size=30))
def test_any_byline_is_survived(names):
    found = persons(names)
    assert len(found) <= MAX_AUTHORS
    assert all(found)
