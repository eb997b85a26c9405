"""Is an article comment, and which of its sentences are: a probability, and reasons that a reader can check.

English: a logistic model over the document vector and the rates below. Other languages with a lexicon
(opinion.toml): the rates alone, by the same weights for each language, and the reasons say so. What a page states
of itself (a label, a column's name) is stronger than either and is judged by the mark, not here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from standfirst.editing import topics
from standfirst.editing.cues import fold
from standfirst.language import models

if TYPE_CHECKING:
    from standfirst.editing.topics import Floats
    from standfirst.reading import Article

FILE = Path(__file__).with_name("opinion.toml")
CHARACTERS = 12_000
LEAST_WORDS = 80
"""Shorter texts give no rates worth a judgement."""
LISTS = ("first_person", "we", "you", "modal", "attribution", "hedge", "evaluation")
RATES = (*LISTS, "questions", "exclamations", "quoted", "numbers", "words_a_sentence", "title_question")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?…]+")
#: Speech in quotation marks, 600 characters at most, so that a mark never closed swallows no page.
QUOTED = re.compile(r'"[^"\n]{1,600}"|“[^”\n]{1,600}”|„[^“”\n]{1,600}[“”]|«[^»\n]{1,600}»|»[^«\n]{1,600}«')
SAID = {
    "first_person": "speaks in the first person",
    "we": "speaks for “we”",
    "you": "speaks to the reader",
    "modal": "says what should be done",
    "hedge": "argues with the reader",
    "evaluation": "uses words of judgement",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is written: ``rates`` in the order of RATES (words per 100 words of the author's own), and
    for each list the words found, the most frequent first, with their counts."""

    rates: tuple[float, ...]
    found: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    words: int


@cache
def lexicon(language: str) -> dict[str, tuple[frozenset[str], tuple[str, ...], frozenset[str]]]:
    """By list: whole words, beginnings and phrases, folded; empty for a language without a lexicon."""
    stored = tomllib.loads(FILE.read_text(encoding="utf-8")).get(language, {})
    table = {}
    for name, terms in stored.items():
        folded = [fold(term).replace("’", "'") for term in terms]
        phrases = frozenset(term for term in folded if " " in term)
        beginnings = tuple(term[:-1] for term in folded if term.endswith("*"))
        table[name] = (frozenset(folded) - phrases, beginnings, phrases)
    return table


def style(title: str, text: str, language: str) -> Style:
    """The rates of a text; what stands in quotation marks is somebody else's and counts only as ``quoted``."""
    text = text[:CHARACTERS]
    own = QUOTED.sub(" ", text)
    tokens = [fold(word).replace("’", "'") for word in WORD.findall(own)]
    total = max(len(tokens), 1)
    counts: dict[str, dict[str, int]] = {name: {} for name in LISTS}
    for name, (whole, beginnings, phrases) in lexicon(language).items():
        seen = counts[name]
        for place, token in enumerate(tokens):
            pair = f"{token} {tokens[place + 1]}" if place + 1 < len(tokens) else ""
            hit = (
                pair if pair in phrases else token if token in whole or token.startswith(beginnings or ("\0",)) else ""
            )
            if hit:
                seen[hit] = seen.get(hit, 0) + 1
    sentences = max(len(SENTENCE_END.findall(own)), 1)
    rates = [100 * sum(counts[name].values()) / total for name in LISTS]
    rates += [
        own.count("?") / sentences,
        own.count("!") / sentences,
        1 - len(own) / max(len(text), 1),
        100 * len(re.findall(r"\d+", own)) / total,
        min(total / sentences, 60) / 10,
        float("?" in title),
    ]
    found = tuple(
        (name, tuple(sorted(counts[name].items(), key=lambda pair: (-pair[1], pair[0]))[:3])) for name in LISTS
    )
    return Style(tuple(rates), found, len(tokens))


@dataclass(frozen=True, slots=True)
class Head:
    """What training/opinion.py made: ``mean`` and ``scale`` of the rates, weights with and without the vector."""

    mean: Floats
    scale: Floats
    full: Floats
    rates: Floats


@cache
def head() -> Head:
    """The trained weights, loaded once in a process. Raises ModelError where their file is missing."""
    with np.load(models.path("opinion.npz"), allow_pickle=False) as stored:
        return Head(*(stored[name].astype(np.float32) for name in ("mean", "scale", "full", "rates")))


def features(found: Style, trained: Head) -> Floats:
    """Rates as standard deviations from the mean, three at most either way, and a one for the constant."""
    rates = np.clip((np.array(found.rates, dtype=np.float32) - trained.mean) / trained.scale, -3, 3)
    return np.append(rates, np.float32(1))


def commentary(article: Article, vector: Floats | None = None) -> tuple[float, tuple[str, ...]]:
    """The probability that ``article`` is comment rather than news, and why.

    0.0 without reasons where the text is under 80 words or its language has no lexicon. ``vector`` is the
    article's document vector; for English it is made here where it is not given.
    """
    language = article.language.split("-")[0].lower()
    if not lexicon(language):
        return 0.0, ()
    found = style(article.title, article.text, language)
    if found.words < LEAST_WORDS:
        return 0.0, ()
    trained = head()
    values = features(found, trained)
    if language == "en":
        vector = topics.vector_of(article) if vector is None else vector
        score = float(np.concatenate([vector, values]) @ trained.full)
    else:
        score = float(values @ trained.rates)
    chance = float(1 / (1 + np.exp(-score)))
    return round(chance, 4), reasons(found, values)


def reasons(found: Style, values: Floats) -> tuple[str, ...]:
    """What makes it read like comment: the rates above the average, each with its words and counts."""
    said: list[tuple[float, str]] = []
    for place, name in enumerate(RATES):
        if values[place] <= 0.3:
            continue
        words = dict(found.found).get(name, ())
        if name in SAID and words:
            listed = ", ".join(f"“{word}” {count}×" for word, count in words)
            said.append((float(values[place]), f"{SAID[name]}: {listed}"))
        elif name == "questions":
            said.append((float(values[place]), "asks its readers questions"))
        elif name == "exclamations":
            said.append((float(values[place]), "exclaims"))
    if values[RATES.index("attribution")] < -0.5:
        said.append((0.5, "attributes little of what it says to anybody"))
    return tuple(reason for _, reason in sorted(said, reverse=True)[:4])


def opinionated(sentences: Sequence[str], language: str) -> tuple[float, ...]:
    """How much each sentence evaluates or urges, from 0 to 1, by the lexicon alone; speech in quotes is left out."""
    terms = lexicon(language.split("-", maxsplit=1)[0].lower())
    scores: list[float] = []
    for sentence in sentences:
        own = QUOTED.sub(" ", sentence[:2000])
        tokens = [fold(word).replace("’", "'") for word in WORD.findall(own)]
        pairs = {f"{first} {second}" for first, second in pairwise(tokens)}
        score = 0.0
        for name, weight in SENTENCE_WEIGHTS.items():
            whole, beginnings, phrases = terms.get(name, (frozenset(), (), frozenset()))
            hits = sum(token in whole or (bool(beginnings) and token.startswith(beginnings)) for token in tokens)
            score += weight * (hits + len(pairs & phrases))
        scores.append(round(1 - float(np.exp(-max(score, 0.0))), 3))
    return tuple(scores)


#: What a word of each list says of its sentence; attribution speaks against.
SENTENCE_WEIGHTS = {"first_person": 0.3, "modal": 0.4, "hedge": 0.3, "evaluation": 0.7, "attribution": -0.4}
