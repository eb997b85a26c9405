"""Keywords of sections in a text: whole words and phrases, beginnings, endings and parts of words.

Endings are for languages that write compounds as one word (``*wahl`` in *Bundestagswahl*), parts for those that leave
no space between words, or put what other languages say in small words before or behind a word's stem.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from standfirst.editing.cues import Finding, fold

if TYPE_CHECKING:
    from standfirst.editing.sections import Section

#: The parts of a compound with hyphens are words of their own, in keywords and in texts.
WORD = re.compile(r"[^\W_]+")
PHRASE_WORDS = 5
LEAD_CHARACTERS = 500
BODY_CHARACTERS = 3000
#: In these languages a keyword is looked for inside words.
SEAMLESS = frozenset({"ar", "fa", "he", "hi", "ja", "km", "ko", "lo", "my", "th", "ur", "xh", "zh", "zu"})
#: A shorter keyword in Latin letters is looked for as a word even there: ``NBA`` is part of too much.
SHORT = 5
#: Languages that a list of another serves: Norwegian's two, and Malay.
SAME = {"nb": "no", "nn": "no", "ms": "id"}
EVERY = "mul"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The keywords of all sections in one language, folded, with the slugs of their sections.

    ``openings`` are the first words of phrases, ``lengths`` those of the beginnings, ``tails`` those of the endings;
    ``parts`` are (part, slug, how it is written).
    """

    whole: dict[str, tuple[str, ...]]
    beginnings: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    parts: tuple[tuple[str, str, str], ...]
    openings: frozenset[str]
    lengths: tuple[int, ...]
    tails: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.whole or self.beginnings or self.endings or self.parts)


def words(text: str) -> list[str]:
    """The folded words of a text; hyphens and apostrophes divide."""
    return WORD.findall(fold(text))


def primary(language: str) -> str:
    """The subtag under which a language's keywords are listed."""
    subtag = language.split("-", maxsplit=1)[0].lower()
    return SAME.get(subtag, subtag)


def listed(sections: tuple[Section, ...], language: str) -> bool:
    """Whether any section has keywords in ``language``."""
    wanted = primary(language)
    return any(known == wanted for section in sections for known, _ in section.keywords)


@lru_cache(maxsize=32)
def lexicon(sections: tuple[Section, ...], language: str) -> Lexicon:
    """The lexicon of a :func:`primary` subtag; a phrase may end in a beginning (``electric vehicle*``)."""
    tables: tuple[dict[str, tuple[str, ...]], ...] = ({}, {}, {})
    whole, beginnings, endings = tables
    parts: list[tuple[str, str, str]] = []
    for section in sections:
        known = dict(section.keywords)
        for keyword in (*known.get(language, ()), *known.get(EVERY, ())):
            key = " ".join(words(keyword))
            front, back = keyword.startswith("*"), keyword.endswith("*")
            if not key:
                continue
            if (front and back) or (language in SEAMLESS and (not key.isascii() or len(key) >= SHORT)):
                parts.append((fold(keyword.strip("*")), section.slug, keyword.strip("*")))
                continue
            table = beginnings if back else endings if front else whole
            if section.slug not in table.get(key, ()):
                table[key] = (*table.get(key, ()), section.slug)
    return Lexicon(
        whole,
        beginnings,
        endings,
        tuple(parts),
        frozenset(key.split(" ", maxsplit=1)[0] for table in (whole, beginnings) for key in table if " " in key),
        tuple(sorted({len(key) for key in beginnings})),
        tuple(sorted({len(key) for key in endings})),
    )


def hits(text: str, terms: Lexicon) -> Iterator[tuple[str, str, int]]:
    """(section's slug, words that hit, how often); a word that hits a section in two ways hits it once."""
    tokens = words(text)
    phrases = Counter(tokens)
    for start, token in enumerate(tokens):
        if token in terms.openings:
            for size in range(2, min(PHRASE_WORDS, len(tokens) - start) + 1):
                phrases[" ".join(tokens[start : start + size])] += 1
    for phrase, times in phrases.items():
        slugs = list(terms.whole.get(phrase, ()))
        spaces = phrase.count(" ")
        for length in terms.lengths:
            if length > len(phrase):
                break
            beginning = phrase[:length]
            # A beginning of one word is no beginning of a phrase, and the other way round.
            if beginning in terms.beginnings and beginning.count(" ") == spaces:
                slugs.extend(terms.beginnings[beginning])
        for length in terms.tails if not spaces else ():
            if length > len(phrase):
                break
            slugs.extend(terms.endings.get(phrase[-length:], ()))
        for slug in dict.fromkeys(slugs):
            yield slug, phrase, times
    folded = fold(text) if terms.parts else ""
    for part, slug, written in terms.parts:
        times = folded.count(part)
        if times:
            yield slug, written, times


def keywords(title: str, body: str, tags: Sequence[str], sections: tuple[Section, ...], language: str) -> list[Finding]:
    """Keywords in the title (weight 2), the opening (1), the rest (a half) and the tags (1.5), damped by log."""
    terms = lexicon(sections, primary(language))
    if not terms:
        return []
    places = (
        (title[:LEAD_CHARACTERS], 2.0),
        (body[:LEAD_CHARACTERS], 1.0),
        (body[LEAD_CHARACTERS:BODY_CHARACTERS], 0.5),
        (", ".join(tags)[:LEAD_CHARACTERS], 1.5),
    )
    sums: dict[str, dict[str, float]] = {}
    for text, weight in places:
        for slug, phrase, times in hits(text, terms):
            seen = sums.setdefault(slug, {})
            seen[phrase] = seen.get(phrase, 0.0) + times * weight
    found: list[Finding] = []
    for slug, seen in sums.items():
        # A word said often counts less each time: one theme, not many.
        total = sum(math.log1p(weight) for weight in seen.values())
        best = sorted(seen, key=lambda phrase: (-seen[phrase], phrase))[:5]
        found.append(Finding(slug, math.log1p(total), ", ".join(best), "keywords"))
    return found
