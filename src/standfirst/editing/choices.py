"""What sentences are chosen among: their forms, what each tells and takes as known, and how near they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from standfirst.editing.candidates import Candidate
from standfirst.editing.checks.specific import FEWEST, SHARE
from standfirst.editing.headline import keys
from standfirst.editing.importance import Importance
from standfirst.editing.openings import FIRST, NEVER
from standfirst.editing.references import References
from standfirst.editing.salient import MOST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Sentences weighed against each other: the best by score, those that tell most salient facts, the first that say
#: who, what and when or where; with those that they lean on.
WEIGHED, TELLING, OPENING = 20, 14, 6
#: Two sentences closer than this say the same.
SAME = 0.86
#: Shares of the shorter sentence's key words, on the same scale: from the lesser a fault, over the greater the same.
SHARED, TOO_MUCH = 0.4, 0.7
#: Salient facts that are looked for: those that rule 10 counts, and the next ones.
LOOKED_FOR = MOST + 4
#: So many more than rule 10's share are wanted: what recurs can be counted in more ways than ours.
SPARE = 3
#: Words of a brief in which all that rules 2 and 10 ask has room; where there is less it counts for less.
AMPLE = 80
NOTHING = Importance()


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a brief: its least and most words, and the most of one sentence (letters without spaces)."""

    least: int
    most: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Form:
    """A sentence as it may stand in a brief.

    ``size`` is in words, or letters for a script without spaces; ``reached`` comes from
    :func:`standfirst.editing.openings.reached`; ``tells`` are the indexes of the salient facts it has,
    ``things`` how many names, dates and figures, ``said`` the bits of its words by
    :class:`standfirst.editing.importance.Importance`.
    """

    text: str
    size: int
    reached: tuple[int, int, int] = (NEVER, NEVER, NEVER)
    tells: frozenset[int] = frozenset()
    things: int = 0
    said: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate with the forms that may be used, its score a word, and what it takes as known."""

    candidate: Candidate
    forms: tuple[Form, ...]
    score: float
    references: References = field(default_factory=References)


@dataclass(frozen=True, slots=True)
class Pool:
    """What the search asks of the choices, by their place.

    ``tells``, ``gives``, ``strangers`` and ``things`` are bits; ``close`` is the closeness of two; ``due`` and
    ``needed`` are how many salient facts rule 10 wants, and how many with some to spare; ``room`` is how much of what
    rules 2 and 10 ask the brief has room for.
    """

    choices: Sequence[Choice]
    tells: Sequence[Sequence[int]]
    gives: Sequence[int]
    strangers: Sequence[int]
    things: Sequence[int]
    close: Sequence[Sequence[float]]
    due: int
    needed: int
    room: float
    importance: Importance


def pool(
    choices: Sequence[Choice],
    vectors: NDArray[np.float32],
    first: int | None,
    salient: int,
    most: int,
    importance: Importance,
) -> Pool:
    """The best by score, those that tell most, those that open well, and what each of them leans on."""
    by_score = sorted(choices, key=lambda each: -each.score)[:WEIGHED]
    wanted = {each.candidate.index for each in by_score} | ({first} if first is not None else set())
    wanted |= {each.candidate.index for each in sorted(choices, key=_telling)[:TELLING]}
    wanted |= {each.candidate.index for each in [each for each in choices if opens(each)][:OPENING]}
    wanted |= {each.candidate.index - 1 for each in choices if each.candidate.index in wanted and each.candidate.leans}
    kept = [each for each in choices if each.candidate.index in wanted]
    rows = [each.candidate.index for each in kept]
    close: list[list[float]] = (vectors[rows] @ vectors[rows].T).tolist() if rows else []
    _by_words(kept, close)
    asked = sorted(set().union(*(each.references.strangers | each.references.things for each in kept)))
    bit = {word: 1 << number for number, word in enumerate(asked)}
    return Pool(
        kept,
        [[_bits(form.tells) for form in each.forms] for each in kept],
        [sum(bit[word] for word in each.references.gives if word in bit) for each in kept],
        [sum(bit[word] for word in each.references.strangers) for each in kept],
        [sum(bit[word] for word in each.references.things) for each in kept],
        close,
        ceil(salient * SHARE) if salient >= FEWEST else 0,
        min(salient, ceil(salient * SHARE) + SPARE),
        min(1.0, most / AMPLE) ** 2,
        importance,
    )


def _telling(choice: Choice) -> tuple[int, int]:
    return -len(choice.forms[0].tells), choice.candidate.index


def opens(choice: Choice) -> bool:
    """Whether a sentence can be read first: it stands alone and says early who, what and when or where."""
    standing = not (choice.candidate.leans or choice.references.strangers)
    return standing and max(choice.forms[0].reached) <= FIRST


def _bits(places: Iterable[int]) -> int:
    return sum(1 << place for place in set(places))


def _by_words(pool: Sequence[Choice], close: list[list[float]]) -> None:
    """Raise the closeness of sentences that share most of the shorter one's key words: vectors miss some of them."""
    said = [keys(each.candidate.forms[0]) for each in pool]
    for one, left in enumerate(said):
        for other, right in enumerate(said[:one]):
            least = min(len(left), len(right))
            shared = len(left & right) / least if least > 2 else 0.0
            if shared > SHARED:
                close[one][other] = close[other][one] = max(close[one][other], shared + SAME - TOO_MUCH)
