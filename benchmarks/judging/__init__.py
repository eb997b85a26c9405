"""A second opinion on briefs: twelve of the editorial rules, written anew for the benchmark.

Nothing here is shared with :mod:`standfirst.editing` but the values that are judged. Two implementations that agree
are better evidence than one that judges itself; where they differ, a person reads the brief and one of them is mended.
Each rule is a function of the article and its brief that yields a sentence for each fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from benchmarks.judging import (
    claims,
    copying,
    debris,
    filler,
    length,
    names,
    numbers,
    opening,
    quotations,
    specific,
    tracing,
)

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article

Rule = Callable[["Article", "Brief"], Iterator[str]]

#: The rules by their numbers in the editorial method. Rules 1, 5, 14 and 15 are measured elsewhere.
RULES: dict[int, Rule] = {
    2: opening.faults,
    3: names.faults,
    4: numbers.faults,
    6: quotations.faults,
    7: claims.attribution,
    8: claims.polarity,
    9: tracing.faults,
    10: specific.faults,
    11: filler.faults,
    12: length.faults,
    13: copying.faults,
    16: debris.faults,
}


def judge(article: Article, brief: Brief) -> dict[int, tuple[str, ...]]:
    """The faults of a brief by rule; a rule that it keeps has none."""
    return {number: tuple(rule(article, brief)) for number, rule in RULES.items()}


__all__ = ["RULES", "judge"]
