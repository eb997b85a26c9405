"""Text to vectors: one per article from a small transformer, one per sentence from a table of token vectors.

Documents go through all-MiniLM-L6-v2 (Wang et al. 2020, "MiniLM"; sentence-transformers' fine-tuning) with
int8 weights, one at a time: the activations are quantised by what a run holds, so a batch would make a text's
vector depend on its neighbours. Sentences are weighted means of token vectors distilled from the same model,
which keeps thousands of them a second on one core. The two spaces are different and are never compared.

Both are English at heart: other languages share only names and borrowed words.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from standfirst.language import models

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

DOCUMENT_SIZE = 384
SENTENCE_SIZE = 256
#: Tokens read of a document; the model was trained with as many.
DOCUMENT_TOKENS = 256
SENTENCE_TOKENS = 128
#: Characters looked at per token allowed, so that tokenising is bounded however long the text.
CHARACTERS_PER_TOKEN = 10
#: Sentences whose token vectors are in memory at once.
BATCH = 512

_lock = threading.Lock()
_loaded: dict[str, Any] = {}


def documents(texts: Sequence[str]) -> Floats:
    """One vector a text, shape (n, 384), unit length; the first 256 tokens count. An empty text gives zeros.

    Raises :class:`standfirst.errors.ModelError` where the weights are missing.
    """
    vectors = np.zeros((len(texts), DOCUMENT_SIZE), dtype=np.float32)
    for row, text in enumerate(texts):
        if text.strip():
            vectors[row] = _document(text[: DOCUMENT_TOKENS * CHARACTERS_PER_TOKEN])
    return vectors


def sentences(texts: Sequence[str]) -> Floats:
    """One vector a sentence, shape (n, 256), unit length; the first 128 tokens count. Empty ones give zeros."""
    vectors = np.zeros((len(texts), SENTENCE_SIZE), dtype=np.float32)
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        vectors[start : start + len(batch)] = _means(batch)
    return vectors


def _document(text: str) -> Floats:
    tokens = _tokenizer().encode(text).ids
    # [CLS] and [SEP] are the first and the last; the last stays when the middle is cut.
    ids = np.asarray([*tokens[: DOCUMENT_TOKENS - 1], tokens[-1]] if len(tokens) > DOCUMENT_TOKENS else tokens)
    (vector,) = _session().run(None, {"ids": ids.astype(np.int64)})
    return np.asarray(vector, dtype=np.float32)


def _means(texts: Sequence[str]) -> Floats:
    """Sums of the token vectors (their weights are in the table's scales), brought to unit length."""
    table, scales = _table()
    cut = [text[: SENTENCE_TOKENS * CHARACTERS_PER_TOKEN] for text in texts]
    encoded = _tokenizer().encode_batch_fast(cut, add_special_tokens=False)
    ids = [encoding.ids[:SENTENCE_TOKENS] for encoding in encoded]
    lengths = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids))
    sums = np.zeros((len(ids), SENTENCE_SIZE), dtype=np.float32)
    if lengths.any():
        flat = np.fromiter((token for row in ids for token in row), dtype=np.int64, count=int(lengths.sum()))
        rows = table[flat] * scales[flat, None]
        filled = np.flatnonzero(lengths)
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])[filled]
        sums[filled] = np.add.reduceat(rows, starts, axis=0)
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.asarray(np.divide(sums, norms, out=np.zeros_like(sums), where=norms > 0), dtype=np.float32)


def _once(name: str, make: Any) -> Any:
    """What ``make`` gives, made once in this process, whichever thread asks first."""
    if name not in _loaded:
        with _lock:
            if name not in _loaded:
                _loaded[name] = make()
    return _loaded[name]


def _tokenizer() -> Any:
    def make() -> Any:
        # Its own threads would compete with the worker processes, and it warns when a process forks.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from tokenizers import Tokenizer

        return Tokenizer.from_file(str(models.path("tokenizer.json")))

    return _once("tokenizer", make)


def _session() -> Any:
    def make() -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            str(models.path("minilm.onnx")), options, providers=["CPUExecutionProvider"]
        )

    return _once("session", make)


def _table() -> tuple[NDArray[np.int8], Floats]:
    def make() -> tuple[NDArray[np.int8], Floats]:
        with np.load(models.path("static.npz"), allow_pickle=False) as stored:
            return stored["table"], stored["scales"].astype(np.float32)

    loaded: tuple[NDArray[np.int8], Floats] = _once("table", make)
    return loaded


__all__ = ["DOCUMENT_SIZE", "SENTENCE_SIZE", "documents", "sentences"]
