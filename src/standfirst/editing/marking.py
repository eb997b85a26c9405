"""Every mark, asked of one publication, and those that a story or a correction changes, asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from standfirst.editing import Fact, Mark, Statement, reserved
from standfirst.editing.marks import Context, Grouped, marks

if TYPE_CHECKING:
    from standfirst.reading import Article

#: The marks that depend on more than the article and what is said of it.
LATER = frozenset({"one-source", "corrected"})


def find(context: Context) -> tuple[Mark, ...]:
    """The marks of a publication, in the order they stand on a page. A pure function of its context."""
    found = (rule.find(context) for _, rule in marks.items())
    return tuple(mark for mark in found if mark is not None)


def beside(article: Article, writer: str) -> tuple[Mark, ...]:
    """The marks of a card whose publisher reserves the text: those that the source states beside it."""
    return find(Context(reserved.beside(article), writer=writer, written=False))


class _Said(Protocol):
    """What a publication says; a :class:`~standfirst.editing.Brief` is such, and so is what is stored of one."""

    @property
    def statements(self) -> tuple[Statement, ...]: ...
    @property
    def facts(self) -> tuple[Fact, ...]: ...
    @property
    def marks(self) -> tuple[Mark, ...]: ...
    @property
    def writer(self) -> str: ...


def again(
    article: Article, said: _Said, story: Grouped | None = None, revisions: int = 0, *, written: bool = True
) -> tuple[Mark, ...]:
    """The marks of what is ``said`` of an article once its story and the number of its corrections are known.

    Only the marks that these change are asked again; a change of marks is no correction. Where the article's text
    is no longer kept, or is reserved, only *corrected* can be.
    """
    article = reserved.open_part(article)
    context = Context(
        article,
        said.statements,
        said.facts,
        writer=said.writer,
        written=written,
        story=story,
        revisions=revisions,
    )
    asked = LATER if article.text else frozenset({"corrected"})
    kept = {mark.code: mark for mark in said.marks if mark.code not in asked}
    for code in asked:
        if (mark := marks[code].find(context)) is not None:
            kept[code] = mark
    order = list(marks)
    return tuple(sorted(kept.values(), key=lambda mark: order.index(mark.code) if mark.code in order else len(order)))
