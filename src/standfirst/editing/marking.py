"""Every mark, asked of one publication, and those that a story or a correction changes, asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from standfirst.editing import Brief, Mark
from standfirst.editing.marks import Context, Grouped, marks

if TYPE_CHECKING:
    from standfirst.reading import Article

#: The marks that depend on more than the article and what is said of it.
LATER = frozenset({"one-source", "corrected"})


def find(context: Context) -> tuple[Mark, ...]:
    """The marks of a publication, in the order they stand on a page. A pure function of its context."""
    found = (rule.find(context) for _, rule in marks.items())
    return tuple(mark for mark in found if mark is not None)


def again(article: Article, brief: Brief, story: Grouped | None = None, revisions: int = 0) -> tuple[Mark, ...]:
    """The marks of ``brief`` once its story and the number of its corrections are known.

    Only the marks that these change are asked again; a change of marks is no correction.
    """
    context = Context(
        article,
        brief.statements,
        brief.facts,
        writer=brief.writer,
        written=brief.outcome.kind != "card",
        story=story,
        revisions=revisions,
    )
    kept = {mark.code: mark for mark in brief.marks if mark.code not in LATER}
    for code in LATER:
        if (mark := marks[code].find(context)) is not None:
            kept[code] = mark
    order = list(marks)
    return tuple(sorted(kept.values(), key=lambda mark: order.index(mark.code) if mark.code in order else len(order)))
