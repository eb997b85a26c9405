"""IPTC media topics of an article: a calibrated head over its vector, and the tree of topics with its labels."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from standfirst.language import models

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from standfirst.reading import Article

    Floats = NDArray[np.float32]

#: Characters of an article that make its document vector: more than the 256 tokens that the model reads.
DOCUMENT_CHARACTERS = 4000
LEAST = 0.05


@dataclass(frozen=True, slots=True)
class Topic:
    """A media topic: its code without ``medtop:``, its parent's ("" at the top), its names by language."""

    code: str
    parent: str
    names: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The English name."""
        return dict(self.names).get("en", self.code)


@dataclass(frozen=True, slots=True)
class Head:
    """What training/topics.py made: a multinomial logistic head, and a vector for every topic's definition.

    ``weights`` (384, classes) and ``bias`` give logits, already divided by the temperature fitted on held-out
    publishers. ``definitions`` (topics, 384) are unit vectors of the topics in ``codes``. ``mixing`` says how
    the head, the definitions and a section's own labels are weighed against each other.
    """

    classes: tuple[str, ...]
    weights: Floats
    bias: Floats
    codes: tuple[str, ...]
    definitions: Floats
    mixing: Floats


@cache
def tree() -> dict[str, Topic]:
    """Every media topic by its code."""
    stored = json.loads(models.path("iptc.json").read_text(encoding="utf-8"))
    return {code: Topic(code, topic["parent"], tuple(topic["names"].items())) for code, topic in stored.items()}


def line(code: str) -> tuple[str, ...]:
    """``code`` and those above it, the nearest first; an unknown code stands alone."""
    topics, found = tree(), [code]
    while found[-1] in topics and topics[found[-1]].parent:
        found.append(topics[found[-1]].parent)
    return tuple(found)


@cache
def head() -> Head:
    """The trained head, loaded once in a process. Raises ModelError where its file is missing."""
    with np.load(models.path("topics.npz"), allow_pickle=False) as stored:
        definitions = stored["definitions"].astype(np.float32)
        definitions /= np.linalg.norm(definitions, axis=1, keepdims=True)
        return Head(
            tuple(str(code) for code in stored["classes"]),
            stored["weights"].astype(np.float32),
            stored["bias"].astype(np.float32),
            tuple(str(code) for code in stored["codes"]),
            definitions,
            stored["mixing"].astype(np.float32),
        )


def document(article: Article) -> str:
    """The text an article's vector is made of: its title, standfirst and opening, as in training."""
    body = article.text[:DOCUMENT_CHARACTERS]
    # Many pages repeat the standfirst as their first paragraph; it should count once.
    standfirst = "" if article.standfirst and article.standfirst[:60] in body else article.standfirst
    return ". ".join(part.strip().rstrip(".") for part in (article.title, standfirst, body) if part.strip())


def vector_of(article: Article) -> Floats:
    """The document vector of an article, shape (384,); zeros where it says nothing."""
    from standfirst.language.vectors import documents

    row: Floats = documents([document(article)])[0]
    return row


def chances(vector: Floats) -> Floats:
    """The probability of each of the head's classes, shape (classes,)."""
    trained = head()
    logits = vector @ trained.weights + trained.bias
    powers = np.exp(logits - logits.max())
    return np.asarray(powers / powers.sum(), dtype=np.float32)


def topics(vector: Floats) -> tuple[tuple[str, float], ...]:
    """(IPTC code, calibrated probability) of an English article's vector, likeliest first, those over 0.05.

    A vector of zeros, an article without text, has none.
    """
    if not vector.any():
        return ()
    found = zip(head().classes, chances(vector).tolist(), strict=True)
    return tuple(sorted(((code, round(p, 4)) for code, p in found if p >= LEAST), key=lambda pair: -pair[1]))
