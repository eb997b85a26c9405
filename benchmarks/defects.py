"""Briefs with a fault put in on purpose: what a rewriting machine gets wrong, so that the rules can be tried on it.

A changed number, a foreign name, a lost "not", a cut attribution. Each is made in one statement of a real brief, which
keeps its evidence; where a brief has nothing to spoil (no number, no negation), there is no such defect of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article

#: The rules that may catch a kind, the first of them made for it: rule 9 knows an excerpt that is no excerpt.
CAUGHT_BY: dict[str, tuple[int, ...]] = {
    "number": (4, 5, 9),
    "name": (3, 9),
    "negation": (8, 9),
    "attribution": (7, 6, 9),
}
#: Names that no article has; one that a text holds after all is passed over.
FOREIGN = ("Quillbrook", "Ostervaal", "Tamsinger", "Perowitch")

_FIGURE = re.compile(r"(?<![\w.,])\d[\d.,]*")
_NAME = re.compile(r"(?<=[a-zß-ÿ,] )[A-ZÀ-ÖØ-Þ][a-zß-ÿ]{3,20}\b")
_PAIR = re.compile(r"\b[A-ZÀ-ÖØ-Þ][a-zß-ÿ]{2,20} ([A-ZÀ-ÖØ-Þ][a-zß-ÿ]{3,20})\b")
_WHO = r"[^,.;:“”„«»\"]{2,60}"
_END = r"(?=[.,])"
# What goes, and what stays in its place.
_NEGATIONS: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (re.compile(r"\b(can)(?:not|['’]t)\b"), r"\1"),
        (re.compile(r"\bwon['’]t\b"), "will"),
        (re.compile(r"(?<=[a-z])n['’]t\b"), ""),
        (re.compile(r" (?:not|never|no)(?= [a-z])"), ""),
    ),
    "de": ((re.compile(r" (?:nicht|nie|niemals)\b"), ""), (re.compile(r"\bkein(?=(?:e[nmrs]?)?\b)"), "ein")),
    "fr": ((re.compile(r"\b(?:ne |n['’])([^,.;]{2,30}?) (?:pas|jamais|plus)\b"), r"\1"),),
    "es": ((re.compile(r" (?:no|nunca)(?= [a-zá-ú])"), ""),),
}
_SAID = r"(?:said|says|told|announced|added|claimed|warned|wrote|confirmed)"
_ATTRIBUTIONS: dict[str, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(rf",[”\"]? (?!while|and|but|wh|as ){_WHO}? {_SAID}(?: {_WHO})?{_END}"),
        re.compile(rf", (?:according to|{_SAID}) {_WHO}{_END}"),
        re.compile(rf"^According to {_WHO}, "),
        re.compile(rf"^{_WHO}? (?:said|says|announced|claimed|warned|confirmed) (?:that )?(?=\w)"),
    ),
    "de": (
        re.compile(rf", (?:sagte|sagt|erklärte|teilte|berichtet|betonte|so) {_WHO}{_END}"),
        re.compile(r"^(?:Laut|Nach Angaben) [^,.;]{3,60}? (?=(?:ist|sind|hat|haben|war|waren|wurde|wurden|sei)\b)"),
    ),
    "fr": (
        re.compile(rf", (?:selon|explique|affirme|assure|indique|a (?:déclaré|expliqué|affirmé)) {_WHO}{_END}"),
        re.compile(rf"^Selon {_WHO}, "),
    ),
    "es": (
        re.compile(rf", (?:según|dijo|afirmó|aseguró|explicó|informó) {_WHO}{_END}"),
        re.compile(rf"^Según {_WHO}, "),
    ),
}


@dataclass(frozen=True, slots=True)
class Defect:
    """A brief with a defect, of a kind of :data:`CAUGHT_BY`; ``statement`` is where it was made."""

    kind: str
    statement: int
    brief: Brief


def seed(article: Article, brief: Brief) -> Iterator[Defect]:
    """At most one defect of each kind, in the first statement that can be spoilt so."""
    for kind, spoil in _SPOILERS.items():
        for index, each in enumerate(brief.statements):
            spoilt = "" if each.notice else spoil(each.text, article)
            if spoilt and spoilt != each.text:
                statements = list(brief.statements)
                statements[index] = replace(each, text=spoilt, dates=())
                yield Defect(kind, index, replace(brief, statements=tuple(statements)))
                break


def number(said: str, article: Article) -> str:
    """The first figure, its leading digit another; "" where there is none, or the source has the new one too."""
    for found in _FIGURE.finditer(said):
        figure = found.group().rstrip(".,")
        other = str(int(figure[0]) % 9 + 1) + figure[1:]
        if not re.search(rf"(?<!\d){re.escape(other)}(?!\d)", article.text):
            return said[: found.start()] + other + said[found.start() + len(figure) :]
    return ""


def name(said: str, article: Article) -> str:
    """The second of two capitalised words, else one inside the sentence, becomes a name that the source has not."""
    pair, single = _PAIR.search(said), _NAME.search(said)
    place = pair.span(1) if pair else single.span() if single else None
    foreign = next((each for each in FOREIGN if each not in article.text), "")
    return said[: place[0]] + foreign + said[place[1] :] if place and foreign else ""


def negation(said: str, article: Article) -> str:
    """The statement without its first negation."""
    for pattern, stays in _NEGATIONS.get(article.language[:2], ()):
        spoilt = pattern.sub(stays, said, count=1)
        if spoilt != said:
            return spoilt
    return ""


def attribution(said: str, article: Article) -> str:
    """The statement without who says so."""
    for pattern in _ATTRIBUTIONS.get(article.language[:2], ()):
        found = pattern.search(said)
        if found and len(said) - len(found.group()) > 20:
            closing = '"' if '"' in found.group() else "”" if "”" in found.group() else ""
            return (said[: found.start()] + closing + said[found.end() :]).strip()
    return ""


_SPOILERS: dict[str, Callable[[str, Article], str]] = {
    "number": number,
    "name": name,
    "negation": negation,
    "attribution": attribution,
}
