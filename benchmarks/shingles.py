"""How bodies are scored: 4-gram shingles of tokens, as the article extraction benchmark of 2020 defines it.

Tokens are runs of word characters. A page's true positives, false positives and false negatives are counted
over the multisets of shingles and divided by their sum, so that long pages weigh no more than short ones.
Precision is averaged over the pages where something was extracted, recall over those where something was
there to extract, and F1 is the harmonic mean of the two averages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

TOKEN = re.compile(r"\w+")
LENGTH = 4


@dataclass(frozen=True, slots=True)
class Counts:
    """A page's shares of true positives, false positives and false negatives; they add up to 1, or are all 0."""

    true: float
    false: float
    missed: float


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The multiset of shingles; a text shorter than one is one shingle of what it has."""
    tokens = TOKEN.findall(text)
    if not tokens:
        return Counter()
    return Counter(tuple(tokens[at : at + LENGTH]) for at in range(max(1, len(tokens) - LENGTH + 1)))


def compare(truth: str, text: str) -> Counts:
    """Count one page."""
    wanted, got = shingles(truth), shingles(text)
    true = sum((wanted & got).values())
    false, missed = sum((got - wanted).values()), sum((wanted - got).values())
    total = true + false + missed
    return Counts(true / total, false / total, missed / total) if total else Counts(0.0, 0.0, 0.0)


def scores(pages: Iterable[Counts]) -> dict[str, float]:
    """``f1``, ``precision`` and ``recall`` of a set of pages."""
    counted = list(pages)
    precisions = [page.true / (page.true + page.false) for page in counted if page.true + page.false > 0]
    recalls = [page.true / (page.true + page.missed) for page in counted if page.true + page.missed > 0]
    precision = sum(precisions) / len(precisions) if precisions else 0.0
    recall = sum(recalls) / len(recalls) if recalls else 0.0
    both = precision + recall
    return {"f1": 2 * precision * recall / both if both else 0.0, "precision": precision, "recall": recall}
