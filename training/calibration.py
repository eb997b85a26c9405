# ruff: noqa: PLC0415 - the libraries of training are loaded where they are needed, so that tests run without them
"""How sure a topic head may be of itself: its temperature, and its figures on publishers held out."""

from __future__ import annotations

from collections import Counter

import numpy as np


def log_loss(logits: np.ndarray, wanted: np.ndarray) -> float:
    """Mean negative log likelihood in nats."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    return float((np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(wanted)), wanted]).mean())


def temperature(logits: np.ndarray, wanted: np.ndarray) -> float:
    """The divisor of the logits that makes held-out publishers likeliest (Guo et al. 2017)."""
    grid = np.exp(np.linspace(np.log(0.1), np.log(5), 80))
    return float(grid[np.argmin([log_loss(logits / step, wanted) for step in grid])])


def quality(
    logits: np.ndarray, wanted: np.ndarray, corpora: np.ndarray, publishers: np.ndarray, classes: list[str]
) -> dict[str, object]:
    """Figures by corpus and publisher, and the calibration error (ten bins)."""
    from sklearn.metrics import f1_score

    right = logits.argmax(axis=1) == wanted
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    sure = (shares / shares.sum(axis=1, keepdims=True)).max(axis=1)
    bins = np.minimum((sure * 10).astype(int), 9)
    error = sum(abs(right[bins == b].mean() - sure[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist()))
    found: dict[str, object] = {"expected_calibration_error": round(float(error), 4)}
    for corpus in sorted(set(corpora.tolist())):
        here = corpora == corpus
        order = np.argsort(-sure[here])[: int(0.8 * here.sum())]
        f1 = f1_score(wanted[here], logits[here].argmax(axis=1), labels=np.unique(wanted[here]), average="macro")
        found[corpus] = {
            "examples": int(here.sum()),
            "accuracy": round(float(right[here].mean()), 4),
            "macro_f1": round(float(f1), 4),
            "accuracy_at_80": round(float(right[here][order].mean()), 4),
        }
    counts = Counter(publishers.tolist())
    found["publishers"] = {
        name: {"examples": count, "accuracy": round(float(right[publishers == name].mean()), 3)}
        for name, count in counts.most_common(15)
    }
    found["topics"] = {label: round(float(right[wanted == row].mean()), 3) for row, label in enumerate(classes)}
    return found
