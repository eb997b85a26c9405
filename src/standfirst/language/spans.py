"""A place in a text: two code-point offsets."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """``text[start:end]``: ``start`` is the first code point, ``end`` the one after the last."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece of ``text`` that this span names."""
        return text[self.start : self.end]
