"""One source: a sensitive matter that no second, independent source reports here."""

from __future__ import annotations

from standfirst.editing import Mark, sensitive
from standfirst.editing.marks import Context, enter

#: Relations of a story whose articles are no independent reports.
DEPENDENT = frozenset({"single", "copies"})


@enter("one-source", "Reported by one source only.", rank=80)
def one_source(context: Context) -> Mark | None:
    """Set on a sensitive matter while its story has one article, or copies of one."""
    matter = sensitive.matter(context.article, context.facts)
    if not matter:
        return None
    story = context.story
    if story is not None and story.relation not in DEPENDENT and len(story.articles) > 1:
        return None
    copies = story is not None and len(story.articles) > 1
    why = "the other reports carry the same text" if copies else "no second independent source reports it here"
    return Mark("one-source", f"A sensitive matter ({matter}), and {why}.")
