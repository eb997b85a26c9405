"""Sentences: sentencex, line by line, with guards for what it splits or joins wrongly in news text."""

from __future__ import annotations

import re
from functools import lru_cache

from standfirst.language import lexicons
from standfirst.language.spans import Span
from standfirst.language.words import fold, primary

#: A line longer than this is cut at white space first: sentencex takes quadratic time on unclosed quotes.
LONGEST_LINE = 4000
#: Text beyond this many code points is not split; a page that long is no article.
LONGEST_TEXT = 1_000_000

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_LAST_WORD = re.compile(r"(?:^|[\s(\[“\"'„«‘])([^\s(\[“\"„«‘]{1,14}\.)$")
_ORDINAL = re.compile(r"\d{1,3}\.$")
# Inside one unclosed quote sentencex finds no end; these are looked for instead.
_INNER_END = re.compile(r"[.!?…]{1,3}[\"”’»]?\s{1,8}(?=[\"“„«‘(\[]{0,2}[^\W\d_a-z])")
_DOTTED_ORDINALS = frozenset({"de", "da", "nb", "nn", "no", "fi", "cs", "hu"})
_OPENING, _CLOSING = "“„«", "”»"


def split(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of ``text``: ordered, not overlapping, without white space at their ends.

    A line break always ends a sentence. ``language`` is a BCP 47 tag; an unknown one is split as English.
    """
    return _split(text[:LONGEST_TEXT], primary(language) or "en")


@lru_cache(maxsize=256)
def _split(text: str, language: str) -> tuple[Span, ...]:
    found: list[Span] = []
    for line in _LINE.finditer(text):
        for start, end in _cut(text, line.start(), line.end()):
            found.extend(_sentences(text[start:end], start, language))
    return tuple(found)


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > LONGEST_LINE:
        space = text.rfind(" ", start + LONGEST_LINE // 2, start + LONGEST_LINE)
        cut = space if space > 0 else start + LONGEST_LINE
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _sentences(line: str, offset: int, language: str) -> list[Span]:
    from sentencex import get_sentence_boundaries

    pieces: list[tuple[int, int]] = []
    for boundary in get_sentence_boundaries(language, line):
        start, end = boundary["start_index"], boundary["end_index"]
        if _unclosed(line[start:end]):
            pieces.extend(_inner(line, start, end))
        else:
            pieces.append((start, end))
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        before = line[joined[-1][0] : joined[-1][1]] if joined else ""
        if joined and (_glued(before, line[start:end]) or _runs_on(before, line[start:end], language)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    spans = []
    for start, end in joined:
        piece = line[start:end]
        left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
        if left < right:
            spans.append(Span(offset + start + left, offset + start + right))
    return spans


def _unclosed(piece: str) -> bool:
    """A quotation that goes on in the next paragraph opens here and does not close."""
    if piece.count('"') % 2:
        return True
    opened = sum(piece.count(mark) for mark in _OPENING)
    # German closes with “, which opens in English: an odd count of “ after „ is the closing one.
    closed = sum(piece.count(mark) for mark in _CLOSING) + (piece.count("“") if "„" in piece else 0)
    return opened > closed if "„" not in piece else piece.count("„") > closed


def _inner(line: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces, last = [], start
    for found in _INNER_END.finditer(line, start, end):
        pieces.append((last, found.end()))
        last = found.end()
    return [*pieces, (last, end)] if last < end else pieces


def _glued(before: str, after: str) -> bool:
    """Whether the point between the two is a symbol's own, as in ".NET", "ASP.NET" and "W.Va.": no space behind it."""
    if not before.endswith(".") or not after[:1].isalnum():
        return False
    word = before[-40:-1].rpartition(" ")[2].rpartition("-")[2]
    return len(word) < 2 or (word.isupper() and after[:2].isupper())


def _runs_on(before: str, after: str, language: str) -> bool:
    """Whether ``after`` continues the sentence ``before``: an abbreviation, an ordinal, or a small letter."""
    before, after = before.rstrip(), after.lstrip()
    if not before or not after:
        return False
    if after[0].islower() and before[-1] in '….”"’»)?!':
        return True
    if not before.endswith("."):
        return False
    last = _LAST_WORD.search(before[-20:])
    if last is None:
        return False
    word = last.group(1)
    if fold(word) in lexicons.get(language).abbreviations:
        return True
    return bool(_ORDINAL.match(word)) and language in _DOTTED_ORDINALS and after[0].isalpha()
