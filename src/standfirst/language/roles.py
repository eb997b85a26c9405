"""The role a text gives a person: "council engineer Ana Reyes", "Tom Byrne, who chairs the committee"."""

from __future__ import annotations

import re

from standfirst.language.lexicons import Lexicon
from standfirst.language.words import fold

#: Words looked at before a name, and in the apposition after it.
BEFORE, AFTER = 6, 9

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_APPOSITION = re.compile(r"(?:,\s\d{1,3})?,\s([^,.;:!?()\n“”\"–—]{2,90})(?=[,.;:!?()\n–—]|$)")
_RELATIVE = re.compile(r"\s(?:who|whose|whom|which|that|when|where|qui|dont|quien|cuyo|cuya)\s")
_BRACKETS = re.compile(r"\s\(([^()\n]{2,60})\)")
# A saint's title belongs to the name, and what is so named is mostly a church or a town: "St Ives".
_SAINT = "st"
_RELATIVES = frozenset(
    {"who", "whose", "whom", "which", "that", "when", "where", "qui", "dont", "quien", "cuyo", "cuya"}
)
# "has chosen solicitor Ana Reyes": a participle behind its verb.
_HAVE = frozenset({"has", "have", "had"})
_PARTICIPLE = re.compile(r"[^\W\d_]{2,}(?:ed|en|wn|ught)$")


def is_role(word: str, lexicon: Lexicon) -> bool:
    """Whether a word names an office, rank or trade. German compounds count by their last part."""
    folded = fold(word.rstrip("."))
    if folded == _SAINT:
        return False
    if folded in lexicon.roles or folded in lexicon.honorifics:
        return True
    if lexicon.language == "de" and len(folded) > 8:
        return any(folded.endswith(role) for role in lexicon.roles if len(role) > 4)
    return folded.endswith("s") and folded[:-1] in lexicon.roles and lexicon.language == "en"


def of(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    """The role beside the name at ``text[start:end]``, as written, or ""."""
    return _before(text, start, lexicon) or _after(text, end, lexicon)


def _before(text: str, start: int, lexicon: Lexicon) -> str:
    window_start = max(0, start - 90)
    window = text[window_start:start]
    for mark in ("\n", ". ", "; ", ": ", "? ", "! ", "“", "„", "«", "(", " – ", " — "):
        if mark == ". " and re.search(r"\b[A-Z]\w{0,3}\. $", window[-7:]):
            continue
        cut = window.rfind(mark)
        if cut >= 0:
            window_start += cut + len(mark)
            window = text[window_start:start]
    apposed = window.rstrip().endswith(",")
    words = list(_WORD.finditer(window))[-BEFORE:]
    if not words:
        return ""
    if apposed:
        comma = window.rstrip().rfind(",")
        segment = window[:comma]
        segment = segment[segment.rfind(",") + 1 :]
        return _segment(segment, lexicon)
    if window[words[-1].end() :].strip() or not is_role(words[-1][0], lexicon):
        return ""
    first = len(words) - 1
    while first > 0:
        word = words[first - 1]
        folded = fold(word[0].rstrip("."))
        between = window[word.end() : words[first].start()]
        if between.strip() or word[0].endswith(".") or _bounds(window, words, first - 1):
            break
        if folded in lexicon.stopwords or folded in lexicon.verbs or folded in lexicon.reporting:
            break
        first -= 1
    return " ".join(window[words[first].start() :].split())


def _bounds(text: str, words: list[re.Match[str]], place: int) -> bool:
    """Whether a role cannot reach over a word: a relative, a verb, or what is left of "17-year-old"."""
    word = words[place]
    if (word.start() and text[word.start() - 1] in "-–") or fold(word[0]) in _RELATIVES:
        return True
    return place > 0 and fold(words[place - 1][0]) in _HAVE and _PARTICIPLE.match(word[0]) is not None


def _after(text: str, end: int, lexicon: Lexicon) -> str:
    window = text[end : end + 120]
    apposition = _APPOSITION.match(window) or _BRACKETS.match(window)
    return _segment(apposition[1], lexicon) if apposition else ""


def _segment(segment: str, lexicon: Lexicon) -> str:
    """The role in an apposition: its role word's phrase, without articles and relative clauses.

    The role word must be the head of its phrase: a "detective drama" is no detective, and in "Vice-President
    Delcy Rodríguez" the role is another's.
    """
    words = list(_WORD.finditer(segment))[:AFTER]
    for place, word in enumerate(words[:5]):
        folded = fold(word[0])
        if is_role(word[0], lexicon):
            follower = words[place + 1][0] if place + 1 < len(words) else ""
            if follower and fold(follower) not in lexicon.stopwords and not is_role(follower, lexicon):
                continue
            first = place
            while first > 0 and not (
                fold(words[first - 1][0]) in lexicon.stopwords or _bounds(segment, words, first - 1)
            ):
                first -= 1
            return " ".join(_RELATIVE.split(segment[words[first].start() :])[0].split())
        if folded in lexicon.reporting:
            return ""
    return ""
