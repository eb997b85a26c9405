"""Answers: which sentence of a text says what its headline asks, and whether any does."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from standfirst.editing import phrases
from standfirst.editing.headline import Question, keys, overlap

#: Languages whose sentences the transformer of documents can compare with a headline, and how many it reads: the
#: likeliest by what is cheap. Reading more changed nothing on the labelled headlines.
READ, CLOSELY = frozenset({"en"}), 6


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign adds to a sentence's score, set by hand on half of the labelled headlines.

    ``near``, ``rare`` and ``shared`` say that it is on the matter: nearness to the headline (no more than ``most`` of
    it, as what is nearest repeats the headline), shared key words by how rare they are in the text, and their share.
    ``new``: it has words that the headline lacks. ``early``: it stands at the beginning. ``figure``: it has a number.
    """

    near: float
    most: float
    rare: float
    shared: float
    new: float
    early: float
    figure: float


#: A question's answer is near to it and shares its words; what keeps a promise ("Why …", "Here's how …") goes beyond.
ASKED = Weights(near=1.6, most=1.0, rare=0.2, shared=0.15, new=0.35, early=0.0, figure=0.12)
PROMISED = Weights(near=1.6, most=0.65, rare=0.0, shared=0.0, new=0.6, early=0.1, figure=0.15)
#: For a sentence: a question just before it that is the headline's; its own word that it answers. Against it: it sets
#: the scene or is about the page, addresses the reader, comes with a picture's or player's capitals, or only repeats.
BEHIND, ANNOUNCED = 0.4, 0.5
SCENE, VOICE, SHOUT, ECHO = 0.35, 0.1, 0.5, 0.3
#: What a sentence gains that has what is wanted, by the kind of question, and where the headline asks what will be.
GAIN = {"number": 0.35, "price": 0.5, "when": 0.3, "who": 0.12, "why": 0.45, "how": 0.15, "yes-no": 0.15, "what": 0.4}
FUTURE = 0.12
#: A sentence is on the matter from such a share of key words, or such nearness, or a part of each.
ON_WORDS, ON_NEAR = 0.25, 0.35
#: Kinds that want a fact, which a text has or has not, and the share of the key words under which it is on something
#: else. An essay that weighs yes or no, or why, may do so in words of its own.
FACTS = frozenset({"number", "when", "who", "where"})
COVERED = 0.5

_EVIDENCE = phrases.patterns("answered")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d")
_NAME = re.compile(r"(?<=[a-zß-ÿ,’'] )[A-ZÀ-Þ]\w+")
_ADDRESS = phrases.pattern("sentence", "address", exact=True)
_SHOUT = re.compile(r"\b[A-Z]{3,} [A-Z]{3,}")
_ASKING = ("?", "？", "؟")
_DEFINED = re.compile(
    r"\b(?:what(?:['’]s| is| are)|was (?:ist|sind)|qu['’]est-ce qu['’]|qué (?:es|son)|cos['’]è) (.{2,60})"
)


@dataclass(frozen=True, slots=True)
class _Text:
    """What is known of a text's sentences together: their key words, and how many have each."""

    sentences: Sequence[str]
    words: tuple[frozenset[str], ...]
    frequency: Counter[str]

    def rarity(self, word: str) -> float:
        """Inverse document frequency of a key word over the sentences."""
        return math.log((len(self.words) + 1) / (self.frequency[word] + 0.5))


def choose(
    question: Question, sentences: Sequence[str], similarity: Sequence[float], allowed: Sequence[bool]
) -> int | None:
    """The index of the sentence that answers best, or None where none does.

    ``similarity`` is each sentence's cosine to the headline, ``allowed`` whether it can open a brief. In English the
    likeliest are read again by the transformer, which knows questions from answers better than means of words do.
    """
    words = tuple(keys(sentence) for sentence in sentences)
    text = _Text(sentences, words, Counter(word for each in words for word in each))
    if question.open and question.kind in FACTS and _absent(question, text):
        return None
    able = [
        index
        for index, sentence in enumerate(sentences)
        if allowed[index] and answers(question, sentence, similarity[index])
    ]
    if question.kind in FACTS:
        able = [index for index in able if _has(question, sentences[index])] or able
    scores = {index: _score(question, text, index, max(0.0, similarity[index])) for index in able}
    if question.language in READ and question.text and len(able) > 1:
        likeliest = sorted(able, key=lambda index: (-scores[index], index))[:CLOSELY]
        near = _read(question.text, [sentences[index] for index in likeliest])
        scores = {
            index: _score(question, text, index, max(0.0, value)) for index, value in zip(likeliest, near, strict=True)
        }
    return max(scores, key=lambda index: (scores[index], -index)) if scores else None


def _absent(question: Question, text: _Text) -> bool:
    """Whether a text does not even have the words of an open question: most of them stand nowhere in it."""
    asked = question.words if len(question.words) > 1 else keys(question.text) or question.words
    return sum(word in text.frequency for word in asked) < COVERED * len(asked)


def answers(question: Question, sentence: str, similarity: float) -> bool:
    """Whether a sentence can be the answer: it asks nothing, is on the matter and has what an open question wants.

    A promise ("How the storm grew") is kept by any sentence on its matter.
    """
    if sentence.rstrip(' "”»’').endswith(_ASKING):
        return False
    if not question.open:
        return True
    if question.kind in FACTS - {"who"} or question.doing:
        return _has(question, sentence) and (overlap(question, sentence) > 0 or similarity >= ON_NEAR / 2)
    return announced(sentence) or overlap(question, sentence) / ON_WORDS + similarity / ON_NEAR >= 1.0


def announced(sentence: str) -> bool:
    """Whether a sentence says of itself that it answers ("The answer is", "In sum")."""
    return bool(_EVIDENCE["announced"].search(sentence.lower()))


def _score(question: Question, text: _Text, index: int, near: float) -> float:
    sentence, own = text.sentences[index], text.words[index]
    lower = sentence.lower()
    asked = keys(question.text) or question.words
    total = sum(text.rarity(word) for word in asked)
    weights = ASKED if question.open else PROMISED
    score = weights.near * min(near, weights.most) + weights.shared * overlap(question, sentence)
    score += weights.rare * (sum(text.rarity(word) for word in asked & own) / total if total > 0 else 0.0)
    score += weights.new * min(1.0, len(own - asked) / 7) + weights.early / (1 + 0.15 * index)
    score += weights.figure * bool(_NUMBER.search(sentence))
    score += BEHIND * _behind(text, index, asked)
    score += ANNOUNCED * bool(_EVIDENCE["announced"].search(lower))
    kind = "price" if question.price and question.kind in {"number", "how"} else question.kind
    score += GAIN.get(kind, 0.0) * _has(question, sentence)
    score += FUTURE * (question.future and bool(_EVIDENCE["future"].search(lower)))
    score -= SCENE * bool(_EVIDENCE["scene"].search(lower)) + SHOUT * bool(_SHOUT.search(sentence))
    return score - VOICE * bool(_ADDRESS.search(sentence)) - ECHO * _echoes(question, sentence, own, asked)


def _echoes(question: Question, sentence: str, own: frozenset[str], asked: frozenset[str]) -> bool:
    """Whether a sentence repeats the headline and adds next to nothing, or states what is only asked ("Does …?")."""
    said = overlap(question, sentence)
    if question.kind == "yes-no":
        return said >= 0.8 and not _has(question, sentence)
    return said >= 0.5 and len(own - asked) < 4


def _behind(text: _Text, index: int, asked: frozenset[str]) -> float:
    """How much a question just before a sentence is the headline's, from 0; further before counts less."""
    best = 0.0
    for back in range(1, min(3, index) + 1):
        before = index - back
        if text.sentences[before].rstrip(' "”»’').endswith(_ASKING):
            share = len(asked & text.words[before]) / max(1, len(asked))
            best = max(best, (0.35 + share) / back**2)
    return best


def _has(question: Question, sentence: str) -> bool:
    """Whether a sentence has the kind of thing that is asked for."""
    lower = sentence.lower()
    if question.kind == "who":
        done = not question.doing or any(word.startswith(question.doing[:4]) for word in _WORD.findall(lower))
        return done and any(not keys(name) <= question.words for name in _NAME.findall(sentence[:400]))
    if question.kind == "number" or (question.kind == "how" and question.price):
        if question.price:
            return bool(_EVIDENCE["price"].search(lower))
        return any(not keys(found.group()) <= question.words for found in _EVIDENCE["number"].finditer(lower))
    if question.kind == "yes-no":
        return bool(_EVIDENCE["verdict"].search(lower))
    if question.kind == "what":
        return _defines(question, lower)
    pattern = _EVIDENCE.get(question.kind)
    return bool(pattern and pattern.search(lower))


def _defines(question: Question, lower: str) -> bool:
    """Whether a sentence says what the thing of "What is …?" is: the thing and then a form of "to be"."""
    asked = _DEFINED.search(question.text.lower())
    if asked is None:
        return False
    thing = re.sub(r"^(?:an? |the |eine? |une? |una? )", "", re.split(r"[?(,:]", asked.group(1))[0]).strip()
    copula = r"s? (?:\([^)]{1,20}\) )?(?:is|are|means?|refers?|ist|sind|bezeichnet|est|sont|désigne|es|son|è|sono)\b"
    return bool(thing) and re.search(r"\b" + re.escape(thing) + copula, lower) is not None


def _read(headline: str, sentences: Sequence[str]) -> list[float]:
    """Cosines of sentences to a headline, by the transformer of documents."""
    from standfirst.language.vectors import documents

    rows = documents([headline, *(sentence[:400] for sentence in sentences)])
    return [float(value) for value in rows[1:] @ rows[0]]
