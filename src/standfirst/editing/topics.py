"""IPTC media topics of an article: a calibrated head over its vectors and terms, and the tree of topics."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from standfirst.editing import network, terms
from standfirst.language import models

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from standfirst.editing.network import Network
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
    """What training/topics.py made: a head, and a vector for every topic's definition.

    ``terms`` (known, classes; int8, times ``steps``) for the terms whose keys are ``known``, weighed by ``rarity``
    (known), and ``bias`` give logits, to which those of the ``network`` over the vectors are added ``nets`` times; all
    is divided by the temperature fitted on held-out publishers. ``definitions`` (topics, 384) are
    unit vectors of the topics in ``codes``. ``mixing`` says how the head, the definitions and a section's own labels
    are weighed against each other.
    """

    classes: tuple[str, ...]
    known: NDArray[np.uint32]
    rarity: Floats
    terms: NDArray[np.int8]
    steps: Floats
    bias: Floats
    nets: float
    network: Network
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
            stored["known"],
            stored["rarity"].astype(np.float32),
            stored["terms"],
            stored["steps"],
            stored["bias"].astype(np.float32),
            float(stored["nets"]),
            network.loaded(stored),
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


def logits(vector: Floats, title: str, body: str) -> Floats:
    """The head's logit of each class, shape (classes,), from a document's vector, its title and its body."""
    from standfirst.language.vectors import documents

    trained = head()
    places, values = terms.weighed(terms.counted(title, body), trained.known, trained.rarity)
    found: Floats = (values @ trained.terms[places].astype(np.float32)) * trained.steps + trained.bias
    inputs = np.concatenate([vector, documents([title])[0], network.meaning(title, body)])
    return np.asarray(found + trained.nets * trained.network.logits(inputs[None], len(found))[0], dtype=np.float32)


def chances(vector: Floats, title: str, body: str) -> Floats:
    """The probability of each of the head's classes, shape (classes,)."""
    found = logits(vector, title, body)
    powers = np.exp(found - found.max())
    return np.asarray(powers / powers.sum(), dtype=np.float32)


def topics(shares: Floats) -> tuple[tuple[str, float], ...]:
    """(IPTC code, calibrated probability) from :func:`chances`, likeliest first, those over 0.05."""
    found = zip(head().classes, shares.tolist(), strict=True)
    return tuple(sorted(((code, round(p, 4)) for code, p in found if p >= LEAST), key=lambda pair: -pair[1]))
