"""How a text is written, in thirteen rates: first person, judgement, attribution, questions and so on.

The lists are in opinion.toml, by language. What stands in quotation marks is somebody else's and counts only as
``quoted``.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from standfirst.editing.wording import QUOTED
from standfirst.language.words import fold

FILE = Path(__file__).with_name("opinion.toml")
CHARACTERS = 12_000
LISTS = ("first_person", "we", "you", "modal", "attribution", "hedge", "evaluation")
RATES = (*LISTS, "questions", "exclamations", "quoted", "numbers", "words_a_sentence", "title_question")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?…]+")
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Terms:
    """A list of one language, folded: whole words, beginnings, and phrases of two words."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    phrases: frozenset[str]

    def met(self, word: str) -> bool:
        """Whether a folded word is listed."""
        return word in self.whole or (bool(self.beginnings) and word.startswith(self.beginnings))


@dataclass(frozen=True, slots=True)
class Manner:
    """``rates`` in the order of RATES (of the lists: hits per 100 words of the author's own), for each list the
    terms found, the most frequent first, with their counts, and the number of the author's own words."""

    rates: tuple[float, ...]
    found: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    words: int


@cache
def lexicon(language: str) -> dict[str, Terms]:
    """The lists of a language by name; empty for a language without any."""
    stored = tomllib.loads(FILE.read_text(encoding="utf-8")).get(language, {})
    table = {}
    for name, listed in stored.items():
        folded = [fold(term) for term in listed]
        phrases = frozenset(term for term in folded if " " in term)
        beginnings = tuple(term[:-1] for term in folded if term.endswith("*"))
        table[name] = Terms(frozenset(folded) - phrases, beginnings, phrases)
    return table


def tokens(text: str) -> list[str]:
    """The folded words of a text."""
    return WORD.findall(fold(text))


def spelled(terms: Iterable[str], text: str) -> list[str]:
    """Folded terms as ``text`` spells them, for readers: "luge" is "lüge" again, and "i" is "I"."""
    written = {fold(word): word if word[:2] in {"I", "I'", "I’"} else word.lower() for word in set(WORD.findall(text))}
    return [" ".join(written.get(part, part) for part in term.split()) for term in terms]


def hits(words: list[str], language: str) -> dict[str, Counter[str]]:
    """By list the terms that stand in ``words``, with their counts; a phrase hides its first word."""
    singles, pairs = Counter(words), Counter(f"{first} {second}" for first, second in pairwise(words))
    found = {}
    for name, terms in lexicon(language).items():
        seen: Counter[str] = Counter()
        for word, count in singles.items():
            if terms.met(word):
                seen[word] = count
        for phrase in terms.phrases & pairs.keys():
            seen[phrase] = pairs[phrase]
            first = phrase.partition(" ")[0]
            if first in seen:
                seen[first] -= pairs[phrase]
        found[name] = +seen
    return found


@lru_cache(maxsize=8)
def measure(title: str, text: str, language: str) -> Manner:
    """The manner of a text of at most CHARACTERS."""
    text = text[:CHARACTERS]
    own = QUOTED.sub(" ", text)
    words = tokens(own)
    seen = hits(words, language)
    counts = {name: seen.get(name, Counter()) for name in LISTS}
    total = max(len(words), 1)
    sentences = max(len(SENTENCE_END.findall(own)), 1)
    rates = [100 * counts[name].total() / total for name in LISTS]
    rates += [
        own.count("?") / sentences,
        own.count("!") / sentences,
        1 - len(own) / max(len(text), 1),
        100 * len(NUMBER.findall(own)) / total,
        min(total / sentences, 60) / 10,
        float("?" in title),
    ]
    first = {name: _commonest(count) for name, count in counts.items()}
    written = iter(spelled([term for terms in first.values() for term, _ in terms], own))
    found = tuple((name, tuple((next(written), count) for _, count in terms)) for name, terms in first.items())
    return Manner(tuple(rates), found, len(words))


def _commonest(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:3]


__all__ = ["CHARACTERS", "LISTS", "RATES", "Manner", "Terms", "hits", "lexicon", "measure", "spelled", "tokens"]
