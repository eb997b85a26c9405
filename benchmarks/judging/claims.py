"""Rules 7 and 8: who says so, how surely, and whether it is so: nothing of this is lost or put in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.judging import lexicon, passage, text

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article

#: A clause of so many words, opened by a relative pronoun, may take its own "said" or "may" with it.
CLAUSE = 4


def attribution(article: Article, brief: Brief) -> Iterator[str]:
    """Rule 7: a speaker's verb or a hedge left out of the source's sentence, or put in."""
    language = text.language_of(article.language)
    saying, hedging = lexicon.of(lexicon.REPORTING, language), lexicon.of(lexicon.HEDGES, language)
    for each in passage.said(brief):
        change = passage.change(article, each)
        for run in change.out:
            if _clause(run):
                continue
            if any(_is(word, saying) for word in run.words) or (language == "de" and _so(run)):
                yield "Who says so was left out."
            elif any(word in hedging for word in run.words):
                yield "A hedge was left out."
        if any(_is(word, saying) for word in change.put_in):
            yield "Somebody is said to say so whom the source does not name."


def polarity(article: Article, brief: Brief) -> Iterator[str]:
    """Rule 8: a negation left out of the source's sentence, or put in."""
    language = text.language_of(article.language)
    for each in passage.said(brief):
        change = passage.change(article, each)
        if any(_negates(word, language) for run in change.out if not _clause(run) for word in run.words):
            yield "A negation was left out."
        if any(_negates(word, language) for word in change.put_in):
            yield "A negation was put in."


def _clause(run: passage.Run) -> bool:
    return len(run.words) >= CLAUSE and run.words[0] in lexicon.RELATIVE


def _so(run: passage.Run) -> bool:
    """German "so Müller": who says so, without a verb."""
    return run.words[0] == "so" and len(run.words) <= CLAUSE + 2


def _is(word: str, words: frozenset[str]) -> bool:
    """French elides and inverts: "a-t-il", "explique-t-elle"."""
    return word in words or word.split("-", 1)[0] in words or word.rsplit("'", 1)[-1] in words


def _negates(word: str, language: str) -> bool:
    if word in lexicon.of(lexicon.NEGATIONS, language):
        return True
    return (language == "en" and word.endswith("n't")) or (language == "fr" and word.startswith("n'"))
