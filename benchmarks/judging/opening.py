"""Rule 2: a named entity, a finite verb and a date or place within the first 35 words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.judging import entities, lexicon, passage, text

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article

FIRST = 35


def faults(article: Article, brief: Brief) -> Iterator[str]:
    """What the opening lacks; nothing is asked of languages without capitals or spaces."""
    language = text.language_of(article.language)
    whole = " ".join(each.text for each in passage.said(brief))
    words = text.tokens(whole)[:FIRST]
    if not words or not any(word[0].isupper() for word in text.tokens(article.text)):
        return
    first = whole[: _end(whole, words)]
    known = entities.names(entities.prose(article), language)
    names = entities.mentions(first, known)
    if not names:
        yield f"The first {FIRST} words have no named entity."
    if language in lexicon.VERBS and not any(_verb(text.fold(word), language) for word in words):
        yield f"The first {FIRST} words have no finite verb."
    if not entities.dated(first) and not entities.placed(first, known, language):
        yield f"The first {FIRST} words have neither date nor place."


def _end(whole: str, words: tuple[str, ...]) -> int:
    at = 0
    for word in words:
        at = whole.index(word, at) + len(word)
    return at


def _verb(word: str, language: str) -> bool:
    return word in lexicon.VERBS[language] or (len(word) > 3 and word.endswith(lexicon.VERB_ENDINGS[language]))
