"""What the source does not state: the slots that a kind of story needs, and this one leaves open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standfirst.editing import Fact, phrases
from standfirst.language import lexicons
from standfirst.reading import Article

#: Code points of the text that tell the kind of a story, beside its title.
HEAD = 600

# The slots each kind of story needs, and what tells the kind: one pattern on the title, one on the head of the text.
_SLOTS = {
    "accident": ("when", "where", "how-many"),
    "court": ("when", "who"),
    "result": ("when", "how-many"),
    "product": ("when", "price"),
    "appointment": ("who", "when"),
    "event": ("when", "where", "price"),
    "release": ("when",),
    "study": ("who", "how-many"),
}
_TELLS = phrases.patterns("story", before=r"\b", after=r"\b")
# A town or court named after a preposition, where the list of names found no place.
_WHERE = re.compile(
    r"\b(?:in|at|near|on|outside|bei|am|im|auf|à|au|en|sur|dans|près de|cerca de)\s"
    r"(?:the\s|der\s|dem\s|la\s|le\s|el\s)?[A-ZÀ-Þ]\w+"
)
_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’\-]+\s[A-ZÀ-Þ][\w'’\-]+")
_PRICE = re.compile(
    r"[$€£¥₹]\s?\d|\d\s?(?:€|EUR|USD|euros?|dollars?|pounds?|francs?)\b"
    r"|\b(?:free (?:entry|admission|of charge)|kostenlos|gratuit|gratis|entrada libre)\b",
    re.IGNORECASE,
)


def kind(article: Article) -> str:
    """The kind of story: accident, court, result, product, appointment, event, release, study; "" for another."""
    title, head = article.title.lower(), article.text[:HEAD].lower()
    for name, pattern in _TELLS.items():
        if pattern.search(title) or (name not in {"event", "release"} and len(pattern.findall(head)) > 1):
            return name
    return ""


def slots(article: Article, facts: Sequence[Fact]) -> tuple[str, ...]:
    """The slots that the article's kind of story needs and its whole text leaves open: when, who, how-many, …"""
    wanted = _SLOTS.get(kind(article), ())
    return tuple(slot for slot in wanted if not _stated(slot, article, {fact.kind for fact in facts}))


def find(article: Article, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Those slots in words for readers, in the article's language where it has words for them, else in English."""
    here, english = lexicons.get(article.language).missing, lexicons.get("en").missing
    return tuple(here.get(slot, english.get(slot, slot)) for slot in slots(article, facts))


def _stated(slot: str, article: Article, kinds: set[str]) -> bool:
    """Whether the text fills a slot. Doubt counts as filled: a wrong "not stated" is worse than none."""
    if slot == "when":
        return "date" in kinds
    if slot == "where":
        return "place" in kinds or bool(_WHERE.search(article.text))
    if slot == "who":
        return bool(kinds & {"person", "organisation"}) or bool(_PERSON.search(article.text))
    if slot == "how-many":
        return "number" in kinds
    return "money" in kinds or bool(_PRICE.search(article.text))
