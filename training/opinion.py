# ruff: noqa: PLC0415 - the libraries of training are loaded where they are needed, so that tests run without them
"""Make the comment model: ``python -m training.opinion [--data ../shared/corpora]``.

Logistic regression over the document vector and the rates of standfirst.editing.opinion, publishers held out for
its figures. Titles lose what gives the label away ("OPINION:"), texts their editor's notes. Writes ``opinion.npz``
and ``training/cards/opinion.json``.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import numpy as np

from standfirst.editing.opinion import RATES, style
from training.corpora import rows, vectors
from training.manifest import MODELS, enter
from training.topics import PREFIX

SEED = 20261122
FOLDS = 5
STRENGTH = 0.03
"""Inverse of the L2 penalty on the vector and the rates together; with publishers held out, from 0.03, 0.3, 1."""
WEIGHT = 8.0
"""The vector's numbers are about 0.05: brought towards the rates' scale, so that one penalty serves both."""
#: The note above many comment pieces that says so; it is stated evidence, which the mark reads by itself.
NOTE = re.compile(
    r"(?:editor['’]s note|story highlights)\b[^\n]{0,600}?(?:\n|(?<=[.!?])\s)"
    r"|the (?:opinions|views) expressed[^.\n]{0,300}\.",
    re.IGNORECASE,
)


def cleaned(title: str, text: str) -> tuple[str, str]:
    """Title and text without what states the label."""
    return PREFIX.sub("", title), NOTE.sub(" ", text)


def family(domain: str) -> str:
    """The publisher of a domain: editions and subdomains (us.cnn.com) stay together."""
    return ".".join(domain.split(".")[-2:])


def regression() -> object:
    """The model, unfitted."""
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=STRENGTH, max_iter=500, class_weight="balanced")


def main() -> None:
    """Train, measure, write."""
    from sklearn.metrics import f1_score
    from sklearn.model_selection import GroupKFold

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=MODELS)
    options = parser.parse_args()
    known = [(*cleaned(row["title"], row["text"]), row) for row in rows(options.data, "opinion_article")]
    labels = np.array([row["label"] == "opinion" for _, _, row in known])
    domains = np.array([family(row["domain"]) for _, _, row in known])
    rates = np.array([style(title, text, "en").rates for title, text, _ in known])
    mean, scale = rates.mean(axis=0), rates.std(axis=0) + 1e-6
    standard = np.clip((rates - mean) / scale, -3, 3)
    vector = vectors([f"{title}. {text}" for title, text, _ in known]) * WEIGHT
    card: dict[str, object] = {"model": "opinion.npz", "seed": SEED, "examples": len(labels)}
    kinds = {"full": np.hstack([vector, standard]), "rates": standard}
    fitted = {}
    for kind, values in kinds.items():
        guessed = np.zeros(len(labels))
        for train, test in GroupKFold(FOLDS).split(values, labels, domains):
            guessed[test] = regression().fit(values[train], labels[train]).predict_proba(values[test])[:, 1]
        publishers = {
            name: {
                "examples": int((domains == name).sum()),
                "accuracy": round(float(((guessed > 0.5) == labels)[domains == name].mean()), 3),
            }
            for name in sorted(set(domains.tolist()), key=lambda name: -(domains == name).sum())[:8]
        }
        card[kind] = {
            "macro_f1": round(float(f1_score(labels, guessed > 0.5, average="macro")), 4),
            "brier": round(float(((guessed - labels) ** 2).mean()), 4),
            "precision_at_0.7": round(float(labels[guessed >= 0.7].mean()), 4),
            "recall_at_0.7": round(float((guessed >= 0.7)[labels].mean()), 4),
            "publishers": publishers,
        }
        model = regression().fit(values, labels)
        fitted[kind] = np.append(model.coef_[0], model.intercept_[0]).astype(np.float32)
    fitted["full"][: vector.shape[1]] *= WEIGHT
    card["rates_weights"] = dict(zip(RATES, np.round(fitted["rates"], 2).tolist(), strict=False))
    np.savez_compressed(
        options.out / "opinion.npz", mean=mean.astype(np.float32), scale=scale.astype(np.float32), **fitted
    )
    enter("opinion.npz", "trained on opinion_article (Article-Bias-Prediction, Apache-2.0)", "Apache-2.0", options.out)
    cards = Path(__file__).with_name("cards")
    cards.mkdir(exist_ok=True)
    (cards / "opinion.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=1))


if __name__ == "__main__":
    main()
