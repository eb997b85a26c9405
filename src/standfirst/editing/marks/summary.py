"""Summary: on every brief; how it was made, and that no person has checked it yet."""

from __future__ import annotations

from standfirst.editing import Mark
from standfirst.editing.marks import Context, enter


@enter("summary", "This publication is a summary of another publication.", rank=10)
def summary(context: Context) -> Mark | None:
    """Set where there is a brief. A card summarises nothing."""
    if not context.written:
        return None
    made = "Excerpt by machine" if context.writer == "excerpt" else "Written by a language model"
    return Mark("summary", f"{made}; not checked by a person.")
