"""Quotation marks as each language sets them, round a source's own words wherever they stand as plain text.

In HTML they are a ``<q>``, whose marks browsers know; a file of text, a list of feeds and a table have no such element.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from standfirst.language.words import primary


class Marks(NamedTuple):
    """A language's quotation marks: the pair outside, and the pair of a quotation within."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


_CURLY = Marks("“", "”", "‘", "’")
_LOW = Marks("„", "“", "‚", "‘")
_ANGLED = Marks("«", "»", "“", "”")
_POLISH = Marks("„", "”", "‚", "’")
_SLAVIC = Marks("«", "»", "„", "“")
_NORDIC = Marks("”", "”", "’", "’")
_CORNERS = Marks("「", "」", "『", "』")
#: By primary language; every other has the curly ones.
_OF = (
    dict.fromkeys(("bg", "cs", "de", "et", "hr", "is", "lt", "lv", "sk", "sl", "sr"), _LOW)
    | dict.fromkeys(("ar", "ca", "el", "es", "fa", "gl", "it"), _ANGLED)
    | dict.fromkeys(("hu", "pl", "ro"), _POLISH)
    | dict.fromkeys(("be", "hy", "kk", "ru", "uk"), _SLAVIC)
    | dict.fromkeys(("fi", "sv"), _NORDIC)
    | dict.fromkeys(("no", "nb", "nn"), Marks("«", "»", "‘", "’"))
    # Spaces that break no line; Unicode's narrow one is missing from many fonts.
    | {"fr": Marks("«\u00a0", "\u00a0»", "“", "”"), "ja": _CORNERS}
)


#: Where browsers set others round a ``<q>`` without our style: in Arabic ”…“, beside which “…” could not be told apart.
_UNSTYLED = _OF | {"ar": Marks("“", "”", "«", "»")}


def quoted(text: str, language: str) -> str:
    """``text`` between the quotation marks of its ``language``."""
    marks, pair = _of(language)
    return f"{marks.opening}{_inner(text, marks, pair)}{marks.closing}"


def within(text: str, language: str, *, styled: bool = True) -> str:
    """``text`` as it stands in a ``<q>``, whose marks the browser sets: its own of that pair become those of the inner.

    One that begins or ends the text without its fellow, as where a quotation goes on, becomes so too. ``styled``: the
    page has our style, which says what the marks are.
    """
    return _inner(text, *_of(language, styled=styled))


def _inner(text: str, marks: Marks, pair: re.Pattern[str]) -> str:
    """``text`` with the inner marks in place of the outer; ``pair`` finds two of these."""
    opening, closing = marks.opening.strip(), marks.closing.strip()
    if opening not in text and closing not in text:
        return text
    text = pair.sub(rf"{marks.inner_opening}\1{marks.inner_closing}", text)
    if text.startswith(opening):
        text = marks.inner_opening + text.removeprefix(opening).lstrip()
    if text.endswith(closing):
        text = text.removesuffix(closing).rstrip() + marks.inner_closing
    return text


@lru_cache(maxsize=256)
def _of(language: str, *, styled: bool = True) -> tuple[Marks, re.Pattern[str]]:
    """A language's marks, and what finds a pair of the outer ones in a text, the spaces inside them left out."""
    marks = (_OF if styled else _UNSTYLED).get(primary(language), _CURLY)
    opening, closing = marks.opening.strip(), marks.closing.strip()
    return marks, re.compile(rf"{opening}[ \u00a0\u202f]?([^{opening}{closing}]*?)[ \u00a0\u202f]?{closing}")


__all__ = ["quoted", "within"]
