# ruff: noqa: PLC0415 - the libraries of training are loaded where they are needed, so that tests run without them
"""The machine of sentences, trained on no label of a sentence: their articles' labels are all that it is told.

Multiple-instance learning in two rounds (Andrews et al. 2003): first every sentence has its article's label; then
those of comment that the first round takes for news count as news, since not every sentence of a comment comments.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from standfirst.editing import wording
from standfirst.editing.wording import Counted
from training import corpora
from training.comment import Examples
from training.machines import Fitted

STRENGTH = 0.3
"""Inverse of the L2 penalty; not tuned."""
LEAST_SENTENCES, MOST_TERMS = 5, 30_000
"""Sentences that must have an n-gram, and how many are kept, the commonest."""
LEAST_WORDS, MOST_WORDS = 4, 80
"""Of a sentence trained on."""


def sentences(data: Path, known: Examples) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Sentences to train on, whether their article is comment, and their publisher; news also from summ_cnndm."""
    found = [
        (sentence, bool(label), str(publisher))
        for split, label, publisher in zip(known.texts.sentences, known.comment, known.publishers, strict=True)
        for sentence in split[1:]
    ]
    found += [
        (sentence, False, "summ_cnndm") for row in corpora.rows(data, "summ_cnndm") for sentence in row["sentences"]
    ]
    kept = [row for row in found if LEAST_WORDS <= len(row[0].split()) <= MOST_WORDS]
    texts, labels, publishers = zip(*kept, strict=True)
    return list(texts), np.array(labels), np.array(publishers)


def part(counted: Counted, rows: np.ndarray) -> Counted:
    """The n-grams of some sentences, numbered anew."""
    numbers = np.full(counted.sentences, -1, dtype=np.intp)
    numbers[rows] = np.arange(len(rows))
    sentence = numbers[counted.sentence]
    return Counted(counted.keys[sentence >= 0], sentence[sentence >= 0], len(rows))


def features(counted: Counted, vectors: np.ndarray, known: np.ndarray, rarity: np.ndarray) -> Any:
    """A sparse matrix (sentences, terms + 256)."""
    from scipy import sparse

    rows, places, values = wording.by_sentence(counted, known, rarity)
    counts = sparse.csr_matrix((values, (places, rows)), shape=(counted.sentences, len(known)))
    return sparse.hstack([counts, sparse.csr_matrix(vectors)]).tocsr()


def fit(counted: Counted, vectors: np.ndarray, labels: np.ndarray) -> Fitted:
    """The machine of sentences: their article's label, then without what it took for news in comment."""
    from sklearn.linear_model import LogisticRegression

    keys, counts = np.unique(counted.keys, return_counts=True)
    keys, counts = keys[counts >= LEAST_SENTENCES], counts[counts >= LEAST_SENTENCES]
    kept = np.sort(np.argsort(-counts, kind="stable")[:MOST_TERMS])
    rarity = np.log((1 + counted.sentences) / (1 + counts[kept])) + 1
    known, rarity = keys[kept], rarity.astype(np.float16).astype(np.float32)
    values = features(counted, vectors, known, rarity)
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=100, tol=1e-3)
    first = model.fit(values, labels).decision_function(values) > 0
    model.fit(values, labels & first)
    return Fitted(known, rarity, model.coef_[0], float(model.intercept_[0]))


def quality(counted: Counted, vectors: np.ndarray, labels: np.ndarray, publishers: np.ndarray) -> float:
    """How well held-out publishers' sentences of comment rank above those of news: area under the ROC curve."""
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import GroupKFold

    margins = np.zeros(len(labels))
    for train, test in GroupKFold(3).split(labels, labels, publishers):
        made = fit(part(counted, train), vectors[train], labels[train])
        values = features(part(counted, test), vectors[test], made.known, made.rarity)
        margins[test] = values @ made.weights + made.bias
    real = publishers != "summ_cnndm"
    return round(float(roc_auc_score(labels[real], margins[real])), 4)
