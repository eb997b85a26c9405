"""Lists of words as they stand in the code: one text, split."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of ``text``, separated by white space."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of ``text``, separated by bars."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|")) - {""}
