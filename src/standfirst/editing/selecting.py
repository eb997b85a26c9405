"""Choosing sentences: the best set within a length, without repeats and without words that point nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from standfirst.editing.candidates import Candidate
from standfirst.editing.checks.specific import EVERY
from standfirst.editing.choices import NOTHING, SAME, Choice, Limits, Pool, opens, pool
from standfirst.editing.importance import Importance
from standfirst.editing.openings import FIRST
from standfirst.editing.salient import MOST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Sets kept for each length on the way (a beam search): more changed nothing on 200 documents.
KEPT = 6
LENGTHS = 14
#: Up to so many words every length has sets of its own: between the least and the most there may be a word or two.
TIGHT = 60
#: Two sentences closer than this, and less close than those that say the same: the second adds little.
ALIKE = 0.55
#: What a word costs, a surname without its person, and a thing taken as known (of a few at most).
COST, STRANGER, DANGLING, MOST_DANGLING = 0.25, 4.0, 0.3, 3
#: What it is worth that two sentences stand side by side in the source, too: they read on.
FOLLOWS = 0.2
#: What a salient fact not yet told is worth, and what each is worth more until there are as many as are needed.
COVERAGE, NEED = 0.8, 3.0
#: The bits of those that rule 10 counts.
COUNTED = (1 << MOST) - 1
#: What a name, date or figure is worth, and what it costs to fall short of rule 2, or of either half of rule 10.
THING, LACKING = 0.1, 3.0
#: Sentences that may be read before those that stand before them, where nothing else opens well, and what that costs.
LEADS, LEADING = 3, 1.0
#: What each of a name, a verb, and a date or place is worth within the first 35 words (rule 2), and all three together.
EARLY, COMPLETE = 0.5, 2.0
MOST_QUOTATIONS = 2
#: What a word is worth that a summary would have (times its chance), and what each word of a sentence costs; where
#: there is room for all, so much less.
WORTH, PRICE, LESS = 4.0, 0.4, 0.96
#: All three of rule 2, as bits.
ALL = 0b111


class _Set(NamedTuple):
    """A set on the way; ``told``, ``early``, ``known`` and ``said`` are bits."""

    value: float = 0.0
    size: int = 0
    taken: tuple[tuple[int, int], ...] = ()  # (place among the choices, form)
    told: int = 0
    early: int = 0
    known: int = 0
    quotes: int = 0
    things: int = 0
    forced: int | None = None
    said: int = 0


def choose(
    choices: Sequence[Choice],
    limits: Limits,
    vectors: NDArray[np.float32],
    *,
    first: int | None = None,
    salient: int = 0,
    importance: Importance = NOTHING,
) -> list[tuple[Candidate, str]]:
    """The best set of ``choices`` within ``limits`` in the order it is read, each with the form of its text.

    ``vectors`` are the unit vectors of all candidates by their index. ``first`` is the index of a candidate that
    must be in (it answers the headline) and is read first; the others follow in the source's order. Where no set in
    that order says early who, what and when or where, a later sentence that does may be read first. ``salient`` is how
    many salient facts the article has. Where no set reaches the least length the fullest is given, and it is the
    caller's to refuse it.
    """
    among = pool(choices, vectors, first, min(salient, MOST), limits.most, importance)
    forced = next((place for place, each in enumerate(among.choices) if each.candidate.index == first), None)
    best = _search(among, limits, forced)
    if forced is None and best.early != ALL:
        leads = [place for place, each in enumerate(among.choices) if opens(each)][:LEADS]
        others = [(_search(among, limits, place), place) for place in leads]
        best = max([(best, -1), *others], key=lambda each: _worth(each[0], among) - LEADING * (each[1] >= 0))[0]
    return [(among.choices[place].candidate, among.choices[place].forms[form].text) for place, form in _read(best)]


def _search(pool: Pool, limits: Limits, forced: int | None) -> _Set:
    """The best set that a beam search finds, ``forced`` (a place) in it and read first."""
    start = _Set(forced=forced)
    if forced is not None:
        start = _grow(start, forced, len(pool.choices[forced].forms) - 1, pool, limits) or start
    width = limits.most // LENGTHS if limits.most > TIGHT else 1
    kept: list[_Set] = [start]
    for place, choice in enumerate(pool.choices):
        if place == forced:
            continue
        grown = [
            found
            for form, each in enumerate(choice.forms)
            for held in kept
            if held.size + each.size <= limits.most and (found := _grow(held, place, form, pool, limits))
        ]
        kept = _best([*kept, *grown], width)
    enough = [each for each in kept if each.size >= limits.least]
    return max(enough, key=lambda each: _worth(each, pool)) if enough else max(kept, key=lambda each: each.size)


def _worth(found: _Set, pool: Pool) -> float:
    """The value of a set less what rules 2 and 10 would find lacking in it."""
    lacking = (
        (found.early != ALL) + (found.things * EVERY < found.size) + ((found.told & COUNTED).bit_count() < pool.due)
    )
    return found.value - LACKING * lacking * pool.room


def _read(found: _Set) -> list[tuple[int, int]]:
    """The sentences of a set in the order they are read."""
    return sorted(found.taken, key=lambda pair: (pair[0] != found.forced, pair[0]))


def _grow(held: _Set, place: int, form: int, pool: Pool, limits: Limits) -> _Set | None:
    """``held`` with one sentence more, or None where it does not fit."""
    choice = pool.choices[place]
    candidate, form_of = choice.candidate, choice.forms[form]
    size = form_of.size
    quotes = held.quotes + candidate.quotes
    if held.size + size > limits.most or quotes > MOST_QUOTATIONS:
        return None
    if candidate.leans and place != held.forced and not _follows(held, candidate, pool):
        return None
    row = pool.close[place]
    nearest = max((row[taken] for taken, _ in held.taken), default=0.0)
    if nearest > SAME:
        return None
    gain = (choice.score - COST) * min(size, limits.sentence) / 20
    if pool.importance.planes:
        telling = WORTH * pool.importance.worth(form_of.said & ~held.said) - PRICE * size
        gain += telling * (1 - LESS * pool.room)
    gain -= max(0.0, nearest - ALIKE) * 4
    gain -= STRANGER * (pool.strangers[place] & ~held.known).bit_count()
    gain -= DANGLING * min(MOST_DANGLING, (pool.things[place] & ~held.known).bit_count())
    gain += FOLLOWS * (bool(held.taken) and pool.choices[held.taken[-1][0]].candidate.index == candidate.index - 1)
    told = held.told | pool.tells[place][form]
    asked = THING * form_of.things + COVERAGE * (told ^ held.told).bit_count()
    before, after = (held.told & COUNTED).bit_count(), (told & COUNTED).bit_count()
    asked += NEED * (min(after, pool.needed) - min(before, pool.needed))
    early = held.early
    if held.size < FIRST and early != ALL:
        for bit, reached in enumerate(form_of.reached):
            if held.size + reached <= FIRST:
                early |= 1 << bit
        asked += EARLY * (early ^ held.early).bit_count() + COMPLETE * (early == ALL)
    return _Set(
        held.value + gain + asked * pool.room,
        held.size + size,
        (*held.taken, (place, form)),
        told,
        early,
        held.known | pool.gives[place],
        quotes,
        held.things + form_of.things,
        held.forced,
        held.said | form_of.said,
    )


def _follows(held: _Set, candidate: Candidate, pool: Pool) -> bool:
    """Whether the sentence that ``candidate`` leans on stands right before it in the brief as in the source."""
    before = [taken for taken, _ in held.taken if taken != held.forced]
    last = before[-1] if before else held.forced
    return last is not None and pool.choices[last].candidate.index == candidate.index - 1


def _best(sets: list[_Set], width: int) -> list[_Set]:
    """The best few of every length."""
    by_length: dict[int, list[_Set]] = {}
    for each in sorted(sets, key=lambda each: -each.value):
        held = by_length.setdefault(each.size // width, [])
        if len(held) < KEPT:
            held.append(each)
    return [each for held in by_length.values() for each in held]
