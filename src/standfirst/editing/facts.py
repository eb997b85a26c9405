"""Facts of an article: people with their roles, organisations, places, dates, numbers and money, each in its place.

What is found is what the language room's rules see; nothing is inferred.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from standfirst.editing import Evidence, Fact, amounts
from standfirst.language import dates, names
from standfirst.language.words import fold

if TYPE_CHECKING:
    from standfirst.reading import Article

#: Facts kept of one article; the earliest stay.
MOST = 60
#: Code points of an article that are searched for facts.
LONGEST = 60_000
#: Kinds that make a statement specific, and the order in which equals are listed.
KINDS = ("person", "organisation", "place", "name", "date", "number", "money")
#: The kinds that are names.
NAMED = frozenset({"person", "organisation", "place", "name"})


class Mention(NamedTuple):
    """A fact where the text has it, in code points of the article's text; the rest as in :class:`Fact`."""

    start: int
    end: int
    kind: str
    text: str
    value: str
    role: str


def reference(article: Article) -> date | None:
    """The day that "Tuesday" and "yesterday" are resolved against: the source's date, in its own zone."""
    return article.published.at.date() if article.published else None


def find(article: Article) -> tuple[Fact, ...]:
    """The facts of ``article.text``, each once, at its first place, in the order of the text; 60 at most."""
    return tuple(fact for fact, _ in counted(article))


@lru_cache(maxsize=16)
def counted(article: Article) -> tuple[tuple[Fact, int], ...]:
    """The facts of ``article``, each with how often the text has it."""
    first: dict[tuple[str, str], Fact] = {}
    numbers: dict[tuple[str, str], int] = {}
    surnames: dict[str, tuple[str, str]] = {}
    for each in mentions(article):
        key = (each.kind, each.value or fold(each.text))
        if each.kind == "person":
            key = surnames.get(fold(each.text), key)
        numbers[key] = numbers.get(key, 0) + 1
        place = Evidence(article.id, article.text_hash, each.start, each.end)
        if key in first:
            held = first[key]
            if held.text.isupper() and not each.text.isupper():  # a dateline's capitals: the ordinary form is kept
                held = Fact(each.kind, each.text, place, each.value, held.role)
            first[key] = held if held.role else replace(held, role=each.role)
            continue
        first[key] = Fact(each.kind, each.text, place, each.value, each.role)
        if each.kind == "person" and " " in each.text:
            surnames.setdefault(fold(each.text).split()[-1], key)
    return tuple((fact, numbers[key]) for key, fact in list(first.items())[:MOST])


def mentions(article: Article) -> tuple[Mention, ...]:
    """Every mention of a fact in the article's text, in order."""
    return read(article.text[:LONGEST], article.language, reference(article))


@lru_cache(maxsize=16)
def read(text: str, language: str, day: date | None) -> tuple[Mention, ...]:
    """Every mention of a fact in any ``text``, in order; ``day`` is what its dates are resolved against."""
    dated = _dates(text, language, day)
    inside = [(start, end) for start, end, *_ in dated]
    # "21 Nov 2026" names nobody.
    named = [each for each in _names(text, language) if not any(a <= each[0] and each[1] <= b for a, b in inside)]
    found = [*named, *dated, *amounts.find(text, language, day)]
    return tuple(
        Mention(start, end, kind, text[start:end], value, role) for start, end, kind, value, role in sorted(found)
    )


def _names(text: str, language: str) -> list[amounts.Found]:
    return [(name.start, name.end, name.kind, "", name.role) for name in names.find(text, language)]


def _dates(text: str, language: str, day: date | None) -> list[amounts.Found]:
    mentions = dates.find(text, language, day)
    return [(mention.start, mention.end, "date", mention.value, "") for mention in mentions if mention.value]
