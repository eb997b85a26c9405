"""What a sentence takes as known: a surname without its person, a thing that the source introduced earlier.

"Holloway said the plan had failed" stands alone only beside sentences, or under a headline, that say who Holloway is
and speak of a plan. A noun is taken as known where a determiner points to it and the source has it before, without one;
behind "this" and its like always, and where it says how many there are of it: "the 63 members".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from standfirst.editing.importance import term
from standfirst.language import lexicons
from standfirst.language.words import primary, texts

_ARTICLES = {
    "en": r"the\s",
    "de": r"d(?:er|ie|as|en|em|es)\s",
    "fr": r"(?:les?|la|du|aux?|des)\s|l['’]",
    "es": r"(?:el|los|las?|del|al)\s",
    "it": r"(?:il|lo|gli|quel(?:la|le)?|[dn]el(?:la|lo|le)?)\s|l['’]",
}
_DEMONSTRATIVES = {
    "en": r"(?:this|these|those|such)\s",
    "de": r"(?:dies(?:er|e|es|en|em)|jene[rnms]?)\s",
    "fr": r"(?:cet?|cette|ces)\s",
    "es": r"(?:est[aeo]s?|es[aeo]s?)\s",
    "it": r"quest[aeio]\s",
}


# What says whose or which they are: "the 63 members of the choir".
_SAYS_WHICH = (
    r"(?:of|in|at|on|from|who|that|which|whose|der|des|von|im|am|die|de|du|del|della|dell['’]|d['’]|dont|qui|que|che)"
)


def _before_a_noun(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})(\w{{4,40}})", re.IGNORECASE)


def _counted(code: str, article: str) -> re.Pattern[str]:
    """A definite number and its noun, in group 1, of which nothing right behind says which they are."""
    numbers = "|".join([r"\d[\d.,]{0,9}", *sorted(lexicons.get(code).numbers, key=len, reverse=True)])
    return re.compile(rf"\b(?:{article})(?:{numbers})\s(\w{{4,40}})\b(?!\s{_SAYS_WHICH}\b)", re.IGNORECASE)


_DETERMINERS = {code: _before_a_noun(words, _DEMONSTRATIVES[code]) for code, words in _ARTICLES.items()}
_POINTING = {code: _before_a_noun(words) for code, words in _DEMONSTRATIVES.items()}
_COUNTED = {code: _counted(code, words) for code, words in _ARTICLES.items()}
#: What "this" points to without a word before it: the time at which the source writes.
_NOW = frozenset(
    {"year", "week", "month", "mornin", "aftern", "evenin", "season", "weeken", "summer", "winter", "spring", "autumn"}
    | {"centur", "decade", "quarte", "time", "jahr", "jahres", "woche", "monat", "morgen", "abend", "sommer", "tage"}
    | {"annee", "semain", "mois", "matin", "semana", "manana", "tarde", "anno", "settim", "mese"}
)


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
    near, counted = _POINTING.get(primary(language)), _COUNTED.get(primary(language))
    before = " ".join(known)
    seen = _stems(before)
    introduced: set[str] = set()
    definite_first: set[str] = set()
    found = []
    for text in texts:
        full = frozenset(last for last, name in people.items() if name in text)
        strangers = frozenset(last for last in people if last not in full and last in text and last not in before)
        pointed = frozenset(term(match[1]) for match in pattern.finditer(text)) if pattern else frozenset[str]()
        stems = _stems(text)
        things = frozenset(stem for stem in pointed if stem in introduced and stem not in seen)
        if near and counted:
            pointing = [*near.finditer(text), *counted.finditer(text)]
            things |= frozenset(term(match[1]) for match in pointing) - seen - _NOW
        definite_first |= pointed - introduced
        introduced |= stems - definite_first
        found.append(References(full | stems, strangers, things))
    return tuple(found)


def _stems(text: str) -> frozenset[str]:
    return frozenset(term(word) for word in texts(text) if len(word) > 3)
