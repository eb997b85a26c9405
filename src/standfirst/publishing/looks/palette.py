"""The pages' colours, whether they can be read, and the sheet that an operator's make. Pure.

Contrast is that of WCAG 2.2: 4.5:1 for text (1.4.3), 3:1 for the edges that tell marks apart (1.4.11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

#: The names of the colours, as the style sheet has them, and ours: they stand in ``site.css`` too.
LIGHT: Mapping[str, str] = {
    "paper": "#fdfcf8", "ink": "#1a1a17", "dim": "#56544c", "rule": "#d6d2c6", "tint": "#f4f1e8",
    "link": "#0b4a8f", "caution": "#8a5200", "ok": "#1c6130",
}  # fmt: skip
DARK: Mapping[str, str] = {
    "paper": "#161613", "ink": "#ecebe4", "dim": "#b3afa3", "rule": "#3d3b34", "tint": "#21201b",
    "link": "#9cc6ff", "caution": "#e9b45c", "ok": "#86cf99",
}  # fmt: skip
#: What is read, what tells apart, on what both stand, and the contrast each needs.
TEXTS, EDGES, GROUNDS = ("ink", "dim", "link"), ("caution", "ok"), ("paper", "tint")
FOR_TEXT, FOR_EDGES = 4.5, 3.0
#: How much of ``caution`` lies on the paper behind a word that a search marked.
MARKED = 0.22
COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Faint:
    """Two colours that cannot be told apart well enough: their names and values, the contrast, and what it must be."""

    one: str
    other: str
    contrast: float
    least: float

    def __str__(self) -> str:
        shown = int(self.contrast * 100) / 100  # never rounded up to what it is not
        return f"{self.one} on {self.other} has a contrast of {shown:g}:1, which must be {self.least:g}:1"


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, from 0 (black) to 1 (white)."""
    parts = [part / 255 for part in channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of ``#rgb`` or ``#rrggbb``, from 0 to 255."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def faint(colours: Mapping[str, str]) -> Iterator[Faint]:
    """The pairs of a scheme whose contrast is too low."""
    pairs = [(text, ground, FOR_TEXT) for ground in GROUNDS for text in TEXTS]
    pairs += [(edge, ground, FOR_EDGES) for ground in GROUNDS for edge in EDGES]
    for one, other, least in pairs:
        found = contrast(colours[one], colours[other])
        if found < least:
            yield Faint(f"{one} {colours[one]}", f"{other} {colours[other]}", found, least)
    behind = mixed(colours["caution"], colours["paper"], MARKED)
    found = contrast(colours["ink"], behind)
    if found < FOR_TEXT:
        yield Faint(f"ink {colours['ink']}", f"{behind}, caution over paper behind marked words,", found, FOR_TEXT)


def mixed(one: str, other: str, share: float) -> str:
    """``share`` of one colour and the rest of another, in sRGB."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def sheet(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Style that sets an operator's colours, in both schemes and as a reader chose; "" where there are none.

    It follows ``site.css``, so a colour set in one scheme is set in the other too. Paper keeps black on white, and who
    asks for more contrast gets it.
    """
    names = [name for name in LIGHT if name in light or name in dark]
    if not names:
        return ""
    day, night = ("; ".join(f"--{name}: {own.get(name, ours[name])}" for name in names)
                  for own, ours in ((light, LIGHT), (dark, DARK)))  # fmt: skip
    return (
        f"@media screen {{\n  :root {{ {day} }}\n"
        f"  @media (prefers-color-scheme: dark) {{ :root:where(:not([data-theme=light])) {{ {night} }} }}\n"
        f"  :root:where([data-theme=dark]) {{ {night} }}\n}}\n"
        "@media screen and (prefers-contrast: more) {\n"
        "  :root { --dim: var(--ink); --rule: var(--ink); --tint: var(--paper) }\n}\n"
    )


__all__ = ["COLOUR", "DARK", "LIGHT", "Faint", "contrast", "faint", "luminance", "mixed", "sheet"]
