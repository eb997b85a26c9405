"""Facts of an article: people with their roles, organisations, places, dates, numbers and money, each in its place.

What is found is what the language room's rules see; nothing is inferred.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from standfirst.editing import Evidence, Fact
from standfirst.language import dates, names, numbers
from standfirst.language.words import fold, primary

if TYPE_CHECKING:
    from standfirst.reading import Article

#: Facts kept of one article; the earliest stay.
MOST = 60
#: How many facts a brief is measured by (rule 10).
SALIENT = 8
#: Code points of an article that are searched for facts.
LONGEST = 60_000
_SMALL = frozenset(str(number) for number in range(11))
_BEHIND = re.compile(r"[ \u00a0-]([^\W\d_]{3,30})(?: ([^\W\d_]{3,30}))?")
_PLURALS = frozenset({"people", "men", "women", "children", "police", "cattle", "sheep", "fish"})
_CURRENCY = re.compile(r"[A-Z]{3}$")
#: Kinds that make a statement specific, and the order in which equals are listed.
KINDS = ("person", "organisation", "place", "name", "date", "number", "money")


def reference(article: Article) -> date | None:
    """The day that "Tuesday" and "yesterday" are resolved against: the source's date, in its own zone."""
    return article.published.at.date() if article.published else None


def find(article: Article) -> tuple[Fact, ...]:
    """The facts of ``article.text``, each once, at its first place, in the order of the text; 60 at most."""
    return tuple(fact for fact, _ in _counted(article))


def salient(article: Article, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The up to eight of ``facts`` that recur most and stand earliest.

    A fact weighs its mentions, and up to two more the nearer it stands to the top. Numbers, money and dates
    are seldom repeated: they enter by their place; a small bare number ("two") never does.
    """
    mentions = {(fact.kind, _key(fact)): number for fact, number in _counted(article)}
    length = max(1, min(len(article.text), LONGEST))

    def weight(fact: Fact) -> float:
        early = 2.0 * (1 - min(fact.evidence.start, length) / length)
        return min(mentions.get((fact.kind, _key(fact)), 1), 6) + early

    weighty = [fact for fact in facts if not (fact.kind == "number" and fact.value in _SMALL)]
    ranked = sorted(weighty, key=lambda fact: (-weight(fact), fact.evidence.start))
    return tuple(sorted(ranked[:SALIENT], key=lambda fact: fact.evidence.start))


def _key(fact: Fact) -> str:
    return fact.value or fold(fact.text)


def _counted(article: Article) -> tuple[tuple[Fact, int], ...]:
    return _find(article.id, article.text_hash, article.text[:LONGEST], article.language, reference(article))


@lru_cache(maxsize=16)
def _find(article: str, text_hash: str, text: str, language: str, day: date | None) -> tuple[tuple[Fact, int], ...]:
    found = [*_names(text, language), *_dates(text, language, day), *_numbers(text, language)]
    found.sort(key=lambda each: each[0])
    first: dict[tuple[str, str], Fact] = {}
    mentions: dict[tuple[str, str], int] = {}
    surnames: dict[str, tuple[str, str]] = {}
    for start, end, kind, value, role in found:
        piece = text[start:end]
        key = (kind, value or fold(piece))
        if kind == "person":
            key = surnames.get(fold(piece), key)
        mentions[key] = mentions.get(key, 0) + 1
        if key in first:
            held = first[key]
            if held.text.isupper() and not piece.isupper():  # a dateline's capitals: the ordinary form is kept
                held = Fact(kind, piece, Evidence(article, text_hash, start, end), value, held.role)
            first[key] = Fact(held.kind, held.text, held.evidence, held.value, held.role or role)
            continue
        first[key] = Fact(kind, piece, Evidence(article, text_hash, start, end), value, role)
        if kind == "person" and " " in piece:
            surnames.setdefault(fold(piece).split()[-1], key)
    return tuple((fact, mentions[key]) for key, fact in list(first.items())[:MOST])


_Found = tuple[int, int, str, str, str]


def _names(text: str, language: str) -> list[_Found]:
    return [(name.start, name.end, name.kind, "", name.role) for name in names.find(text, language)]


def _dates(text: str, language: str, day: date | None) -> list[_Found]:
    mentions = dates.find(text, language, day)
    return [(mention.start, mention.end, "date", mention.value, "") for mention in mentions if mention.value]


def _numbers(text: str, language: str) -> list[_Found]:
    found = []
    for number in numbers.find(text, language):
        if number.unit in {"ordinal", "time"}:
            continue
        money = bool(_CURRENCY.match(number.unit))
        if money:
            found.append((number.start, number.end, "money", f"{number.unit} {number.value}", ""))
        else:
            unit = "" if number.unit in {"", "score"} else f" {number.unit}"
            counted = f"{number.value}{unit}"
            found.append((number.start, number.end, "number", counted, _counts(text, number.end, language)))
    return found


def _counts(text: str, end: int, language: str) -> str:
    """What a number counts, for people to read: the plural right behind it, or behind one word more; else ""."""
    after = _BEHIND.match(text, end)
    words = after.groups(default="") if after else ()
    if primary(language) == "de":
        return next((word for word in words if word[:1].isupper()), "")
    return next((word for word in words if word.islower() and (word.endswith(("s", "x")) or word in _PLURALS)), "")
