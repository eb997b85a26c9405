"""Rule 3: every name stands in the source, with no title that the source does not give."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.judging import entities, lexicon, passage, text

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article

#: Words between a title and its name in the source, at most.
NEAR = 12


def faults(article: Article, brief: Brief) -> Iterator[str]:
    """A capitalised word that the source has nowhere, or that a statement has and its own passage has not."""
    parts = (article.text, article.title, article.standfirst, article.byline, article.publisher, *article.authors)
    source = text.folded("\n".join(parts))
    everywhere = frozenset(source)
    for each in passage.said(brief):
        own = frozenset(text.folded(passage.of(article, each))) if each.verbatim else everywhere
        words = text.tokens(each.text)
        for place, word in enumerate(words):
            bare = text.fold(word)
            if not word[0].isupper() or bare in own or entities.bare(word) in own:
                continue
            if not each.verbatim and (place == 0 or bare in everywhere):
                continue
            yield f"“{word}” does not stand in the source."
            break
        yield from _titles(words, source)


def _titles(words: tuple[str, ...], source: tuple[str, ...]) -> Iterator[str]:
    for title, name in pairwise(words):
        wanted = text.fold(title)
        if wanted not in lexicon.TITLES or not name[0].isupper():
            continue
        bare = entities.bare(name)
        places = [at for at, word in enumerate(source) if word in {bare, text.fold(name)}]
        if places and not any(wanted in source[max(0, at - NEAR) : at + NEAR] for at in places):
            yield f"The source does not call {name} “{title}”."
