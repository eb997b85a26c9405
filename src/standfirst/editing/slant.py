"""Which sentences are slanted or subjective in their wording.

English: a linear machine over the n-grams of a sentence (wording.py) and its static vector. It was trained on
articles and not on sentences: those of articles filed as opinion against those of news, and again without those
that the first round took for news, since not every sentence of a comment comments (multiple-instance learning,
Andrews et al. 2003). Other languages: the lexicon alone. Speech in quotation marks is left out everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from standfirst.editing import wording
from standfirst.editing.manner import hits, tokens
from standfirst.editing.opinion import head
from standfirst.language.words import primary

if TYPE_CHECKING:
    from standfirst.editing.wording import Floats

#: What a word of each list says of its sentence; attribution speaks against.
WEIGHTS = {"first_person": 0.3, "modal": 0.4, "hedge": 0.3, "evaluation": 0.7, "attribution": -0.4}
#: Words of judgement that guides and reports of sport and technology use of things: none takes a stand alone.
MILD = re.compile(r"best$|great$|worst$|fail")


def judge(sentences: Sequence[str], language: str) -> tuple[float, ...]:
    """How likely each sentence is slanted or subjective, from 0 to 1; over 0.5 it is likelier so than not.

    Raises ModelError where the weights are missing.
    """
    if not sentences:
        return ()
    if primary(language) != "en":
        return by_words(sentences, language)
    odds = log_odds(sentences)
    return tuple(np.round(1 / (1 + np.exp(-odds)), 4).tolist())


def log_odds(sentences: Sequence[str]) -> Floats:
    """The trained machine's log-odds of each English sentence, shape (n,)."""
    from standfirst.language import vectors

    machine = head().sentence
    rows, places, values = wording.by_sentence(wording.counted(sentences), machine.known, machine.rarity)
    parts = values * machine.terms[rows].astype(np.float32) * machine.step
    terms = np.bincount(places, weights=parts, minlength=len(sentences))
    return np.asarray(terms + vectors.sentences(sentences) @ machine.others[:-1] + machine.others[-1], dtype=np.float32)


def by_words(sentences: Sequence[str], language: str) -> tuple[float, ...]:
    """The same by the lexicon alone, from 0 to 1; 0 for a language without one."""
    code = primary(language)
    scores = []
    for sentence in sentences:
        found = hits(tokens(wording.unquoted(sentence)), code)
        score = sum(weight * found[name].total() for name, weight in WEIGHTS.items() if name in found)
        scores.append(round(1 - float(np.exp(-max(score, 0.0))), 3))
    return tuple(scores)


def judges(sentence: str, language: str) -> bool:
    """Whether a sentence uses a word of judgement outside quotation marks, and no mild one."""
    found = hits(tokens(wording.unquoted(sentence)), primary(language)).get("evaluation", ())
    return any(not MILD.match(word) for word in found)


__all__ = ["by_words", "judge", "judges", "log_odds"]
