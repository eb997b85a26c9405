"""What a sentence takes as known: a surname without its person, a thing that the source introduced earlier.

"Holloway said the plan had failed" stands alone only beside sentences, or under a headline, that say who Holloway is
and speak of a plan. A noun is taken as known where a determiner points to it and the source has it before, without one;
behind "this" and its like always.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from standfirst.language.words import fold, primary, texts

_DETERMINERS = {
    "en": re.compile(r"\b(?:the|this|these|those|such)\s(\w{4,40})", re.IGNORECASE),
    "de": re.compile(r"\b(?:d(?:er|ie|as|en|em|es)|dies(?:er|e|es|en|em)|jene[rnms]?)\s(\w{4,40})", re.IGNORECASE),
    "fr": re.compile(r"\b(?:(?:les?|la|cet?|cette|ces|du|aux?|des)\s|l['’])(\w{4,40})", re.IGNORECASE),
    "es": re.compile(r"\b(?:el|los|las?|del|al|est[aeo]s?|es[aeo]s?)\s(\w{4,40})", re.IGNORECASE),
    "it": re.compile(
        r"\b(?:(?:il|lo|gli|quest[aeio]|quel(?:la|le)?|[dn]el(?:la|lo|le)?)\s|l['’])(\w{4,40})", re.IGNORECASE
    ),
}
_POINTING = {
    "en": re.compile(r"\b(?:this|these|those|such)\s(\w{4,40})", re.IGNORECASE),
    "de": re.compile(r"\b(?:dies(?:er|e|es|en|em)|jene[rnms]?)\s(\w{4,40})", re.IGNORECASE),
    "fr": re.compile(r"\b(?:cet?|cette|ces)\s(\w{4,40})", re.IGNORECASE),
    "es": re.compile(r"\b(?:est[aeo]s?|es[aeo]s?)\s(\w{4,40})", re.IGNORECASE),
    "it": re.compile(r"\bquest[aeio]\s(\w{4,40})", re.IGNORECASE),
}
#: What "this" points to without a word before it: the time at which the source writes.
_NOW = frozenset(
    {"year", "week", "month", "mornin", "aftern", "evenin", "season", "weeken", "summer", "winter", "spring", "autumn"}
    | {"centur", "decade", "quarte", "time", "jahr", "jahres", "woche", "monat", "morgen", "abend", "sommer", "tage"}
    | {"annee", "semain", "mois", "matin", "semana", "manana", "tarde", "anno", "settim", "mese"}
)
#: A word's first letters stand for its inflected forms.
STEM = 6


@dataclass(frozen=True, slots=True)
class References:
    """Of one sentence: the surnames and stems it gives, the surnames it uses alone, the stems it takes as known."""

    gives: frozenset[str] = frozenset()
    strangers: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()


def find(
    texts: Sequence[str], language: str, people: Mapping[str, str], known: Collection[str] = ()
) -> tuple[References, ...]:
    """The references of an article's sentences, given in its order.

    ``people`` maps surnames to full names; ``known`` are texts that a reader has seen before: the headline.
    """
    pattern = _DETERMINERS.get(primary(language))
    near = _POINTING.get(primary(language))
    before = " ".join(known)
    seen = _stems(before)
    introduced: set[str] = set()
    definite_first: set[str] = set()
    found = []
    for text in texts:
        full = frozenset(last for last, name in people.items() if name in text)
        strangers = frozenset(last for last in people if last not in full and last in text and last not in before)
        pointed = frozenset(_stem(match[1]) for match in pattern.finditer(text)) if pattern else frozenset[str]()
        stems = _stems(text)
        things = frozenset(stem for stem in pointed if stem in introduced and stem not in seen)
        if near:
            things |= frozenset(_stem(match[1]) for match in near.finditer(text)) - seen - _NOW
        definite_first |= pointed - introduced
        introduced |= stems - definite_first
        found.append(References(full | stems, strangers, things))
    return tuple(found)


def _stem(word: str) -> str:
    return fold(word)[:STEM]


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in texts(text) if len(word) > 3)
