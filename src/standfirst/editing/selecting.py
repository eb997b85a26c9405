"""Choosing sentences: the best set within a length, without repeats and without words that point nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standfirst.editing.candidates import Candidate
from standfirst.editing.headline import keys

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Sentences weighed against each other; the best by score, with those that they lean on.
WEIGHED = 24
#: Sets kept for each length on the way (a beam search): more changed nothing on 200 documents.
KEPT = 2
LENGTHS = 14
#: Two sentences closer than this say the same; closer than the lesser, the second adds little.
SAME, ALIKE = 0.86, 0.55
#: Shares of the shorter sentence's key words, on the same scale: from the lesser a fault, over the greater the same.
SHARED, TOO_MUCH = 0.4, 0.7
#: What a fact not yet covered is worth, what a word costs, what a surname without its person costs.
COVERAGE, COST, STRANGER = 0.35, 0.25, 0.8
#: Salient facts without which a brief says too little (rule 10: half of 60 % of eight), and what each is worth more.
NEEDED, NEED = 3, 0.8
MOST_QUOTATIONS = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a brief: its least and most words, and the most of one sentence (letters without spaces)."""

    least: int
    most: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate with the forms that may be used and their sizes, its score, and the salient facts it covers."""

    candidate: Candidate
    forms: tuple[tuple[str, int], ...]
    score: float
    covers: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Set:
    value: float = 0.0
    size: int = 0
    taken: tuple[tuple[int, int], ...] = ()  # (place among the choices, form)
    covered: frozenset[int] = frozenset()
    known: frozenset[str] = frozenset()
    quotes: int = 0


def choose(
    choices: Sequence[Choice],
    limits: Limits,
    vectors: NDArray[np.float32],
    *,
    first: int | None = None,
    people: Mapping[str, str] | None = None,
) -> list[tuple[Candidate, str]]:
    """The best set of ``choices`` within ``limits``, in the source's order, each with the form of its text.

    ``vectors`` are the unit vectors of all candidates by their index. ``first`` is the index of a candidate that
    must be in (it answers the headline). ``people`` maps surnames to full names. Where no set reaches the least
    length the fullest is given, and it is the caller's to refuse it.
    """
    pool = _pool(choices, first)
    close: list[list[float]] = (vectors @ vectors.T).tolist()
    _by_words(pool, close)
    named = [_names(each.candidate, people or {}) for each in pool]
    start = _Set()
    forced = next((place for place, each in enumerate(pool) if each.candidate.index == first), None)
    if forced is not None:
        grown = _grow(start, forced, len(pool[forced].forms) - 1, pool, named, close, limits, forced)
        start = grown or start
    width = max(1, limits.most // LENGTHS)
    kept: list[_Set] = [start]
    for place in range(len(pool)):
        if place == forced:
            continue
        grown_sets = list(kept)
        for each in kept:
            for form, (_, size) in enumerate(pool[place].forms):
                if each.size + size > limits.most:
                    continue
                grown = _grow(each, place, form, pool, named, close, limits, forced)
                if grown:
                    grown_sets.append(grown)
        kept = _best(grown_sets, width, pool)
    enough = [each for each in kept if each.size >= limits.least]
    best = max(enough, key=lambda each: each.value) if enough else max(kept, key=lambda each: each.size)
    taken = sorted(best.taken)
    return [(pool[place].candidate, pool[place].forms[form][0]) for place, form in taken]


def _by_words(pool: Sequence[Choice], close: list[list[float]]) -> None:
    """Raise the closeness of sentences that share most of the shorter one's key words: vectors miss some of them."""
    said = [(each.candidate.index, keys(each.candidate.forms[0])) for each in pool]
    for place, (one, left) in enumerate(said):
        for other, right in said[:place]:
            least = min(len(left), len(right))
            shared = len(left & right) / least if least > 2 else 0.0
            if shared > SHARED:
                close[one][other] = close[other][one] = max(close[one][other], shared + SAME - TOO_MUCH)


def _pool(choices: Sequence[Choice], first: int | None) -> list[Choice]:
    by_score = sorted(choices, key=lambda each: -each.score)[:WEIGHED]
    wanted = {each.candidate.index for each in by_score} | ({first} if first is not None else set())
    wanted |= {each.candidate.index - 1 for each in by_score if each.candidate.leans}
    return [each for each in choices if each.candidate.index in wanted]


def _best(sets: list[_Set], width: int, pool: Sequence[Choice]) -> list[_Set]:
    """The best few of every length; a set that ends in the newest sentence is kept apart from one that does not."""
    by_length: dict[int, list[_Set]] = {}
    for each in sorted(sets, key=lambda each: -each.value):
        held = by_length.setdefault(each.size // width, [])
        if len(held) < KEPT:
            held.append(each)
    return [each for held in by_length.values() for each in held]


def _grow(
    held: _Set,
    place: int,
    form: int,
    pool: Sequence[Choice],
    named: Sequence[tuple[frozenset[str], frozenset[str]]],
    close: Sequence[Sequence[float]],
    limits: Limits,
    forced: int | None,
) -> _Set | None:
    """``held`` with one sentence more, or None where it does not fit."""
    choice = pool[place]
    candidate, size = choice.candidate, choice.forms[form][1]
    quotes = held.quotes + candidate.quotes
    if held.size + size > limits.most or quotes > MOST_QUOTATIONS:
        return None
    if candidate.leans and place != forced:
        before = [pool[taken].candidate.index for taken, _ in held.taken if taken != forced]
        # The sentence it points to must stand right before it in the brief as in the source.
        leader = candidate.index - 1
        if (before[-1] if before else (pool[forced].candidate.index if forced is not None else None)) != leader:
            return None
    row = close[candidate.index]
    nearest = max((row[pool[taken].candidate.index] for taken, _ in held.taken), default=0.0)
    if nearest > SAME:
        return None
    full, bare = named[place]
    strangers = len(bare - held.known) if bare else 0
    gain = (choice.score - COST) * min(size, limits.sentence) / 20
    gain -= max(0.0, nearest - ALIKE) * 4 + STRANGER * strangers
    told = len(choice.covers - held.covered)
    gain += COVERAGE * told + NEED * min(told, max(0, NEEDED - len(held.covered)))
    return _Set(
        held.value + gain,
        held.size + size,
        (*held.taken, (place, form)),
        held.covered | choice.covers,
        held.known | full,
        quotes,
    )


def _names(candidate: Candidate, people: Mapping[str, str]) -> tuple[frozenset[str], frozenset[str]]:
    """Surnames that a sentence gives in full, and those it uses alone."""
    full = frozenset(last for last, name in people.items() if name in candidate.text)
    bare = frozenset(last for last in people if last not in full and last in candidate.text)
    return full, bare
