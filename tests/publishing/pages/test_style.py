"""The style sheet's promises that need no browser: contrast (WCAG 2.2, 1.4.3 and 1.4.11) in both schemes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from standfirst.publishing import pages

SHEET = (Path(pages.__file__).parents[1] / "static" / "standfirst" / "site.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--(\w+): (#[0-9a-f]{6})\b")
NAMES = {"paper", "ink", "dim", "rule", "tint", "link", "caution", "ok"}


def blocks() -> dict[str, dict[str, str]]:
    """Every block that sets colours: its selector and the colours by name."""
    found = {}
    for selector, block in re.findall(r"^\s*(:root[^{}]*?) ?\{([^{}]*)\}", SHEET, re.MULTILINE):
        if colours := dict(COLOUR.findall(block)):
            found[selector] = colours
    return found


LIGHT, SYSTEM, CHOSEN = (
    blocks().get(selector, {})
    for selector in (":root", ":root:where(:not([data-theme=light]))", ":root:where([data-theme=dark])")
)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_defined() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_dark_is_the_same_by_the_system_and_by_choice() -> None:
    assert SYSTEM == CHOSEN
    assert ":root:where([data-theme=light]) { color-scheme: light }" in SHEET


@pytest.mark.parametrize("contrasted", [False, True], ids=["usual", "more"])
@pytest.mark.parametrize("scheme", [LIGHT, CHOSEN], ids=["light", "dark"])
def test_text_and_edges_stand_out(scheme: dict[str, str], contrasted: bool) -> None:
    assert set(scheme) == NAMES
    if contrasted:
        taken = re.search(r":root\[data-contrast\] \{(.*?)\}", SHEET)
        assert taken
        changes = dict(re.findall(r"--(\w+): var\(--(\w+)\)", taken[1]))
        assert changes == {"dim": "ink", "rule": "ink", "tint": "paper"}
        assert taken[1] in SHEET.partition("@media (prefers-contrast: more)")[2]
        scheme = {**scheme, **{name: scheme[other] for name, other in changes.items()}}
        assert min(contrast(scheme[name], scheme["paper"]) for name in ("ink", "dim", "rule", "link")) >= 7
    for ground in ("paper", "tint"):
        for text in ("ink", "dim", "link"):
            assert contrast(scheme[text], scheme[ground]) >= 4.5, (text, ground)
        for edge in ("caution", "ok"):
            assert contrast(scheme[edge], scheme[ground]) >= 3, (edge, ground)
