"""The words of a text as search has them: folded, cut, and where each stands in the text. Pure.

Accents and case are folded; scripts written without spaces are cut into overlapping pairs of characters. The index,
the queries and the words marked on a page of results all come from here, so that they agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

#: Bounds: words cut of one text (a tsvector holds 16,383 places), and a word's length.
MOST_WORDS, LONGEST_WORD = 4000, 64
#: Runs up to this long are remembered with their words: they are words of European languages, which recur.
_SHORT = 40

# Letters that Unicode does not decompose, with what a reader without that keyboard types.
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
# Han, kana, Hangul, and Thai, Lao, Myanmar and Khmer: no spaces between words, or endings joined to them.
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x30FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF), (0x20000, 0x323AF),
)  # fmt: skip
# Everything between signs that part words whatever stands beside them: white space, ASCII and general punctuation.
_RUN = re.compile(r"[^\s\x00-/:-@\[-`{-\x7f\u00ab\u00bb\u2010-\u2027\u2030-\u205e]+")
# What composes with the character before it without being a mark: halfwidth voicing signs, conjoining Hangul.
_JOINED = re.compile(r"[\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb]")

#: A word and where it stands in its text: start and end, in code points.
Placed = tuple[str, int, int]


def normalise(text: str) -> str:
    """The words of ``text`` as they are indexed, parted by single spaces."""
    return " ".join(word for word, _ in cut(text))


def cut(text: str) -> Iterator[tuple[str, bool | None]]:
    """Words in order, each with None, or in an unspaced script whether it is a single character."""
    left = MOST_WORDS
    for _, word, single in _parts(fold(text)):
        if not left:
            return
        left -= 1
        yield word, single


def placed(text: str) -> list[Placed]:
    """Words in order, each with where it stands in ``text``; they are those of :func:`cut`."""
    found: list[Placed] = []
    for run in _RUN.finditer(text):
        letters, start = run[0], run.start()
        if letters.isascii():
            found.append((letters.lower()[:LONGEST_WORD], start, run.end()))
            continue
        within = _remembered(letters) if len(letters) <= _SHORT else _within(letters)
        found += [(word, start + first, start + last) for word, first, last in within]
    return found


def fold(text: str) -> str:
    """Lower case without accents and vowel points; everything but letters, digits and marks a space."""
    kept: list[str] = []
    for char in unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold()):
        category = unicodedata.category(char)
        if category[0] in "LN":
            kept.append(char)
        elif category[0] == "M":
            # 10–35: Hebrew and Arabic points; from 200 on: accents. Others belong to the letter (dakuten, virama).
            combining = unicodedata.combining(char)
            if kept and kept[-1] != " " and not 10 <= combining <= 35 and combining < 200:
                kept.append(char)
        elif category != "Cf":  # soft hyphens and joiners stand within words
            kept.append(" ")
    return unicodedata.normalize("NFC", "".join(kept)).translate(_PLAIN)


def is_unspaced(char: str) -> bool:
    """Whether a character belongs to a script whose texts are cut into pairs."""
    code = ord(char)
    return code > 0x0DFF and any(first <= code <= last for first, last in _UNSPACED)


def _parts(folded: str) -> Iterator[tuple[int, str, bool | None]]:
    """Words of a folded text: where each begins there, itself, and whether it is a single unspaced character."""
    for run in re.finditer(r"\S+", folded):
        at = run.start()
        for unspaced, letters in groupby(run[0], is_unspaced):
            word = "".join(letters)
            if unspaced:
                for place in range(len(word)):
                    pair = word[place : place + 2]
                    yield at + place, pair, len(pair) == 1
            else:
                yield at, word[:LONGEST_WORD], None
            at += len(word)


def _within(run: str) -> tuple[Placed, ...]:
    """The words of a run of letters with their places in it.

    It is folded a letter at a time, with the marks that follow it, to know what became of which. Where that is not
    what folding the whole gives (letters that compose with their neighbours), every word has the whole run's place.
    """
    starts: list[int] = []
    for at, char in enumerate(run):
        if not starts or not (unicodedata.category(char)[0] == "M" or _JOINED.match(char) or _is_format(char)):
            starts.append(at)
    ends = [*starts[1:], len(run)]
    pieces = [fold(run[start:end]) for start, end in zip(starts, ends, strict=True)]
    folded = "".join(pieces)
    if folded != fold(run):
        return tuple((word, 0, len(run)) for word, _ in cut(run))
    of = [number for number, piece in enumerate(pieces) for _ in piece]
    return tuple((word, starts[of[at]], ends[of[at + len(word) - 1]]) for at, word, _ in _parts(folded))


def _is_format(char: str) -> bool:
    return unicodedata.category(char) == "Cf"


_remembered = lru_cache(maxsize=4096)(_within)

__all__ = ["LONGEST_WORD", "MOST_WORDS", "Placed", "cut", "fold", "is_unspaced", "normalise", "placed"]
