"""Is an article comment rather than news: a probability, and reasons that a reader can check.

English: a linear machine over the document vector, the rates of manner.py and the n-grams of wording.py. Other
languages with a lexicon (opinion.toml): the rates alone, by the same weights for each language, and the reasons
say what was counted. What a page states of itself (a label, a column's name) is stronger than either and is judged
by the mark, not here. Which of its sentences are slanted: slant.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from standfirst.editing import topics, wording
from standfirst.editing.manner import RATES, Manner, lexicon, measure
from standfirst.language import models, sentences
from standfirst.language.words import primary

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from standfirst.editing.wording import Counted, Floats, Keys
    from standfirst.reading import Article

LEAST_WORDS = 80
"""Shorter texts give no rates worth a judgement."""
MOST_SENTENCES = 100
ADVICE = 1.5
"""Of 100 words so many "you": a text that says it no more often gives its reader no advice."""
#: Whose paragraphs are the author's own: a block quotation is not.
ROLES = frozenset({"text", "list-item", "standfirst"})
SAID = {
    "first_person": "speaks in the first person",
    "we": "speaks for “we”",
    "you": "speaks to the reader",
    "modal": "says what should be done",
    "hedge": "argues with the reader",
    "evaluation": "uses words of judgement",
}


@dataclass(frozen=True, slots=True)
class Machine:
    """A trained linear machine over n-grams and other numbers; its sum is the log-odds.

    ``known`` are the keys of the n-grams, rising, ``rarity`` and ``terms`` (int8, times ``step``) their weights;
    ``others`` are the weights of the other numbers, then the constant.
    """

    known: Keys
    rarity: Floats
    terms: NDArray[np.int8]
    step: float
    others: Floats


@dataclass(frozen=True, slots=True)
class Head:
    """What training/opinion.py made.

    ``document`` takes the n-grams of a text, its vector (384), its rates (13) in deviations ``scale`` from ``mean``
    and a one; ``rates`` takes rates and the one alone, for languages without vectors; ``sentence`` takes the n-grams
    of a sentence, its static vector (256) and a one.
    """

    mean: Floats
    scale: Floats
    rates: Floats
    document: Machine
    sentence: Machine


@cache
def head() -> Head:
    """The trained weights, loaded once in a process. Raises ModelError where their file is missing."""
    with np.load(models.path("opinion.npz"), allow_pickle=False) as stored:
        machines = {
            kind: Machine(
                stored[f"{kind}_known"],
                stored[f"{kind}_rarity"].astype(np.float32),
                stored[f"{kind}_terms"],
                float(stored[f"{kind}_step"]),
                stored[f"{kind}_others"].astype(np.float32),
            )
            for kind in ("document", "sentence")
        }
        return Head(stored["mean"], stored["scale"], stored["rates"], **machines)


def standard(rates: Floats, mean: Floats, scale: Floats) -> Floats:
    """Rates (…, 13) as standard deviations from the mean, three at most either way."""
    return np.asarray(np.clip((rates - mean) / scale, -3, 3), dtype=np.float32)


def own(article: Article) -> list[str]:
    """The title and the sentences of an article's running text, the first MOST_SENTENCES of them."""
    found = [article.title]
    for paragraph in article.paragraphs:
        if paragraph.role not in ROLES:
            continue
        spans = sentences.split(paragraph.text, article.language)
        found += [span.of(paragraph.text) for span in spans[: MOST_SENTENCES - len(found)]]
        if len(found) >= MOST_SENTENCES:
            break
    return found


def log_odds(counted: Counted, vector: Floats, standing: Floats) -> float:
    """The log-odds of comment, from a text's n-grams, vector (384) and standard rates (13)."""
    machine = head().document
    rows, values = wording.whole(counted, machine.known, machine.rarity)
    terms = float(values @ machine.terms[rows].astype(np.float32)) * machine.step
    return terms + float(np.concatenate([vector, standing, np.ones(1, dtype=np.float32)]) @ machine.others)


def commentary(article: Article, vector: Floats | None = None) -> tuple[float, tuple[str, ...]]:
    """The probability that ``article`` is comment rather than news, and why.

    0.0 without reasons where the text is under 80 words or its language has no lexicon. ``vector`` is the
    article's document vector; for English it is made here where it is not given.
    """
    language = primary(article.language)
    if not lexicon(language):
        return 0.0, ()
    manner = measure(article.title, article.text, language)
    if manner.words < LEAST_WORDS:
        return 0.0, ()
    trained = head()
    standing = standard(np.array(manner.rates, dtype=np.float32), trained.mean, trained.scale)
    if language == "en":
        vector = topics.vector_of(article) if vector is None else vector
        score = log_odds(wording.counted(own(article)), vector, standing)
    else:
        score = float(np.append(standing, np.float32(1)) @ trained.rates)
    return round(float(1 / (1 + np.exp(-score))), 4), reasons(manner, standing)


def advises(article: Article) -> bool:
    """Whether it speaks to its reader more than for its writer, as a guide does that tells how, and no comment."""
    rates = dict(zip(RATES, measure(article.title, article.text, primary(article.language)).rates, strict=True))
    return rates["you"] > max(ADVICE, rates["first_person"] + rates["we"])


def reasons(manner: Manner, standing: Floats) -> tuple[str, ...]:
    """What makes it read like comment: the rates above the average, each with its words and counts."""
    said: list[tuple[float, str]] = []
    for place, name in enumerate(RATES):
        if standing[place] <= 0.3:
            continue
        words = dict(manner.found).get(name, ())
        if name in SAID and words:
            listed = ", ".join(f"“{word}” {count}×" for word, count in words)
            said.append((float(standing[place]), f"{SAID[name]}: {listed}"))
        elif name == "questions":
            said.append((float(standing[place]), "asks its readers questions"))
        elif name == "exclamations":
            said.append((float(standing[place]), "exclaims"))
    if standing[RATES.index("attribution")] < -0.5:
        said.append((0.5, "attributes little of what it says to anybody"))
    return tuple(reason for _, reason in sorted(said, reverse=True)[:4])
