"""Places in the source: offsets of evidence as a reader counts paragraphs, without the source's text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext, ngettext

from standfirst.editing import Evidence
from standfirst.newsroom.content import Place
from standfirst.publishing.pages.words import listed

#: Roles that a reader of the source counts as paragraphs; headings, captions and the standfirst are named.
COUNTED = frozenset({"text", "quotation", "list-item"})


def touched(evidence: Iterable[Evidence], paragraphs: Sequence[Place]) -> tuple[list[int], list[str]]:
    """The numbers of the paragraphs that the evidence lies in, and the roles of other places it lies in."""
    spans = [(each.start, each.end) for each in evidence]
    numbers: list[int] = []
    others: list[str] = []
    number = 0
    for place in paragraphs:
        counted = place.role in COUNTED
        number += counted
        if any(start < place.end and end > place.start for start, end in spans):
            if counted:
                numbers.append(number)
            elif place.role not in others:
                others.append(place.role)
    return numbers, others


def ranges(numbers: Sequence[int]) -> str:
    """``[1, 2, 3, 7]`` as ``1–3, 7``."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return listed(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def named(evidence: Iterable[Evidence], paragraphs: Sequence[Place]) -> str:
    """Where the evidence stands: ``paragraph 4``, ``standfirst``, ``paragraphs 1–2``; "" where nothing is known."""
    numbers, others = touched(evidence, paragraphs)
    found = [
        {
            "standfirst": gettext("standfirst"),
            "heading": gettext("a heading"),
            "caption": gettext("a caption"),
        }.get(role, role)
        for role in others
    ]
    if numbers:
        found.append(
            ngettext("paragraph %(numbers)s", "paragraphs %(numbers)s", len(numbers)) % {"numbers": ranges(numbers)}
        )
    return listed(found)


__all__ = ["named", "ranges", "touched"]
