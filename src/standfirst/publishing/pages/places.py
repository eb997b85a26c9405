"""Places in the source: offsets of evidence as a reader counts paragraphs, without the source's text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.utils.translation import gettext, ngettext

from standfirst.editing import Evidence
from standfirst.newsroom.content import Place
from standfirst.publishing.pages.words import listed

#: Roles that a reader of the source counts as paragraphs; headings, captions and the standfirst are named.
COUNTED = frozenset({"text", "quotation", "list-item"})


#: A source's paragraphs as its reader counts them: start, end, number (0 where it is not counted) and role.
Numbered = list[tuple[int, int, int, str]]


def numbered(paragraphs: Iterable[Place]) -> Numbered:
    """The paragraphs with their numbers, made once for all of a publication's statements."""
    made: Numbered = []
    number = 0
    for place in paragraphs:
        counted = place.role in COUNTED
        number += counted
        made.append((place.start, place.end, number if counted else 0, place.role))
    return made


def touched(evidence: Iterable[Evidence], source: Numbered) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The numbers of the paragraphs that the evidence lies in, and the roles of other places it lies in."""
    spans = [(each.start, each.end) for each in evidence]
    numbers: dict[int, None] = {}
    others: dict[str, None] = {}
    for first, last, number, role in source:
        for start, end in spans:
            if start < last and end > first:
                if number:
                    numbers[number] = None
                else:
                    others[role] = None
    return tuple(numbers), tuple(others)


def ranges(numbers: Sequence[int]) -> str:
    """``[1, 2, 3, 7]`` as ``1–3, 7``."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return listed(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def named(evidence: Iterable[Evidence], source: Numbered, own: str) -> str:
    """Where the evidence stands: ``paragraph 4``, ``standfirst``, ``paragraphs 1–2``; "" where nothing is known.

    In ``own``, which must be the active language.
    """
    return _named(*touched(evidence, source), own) if evidence else ""


@lru_cache(maxsize=4096)
def _named(numbers: tuple[int, ...], others: tuple[str, ...], own: str) -> str:
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


__all__ = ["Numbered", "named", "numbered", "ranges", "touched"]
