"""Words: where they are, how many there are, and how two spellings are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from standfirst.language.spans import Span

#: Languages written without spaces between words; their length is counted in letters.
UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "yue", "wuu", "bo", "dz"})
RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "syr", "azb", "pnb", "iw"})
RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"})

# Letters and digits, with the marks that Python's \w leaves out: combining accents, the points of Hebrew and
# Arabic, vowel signs of the scripts of South and South-East Asia (their dandas are not words), joiners, and
# the soft hyphen.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u0981-\u0983"
    "\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a51\u0a70-\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82"
    "\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0d57\u0d81-\u0d83"
    "\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3\u200c\u200d"
)
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
_WORD = re.compile(
    rf"{_LETTER}+(?:(?:['’ʼ\-\u2010\u2011]|(?<=\d)[.,:](?=\d)|(?<!\w\w)\.(?=[^\W\d_](?!\w))){_LETTER}+)*"
)
_LETTERS = re.compile(r"[^\W_]")
# Taken off for comparison: accents and the points of Hebrew and Arabic; not the vowel signs of other scripts,
# which tell words apart there.
_ACCENTS = re.compile("[\u00ad\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200c\u200d]")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-"})


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag, in lower case: ``de`` for ``de-AT`` and ``de_AT``."""
    return re.split(r"[-_]", language.strip().lower(), maxsplit=1)[0]


def words(text: str) -> tuple[Span, ...]:
    """The words of ``text``, in order. Apostrophes, hyphens and the points in a number or in "U.S" belong to a word."""
    return tuple(Span(*found.span()) for found in _WORD.finditer(text))


def texts(text: str) -> list[str]:
    """The same words as they are written."""
    return _WORD.findall(text)


def count(text: str, language: str) -> int:
    """How long ``text`` is: in words, or in letters for a language written without spaces."""
    pattern = _LETTERS if unspaced(language) else _WORD
    return len(pattern.findall(text))


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """``text`` for comparison: case folded, accents off, compatibility forms and apostrophes made one."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", apart)).casefold()


def unspaced(language: str) -> bool:
    """Whether ``language`` is written without spaces between its words."""
    return primary(language) in UNSPACED


def cased(text: str) -> bool:
    """Whether ``text`` is in a script that has capitals, by which names can be told."""
    return any(letter.isupper() for letter in text)


def direction(language: str) -> str:
    """``ltr`` or ``rtl``: the writing direction of a BCP 47 tag, by its script where it names one."""
    subtags = re.split(r"[-_]", language.strip().lower())
    scripts = [subtag for subtag in subtags[1:3] if len(subtag) == 4 and subtag.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if subtags[0] in RIGHT_TO_LEFT else "ltr"


def is_rtl(language: str) -> bool:
    """Whether ``language`` is written from right to left."""
    return direction(language) == "rtl"
