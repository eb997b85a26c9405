"""Rule 13: an excerpt stays short and is set as such; a rewritten brief copies no more than ten words in a row."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing import passages
from standfirst.editing.checks import Draft, Fault, enter
from standfirst.language import words


@enter(13, "copying", level="brief")
def copying(draft: Draft) -> Iterator[Fault]:
    """Trim an excerpt over its share, and a rewrite that runs with its source."""
    copied = [statement for _, statement in draft.said if statement.verbatim]
    source = words.count(draft.article.text, draft.language)
    size = sum(words.count(statement.text, draft.language) for statement in copied)
    if size > source * draft.style.max_share:
        yield Fault("trim", f"{size} words of the source's {source} are set as its own.")
    longest = draft.style.copied_words
    rewritten = [(index, statement) for index, statement in draft.said if not statement.verbatim]
    if not rewritten:
        return
    runs = _runs(passages.folded(draft.article.text), longest + 1)
    for index, statement in rewritten:
        found = passages.folded(passages.outside_quotes(statement.text))
        for place in range(len(found) - longest):
            run = found[place : place + longest + 1]
            if run in runs:
                yield Fault("trim", f"More than {longest} words in a row are the source's.", index, " ".join(run))
                break


def _runs(found: tuple[str, ...], size: int) -> set[tuple[str, ...]]:
    return {found[place : place + size] for place in range(len(found) - size + 1)}
