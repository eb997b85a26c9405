"""Runs the rules over a draft and decides what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable

from standfirst.editing import CheckResult, Outcome
from standfirst.editing.checks import Draft, checks

#: What a failed rule makes of the brief, the strictest first. A statement that had to be cut, or a brief that
#: had to be trimmed, and was not, may not go out as it is.
STRICTEST = (("block", "blocked"), ("hold", "held"), ("card", "card"), ("cut", "card"), ("trim", "card"))


def run(draft: Draft) -> tuple[CheckResult, ...]:
    """What every rule finds of ``draft``, in the order of the rules' numbers."""
    return tuple(result for _, rule in checks.items() for result in rule.check(draft))


def outcome(results: Iterable[CheckResult]) -> Outcome:
    """What the results make of a brief: blocked, held, card or brief; the strictest wins, the first of equals.

    Ask it after the cuts and trims are made. ``report`` and ``mark`` leave a brief what it is.
    """
    failed = [result for result in results if not result.passed]
    for consequence, kind in STRICTEST:
        for result in failed:
            if result.consequence == consequence:
                return Outcome(kind, result.name, result.reason)
    return Outcome("brief")


def cuts(results: Iterable[CheckResult]) -> frozenset[int]:
    """The indexes of the statements that a rule cuts."""
    return frozenset(
        result.statement
        for result in results
        if not result.passed and result.consequence == "cut" and result.statement is not None
    )


__all__ = ["Draft", "cuts", "outcome", "run"]
