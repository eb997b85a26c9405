"""Read the corpora, and keep the vectors of their texts between runs in build/ (never committed)."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from standfirst.language import vectors as language
from standfirst.language.models import manifest

CACHE = Path(__file__).resolve().parents[1] / "build" / "training"
CHARACTERS = 4000


def rows(data: Path, name: str) -> Iterator[dict[str, Any]]:
    """The rows of a corpus of labelled text."""
    with gzip.open(data / "text" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def vectors(texts: list[str]) -> np.ndarray:
    """Document vectors of ``texts``; those made by the same model before are read from build/."""
    model = next(weights.sha256 for weights in manifest() if weights.name == "minilm.onnx")
    cut = [text[:CHARACTERS] for text in texts]
    key = hashlib.sha256("\0".join([model, *cut]).encode()).hexdigest()[:20]
    file = CACHE / f"{key}.npy"
    if file.exists():
        return np.load(file)
    made = language.documents(cut)
    CACHE.mkdir(parents=True, exist_ok=True)
    np.save(file, made)
    return made
