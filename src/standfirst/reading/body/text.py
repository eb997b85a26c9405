"""A line's own figures: how long it is, how it ends, which words it holds."""

from __future__ import annotations

import re

from standfirst.reading.body.residue import MAX_LINE, is_residue

#: Characters of a line that are compared, and of JSON-LD's body from which it is one.
COMPARED, STATED = 2000, 200
#: Tokens of a shingle, as texts are compared by.
GRAM = 3
#: Sentences end so; a colon half does.
ENDS, HALF_ENDS = frozenset('.!?。！？؟।…"”»’'), frozenset(":")

_TOKEN = re.compile(r"\w+")
_BARE = re.compile(r"\W+")
#: Scripts written without spaces: two characters count as a word.
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def units(line: str) -> float:
    """How many words a line has, or so: spaces, and half the characters of scripts that have none."""
    spaces = line.count(" ") + 1
    return spaces if line.isascii() else spaces + 0.5 * len(_DENSE.findall(line))


def ended(line: str) -> float:
    """1 where a line ends as sentences do, 0.5 at a colon."""
    return 1.0 if line[-1] in ENDS else 0.5 if line[-1] in HALF_ENDS else 0.0


def marks(line: str) -> int:
    """Bars, at signs, copyright signs and an ellipsis at the end, as bits."""
    return ("|" in line) + 2 * ("@" in line) + 4 * ("©" in line) + 8 * line.endswith(("…", "..."))


def furniture(line: str) -> bool:
    """Whether the rules for residue know the line."""
    return len(line) <= MAX_LINE and is_residue(line)


def bare(line: str) -> str:
    """Letters and digits alone, in lower case: what two lines are compared by."""
    return _BARE.sub("", line[:COMPARED].lower())


def same_title(line: str, title: str) -> bool:
    """Whether two bare lines are one title: alike, or one the other's beginning and little shorter."""
    if line == title:
        return True
    close = abs(len(line) - len(title)) < 0.3 * len(title)
    return len(line) > 15 and close and (line.startswith(title) or title.startswith(line))


def same_start(line: str, standfirst: str) -> bool:
    """Whether a bare line is the standfirst, or begins it or like it."""
    return len(line) > 20 and (line.startswith(standfirst[:60]) or standfirst.startswith(line))


def content_words(line: str) -> frozenset[str]:
    """The longer words of a line's beginning."""
    return frozenset(word for word in _TOKEN.findall(line[:600].lower()) if len(word) > 3)


def title_words(line: str) -> frozenset[str]:
    """All words of a title."""
    return frozenset(_TOKEN.findall(line.lower()))


def share(line: str, wanted: frozenset[str]) -> float:
    """The share of ``wanted`` that a line's beginning holds."""
    return len(wanted.intersection(_TOKEN.findall(line[:300].lower()))) / len(wanted)


def grams(line: str, limit: int = 3000) -> frozenset[tuple[str, ...]]:
    """The shingles of a line's first ``limit`` characters."""
    tokens = _TOKEN.findall(line[:limit].lower())
    return frozenset(zip(*(tokens[start:] for start in range(GRAM)), strict=False))
