"""Importance of words: the chance that a summary of an article has a word, by where and how the article uses it.

A forest of small trees over each word's counts and places, its rarity in news, and how near its sentences are to the
article's centre (the estimate of word importance of Hong and Nenkova 2014). A set of sentences is worth the chances
of its distinct words, so that a repeat adds nothing: a coverage in the sense of Filatova and Hatzivassiloglou 2004.
English alone, as the vectors and the rarities are; elsewhere no word has a weight.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from standfirst.errors import ModelError
from standfirst.language import models
from standfirst.language.words import fold, primary, texts
from standfirst.reading.body.forest import Forest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MODEL = "salience.npz"
LANGUAGES = frozenset({"en"})
#: Sentences that words are counted in, and different words that are weighed: the work stays bounded.
SENTENCES, WORDS = 60, 1500
#: A word is known by its beginning, a cheap stem.
LETTERS = 6
#: Chances are kept in 1/64, so that a set's worth is a few counts of bits.
STEPS = 6
FEATURES = (
    "times", "share-of-words", "sentences", "share-of-sentences", "first", "first-share", "last-share", "within-first",
    "early", "top-five", "capitals", "figures", "letters", "rarity", "best-sentence", "all-sentences",
    "article-sentences", "article-words",
)  # fmt: skip


def term(word: str) -> str:
    """What ``word`` is known by: its folded beginning."""
    return fold(word)[:LETTERS]


@dataclass(frozen=True, slots=True)
class Importance:
    """The words of an article with their chances. ``places`` gives each term its bit; ``planes`` are the bits of the
    terms whose chance, in steps of 1/64, has a binary digit: 1/64 first.
    """

    chances: Mapping[str, float] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    planes: tuple[int, ...] = ()

    def bits(self, text: str) -> int:
        """The words of ``text`` as bits; words that the article's beginning lacks have none."""
        found = 0
        for word in texts(text):
            place = self.places.get(term(word))
            if place is not None:
                found |= 1 << place
        return found

    def worth(self, bits: int) -> float:
        """How many of the words of ``bits`` a summary is expected to have."""
        return sum((bits & plane).bit_count() << digit for digit, plane in enumerate(self.planes)) / (1 << STEPS)


@dataclass(frozen=True, slots=True)
class Model:
    """The forest, and the rarity of terms in news: keys (CRC-32, rising) and log of how few articles have them."""

    forest: Forest
    keys: NDArray[np.uint32]
    rarity: Floats
    rarest: float

    def rarities(self, terms: Sequence[str]) -> Floats:
        """The rarity of each term; those not known are the rarest."""
        wanted = np.fromiter((crc32(each.encode("utf-8", "surrogatepass")) for each in terms), np.uint32, len(terms))
        if not len(self.keys):
            return np.full(len(terms), self.rarest, dtype=np.float32)
        places = np.searchsorted(self.keys, wanted)
        places[places == len(self.keys)] = 0
        return np.where(self.keys[places] == wanted, self.rarity[places], np.float32(self.rarest)).astype(np.float32)


def of(sentences: Sequence[str], vectors: Floats, language: str) -> Importance:
    """The importance of the words of ``sentences`` (the article's, in order); ``vectors`` are theirs, shape (n, 256).

    Raises :class:`standfirst.errors.ModelError` where the weights are missing.
    """
    if primary(language) not in LANGUAGES or not sentences:
        return Importance()
    model = shipped()
    terms, rows = table(sentences, vectors, model)
    return weighed(terms, model.forest.probabilities(rows[:, [FEATURES.index(name) for name in model.forest.names]]))


def weighed(terms: Sequence[str], chances: Floats) -> Importance:
    """``terms`` with their chances."""
    steps = np.clip(np.rint(chances * (1 << STEPS)), 0, (1 << STEPS) - 1).astype(int).tolist()
    planes = tuple(sum(1 << place for place, step in enumerate(steps) if step >> digit & 1) for digit in range(STEPS))
    places = {each: place for place, each in enumerate(terms)}
    return Importance(dict(zip(terms, map(float, chances), strict=True)), places, planes)


@dataclass(slots=True)
class _Use:
    """How an article uses a word."""

    word: str
    first: int
    within: float
    times: int = 0
    top: int = 0
    inner: int = 0
    capitals: int = 0
    early: float = 0.0
    last: int = -1
    held: list[int] = field(default_factory=list)


def table(sentences: Sequence[str], vectors: Floats, model: Model) -> tuple[list[str], Floats]:
    """The terms of ``sentences`` and their features, shape (terms, :data:`FEATURES`)."""
    uses = _uses(sentences[:SENTENCES])
    number = min(len(sentences), SENTENCES)
    near = _near(vectors[:number]).tolist()
    terms = list(uses)
    total = sum(each.times for each in uses.values())
    found = [
        (
            math.log(use.times), use.times / total, math.log(len(use.held)), len(use.held) / number,
            use.first, use.first / number, use.last / number, use.within,
            use.early, use.top, use.capitals / use.inner if use.inner else 0.5, any(map(str.isdigit, use.word)),
            min(len(use.word), 12), rarity, max(map(near.__getitem__, use.held)), sum(map(near.__getitem__, use.held)),
            number, math.log(total),
        )
        for use, rarity in zip(uses.values(), model.rarities(terms).tolist(), strict=True)
    ]  # fmt: skip
    return terms, np.array(found, dtype=np.float32).reshape(len(terms), len(FEATURES))


def _near(rows: Floats) -> Floats:
    """How near each sentence is to the article's centre, in which the first weigh most."""
    centre = (rows / (1 + 0.1 * np.arange(len(rows), dtype=np.float32))[:, None]).sum(axis=0)
    length = float(np.linalg.norm(centre))
    return np.asarray(rows @ (centre / length) if length else np.zeros(len(rows)), dtype=np.float32)


def _uses(sentences: Sequence[str]) -> dict[str, _Use]:
    uses: dict[str, _Use] = {}
    for number, sentence in enumerate(sentences):
        listed = texts(sentence)
        for place, word in enumerate(listed):
            key = term(word)
            use = uses.get(key)
            if use is None:
                if len(uses) == WORDS:
                    continue
                use = uses[key] = _Use(fold(word), number, place / len(listed))
            use.times += 1
            if use.last != number:
                use.last = number
                use.held.append(number)
                use.early += 1 / (1 + number)
                use.top += number < 5
            if place:
                use.inner += 1
                use.capitals += word[0].isupper()
    return uses


@cache
def shipped() -> Model:
    """The model that comes with the package. Raises :class:`ModelError` where its file is not what it should be."""
    file = models.path(MODEL)
    try:
        with np.load(file, allow_pickle=False) as stored:
            forest = Forest(stored["feature"], stored["threshold"], stored["value"], tuple(map(str, stored["names"])))
            return Model(forest, stored["keys"], stored["rarity"].astype(np.float32), float(stored["rarest"]))
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(str(file), f"the model cannot be read ({error})", models.WAY_OUT) from error
