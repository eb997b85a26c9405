"""Rule 4: every number, unit, currency and percentage stands in the source beside the same noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standfirst.editing import passages
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import counted, lexicons, numbers
from standfirst.language.numbers import Number
from standfirst.language.words import fold

#: Code points on either side of a number in the source where its noun is looked for.
BESIDE = 90
_AGE = re.compile(r"year-old|.*jahrig|ans$|anos$")


@enter(4, "numbers", level="statement")
def every_number(draft: Draft) -> Iterator[Fault]:
    """Cut a statement with a number that the source does not have, or has of something else."""
    arithmetic = lexicons.get(draft.language).own_arithmetic, lexicons.get("en").own_arithmetic
    for index, statement in enumerate(draft.statements):
        if passages.exact(draft.article, statement):
            continue
        if not statement.verbatim and any(said in fold(statement.text) for said in arithmetic):
            continue
        passage = passages.text(draft.article, statement)
        for number in numbers.find(statement.text, draft.language):
            reason = _judge(number, statement.text, passage, draft.language)
            if reason and (not statement.evidence or statement.notice):
                reason = _judge(number, statement.text, draft.article.text, draft.language)
            if reason:
                yield Fault("cut", reason, index, statement.text[number.start : number.end])
                break


def _judge(number: Number, text: str, source: str, language: str) -> str:
    written = text[number.start : number.end]
    same = [each for each in numbers.find(source, language) if each.value == number.value]
    if not same:
        return f"“{written}” does not stand in the source passage."
    same = [each for each in same if each.unit == number.unit]
    if not same:
        return f"The source passage has “{written}” in another unit."
    # The noun that follows; a verb before ("killed seven") may be said in many ways, and so may an age.
    noun = counted.after(text, number.end, lexicons.get(language))
    if noun and not _AGE.match(noun) and not any(_beside(noun, each, source) for each in same):
        return f"The source passage has “{written}” beside something other than “{noun}”."
    return ""


def _beside(noun: str, number: Number, source: str) -> bool:
    if noun == number.noun:
        return True
    around = source[max(0, number.start - BESIDE) : number.end + BESIDE]
    wanted = passages.stem(noun)
    return wanted in _stems(passages.folded(around))


def _stems(found: Sequence[str]) -> set[str]:
    return {passages.stem(word) for word in found}
