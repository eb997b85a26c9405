"""Facts of an article: people with their roles, organisations, places, dates, numbers and money, each in its place.

What is found is what the language room's rules see; nothing is inferred.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from standfirst.editing import Evidence, Fact, phrases
from standfirst.language import dates, lexicons, names, numbers
from standfirst.language.words import fold, primary

if TYPE_CHECKING:
    from standfirst.language.lexicons import Lexicon
    from standfirst.reading import Article

#: Facts kept of one article; the earliest stay.
MOST = 60
#: Code points of an article that are searched for facts.
LONGEST = 60_000
_BEHIND = re.compile(r"[ \u00a0-]([^\W\d_]{3,30})(?: ([^\W\d_]{3,30}))?")
#: A plural's last letter, by language; "x" ("jeux") is French alone.
_ENDINGS = {"en": ("s",), "es": ("s",), "pt": ("s",), "fr": ("s", "x")}
# "0830", "007": an hour or a code, and no quantity.
_CODE = re.compile(r"0\d+$")
# The same word is a coin and a weight: "nine pounds", "neun Pfund". Weighed is what words beside it say so.
_POUNDS = re.compile(r"(?:pounds?|pfund|livres?|libras?)$", re.IGNORECASE)
_WEIGHS_BEFORE = phrases.pattern("weight", "before", r"\b", r"\b[^.!?;:£$€]*$")
_WEIGHS_AFTER = phrases.pattern("weight", "after", r"\s", r"\b")
#: Code points before a number in which something may be said to weigh it.
_WEIGHED = 40
#: They end as plurals do.
_NO_NOUNS = frozenset({"less", "plus", "across", "this", "its", "as", "us", "versus", "moins", "dans", "sans", "mas"})
_PLURALS = frozenset({"people", "men", "women", "children", "police", "cattle", "sheep", "fish"})
_CURRENCY = re.compile(r"[A-Z]{3}$")
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
    found = [*named, *dated, *_numbers(text, language, day)]
    return tuple(
        Mention(start, end, kind, text[start:end], value, role) for start, end, kind, value, role in sorted(found)
    )


_Found = tuple[int, int, str, str, str]


def _names(text: str, language: str) -> list[_Found]:
    return [(name.start, name.end, name.kind, "", name.role) for name in names.find(text, language)]


def _dates(text: str, language: str, day: date | None) -> list[_Found]:
    mentions = dates.find(text, language, day)
    return [(mention.start, mention.end, "date", mention.value, "") for mention in mentions if mention.value]


def _numbers(text: str, language: str, day: date | None) -> list[_Found]:
    found = []
    for number in numbers.find(text, language, day):
        if number.unit in {"ordinal", "time"}:
            continue
        if _CODE.match(text[number.start : number.end]):
            continue
        money = bool(_CURRENCY.match(number.unit))
        if money and _weighs(text, number.start, number.end):
            found.append((number.start, number.end, "number", f"{number.value} lb", ""))
        elif money:
            found.append((number.start, number.end, "money", f"{number.unit} {number.value}", ""))
        else:
            unit = "" if number.unit in {"", "score"} else f" {number.unit}"
            counted = f"{number.value}{unit}"
            noun = "" if number.unit == "%" else _counts(text, number.end, language)
            found.append((number.start, number.end, "number", counted, noun))
    return found


def _weighs(text: str, start: int, end: int) -> bool:
    """Whether pounds are a weight: something is said to weigh them, right before or right after."""
    if not _POUNDS.search(text[start:end]):
        return False
    before, after = text[max(0, start - _WEIGHED) : start], text[end : end + 20]
    return bool(_WEIGHS_BEFORE.search(before) or _WEIGHS_AFTER.match(after))


def _counts(text: str, end: int, language: str) -> str:
    """What a number counts, for people to read: the plural right behind it, or with one word before it; else ""."""
    after = _BEHIND.match(text, end)
    if not after:
        return ""
    one, two = after[1], after[2] or ""
    code = primary(language)
    if code == "de":
        return next((word for word in (one, two) if word[:1].isupper()), "")
    lexicon = lexicons.get(code)

    def plural(word: str) -> bool:
        ends = word.endswith(_ENDINGS.get(code, ("s",))) or word in _PLURALS
        return word.islower() and ends and fold(word) not in _NO_NOUNS and not _listed(word, lexicon)

    if plural(one):
        return one
    # "megawatt hours", "galley kitchens"; but a verb or a particle between says that something else is told.
    return f"{one} {two}" if plural(two) and not _listed(one, lexicon) and not one.endswith(("ed", "ing")) else ""


def _listed(word: str, lexicon: Lexicon) -> bool:
    folded = fold(word)
    return folded in lexicon.stopwords or folded in lexicon.verbs or folded in lexicon.numbers
