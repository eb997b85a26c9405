"""Rule 11: no stock phrase, no statement without evidence, no two statements that say the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.judging import lexicon, passage, text

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article

#: The share of content words in common (Jaccard) from which two statements say the same.
SAME = 0.6


def faults(article: Article, brief: Brief) -> Iterator[str]:
    """What says nothing, what nothing carries, what was said."""
    stop = lexicon.of(lexicon.STOP, text.language_of(article.language))
    before: list[frozenset[str]] = []
    for each in passage.said(brief):
        if not each.evidence:
            yield "A statement without evidence."
        plain = text.fold(text.unquoted(each.text))
        for phrase in lexicon.FILLER:
            if phrase in plain:
                yield f"“{phrase}” says nothing."
        content = frozenset(word for word in text.folded(each.text) if word not in stop)
        if any(len(content & other) >= SAME * len(content | other) for other in before if content and other):
            yield "Two statements say the same."
        before.append(content)
