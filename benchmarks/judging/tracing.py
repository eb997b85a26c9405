"""Rule 9: every statement traces to the article, in the version that was read, and is what its passage says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.judging import passage, text

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article


def faults(article: Article, brief: Brief) -> Iterator[str]:
    """Evidence elsewhere, in another version or outside the text; an excerpt that is no deletion of its passage."""
    version = hashlib.sha256(article.text.encode()).hexdigest()
    if brief.articles != (article.id,):
        yield "The brief names another article."
    for each in passage.said(brief):
        for place in each.evidence:
            if place.article != article.id:
                yield "A statement traces to another article."
            elif place.text_hash != version:
                yield "A statement traces to another version of the text."
            elif not 0 <= place.start < place.end <= len(article.text):
                yield "A statement's place lies outside the text."
            elif text.cut_open(article.text, place.start, place.end):
                yield "A statement's place begins or ends inside a word."
        if each.verbatim and not _deleted(each.text, [article.text[p.start : p.end] for p in each.evidence]):
            yield "An excerpt is not its passage with words deleted."


def _deleted(short: str, passages: list[str]) -> bool:
    rest = iter("".join("".join(passages).split()))
    return all(character in rest for character in "".join(short.split()))
