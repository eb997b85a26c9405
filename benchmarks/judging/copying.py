"""Rule 13: an excerpt is set as the source's own words; a rewrite copies at most ten words in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.judging import length, passage, text

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article

RUN = 10


def faults(article: Article, brief: Brief) -> Iterator[str]:
    """More verbatim text than its share or the source's ``max-snippet``; a rewrite that runs with its source."""
    said = passage.said(brief)
    verbatim = [each.text for each in said if each.verbatim]
    if sum(text.size(each, article.language) for each in verbatim) > length.SHARE * text.size(
        article.text, article.language
    ):
        yield "The excerpt is more than a fifth of its source."
    limit = article.rights.max_snippet
    if limit is not None and any(len(each) > limit for each in verbatim):
        yield f"A verbatim statement longer than the {limit} characters that the source allows."
    rewritten = [each.text for each in said if not each.verbatim]
    if brief.writer == "excerpt" and rewritten:
        yield "An excerpt's statement is not set as the source's words."
    words = text.folded(article.text) if rewritten else ()
    runs = {words[at : at + RUN + 1] for at in range(len(words) - RUN)}
    for each in rewritten:
        stated = text.folded(text.unquoted(each))
        if any(stated[at : at + RUN + 1] in runs for at in range(len(stated) - RUN)):
            yield f"More than {RUN} words in a row are copied."
