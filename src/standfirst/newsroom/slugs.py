"""The readable end of a permalink: letters of every script, digits and hyphens."""

from __future__ import annotations

import unicodedata


def slug(text: str, *, most: int = 80, otherwise: str = "publication") -> str:
    """``text`` as a slug of at most ``most`` characters, cut at a word where one ends near; never empty."""
    folded = unicodedata.normalize("NFC", text[: most * 4]).casefold().replace("’", "").replace("'", "")
    joined = "-".join("".join(char if _kept(char) else " " for char in folded).split())
    if len(joined) > most:
        cut = joined.rfind("-", most // 2, most + 1)
        joined = joined[: cut if cut > 0 else most].strip("-")
    return joined or otherwise


def _kept(char: str) -> bool:
    """Letters and digits, and the marks that scripts such as Devanagari and Thai write within a word."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"


def numbered(base: str, taken: set[str]) -> str:
    """``base``, or with ``-2``, ``-3`` … the first that is not ``taken``."""
    if base not in taken:
        return base
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"
