"""Names, dates, places and numbers, by capitals and lists alone."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

import babel

from benchmarks.judging import lexicon, text

if TYPE_CHECKING:
    from standfirst.reading import Article

_ELIDED = frozenset({"l", "d", "qu", "n", "s", "j", "m", "t", "c", "un", "all", "dell", "nell", "dall"})
_PAIR = re.compile(r"\b([A-ZÄÖÜ][\w-]+) (?=([A-ZÄÖÜ][\w-]+))")
_OPENS = re.compile(r"[:\"“„«»•—–|]\s*")
_NUMBER = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]?\b|\d{1,2}(?::|h|\s?(?:am|pm|a\.m|p\.m|Uhr))")


def prose(article: Article) -> str:
    """An article's paragraphs without its headings and captions, which capitalise what is no name."""
    return "\n\n".join(each.text for each in article.paragraphs if each.role not in {"heading", "caption"})


@lru_cache(maxsize=64)
def names(source: str, language: str) -> frozenset[str]:
    """The folded capitalised words that are names in a source.

    A name is capitalised inside sentences more often than it stands in small letters; a sentence also opens behind a
    colon, a dash or a quotation mark. German capitalises every noun: there, a word that ever follows an article, a
    determiner or an inflected adjective is none, and a name stands beside another at least once ("Ana Reyes"), is
    shouted ("NATO") or is a known place.
    """
    high: Counter[str] = Counter()
    low: Counter[str] = Counter()
    for piece in (piece for sentence in text.sentences(source) for piece in _OPENS.split(sentence)):
        words = text.tokens(piece)
        for place, word in enumerate(words):
            plain = bare(word)
            if not word[0].isupper() or (place and language == "de" and not word.isupper() and _common(words, place)):
                low[plain] += 1
            elif place:
                high[plain] += 1
    ordinary = _ordinary(language)
    if language == "de":
        pairs = {text.fold(word) for pair in _PAIR.finditer(source) for word in pair.groups()}
        places = lexicon.PLACES | _countries(language)
        shouted = {bare(word) for word in text.tokens(source) if word.isupper() and len(word) > 1}
        high = Counter({word: times for word, times in high.items() if word in pairs | places | shouted})
    return frozenset(
        word for word in high if low[word] < (1 if language == "de" else high[word]) and word not in ordinary
    )


def _common(words: tuple[str, ...], place: int) -> bool:
    """Whether a German word is a noun like others by what stands before it."""
    before = words[place - 1]
    if before[0].isupper():
        return False
    inflected = before.endswith(("er", "en", "es", "em", "e")) and before not in lexicon.BEFORE_NAMES_DE
    return text.fold(before) in lexicon.ARTICLES_DE or inflected


@lru_cache(maxsize=32)
def _ordinary(language: str) -> frozenset[str]:
    stop = lexicon.of(lexicon.STOP, language)
    return (
        stop | lexicon.DAYS | lexicon.MONTHS | lexicon.NUMBER_WORDS | {"i", "i'm", "mr", "mrs", "ms"} | lexicon.TITLES
    )


def bare(word: str) -> str:
    """A folded word without its possessive or an elided article."""
    plain = text.fold(word)
    head, _, tail = plain.rpartition("'")
    if head and tail in {"s", "", "ve", "ll", "re", "d", "m"}:
        return head
    return tail if head in _ELIDED else plain


def mentions(said: str, known: frozenset[str]) -> tuple[str, ...]:
    """The names in a text, each run of capitalised words once for each time it stands there."""
    found: list[str] = []
    inside = False
    for word in text.tokens(said):
        is_name = word[0].isupper() and (bare(word) in known or (len(word) > 1 and word.isupper() and word.isalpha()))
        if is_name and not inside:
            found.append(bare(word))
        inside = is_name
    return tuple(found)


def numbers(said: str) -> tuple[str, ...]:
    """Numbers, in digits or words."""
    return tuple(word for word in text.folded(said) if _NUMBER.search(word) or word in lexicon.NUMBER_WORDS)


def days(said: str) -> tuple[str, ...]:
    """Words that date: months, weekdays, "yesterday"."""
    return tuple(plain for word in text.tokens(said) if _dates(word, plain := bare(word)))


def _dates(word: str, plain: str) -> bool:
    if plain in lexicon.MONTHS:
        return word[0].isupper() or plain not in lexicon.ALSO_WORDS
    return plain in lexicon.DAYS


def dated(said: str) -> bool:
    """Whether a text holds a date or time."""
    return bool(days(said) or _YEAR.search(said))


@lru_cache(maxsize=32)
def _countries(language: str) -> frozenset[str]:
    """The countries' names of one word, from CLDR in the language and in English."""
    found = set()
    for code in {language, "en"}:
        with contextlib.suppress(babel.UnknownLocaleError, ValueError):
            found.update(babel.Locale.parse(code).territories.values())
    return frozenset(text.fold(name) for name in found if name.isalpha() and len(name) > 2)


def placed(said: str, known: frozenset[str], language: str) -> bool:
    """Whether a name stands after a word that places it, or a country's or a well-known place's name stands there."""
    words = text.tokens(said)
    places = lexicon.PLACES | _countries(language)
    for place, word in enumerate(words):
        plain = bare(word)
        if (word[0].isupper() and plain in places) or (word in {"US", "UK", "EU", "UAE", "U.S", "U.K", "USA"}):
            return True
        if word[0].isupper() and plain in known and place:
            before = text.fold(words[place - 1])
            if before in lexicon.IN or (
                before in {"the", "der", "la", "el", "l'"} and place > 1 and text.fold(words[place - 2]) in lexicon.IN
            ):
                return True
    return False
