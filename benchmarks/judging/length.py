"""Rule 12: 40 to 120 words, at most a fifth of the source, sentences of at most 30 words where the source allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.judging import lexicon, passage, text

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article

LEAST, MOST, SHARE, SENTENCE = 40, 120, 0.2, 30
#: What a sentence can do without, by deletion alone: a bracket, but for one that quotes.
_BRACKET = re.compile(r"\(([^()]{3,160})\)")


def faults(article: Article, brief: Brief) -> Iterator[str]:
    """Too short, too long, too large a share, or a long sentence that could have been shortened."""
    language = text.language_of(article.language)
    factor, unit = (2, "letters") if language in text.UNSPACED else (1, "words")
    said = passage.said(brief)
    size = sum(text.size(each.text, language) for each in said)
    source = text.size(article.text, language)
    if size < LEAST * factor:
        yield f"{size} {unit}."
    if size > MOST * factor:
        yield f"{size} {unit}."
    if size > SHARE * source:
        yield f"{size} {unit} of the source's {source}."
    for each in said:
        for sentence in text.sentences(each.text):
            words = text.size(sentence, language)
            if words > SENTENCE * factor and (not each.verbatim or _shortens(sentence, language)):
                yield f"A sentence of {words} {unit} that deletion would shorten."


def _shortens(sentence: str, language: str) -> bool:
    keep = lexicon.of(lexicon.NEGATIONS, language) | lexicon.of(lexicon.REPORTING, language)
    keep |= lexicon.of(lexicon.HEDGES, language)
    keep |= {"if", "wenn", "falls", "si"}
    outside = text.unquoted(sentence)
    return any(
        found[0] in outside and not any(word in keep or word.endswith("n't") for word in text.folded(found[1]))
        for found in _BRACKET.finditer(sentence)
    )
