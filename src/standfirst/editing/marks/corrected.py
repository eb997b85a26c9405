"""Corrected: a revision changed a published fact."""

from __future__ import annotations

from standfirst.editing import Mark
from standfirst.editing.marks import Context, enter


@enter("corrected", "This publication was corrected.", rank=90)
def corrected(context: Context) -> Mark | None:
    """Set by the number of corrections, which the newsroom keeps."""
    if context.revisions < 1:
        return None
    times = "once" if context.revisions == 1 else f"{context.revisions} times"
    return Mark("corrected", f"Corrected {times} since it was published; the changes are listed.")
