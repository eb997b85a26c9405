"""Headlines: what is only furniture in them, whether they ask or tease, and which sentence answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from standfirst.editing import phrases

#: The notice in our own voice, where a headline asks and the source gives no answer.
NOTICES = {
    "en": "The source does not say.",
    "de": "Die Quelle sagt es nicht.",
    "fr": "La source ne le dit pas.",
    "es": "La fuente no lo dice.",
    "it": "La fonte non lo dice.",
    "pt": "A fonte não o diz.",
    "nl": "De bron zegt het niet.",
}

#: Labels that stand before a headline and tell of its kind, not of its matter.
LABELS = phrases.pattern("headline", "label", after=r"\s{1,3}", exact=True)
_SUFFIX = re.compile(r"\s(?:[|·•»–—]|-{1,2})\s")

# How each language asks without a question mark, and with one; matched on the headline's lower case.
_ASKS = phrases.patterns("asks", before="^¿?", after=r"(?:\b|(?<=\w))")
_TEASES = phrases.patterns("teases", before=r"\b", after=r"\b")

# The kind of answer a question wants, by its first words.
_KINDS = phrases.patterns("asked", before=r"\b", after=r"\b")


_EVIDENCE = phrases.patterns("answered")
_MONEY = phrases.pattern("headline", "money", r"\b", r"\b")
# Asked of the reader, as a shop window does, and not of the source.
_RHETORICAL = phrases.pattern("headline", "rhetorical")
_AMOUNT = phrases.pattern("headline", "amount")
_VERDICT = phrases.pattern("headline", "verdict", r"\b", r"\b")
_WORD = re.compile(r"\w+")
_STOP = phrases.words("headline", "stop")
_DOING = re.compile(r"\bwho (?:will|would|could|might|wird|va|sera) (\w{3,})")


@dataclass(frozen=True, slots=True)
class Question:
    """What a headline asks: ``kind`` (yes-no, when, who, where, number, why, how, what, tease) and its key words.

    ``doing`` is the verb of "Who will …?": a sentence that does not speak of it names somebody else.

    ``open`` is false for a headline that promises ("How the storm grew", "Here's why") without a question mark: its
    whole article is the answer, so that any early sentence on the matter serves, and the notice would be untrue.
    """

    kind: str
    words: frozenset[str]
    open: bool = True
    price: bool = False
    doing: str = ""


def clean(title: str, publisher: str = "") -> str:
    """``title`` without the site's name behind it or a label ("OPINION:") before it, unless its sentence goes on.

    A last part after a dash or bar goes if it is the publisher's name, or names a site and is short; the rest of
    the title stays as the source wrote it.
    """
    text = " ".join(title.split())
    parts = list(_SUFFIX.finditer(text))
    if parts:
        last = text[parts[-1].end() :]
        bar = text[parts[-1].start() : parts[-1].end()].strip() in "|·•»"
        house = _plain(publisher)
        same = bool(house) and (_plain(last) == house or (len(_plain(last)) > 3 and _plain(last) in house))
        address = re.search(r"\.(?:com|org|net|de|at|ch|fr|es|co\.uk|info|news)$", last.lower())
        if same or address or (bar and len(last.split()) <= 4 and parts[-1].start() >= 20):
            text = text[: parts[-1].start()].rstrip()
    for _ in range(2):
        label = LABELS.match(text)
        if label and len(text) - label.end() >= 12 and not text[label.end()].islower():
            text = text[label.end() :]
    return text


def _plain(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def asks(title: str, language: str) -> Question | None:
    """The question that ``title`` asks or the tease it makes; None where it simply says.

    A question in quotation marks with words around it is somebody's, not the headline's.
    """
    text = re.sub(r"[\"“„«‹][^\"”“»›]{0,200}[\"”“»›]", " ", title) if len(title) < 400 else title[:400]
    if not _WORD.search(text):
        text = title
    lower = text.lower().strip(" \"'“”‘’„»«")
    key = language[:2].lower()
    for part in _questions(lower):
        if not _RHETORICAL.match(part) and (len(part.split()) > 3 or len(lower) < len(part) + 20):
            doing = _DOING.search(part)
            return Question(
                _kind(part, key),
                _keys(part) or _keys(lower),
                price=bool(_MONEY.search(part)),
                doing=_stem(doing.group(1)) if doing else "",
            )
    if (teases := _TEASES.get(key)) and teases.search(lower):
        kind = _kind(lower, key)
        return Question(kind if kind not in {"yes-no", "what"} else "tease", _keys(lower), open=False)
    last = lower.rsplit(": ", 1)[-1]
    if (pattern := _ASKS.get(key)) and (pattern.match(lower) or (last != lower and pattern.match(last))):
        return Question(_kind(lower, key), _keys(lower), open=False)
    return None


def _questions(lower: str) -> list[str]:
    """The parts of a headline that end in a question mark, without what stands before a colon or full stop."""
    found = []
    rest = lower
    while (match := re.search(r"[?？؟]", rest)) is not None:
        part = re.split(r"(?<=\w{4})\. |[!:;] ", rest[: match.start()])[-1].strip()
        if part:
            found.append(part)
        rest = rest[match.end() :]
    return found


def _kind(lower: str, key: str) -> str:
    """What the first question word wants; a yes or a no where there is none."""
    first = []
    for kind, pattern in _KINDS.items():
        found = pattern.search(lower)
        # "was" asks in German and is a verb in English; "que" asks in French and joins in Spanish.
        if found and not (key == "en" and found.group() in {"was", "que", "wo", "wer"}):
            first.append((found.start(), -found.end(), kind))
    return min(first)[2] if first else "yes-no"


def _stem(word: str) -> str:
    return word[:6] if len(word) > 6 else word.rstrip("s") if len(word) > 3 else word


def _keys(lower: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(lower) if word not in _STOP)


def keys(title: str) -> frozenset[str]:
    """The key words of a headline: folded beginnings of what is neither a stop word nor asks."""
    return _keys(title.lower())


def overlap(question: Question, sentence: str) -> float:
    """The share of the question's key words that ``sentence`` has, from 0 to 1."""
    return len(question.words & _keys(sentence.lower())) / len(question.words) if question.words else 0.0


def answer(
    question: Question, sentences: Sequence[str], similarity: Sequence[float], allowed: Sequence[bool]
) -> int | None:
    """The index of the sentence that answers best, or None where none does.

    ``similarity`` is each sentence's cosine to the headline, ``allowed`` whether it can open a brief. A sentence
    answers if it speaks of what is asked (shared key words, or a close vector) and has what the question wants:
    a time, a number, a new name, a cause, a means, a verdict.
    """
    best, chosen = 0.0, None
    for index, sentence in enumerate(sentences):
        if not allowed[index] or sentence.rstrip(' "”»’').endswith(("?", "？")):
            continue
        shared, near = overlap(question, sentence), max(0.0, similarity[index])
        if question.open and shared < 0.5 and near < 0.7 and not (shared >= 0.3 and near >= 0.4):
            continue
        wanted = _wanted(question, sentence, shared)
        if question.open and not wanted:
            continue
        score = shared + near + 0.4 * wanted + 0.5 / (1 + 0.15 * index)
        if score > best:
            best, chosen = score, index
    return chosen if best >= (ENOUGH if question.open else PROMISED) else None


#: The score under which a sentence is taken for no answer: to a question, and to a promise. Set by reading a hundred
#: headlines with their answers.
ENOUGH, PROMISED = 1.0, 0.5


def _wanted(question: Question, sentence: str, shared: float) -> float:
    """From 0 to 1: whether a sentence has the kind of thing that is asked for."""
    lower = sentence.lower()
    if question.kind in {"tease", "what"}:
        return 1.0
    if question.kind == "yes-no":
        return 1.0 if _VERDICT.search(lower) and shared >= 0.4 else 0.5 if shared >= 0.75 else 0.0
    if question.kind == "who":
        names = re.findall(r"(?<=[a-zß-ÿ,’'] )[A-ZÀ-Þ]\w+", sentence[:400])
        done = not question.doing or any(word.startswith(question.doing[:4]) for word in _WORD.findall(lower))
        return 1.0 if done and any(_stem(name.lower()) not in question.words for name in names) else 0.0
    if question.kind == "number":
        numbers = {found.group() for found in _EVIDENCE["number"].finditer(lower)}
        if question.price:
            return 1.0 if _AMOUNT.search(lower) else 0.0
        return 1.0 if any(_stem(number) not in question.words for number in numbers) else 0.0
    return 1.0 if _EVIDENCE[question.kind].search(lower) else (0.3 if question.kind in {"how", "why"} else 0.0)


def notice(language: str) -> str:
    """The notice "The source does not say." in the article's language, in English where we have no words for it."""
    return NOTICES.get(language[:2].lower(), NOTICES["en"])
