"""What every ``{{ … }}`` of a template passes through: clean, escaped once, and fast, for a page has hundreds."""

from __future__ import annotations

import re
from collections.abc import Callable

import markupsafe
from markupsafe import Markup, escape

#: Controls that a page never writes: they would turn the text around them (bidirectional embeddings, overrides
#: and isolates, Unicode Standard Annex 9), or are no characters of HTML at all.
UNWRITTEN = dict.fromkeys(
    [
        *(*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20)),
        *(*range(0x7F, 0xA0), *range(0xFDD0, 0xFDF0)),
        *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
    ]
)

_UNWRITTEN = re.compile(f"[{''.join(map(chr, UNWRITTEN))}]").search
# What else than printable characters stands in almost every text: ends of lines, and the spaces of dates and numbers.
_SPACES = "\n\xa0\u202f"
#: Escaping alone, where it is to be had: most of ``escape``'s time goes into wrapping what it returns.
escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


class Rendered(Markup):
    """What a template has rendered: clean already."""

    __slots__ = ()


def rendered(text: str) -> Rendered:
    """``text`` as what it is: clean, and escaped. (Asking the class costs three times as much.)"""
    return str.__new__(Rendered, text)


def shown(value: object) -> str:
    """A value as the page writes it."""
    kind = type(value)
    if kind is str and value.isprintable():  # type: ignore[attr-defined]
        return escaped(value)  # type: ignore[arg-type]
    if kind is Rendered:
        return value  # type: ignore[return-value]
    if kind is Markup:
        return clean(value)  # type: ignore[return-value]
    return str(value) if kind is int else escape(clean(value))


def clean(value: object) -> object:
    """What every ``{{ … }}`` passes through: texts of others cannot turn or break the line they stand in.

    ``<bdi>`` isolates a name where it stands as an element; this also holds in attributes and titles.
    """
    if not isinstance(value, str) or type(value) is Rendered or value.isprintable():
        return value  # nothing of it is printable, and telling so costs a hundredth of translating
    rest: str = value
    for space in _SPACES:
        rest = str.replace(rest, space, "")
    return value.translate(UNWRITTEN) if not rest.isprintable() and _UNWRITTEN(rest) else value


__all__ = ["UNWRITTEN", "Rendered", "clean", "escaped", "rendered", "shown"]
