"""Text as the judge sees it: tokens, their comparison, sentence ends, and quotation marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

#: Languages whose length is counted in letters.
UNSPACED = frozenset({"ja", "zh", "th", "lo", "km", "my"})
# Letters and digits of any script with the vowel signs of South Asia's; an apostrophe or hyphen inside a word belongs
# to it, and so do the points of "U.S" and the points, commas and colons of a number.
_TOKEN = re.compile(
    r"[^\W_]+(?:[\u00ad\u0300-\u036f\u0900-\u0dff\u200c\u200d]+[^\W_]*)*"
    r"(?:['’\-‐‑][^\W_]+|(?<=\d)[.,:]\d[^\W_]*|(?<=\b[^\W\d_])\.[^\W\d_](?![^\W\d_]))*"
)
_SENTENCE_END = re.compile(
    r"[.!?…][\"”“’»)\]]{0,3}[ \t\u00a0]+(?=[\"“„«‘'(\[¿¡–—-]{0,3}\s?[A-ZÀ-ÖØ-ÞΑ-ΩА-Я0-9])|"
    r"(?<=[a-zß-ÿ]{2})\.(?=[A-Z][a-z])|"
    r"[。！？]|\s*\n+"
)
# What a place may begin or end with where no white space parts it from its neighbour: "was late.The mayor".
_GLUED = re.compile(r"[a-zß-ÿ0-9)\]\"”’»!?][.!?…]?[\"”’»)\]]?$|[。！？」』”]$")
_STOPPED = re.compile(r"(?:^|\n|[.!?…。！？][\"”“’»)\]」』]{0,3})\s*$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Jr|Sr|vs|No|Nr|bzw|ca|Hr|Fr|Mme|Sra?|Inc|Corp|Co|Jan|Feb|"
    r"Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|\b\d{1,2})\.$"
)
_DOUBLE = str.maketrans(dict.fromkeys("“”„«»‟″〝〞「」『』", '"') | dict.fromkeys("‘’‚‹›ʼ′`´", "'"))
_PAIRS = (("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ('"', '"'), ("「", "」"), ("”", "”"))
_QUOTATION = re.compile("|".join(f'{a}([^“”„«»"「」]{{1,1500}}){b}' for a, b in _PAIRS))


def language_of(tag: str) -> str:
    """The first part of a language tag: "de" of "de-AT"."""
    return re.split("[-_]", tag.lower(), maxsplit=1)[0]


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """``text`` without case, accents and kinds of apostrophe or hyphen."""
    plain = unicodedata.normalize("NFKD", text.translate(_DOUBLE).replace("‐", "-").replace("‑", "-"))
    return "".join(each for each in plain if not unicodedata.combining(each)).casefold()


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, as they are written."""
    return tuple(found.group() for found in _TOKEN.finditer(text))


@lru_cache(maxsize=2048)
def folded(text: str) -> tuple[str, ...]:
    """The same, folded."""
    return tuple(fold(token) for token in tokens(text))


def size(text: str, language: str) -> int:
    """Words, or letters for a language without spaces."""
    if language_of(language) in UNSPACED:
        return sum(each.isalnum() for each in text)
    return len(tokens(text))


def one_kind(text: str) -> str:
    """Quotation marks of one kind and white space single: how speech is compared."""
    return " ".join(text.translate(_DOUBLE).split())


def quotations(text: str) -> tuple[str, ...]:
    """What stands between quotation marks."""
    return tuple(next(filter(None, found.groups()), "") for found in _QUOTATION.finditer(text))


def unquoted(text: str) -> str:
    """``text`` with what stands between quotation marks left out."""
    return _QUOTATION.sub(" ", text)


@lru_cache(maxsize=256)
def ends(text: str) -> tuple[int, ...]:
    """Where sentences end in a text: code points, in order, the text's own end the last."""
    return tuple([*_ends(text), len(text)])


def _ends(text: str) -> Iterator[int]:
    for found in _SENTENCE_END.finditer(text):
        before = text[max(0, found.start() - 12) : found.start() + 1]
        if "\n" in found.group() or not _ABBREVIATION.search(before):
            yield found.end()


def sentences(text: str) -> tuple[str, ...]:
    """A text's sentences."""
    starts = (0, *ends(text))
    return tuple(filter(None, (text[a:b].strip() for a, b in pairwise(starts))))


def widened(text: str, start: int, end: int) -> str:
    """The whole sentences that the place from ``start`` to ``end`` lies in.

    A place that begins where a sentence may begin, or ends where one may end, is not widened there: whether "No. 7" or
    "by 17." ends a sentence is then the writer's word.
    """
    marks = (0, *ends(text))
    first, last = start, end
    if not _STOPPED.search(text[max(0, start - 8) : start]):
        first = max((mark for mark in marks if mark <= start), default=0)
    if not _STOPPED.search(text[max(0, end - 4) : end]) or text[end : end + 1].isalnum():
        last = min((mark for mark in marks if mark >= end), default=len(text))
    return text[first:last].strip()


def cut_open(text: str, start: int, end: int) -> bool:
    """Whether a place begins or ends inside a word or an abbreviation: "Va." of "W.Va.", "U." of "U.S."."""
    return any(
        0 < at < len(text)
        and not text[at - 1].isspace()
        and text[at].isalnum()
        and text[at - 1] not in "“„«\"'‘([¿¡「—–-*•"
        and not _GLUED.search(text[max(0, at - 4) : at])
        for at in (start, end)
    )
