"""What the comment model is trained on: articles that their publisher files as opinion or as news.

``opinion_article`` is labelled. More comes from ``topic_allsides_iptc``, by what is stated there: opinion where the
address has such a part, the title such a prefix or the collection such a source ("Guest Writer", "… - Opinion");
news where the address has a news desk's part, or from an agency or the BBC; the rest is not used. Prefixes and
editor's notes are stripped from both, for they state the label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from standfirst.editing import wording
from standfirst.editing.manner import measure
from standfirst.editing.wording import Counted
from standfirst.language import sentences
from training.corpora import rows, vectors
from training.topics import PREFIX

#: The note above many comment pieces that says so; it is stated evidence, which the mark reads by itself.
NOTE = re.compile(
    r"(?:editor['’]s note|story highlights)\b[^\n]{0,600}?(?:\n|(?<=[.!?])\s)"
    r"|the (?:opinions|views) expressed[^.\n]{0,300}\.",
    re.IGNORECASE,
)
COMMENT = re.compile(
    r"/(?:opinions?|commentisfree|columns?|columnists?|editorials?|op-?eds?|voices|ideas|commentary)(?:/|$)",
    re.IGNORECASE,
)
NEWS = re.compile(
    r"/(?:news|politics|us|world|us-news|homenews|usa|nation|justice|health|business|uk|europe|middle-east|asia)(?:/|$)",
    re.IGNORECASE,
)
WRITERS = re.compile(r"Guest Writer|Opinion|Editorial")
AGENCIES = frozenset({"Reuters", "Associated Press", "BBC News"})
ALIKE = 0.9
"""Cosine of document vectors from which two articles are one text at two publishers."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What is read of n texts: sentences and the title before them, their n-grams, rates (n, 13), vectors (n, 384)."""

    sentences: list[list[str]]
    counted: list[Counted]
    rates: np.ndarray
    vectors: np.ndarray


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts, whether each is comment, its publisher, and whether it is from ``opinion_article``."""

    texts: Texts
    comment: np.ndarray
    publishers: np.ndarray
    labelled: np.ndarray


def cleaned(title: str, text: str) -> tuple[str, str]:
    """Title and text without what states the label."""
    return PREFIX.sub("", title), NOTE.sub(" ", text)


def family(domain: str) -> str:
    """The publisher of a domain: editions and subdomains (us.cnn.com) stay together."""
    return ".".join(domain.split(".")[-2:])


def stated(row: dict[str, Any]) -> bool | None:
    """Whether a row of ``topic_allsides_iptc`` states that it is comment; None where it states nothing."""
    path = urlsplit(row["url"]).path
    if COMMENT.search(path) or row["title"].lower().startswith("opinion:") or WRITERS.search(row["source"]):
        return True
    return False if NEWS.search(path) or row["source"] in AGENCIES else None


def read(pairs: list[tuple[str, str]]) -> Texts:
    """The texts of cleaned (title, text) pairs."""
    split = [[title, *(span.of(text) for span in sentences.split(text, "en"))] for title, text in pairs]
    rates = np.array([measure(title, text, "en").rates for title, text in pairs], dtype=np.float32)
    return Texts(split, [wording.counted(each) for each in split], rates, vectors([f"{a}. {b}" for a, b in pairs]))


def examples(data: Path) -> Examples:
    """Everything the model is trained on, each article once; that of ``opinion_article`` first."""
    pairs, found, seen = [], [], set()
    for row in rows(data, "opinion_article"):
        pairs.append(cleaned(row["title"], row["text"]))
        found.append((row["label"] == "opinion", family(row["domain"]), True))
        seen |= {row["url"], row["text"][:300]}
    for row in rows(data, "topic_allsides_iptc"):
        comment = stated(row)
        if comment is not None and not {row["url"], row["text"][:300]} & seen:
            pairs.append(cleaned(row["title"], row["text"]))
            found.append((comment, family(urlsplit(row["url"]).hostname or ""), False))
    comment, publishers, labelled = (np.array(column) for column in zip(*found, strict=True))
    return Examples(read(pairs), comment, publishers, labelled)


def apart(known: Examples, test: np.ndarray) -> np.ndarray:
    """The rows to train on where ``test`` are held out: none of their publishers, and no copy of their texts."""
    rows = np.flatnonzero(~np.isin(known.publishers, np.unique(known.publishers[test])))
    near = (known.texts.vectors[rows] @ known.texts.vectors[test].T).max(axis=1)
    return rows[near < ALIKE]
