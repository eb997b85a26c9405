"""Rule 5: a date is resolved against the source's: annotated in an excerpt, written out in a rewrite."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing import Statement, facts, passages
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import dates
from standfirst.language.dates import DateMention

_OPEN = frozenset({"weekday", "relative"})


@enter(5, "dates", level="statement")
def every_date(draft: Draft) -> Iterator[Fault]:
    """A date that the source does not have, or that a reader cannot place: cut a rewrite, report an excerpt."""
    reference = facts.reference(draft.article)
    values = {mention.value for mention in dates.find(draft.article.text, draft.language, reference)}
    values.update(mention.value for mention in dates.find(draft.article.title, draft.language, reference))
    for index, statement in draft.said:
        whole = passages.exact(draft.article, statement)
        for mention in dates.find(statement.text, draft.language, reference):
            reason = _judge(mention, statement, values, whole, dated=reference is not None)
            if reason:
                consequence = "report" if statement.verbatim else "cut"
                yield Fault(consequence, reason, index, statement.text[mention.start : mention.end])
                break


def _judge(mention: DateMention, statement: Statement, values: set[str], whole: bool, *, dated: bool) -> str:
    written = statement.text[mention.start : mention.end]
    if not mention.value and (mention.kind in _OPEN or statement.verbatim):
        if dated:  # the source has a date, and the language no rules for its weekdays
            return f"Which day “{written}” means cannot be told."
        return f"“{written}” cannot be resolved: the source gives no date."
    if mention.kind in _OPEN and not statement.verbatim:
        return f"“{written}” is not written out as a date."
    noted = any(
        note.start < mention.end and mention.start < note.end and note.value == mention.value
        for note in statement.dates
    )
    if mention.kind in _OPEN and not noted:
        return f"“{written}” is not annotated with the day it means, {mention.value}."
    if not whole and not any(value.startswith(mention.value) for value in values):
        return f"“{written}” ({mention.value}) is no date of the source."
    return ""
