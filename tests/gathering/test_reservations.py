from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.gathering import reservations
from standfirst.rights import Signal

PAGE = "https://news.example/premium/story.html"
RSL = b"""<rsl xmlns="https://rslstandard.org/rsl">
<content url="/premium/*"><license><prohibits type="usage">ai-input</prohibits></license></content>
<content url="https://news.example/free/"><license><permits type="usage">all</permits></license></content>
<content url="https://other.example/premium/"/></rsl>"""


@pytest.mark.parametrize(
    ("rules", "value"),
    [
        ([{"location": "/", "tdm-reservation": 1}], "1"),
        ([{"location": "/", "tdm-reservation": "1"}], "1"),
        ([{"location": "/", "tdm-reservation": 1}, {"location": "/premium/", "tdm-reservation": 0}], "0"),
        ([{"location": "/*", "tdm-reservation": 0}, {"location": "/premium/*.html$", "tdm-reservation": 1}], "1"),
        ([{"location": "/", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}], "1"),
        ([{"location": "/images/", "tdm-reservation": 1}], None),
        ([{"location": "/"}], None),
        ([{"location": 3, "tdm-reservation": 1}, "x", None], None),
        ({"location": "/", "tdm-reservation": 1}, None),
        ("no", None),
    ],
)
def test_tdmrep(rules, value) -> None:
    signal = reservations.tdmrep_signal(reservations.tdmrep(json.dumps(rules).encode()), PAGE)
    assert signal == (Signal("tdmrep", value, "/.well-known/tdmrep.json") if value else None)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_no_trouble(body: bytes) -> None:
    assert reservations.tdmrep(body) == ()
    assert reservations.rsl_signal("https://x.example/l", body, PAGE, "robots.txt") == Signal(
        "rsl", "https://x.example/l", "robots.txt"
    )


def test_tdmrep_nested_without_end() -> None:
    assert reservations.tdmrep(b"[" * 100_000) == ()


def test_an_rsl_licence_is_cut_down_to_the_page() -> None:
    signal = reservations.rsl_signal("https://news.example/rsl.xml", RSL, PAGE, "robots.txt")
    assert signal.kind == "rsl"
    assert "ai-input" in signal.value
    assert "permits" not in signal.value
    assert "other.example" not in signal.value


def test_an_rsl_licence_of_other_pages_says_nothing() -> None:
    assert (
        reservations.rsl_signal("https://news.example/rsl.xml", RSL, "https://news.example/open", "robots.txt") is None
    )
