"""Shortening by deletion alone: what may go from a source's sentence without changing what it says.

Deleted are datelines, brackets, asides between dashes, and clauses that a comma and a relative pronoun open in
languages where that comma sets a remark apart (English, French, Spanish, Italian, Portuguese; not German, whose
commas stand before every relative clause). A piece that holds speech, a negation, an attribution or a hedge stays:
without it the sentence would claim more than its source.
"""

from __future__ import annotations

import re

from standfirst.editing import phrases
from standfirst.language.datelines import credit, dateline

# What must never be lost with an aside. Wider than any one language needs: keeping an aside costs only words.
_PROTECTED = phrases.pattern("shorten", "protected")
_BRACKETS = re.compile(r"\s?[(\[][^()\[\]]{1,160}[)\]]")
#: Brackets in brackets that are deleted, and a comma that stood between two deleted references.
NESTED = 3
_STRANDED = re.compile(r"\s?,(?=\s?[.,;])")
_DASHES = re.compile(r"\s?(?:—|–|--| -)\s?[^—–]{2,160}?(?:\s(?:–|--|-)\s|—\s?|\s—\s?)")
_BULLET = re.compile(r"^(?:[-–—•*·▪●]|\d{1,2}\))\s{1,3}")
#: What a comma still opens behind a name: an age, whose own closing comma stays, and an apposition, which would need it
#: just so ("Ana Reyes, a pilot, who lives in Leeds, flew"): there the clause stays as well.
_AGED = re.compile(r",\s(?:aged\s)?\d{1,3}(?:\s(?:ans|años|anni|anos))?$")
_APPOSED = re.compile(r"[^\W\d_],\s(?:an?|une?|un[ao]|uma?)\s[^,;:]{2,90}$")
#: How a whole sentence ends.
ENDS = re.compile(r"[.!?…。！？؟۔।][\"“”»’'」』)\]]{0,3}$")
_RELATIVE = r",\s"
_CLAUSES = {
    language: (
        phrases.pattern("relative", language, _RELATIVE, r"\s[^,;:—–()]{4,140},(?=\s)"),
        phrases.pattern("relative", language, _RELATIVE, r"\s[^,;:—–()]{4,200}(?=[.!]$)"),
    )
    for language in ("en", "fr", "es", "it", "pt")
}


def variants(text: str, language: str) -> tuple[str, ...]:
    """``text`` without its dateline and credit, then ever shorter; each a subsequence of ``text``.

    At least one, and none twice. The later ones have lost brackets, then asides between dashes and commas.
    """
    base = _BULLET.sub("", text[dateline(text)[0] :])
    base = base[: credit(base)[0]].strip() or text.strip()
    found = [base]
    for cut in (_without_brackets, _without_dashes, lambda each: _without_clauses(each, language)):
        shorter = cut(found[-1])
        if shorter != found[-1] and len(shorter) > 12 and (ENDS.search(shorter) or not ENDS.search(base)):
            found.append(shorter)
    return tuple(found)


def is_subsequence(short: str, long: str) -> bool:
    """Whether ``short`` is ``long`` with characters deleted and none added or moved."""
    rest = iter(long)
    return all(character in rest for character in short)


def _without_brackets(text: str) -> str:
    shorter = text
    for _ in range(NESTED):  # the inner pair goes first, the outer then
        less = _BRACKETS.sub(lambda found: found.group() if _keeps(found.group()) else "", shorter)
        if less == shorter:
            break
        shorter = less
    if shorter != text:
        shorter = _STRANDED.sub("", shorter)
    return _tidy(shorter)


def _without_dashes(text: str) -> str:
    # The dash that closes an aside stands where a space must stay: the piece keeps its last white space.
    def gone(found: re.Match[str]) -> str:
        piece = found.group()
        return piece if _keeps(piece) else (" " if " " in piece else "")

    return _tidy(_DASHES.sub(gone, text))


def _without_clauses(text: str, language: str) -> str:
    patterns = _CLAUSES.get(language[:2].lower())
    if not patterns:
        return text
    between, ending = patterns

    def gone(found: re.Match[str]) -> str:
        return found.group() if _keeps(found.group()) else ""

    def between_gone(found: re.Match[str]) -> str:
        before = text[: found.start()]
        if _keeps(found.group()) or _APPOSED.search(before):
            return found.group()
        return "," if _AGED.search(before) else ""

    return _tidy(ending.sub(gone, between.sub(between_gone, text)))


def _keeps(piece: str) -> bool:
    return bool(_PROTECTED.search(piece))


def _tidy(text: str) -> str:
    """Double spaces and spaces before punctuation go, by deletion too."""
    return re.sub(r"\s+(?=[,.;:!?])(?!\s*\.\.)", "", re.sub(r"(\s)\s+", r"\1", text)).strip()
