"""The word that a number counts: the next content word of its sentence, or the one before."""

from __future__ import annotations

import re

from standfirst.language.lexicons import Lexicon
from standfirst.language.words import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOUN_STOP = re.compile(r"[.!?;:,)](?:\s|$)|\n")
# After one of these the number counts nothing that follows: "costs 3 million and opens in May".
_BREAKS = frozenset(
    {"and", "or", "but", "for", "in", "at", "on", "to", "by", "from", "with", "as", "is", "are", "was", "were", "has"}
    | {"have", "had", "will", "that", "which", "who", "so", "when", "while", "because", "after", "before", "since"}
    | {"und", "oder", "aber", "fur", "im", "am", "an", "auf", "zu", "von", "mit", "ist", "sind", "war", "waren", "hat"}
    | {
        "et",
        "ou",
        "mais",
        "pour",
        "dans",
        "est",
        "sont",
        "ont",
        "qui",
        "y",
        "o",
        "pero",
        "para",
        "en",
        "es",
        "son",
        "que",
    }
)


def after(text: str, start: int, lexicon: Lexicon) -> str:
    """The first content word of the sentence after ``start``, among the next five words, folded; or ""."""
    window = text[start : start + 80]
    stop = _NOUN_STOP.search(window)
    window = window[: stop.start()] if stop else window
    for place, match in enumerate(_WORD.finditer(window)):
        if place == 5:
            break
        word = fold(match[0])
        if word in _BREAKS:
            break
        cut = start + match.end() == start + 80  # the window may have cut this word
        if _content(word, lexicon) and not cut:
            return word
    return ""


def before(text: str, end: int, lexicon: Lexicon) -> str:
    """The last content word of the sentence before ``end``, among the five before, folded; or ""."""
    window = text[max(0, end - 80) : end]
    stops = list(_NOUN_STOP.finditer(window))
    window = window[stops[-1].end() :] if stops else window
    for match in list(_WORD.finditer(window))[-5:][::-1]:
        word = fold(match[0])
        if _content(word, lexicon):
            return word
    return ""


def _content(word: str, lexicon: Lexicon) -> bool:
    lists = (lexicon.stopwords, lexicon.numbers, lexicon.magnitudes, lexicon.units)
    return len(word) > 1 and not any(word in listed for listed in lists)
