"""How a text is worded, as sparse numbers: words of grammar, signs and neighbours, by sentence and as a whole.

Topics live in rare words and are read by editing/terms.py; a stance lives in common ones ("must", "after all",
"said on Tuesday"). So nothing is left out here but what stands in quotation marks, which is somebody else's and
counts as one sign, and every number is one sign. Words and pairs of neighbours are weighed by their rarity and
brought to unit length (TF-IDF, Salton and Buckley 1988), and known by their CRC-32, so that a model keeps numbers
and no publisher's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Keys = NDArray[np.uint32]
    Places = NDArray[np.intp]

#: Speech in quotation marks, 600 characters at most, so that a mark never closed swallows no page.
QUOTED = re.compile(r'"[^"\n]{1,600}"|“[^”\n]{1,600}”|„[^“”\n]{1,600}[“”]|«[^»\n]{1,600}»|»[^«\n]{1,600}«')
#: Speech that goes on before or behind a sentence: it opens and does not close, or closes and never opened.
HALF = re.compile(r'^[^“"\n]{1,600}”|“[^”"\n]{1,600}$')
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[?!;:—–()$\"]|\d+")
SENTENCE_CHARACTERS = 600
#: What stands for speech and for a number.
SPEECH, NUMBER = '"', "0"


@dataclass(frozen=True, slots=True)
class Counted:
    """The n-grams of some sentences: ``keys`` of all of them, each once a sentence, and the ``sentence`` of each."""

    keys: Keys
    sentence: Places
    sentences: int


def unquoted(sentence: str) -> str:
    """A sentence with one sign for each piece of speech in quotation marks."""
    cut = QUOTED.sub(SPEECH, sentence[:SENTENCE_CHARACTERS])
    return HALF.sub(SPEECH, cut)


def grams(sentence: str) -> set[str]:
    """The words and signs of a sentence, in small letters, and each two that are neighbours."""
    tokens = [NUMBER if token.isdecimal() else token for token in TOKEN.findall(unquoted(sentence).lower())]
    return {*tokens, *(f"{first} {second}" for first, second in pairwise(tokens))}


def counted(sentences: Sequence[str]) -> Counted:
    """The n-grams of every sentence, known by their CRC-32."""
    keys: list[int] = []
    lengths = []
    for sentence in sentences:
        found = [crc32(gram.encode("utf-8", "surrogatepass")) for gram in grams(sentence)]
        keys += found
        lengths.append(len(found))
    rows = np.repeat(np.arange(len(sentences), dtype=np.intp), lengths)
    return Counted(np.array(keys, dtype=np.uint32), rows, len(sentences))


def known(found: Counted, vocabulary: Keys) -> tuple[Places, Places]:
    """Rows of ``vocabulary`` (rising) that the sentences have, and the sentence of each."""
    places = np.searchsorted(vocabulary, found.keys)
    places[places == len(vocabulary)] = 0
    met = vocabulary[places] == found.keys
    return places[met], found.sentence[met]


def whole(found: Counted, vocabulary: Keys, rarity: Floats) -> tuple[Places, Floats]:
    """Rows of ``vocabulary`` that the text has, and their values: 1 + log of the sentences that have it, times
    ``rarity``, brought to unit length."""
    rows, counts = np.unique(known(found, vocabulary)[0], return_counts=True)
    values = (1 + np.log(counts)) * rarity[rows]
    return rows, np.asarray(values / max(float(np.linalg.norm(values)), 1e-9), dtype=np.float32)


def by_sentence(found: Counted, vocabulary: Keys, rarity: Floats) -> tuple[Places, Places, Floats]:
    """Rows of ``vocabulary``, the sentence of each, and their values, each sentence brought to unit length."""
    rows, sentence = known(found, vocabulary)
    values = rarity[rows]
    squares = np.bincount(sentence, weights=values**2, minlength=found.sentences)
    lengths = np.sqrt(np.maximum(squares, 1e-18))
    return rows, sentence, np.asarray(values / lengths[sentence], dtype=np.float32)


__all__ = ["QUOTED", "Counted", "by_sentence", "counted", "grams", "known", "unquoted", "whole"]
