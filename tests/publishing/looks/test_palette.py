"""Colours that can be read, and the sheet made of an operator's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.publishing.looks import palette
from standfirst.publishing.looks.assets import FOLDER
from standfirst.publishing.looks.palette import DARK, LIGHT, contrast, faint, mixed, sheet

SITE = (Path(FOLDER) / "site.css").read_text(encoding="utf-8")
COLOURS = re.compile(r"--(\w+): (#[0-9a-f]{6})\b")


def test_our_colours_are_those_of_our_sheet() -> None:
    blocks = [dict(COLOURS.findall(block)) for block in re.findall(r":root[^{]*\{(.*?)\}", SITE, re.DOTALL)]
    assert [block for block in blocks if block][:3] == [LIGHT, DARK, DARK]
    assert f"var(--caution) {palette.MARKED:.0%}" in SITE
    assert not list(faint(LIGHT))
    assert not list(faint(DARK))


def test_contrast_is_computed_as_defined() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.478, abs=0.001)
    assert mixed("#ff0000", "#0000ff", 0.5) == "#800080"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"link": "#7aa7d8"}, "link #7aa7d8 on paper #fdfcf8 has a contrast of 2.45:1, which must be 4.5:1"),
        ({"ink": "#fff"}, "ink #fff on paper #fdfcf8 has a contrast of 1.02:1, which must be 4.5:1"),
        ({"tint": "#555"}, "dim #56544c on tint #555 has a contrast of 1.01:1, which must be 4.5:1"),
        ({"ok": "#cccccc"}, "ok #cccccc on paper #fdfcf8 has a contrast of 1.56:1, which must be 3:1"),
        ({"link": "#767676", "paper": "#ffffff", "tint": "#ffffff"}, ""),
        ({"link": "#777777", "paper": "#ffffff", "tint": "#ffffff"}, "link #777777 on paper #ffffff has a contrast of"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_contrast(changed: dict[str, str], told: str) -> None:
    found = [str(each) for each in faint({**LIGHT, **changed})]
    assert any(each.startswith(told) for each in found) if told else not found


@given(*[st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")] * 2)
def test_contrast_is_the_same_both_ways_and_from_1_to_21(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001
    assert contrast(one, one) == pytest.approx(1)


def test_a_colour_set_in_one_scheme_is_set_in_the_other() -> None:
    made = sheet({"link": "#7a1f3d"}, {"paper": "#000000"})
    assert made.count("--link: #7a1f3d") == 1
    assert made.count(f"--link: {DARK['link']}") == 2
    assert made.count(f"--paper: {LIGHT['paper']}") == 1
    assert made.count("--paper: #000000") == 2
    assert "--ink: #" not in made
    assert made.count("{") == made.count("}")
    assert sheet({}, {}) == ""
