"""The word lists of a language: what negates, hedges, reports, fills, asks, and how it writes dates and numbers.

They are data, a file a language, and kept folded (:func:`words.fold`), so that they match ``fold(word)``.
A language without a file has empty lists, days and months from CLDR (babel), and works with less.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from standfirst.language.words import fold, primary

FOLDER = Path(__file__).parent / "lexicon_data"

Words = frozenset[str]
Phrases = tuple[str, ...]
_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of one language, folded. A field that ends in ``s`` of one-word entries is a frozenset;
    phrases are tuples of words joined by single spaces. ``known`` is false for the empty fallback.

    ``weekdays`` give 0 (Monday) to 6, ``months`` 1 to 12, ``relative`` days from today, ``numbers``,
    ``magnitudes`` and ``units`` the value or unit behind a word; ``sensitive`` is topic → words, ``missing``
    the words for a slot that a source leaves open.
    """

    language: str
    known: bool = False
    negations: Words = frozenset()
    denials: Words = frozenset()
    hedges: Words = frozenset()
    certain: Words = frozenset()
    reporting: Words = frozenset()
    attributions: Phrases = ()
    openers: Words = frozenset()
    opener_phrases: Phrases = ()
    fillers: Phrases = ()
    teasers: Phrases = ()
    questions: Words = frozenset()
    weekdays: Mapping[str, int] = field(default_factory=dict)
    weekdays_short: Mapping[str, int] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    months_short: Mapping[str, int] = field(default_factory=dict)
    relative: Mapping[str, int] = field(default_factory=dict)
    next_cues: Words = frozenset()
    last_cues: Words = frozenset()
    future_cues: Words = frozenset()
    past_cues: Words = frozenset()
    day_names: Words = frozenset()
    year_cues: Words = frozenset()
    place_cues: Words = frozenset()
    stopwords: Words = frozenset()
    verbs: Words = frozenset()
    honorifics: Words = frozenset()
    roles: Words = frozenset()
    organisation_heads: Words = frozenset()
    place_heads: Words = frozenset()
    particles: Words = frozenset()
    abbreviations: Words = frozenset()
    evaluations: Words = frozenset()
    evaluation_phrases: Phrases = ()
    debris: Phrases = ()
    own_arithmetic: str = "our arithmetic"
    not_said: str = "the source does not say"
    missing: Mapping[str, str] = field(default_factory=dict)
    price_cues: Words = frozenset()
    count_cues: Words = frozenset()
    given_names: Words = frozenset()
    sensitive: Mapping[str, frozenset[str]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    magnitudes: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)


#: Lists of phrases rather than of words.
PHRASES = ("attributions", "opener_phrases", "fillers", "teasers", "evaluation_phrases", "debris")
_MAPPINGS = ("relative", "numbers", "magnitudes", "units")
_ORDERED = ("weekdays", "weekdays_short", "months", "months_short")
_TEXTS = ("own_arithmetic", "not_said")


@lru_cache(maxsize=64)
def get(language: str) -> Lexicon:
    """The lexicon of a BCP 47 tag; for a language without a file one that is empty but for days and months."""
    code = primary(language) or "und"
    path = FOLDER / f"{code}.toml"
    if not code.isalpha() or len(code) > 3 or not path.is_file():
        return _fallback(code)
    return _build(code, tomllib.loads(path.read_text(encoding="utf-8")))


def _build(code: str, table: Mapping[str, Any]) -> Lexicon:
    values: dict[str, Any] = {"language": code, "known": True}
    for name in Lexicon.__slots__:
        if name in {"language", "known"}:
            continue
        raw = table.get(name)
        if name in PHRASES:
            values[name] = _phrases(raw or "")
        elif name in _ORDERED:
            first = 1 if name.startswith("months") else 0
            names = {fold(word): first + place for place, word in enumerate((raw or "").split())}
            more = {fold(word): place for word, place in table.get(f"{name}_more", _NONE).items()}
            values[name] = MappingProxyType(names | more)
        elif name in _MAPPINGS:
            values[name] = MappingProxyType({fold(word): value for word, value in (raw or {}).items()})
        elif name == "missing":
            values[name] = MappingProxyType(dict(raw or {}))
        elif name == "sensitive":
            values[name] = MappingProxyType({topic: _words(listed) for topic, listed in (raw or {}).items()})
        elif name in _TEXTS:
            values[name] = raw or getattr(Lexicon("und"), name)
        else:
            values[name] = _words(raw or "")
    if table.get("sept"):
        values["months_short"] = MappingProxyType(dict(values["months_short"]) | {fold(table["sept"]): 9})
    return Lexicon(**values)


def _words(listed: str) -> Words:
    return frozenset(fold(word) for word in listed.split())


def _phrases(listed: str) -> Phrases:
    return tuple(" ".join(fold(phrase).split()) for phrase in listed.split("|") if phrase.strip())


def _fallback(code: str) -> Lexicon:
    """Days and months of a language from CLDR; everything else empty."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError, TypeError):
        return Lexicon(code)
    return Lexicon(
        code,
        weekdays=MappingProxyType(_folded(locale.days["format"]["wide"].items())),
        months=MappingProxyType(
            _folded(locale.months["stand-alone"]["wide"].items()) | _folded(locale.months["format"]["wide"].items())
        ),
    )


def _folded(names: Iterable[tuple[int, str]]) -> dict[str, int]:
    return {fold(name): place for place, name in names if name.strip() and " " not in name}
