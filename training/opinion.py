# ruff: noqa: PLC0415 - the libraries of training are loaded where they are needed, so that tests run without them
"""Make the comment model: ``python -m training.opinion [--data ../shared/corpora]``.

Three linear machines: of articles, over n-grams, document vector and rates; of articles in other languages, over the
rates alone; of sentences, over n-grams and static vectors (training/slant.py). Publishers are held out for the
figures. Writes ``opinion.npz`` and ``training/cards/opinion.json``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from standfirst.editing import wording
from standfirst.editing.manner import RATES
from standfirst.editing.opinion import standard
from standfirst.language import vectors as language
from training import comment, slant
from training.comment import Examples, Texts
from training.machines import Fitted, vocabulary
from training.manifest import MODELS, enter

SEED = 20261122
FOLDS = 5
STRENGTH, RATES_STRENGTH = 0.5, 0.03
"""Inverses of the L2 penalties. The first from 0.1, 0.2, 0.5 with publishers held out."""
VECTOR_WEIGHT, RATE_WEIGHT = 0.7, 0.1
"""Of the document vector and the rates beside n-grams of unit length; from 0, 0.7, 1, 2 and 0, 0.1, 0.2."""
LEAST_TEXTS, MOST_TERMS = 3, 60_000
"""Texts that must have an n-gram, and how many are kept, the commonest."""


def features(texts: Texts, chosen: np.ndarray, known: np.ndarray, rarity: np.ndarray, rates: np.ndarray) -> Any:
    """A sparse matrix (chosen, terms + 384 + 13); ``rates`` are standard."""
    from scipy import sparse

    found = [wording.whole(texts.counted[row], known, rarity) for row in chosen]
    ends = np.cumsum([0, *(len(places) for places, _ in found)])
    places, values = (np.concatenate(column) for column in zip(*found, strict=True))
    counts = sparse.csr_matrix((values, places, ends), shape=(len(chosen), len(known)))
    dense = (texts.vectors[chosen] * VECTOR_WEIGHT, rates[chosen] * RATE_WEIGHT)
    return sparse.hstack([counts, *(sparse.csr_matrix(part) for part in dense)]).tocsr()


def fit(known: Examples, chosen: np.ndarray, rates: np.ndarray) -> Fitted:
    """The machine of articles on the chosen rows; both classes weigh alike."""
    from sklearn.svm import LinearSVC

    texts = known.texts
    keys, rarity = vocabulary([np.unique(texts.counted[row].keys) for row in chosen], LEAST_TEXTS, MOST_TERMS)
    machine = LinearSVC(C=STRENGTH, class_weight="balanced", tol=1e-3, random_state=SEED)
    machine.fit(features(texts, chosen, keys, rarity, rates), known.comment[chosen])
    return Fitted(keys, rarity, machine.coef_[0], float(machine.intercept_[0]))


def fit_rates(rates: np.ndarray, labels: np.ndarray) -> Any:
    """The model of rates alone."""
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=RATES_STRENGTH, max_iter=500, class_weight="balanced").fit(rates, labels)


def rated(known: Examples, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mean and deviation of the rates over the chosen rows, and all rates by them."""
    mean, scale = known.texts.rates[chosen].mean(axis=0), known.texts.rates[chosen].std(axis=0) + 1e-6
    return mean, scale, standard(known.texts.rates, mean, scale)


def folds(known: Examples) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows to train on and to ask about: ``opinion_article`` in folds of publishers."""
    from sklearn.model_selection import GroupKFold

    labelled = np.flatnonzero(known.labelled)
    for _, test in GroupKFold(FOLDS).split(labelled, labelled, known.publishers[labelled]):
        yield comment.apart(known, labelled[test]), labelled[test]


def held_out(known: Examples) -> tuple[np.ndarray, np.ndarray]:
    """Margins of the machine of articles and probabilities of that of rates, on publishers they have not seen."""
    margins, chances = np.zeros(len(known.comment)), np.zeros(len(known.comment))
    for train, test in folds(known):
        _, _, rates = rated(known, train)
        made = fit(known, train, rates)
        margins[test] = features(known.texts, test, made.known, made.rarity, rates) @ made.weights + made.bias
        own = train[known.labelled[train]]
        chances[test] = fit_rates(rates[own], known.comment[own]).predict_proba(rates[test])[:, 1]
    return margins[known.labelled], chances[known.labelled]


def quality(chances: np.ndarray, known: Examples) -> dict[str, object]:
    """Figures on ``opinion_article``, by publisher too."""
    from sklearn.metrics import f1_score

    labels, publishers = known.comment[known.labelled], known.publishers[known.labelled]
    right = (chances > 0.5) == labels
    return {
        "macro_f1": round(float(f1_score(labels, chances > 0.5, average="macro")), 4),
        "brier": round(float(((chances - labels) ** 2).mean()), 4),
        **{
            f"{name}_at_{level}": round(float(figure), 4)
            for level in (0.7, 0.9)
            for name, figure in (
                ("precision", labels[chances >= level].mean()),
                ("recall", (chances >= level)[labels].mean()),
            )
        },
        "publishers": {
            name: {
                "examples": int((publishers == name).sum()),
                "accuracy": round(float(right[publishers == name].mean()), 3),
            }
            for name in sorted(set(publishers.tolist()), key=lambda name: -(publishers == name).sum())[:8]
        },
    }


def main() -> None:
    """Train, measure, write."""
    from sklearn.linear_model import LogisticRegression

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=MODELS)
    options = parser.parse_args()
    known = comment.examples(options.data)
    labels = known.comment[known.labelled]
    margins, by_rates = held_out(known)
    # Margins of a support vector machine become log-odds by two numbers fitted on held-out publishers (Platt 1999).
    platt = LogisticRegression(C=1e6).fit(margins[:, None], labels)
    slope, shift = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    card: dict[str, object] = {
        "model": "opinion.npz",
        "seed": SEED,
        "examples": {"opinion_article": len(labels), "topic_allsides_iptc": int((~known.labelled).sum())},
        "full": quality(1 / (1 + np.exp(-(slope * margins + shift))), known),
        "rates": quality(by_rates, known),
    }
    everything, own = np.arange(len(known.comment)), np.flatnonzero(known.labelled)
    mean, scale, rates = rated(known, everything)
    made = fit(known, everything, rates)
    made = Fitted(made.known, made.rarity, made.weights * slope, made.bias * slope + shift)
    alone = fit_rates(rates[own], known.comment[own])
    weights = np.append(alone.coef_[0], alone.intercept_[0])
    card["rates_weights"] = {name: round(float(w), 2) for name, w in zip(RATES, weights, strict=False)}

    texts, of_comment, publishers = slant.sentences(options.data, known)
    counted, vectors = wording.counted(texts), language.sentences(texts)
    card["sentences"] = {
        "examples": len(texts),
        "of comment": int(of_comment.sum()),
        "roc_auc against the article's label": slant.quality(counted, vectors, of_comment, publishers),
    }
    machine = slant.fit(counted, vectors, of_comment)
    others = np.concatenate([np.full(known.texts.vectors.shape[1], VECTOR_WEIGHT), np.full(len(RATES), RATE_WEIGHT)])
    np.savez_compressed(
        options.out / "opinion.npz",
        mean=mean.astype(np.float32),
        scale=scale.astype(np.float32),
        rates=weights.astype(np.float32),
        **made.stored("document", others),
        **machine.stored("sentence"),
    )
    enter(
        "opinion.npz",
        "trained on opinion_article and topic_allsides_iptc (Article-Bias-Prediction, Apache-2.0), summ_cnndm",
        "Apache-2.0",
        options.out,
    )
    cards = Path(__file__).with_name("cards")
    cards.mkdir(exist_ok=True)
    (cards / "opinion.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=1))


if __name__ == "__main__":
    main()
