"""Salience: how much each sentence of an article deserves a place in its brief."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from standfirst.editing import Fact
from standfirst.editing.candidates import Candidate, addresses, evaluates
from standfirst.language import verbs
from standfirst.language.words import fold, primary, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

#: Weights of the features, set by hand and measured against the first three sentences (docs/methods/briefs.md).
POSITION, HEADLINE, NEAR_HEADLINE, CENTRE, DENSITY = 1.0, 0.55, 0.35, 0.75, 0.35
VOICE, LENGTH, QUOTATION, VERBLESS, EVALUATES = 0.7, 0.25, 0.1, 1.0, 0.5
#: The static vectors are English at heart (standfirst.language.vectors): elsewhere shared words must do.
VECTOR_LANGUAGES = frozenset({"en"})


def vectors(candidates: Sequence[Candidate], title: str, language: str) -> Floats:
    """Unit vectors of the headline (row 0) and of every candidate, shape (1 + n, 256 or a hashed 512)."""
    texts = [title, *(each.forms[0] for each in candidates)]
    if primary(language) in VECTOR_LANGUAGES:
        from standfirst.language.vectors import sentences

        return sentences(texts)
    return hashed(texts)


def hashed(texts: Sequence[str], size: int = 512) -> Floats:
    """Unit vectors of word beginnings, hashed (Weinberger et al. 2009); for languages without sentence vectors.

    A word's first five letters stand for it, a cheap stem that serves inflected languages; for a script without
    spaces its pairs of letters do.
    """
    from zlib import crc32

    found = np.zeros((len(texts), size), dtype=np.float32)
    for row, text in enumerate(texts):
        folded = fold(text[:2000])
        for span in words(folded):
            word = span.of(folded)
            if not word.isascii() and len(word) > 12 and word.isalpha():
                parts = [word[at : at + 2] for at in range(len(word) - 1)]
            else:
                parts = [word[:5]] if len(word) > 3 else []
            for part in parts:
                found[row, crc32(part.encode()) % size] += 1.0
    norms = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(np.divide(found, norms, out=np.zeros_like(found), where=norms > 0), dtype=np.float32)


def scores(
    candidates: Sequence[Candidate],
    vector: Floats,
    shared: Sequence[float],
    facts: Sequence[Fact],
    limit: int,
    language: str,
) -> list[float]:
    """A score a word for each candidate, about 0 to 2.

    ``vector`` comes from :func:`vectors`, ``shared`` is each one's share of the headline's key words, ``limit`` the
    most words of a sentence. News tells the main thing first, so position weighs most; then closeness to the
    headline and to the article's centre, and how many facts a sentence holds.
    """
    if not candidates:
        return []
    rows = vector[1:]
    near = rows @ vector[0]
    weight = 1.0 / (1.0 + 0.1 * np.arange(len(rows), dtype=np.float32))
    middle = (rows * weight[:, None]).sum(axis=0)
    length = float(np.linalg.norm(middle))
    centre = rows @ (middle / length) if length else np.zeros(len(rows), dtype=np.float32)
    starts = sorted(fact.evidence.start for fact in facts)
    held = np.searchsorted(starts, [each.end for each in candidates]) - np.searchsorted(
        starts, [each.start for each in candidates]
    )
    found = []
    for index, each in enumerate(candidates):
        if each.fault:
            found.append(0.0)
            continue
        size = max(each.sizes[-1], 1)
        density = min(float(held[index]) * 10 / size, 1.5)
        score = POSITION / (1 + 0.3 * each.index)
        score += HEADLINE * shared[index] + NEAR_HEADLINE * max(0.0, float(near[index]))
        score += CENTRE * max(0.0, float(centre[index])) + DENSITY * density
        score -= VOICE * addresses(each.forms[0]) + QUOTATION * bool(each.quotes)
        score -= VERBLESS * (verbs.first(each.forms[0], language) is None)
        score -= EVALUATES * evaluates(each.forms[0], language)
        score -= LENGTH * min(1.0, max(0.0, size - limit) / limit) + 0.3 * (size < 8)
        found.append(score)
    return found
