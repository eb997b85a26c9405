"""How soon a text says who, what, and when or where (rule 2)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from standfirst.editing.facts import NAMED, Mention
from standfirst.language import places, verbs, words
from standfirst.language.words import fold

#: Within how many words a brief should have said all three.
FIRST = 35
#: Later than any word.
NEVER = 1_000_000
#: What is asked for, in this order.
WANTED = ("a named entity", "a finite verb", "a date or place")
_PLACED = frozenset({"place", "date"})


def reached(text: str, mentions: Iterable[Mention], language: str) -> tuple[int, int, int]:
    """After how many words ``text`` has said each of :data:`WANTED`; :data:`NEVER` for what it does not say.

    ``mentions`` are facts of the article it is of; those that do not stand in ``text`` are passed over.
    """
    starts = [span.start for span in words.words(text)]
    name = place = len(text)
    for each in mentions:
        if each.kind not in NAMED and each.kind not in _PLACED:
            continue
        at = text.find(each.text)
        if at < 0:
            continue
        name = min(name, at) if each.kind in NAMED else name
        if each.kind in _PLACED or fold(each.text.split()[0]) in places.demonyms():
            place = min(place, at)
    verb = verbs.first(text, language)

    def after(at: int | None) -> int:
        return NEVER if at is None or at >= len(text) else bisect_right(starts, at)

    return after(name), after(verb), after(place)
