"""The salient facts of an article: the eight that recur most and stand earliest (rule 10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from standfirst.editing import facts
from standfirst.language import words
from standfirst.language.words import fold

if TYPE_CHECKING:
    from standfirst.editing import Fact
    from standfirst.editing.facts import Mention
    from standfirst.reading import Article

#: How many facts a brief is measured by, and how often a fact must stand in a text to recur.
MOST, RECURS = 8, 2
#: A fact that first stands at the end of a text weighs a quarter of one that opens it.
LATE = 3
#: From here on a number that stands twice is the same thing, and no coincidence.
LARGE = 100


@dataclass(frozen=True, slots=True)
class Salient:
    """A salient fact and ``key``, by which a text tells it.

    The key of a name is the folded one of its words that the article uses most: a person's surname, a house's short
    form. "Tesla" and "Tesla UK" are told by one word, and are one. The key of a date, a number or money is its value.
    """

    fact: Fact
    key: str


def find(article: Article, most: int = MOST) -> tuple[Salient, ...]:
    """The up to ``most`` salient facts of ``article``, the weightiest first. What stands once does not recur."""
    return _ranked(article)[:most]


@lru_cache(maxsize=16)
def _ranked(article: Article) -> tuple[Salient, ...]:
    counted = facts.counted(article)
    common = Counter(_words(article.text))
    mentions: Counter[tuple[bool, str]] = Counter()
    first: dict[tuple[bool, str], Fact] = {}
    for fact, number in counted:
        named = fact.kind in facts.NAMED
        key = (named, _key(fact, common) if named else fact.value)
        mentions[key] += number
        first.setdefault(key, fact)
    length = max(1, min(len(article.text), facts.LONGEST))

    def weight(key: tuple[bool, str]) -> float:
        return mentions[key] / (1 + LATE * min(1.0, first[key].evidence.start / length))

    recurring = [key for key in first if mentions[key] >= RECURS and not _small(first[key])]
    return tuple(Salient(first[key], key[1]) for key in sorted(recurring, key=weight, reverse=True))


def told(salient: Sequence[Salient], text: str, mentions: Iterable[Mention]) -> frozenset[int]:
    """The indexes of those of ``salient`` that ``text`` tells, whose dates and figures are ``mentions``."""
    said = frozenset(_words(text))
    values = {(each.kind, each.value) for each in mentions if each.value}
    return frozenset(
        index
        for index, each in enumerate(salient)
        if (each.key in said if each.fact.kind in facts.NAMED else (each.fact.kind, each.key) in values)
    )


def _key(fact: Fact, common: Counter[str]) -> str:
    named = _words(fact.text, capitals=True) or [fold(fact.text)]
    return max(named, key=lambda word: common[word])


def _words(text: str, *, capitals: bool = False) -> list[str]:
    """The folded words of a text without what a possessive or a plural adds; of a hyphened word also its parts."""
    if capitals:
        return [_plain(fold(word)) for word in words.texts(text) if word[0].isupper()]
    whole = words.texts(fold(text))
    return [_plain(word) for word in (*whole, *(part for word in whole if "-" in word for part in word.split("-")))]


def _plain(word: str) -> str:
    bare = word.removesuffix("'s").rstrip("'")
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") else bare


def _small(fact: Fact) -> bool:
    """Whether a fact is a bare small number, which recurs by chance."""
    return fact.kind == "number" and fact.value.isdigit() and int(fact.value) < LARGE
