"""Sensitive matters: death, crime with a named person, health advice, elections, markets."""

from __future__ import annotations

from collections.abc import Sequence

from standfirst.editing import Fact, phrases
from standfirst.reading import Article

#: Code points looked at beside the title: what a report is about stands in its first paragraphs.
HEAD = 1000

_MATTERS = phrases.patterns("sensitive", before=r"\b", after=r"\b")
_HUMAN = phrases.pattern("human", "words", r"\b", r"\b")
#: A death is a person's where one is spoken of so many code points around it; a seal's is no sensitive matter.
NEAR = 90


def matter(article: Article, facts: Sequence[Fact]) -> str:
    """What makes an article sensitive: death, crime, health advice, election, markets; "" if nothing does.

    A word in the title decides, or two in the first paragraphs (three for health and markets, whose words are
    common). A crime counts only with a named person, a death only with a person beside it. Knows English, German,
    French and Spanish words.
    """
    title, head = article.title.lower(), article.text[:HEAD].lower()
    for name, pattern in _MATTERS.items():
        inside = len({found.group() for found in pattern.finditer(head)})
        common = name in {"health-advice", "markets"}
        titled = bool(pattern.search(title))
        if not (titled and (inside or not common)) and inside < (3 if common else 2):
            continue
        if name == "death" and not any(
            _HUMAN.search(head, max(0, found.start() - NEAR), found.end() + NEAR)
            or any(abs(fact.evidence.start - found.start()) < NEAR for fact in facts if fact.kind == "person")
            for found in pattern.finditer(head)
        ):
            continue
        if name == "crime" and not any(fact.kind == "person" and fact.evidence.start < HEAD for fact in facts):
            continue
        return name.replace("-", " ")
    return ""
