"""Rule 6: quoted speech is the source's words, whole, with the speaker the source names; few and short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.editing import Statement, passages
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import lexicons, names, words
from standfirst.language.words import fold
from standfirst.reading import Article

#: Quotations of a brief, and words (or twice as many letters) of one. Shorter pieces are names and single words.
MOST, LONGEST, SPEECH = 2, 25, 3
#: Code points around a quotation in the source where its speaker must be named.
AROUND = 400
_MARKS = re.compile(r"[“”„«»「」\"]")


@enter(6, "quotations", level="statement")
def quoted_speech(draft: Draft) -> Iterator[Fault]:
    """Cut a statement whose quotation is changed, put in another mouth, too long, or one too many."""
    longest = LONGEST * (2 if words.unspaced(draft.language) else 1)
    spoken = 0
    for index, statement in enumerate(draft.statements):
        if statement.notice:
            continue
        quotations = [found[0] for found in passages.QUOTED.finditer(statement.text)]
        if _MARKS.search(passages.outside_quotes(statement.text)) and _uneven(statement.text):
            yield Fault("cut", "A quotation is opened or closed, but not both.", index)
            continue
        fault = None
        for quotation in quotations:
            size = words.count(quotation, draft.language)
            spoken += size >= SPEECH
            if size > longest:
                reason = f"A quotation of {size} words; {longest} is the most."
            elif spoken > MOST and size >= SPEECH:
                reason = f"More than {MOST} quotations."
            else:
                reason = _judge(quotation, statement, draft.article)
            if reason:
                fault = Fault("cut", reason, index, quotation)
                break
        if fault:
            yield fault


def _uneven(text: str) -> bool:
    left = passages.outside_quotes(text)
    return any(mark in left for mark in "“”„«»「」") or left.count('"') % 2 == 1


def _judge(quotation: str, statement: Statement, article: Article) -> str:
    inner = passages.spaced(quotation)[1:-1].strip()
    if passages.exact(article, statement):
        return ""
    source = passages.spaced(article.text)
    bare = inner.rstrip(".,;!? ")
    places = [found.start() for found in re.finditer(re.escape(bare), source)] if bare else []
    if bare and not places and bare not in passages.spaced(article.title):
        return "The quotation is not the source's words."
    if words.count(quotation, article.language) >= SPEECH:
        if not statement.verbatim and places and not any(_within(source, place, len(bare)) for place in places):
            return "The source does not put these words in quotation marks."
        return _speaker(statement, article, source, places)
    return ""


def _within(source: str, start: int, length: int) -> bool:
    """Whether a piece of the source stands inside its quotation marks (made one kind)."""
    before, after = source[max(0, start - 3000) : start], source[start + length : start + length + 2]
    return before.count('"') % 2 == 1 or before.endswith('"') or after.strip().startswith('"')


def _speaker(statement: Statement, article: Article, source: str, places: list[int]) -> str:
    lexicon = lexicons.get(article.language)
    outside = passages.outside_quotes(statement.text)
    for name in names.find(outside, article.language):
        beside = outside[max(0, name.start - 20) : name.end + 20]
        if name.kind == "place" or not any(word in lexicon.reporting for word in passages.folded(beside)):
            continue
        last = fold(name.text).split()[-1]
        near = [fold(source[max(0, place - AROUND) : place + AROUND + 200]) for place in places]
        if near and not any(last in around for around in near):
            return f"The source does not name {name.text} beside this quotation."
    return ""
