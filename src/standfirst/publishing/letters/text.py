"""Plain text for mail: lines of at most 72 columns, whatever the script."""

from __future__ import annotations

import textwrap
import unicodedata

from standfirst.publishing.xml import clean, line

COLUMNS = 72


def filled(text: str) -> str:
    """``text`` as one paragraph of lines that fit; characters of double width count twice."""
    one = line(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in one)
    # Text without spaces is almost all wide; mixed text comes out a little narrower than it could be.
    columns = COLUMNS * len(one) // (len(one) + wide) if wide else COLUMNS
    return textwrap.fill(one, max(columns, COLUMNS // 2), break_on_hyphens=False)


def heading(text: str) -> str:
    """A section's name, underlined."""
    said = filled(text)
    return f"{said}\n{'-' * min(COLUMNS, max(map(len, said.splitlines()), default=1))}"


__all__ = ["COLUMNS", "clean", "filled", "heading"]
