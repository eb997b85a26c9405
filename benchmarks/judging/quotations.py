"""Rule 6: quoted speech is the source's, character for character, with its speaker; two quotations of 25 words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.judging import passage, text

if TYPE_CHECKING:
    from standfirst.editing import Brief, Statement
    from standfirst.reading import Article

#: Quotations in a brief, words of one, and words from which a quoted piece is speech and no title or single word.
MOST, LONGEST, SPEECH = 2, 25, 4
#: A statement with so few words outside a quotation names no speaker.
BARE = 2


def faults(article: Article, brief: Brief) -> Iterator[str]:
    """A quotation that is changed, cut open, too long, one too many, or nobody's."""
    language = text.language_of(article.language)
    factor = 2 if language in text.UNSPACED else 1
    source = text.one_kind(article.text)
    spoken = 0
    before: Statement | None = None
    for each in passage.said(brief):
        rest = text.unquoted(each.text)
        if any(mark in rest for mark in "“”„«»「」") or rest.count('"') % 2:
            yield "A quotation is opened and not closed, or closed and not opened."
        for quotation in text.quotations(each.text):
            words = text.size(quotation, language)
            spoken += words >= SPEECH * factor
            if text.one_kind(quotation).strip() not in source:
                yield "A quotation is not the source's words."
            if words > LONGEST * factor:
                yield f"A quotation of {words} words."
            if words >= SPEECH * factor and text.size(rest, language) < BARE and not _follows(before, each, article):
                yield "A quotation without its speaker."
        before = each
    if spoken > MOST:
        yield f"{spoken} quotations."


def _follows(before: Statement | None, each: Statement, article: Article) -> bool:
    """Whether the statement before stands right before it in the source: then that one names the speaker."""
    if before is None or not before.evidence or not each.evidence:
        return False
    end, start = before.evidence[-1].end, each.evidence[0].start
    return end <= start and not article.text[end:start].strip()
