"""A search as it is typed, read into terms. Pure.

Words, ``"quoted phrases"``, ``-unwanted`` ones, and fields: ``headline:harbour``, ``source:"KOB 4"``, ``-mark:satire``.
Nothing is wrong in a query: a field that there is not, a lone sign and an open quotation are words or white space.

In the index a field's words stand a second time, behind a sign that no text's words can hold, so that both stores,
and the files of a static build, find them as they find any word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from standfirst.newsroom.finding.words import cut

#: Terms of a query, and characters of it that are read.
MOST_TERMS, LONGEST = 16, 1000
#: The sign before a field's words in the index, and alone between the parts of a text: folding leaves no such sign.
SIGN = "§"
#: Between the subtags of a language, which is one word: ``lang:br`` (Breton) is not Brazil's ``pt-BR``.
JOINT = "·"
#: What may stand before a colon, and the letter behind the sign in the index. English in every network.
FIELDS = {"headline": "h", "author": "a", "source": "s", "section": "c", "mark": "m", "lang": "l"}

_TERM = re.compile(rf'(-?)(?:({"|".join(FIELDS)})[:：])?(?:"([^"]*)"?|([^\s"]+))', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand beside each other. ``open``: the last is only the beginning of a word. ``field``: only there."""

    words: tuple[str, ...]
    open: bool = False
    field: str = ""

    @property
    def indexed(self) -> tuple[str, ...]:
        """The words as the index holds them."""
        return fielded(self.field, self.words) if self.field else self.words


@dataclass(frozen=True, slots=True)
class Typed:
    """A term as it was typed. ``text`` has its minus, field and quotation marks, ``said`` is what they stand around."""

    text: str
    said: str
    term: Term
    unwanted: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader searches for: every term of ``wanted`` and none of ``unwanted``."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)


def parse(query: str) -> Query:
    """The terms of a query as typed, those that must be there and those that must not."""
    found = typed(query)
    return Query(
        tuple(each.term for each in found if not each.unwanted), tuple(each.term for each in found if each.unwanted)
    )


def typed(query: str) -> tuple[Typed, ...]:
    """The terms of a query in order, each once; what holds no word is passed over."""
    found: dict[tuple[Term, bool], Typed] = {}
    for each in _TERM.finditer(query[:LONGEST]):
        minus, field, phrase, word = each.groups()
        said = phrase or word or ""
        term = _term(said, (field or "").lower())
        if term is not None:
            found.setdefault((term, bool(minus)), Typed(each[0], said, term, bool(minus)))
        if len(found) == MOST_TERMS:
            break
    return tuple(found.values())


def without(query: str, term: Typed) -> str:
    """The query without one of its terms, as it would be typed."""
    return " ".join(each.text for each in typed(query) if each != term)


def fielded(field: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """A field's words as the index holds them."""
    return tuple(SIGN + FIELDS[field] + word for word in words)


def _term(said: str, field: str) -> Term | None:
    found = list(cut(said))
    if not found:
        return None
    words = [word for word, _ in found]
    if field == "lang":
        return Term((JOINT.join(words),), field=field)
    alone = found[-1][1]
    if alone and len(words) > 1 and found[-2][1] is False and words[-2].endswith(words[-1]):
        words.pop()  # the pair before it holds the last character already
        alone = False
    return Term(tuple(words), bool(alone), field)


__all__ = ["FIELDS", "JOINT", "SIGN", "Query", "Term", "Typed", "fielded", "parse", "typed", "without"]
