"""Rule 15: a slot that this kind of story needs and the source lacks is listed as not stated."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.editing import facts, missing
from standfirst.editing.checks import Draft, Fault, enter


@enter(15, "say-what-is-missing", level="brief")
def say_what_is_missing(draft: Draft) -> Iterator[Fault]:
    """Report what the source leaves open and the brief does not list."""
    left_open = missing.find(draft.article, draft.facts or facts.find(draft.article))
    silent = [slot for slot in left_open if slot not in draft.missing]
    if silent:
        yield Fault("report", f"Not stated in the source, and not said: {', '.join(silent)}.")
