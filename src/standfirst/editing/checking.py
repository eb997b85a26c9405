"""Runs the rules over a draft and decides what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standfirst.editing import CheckResult, Outcome
from standfirst.editing.checks import Draft, checks

#: What a failed rule makes of the brief, the strictest first. A statement that had to be cut, or a brief that
#: had to be trimmed, and was not, may not go out as it is.
STRICTEST = (("block", "blocked"), ("hold", "held"), ("card", "card"), ("cut", "card"), ("trim", "card"))


#: The rules that say whether a brief reports: who, what, when and where; and the article's own facts.
UNSPECIFIC = (2, 10)


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
    return _nothing_reported(failed) or Outcome("brief")


def _nothing_reported(failed: Sequence[CheckResult]) -> Outcome | None:
    """A card where rules 2 and 10 both fall short: a guide or essay that tells of nobody, no time and no place."""
    reasons = {result.rule: result for result in failed if result.rule in UNSPECIFIC}
    if len(reasons) < len(UNSPECIFIC):
        return None
    return Outcome("card", reasons[10].name, " ".join(result.reason for result in reasons.values()))


def cuts(results: Iterable[CheckResult]) -> frozenset[int]:
    """The indexes of the statements that a rule cuts."""
    return frozenset(
        result.statement
        for result in results
        if not result.passed and result.consequence == "cut" and result.statement is not None
    )


__all__ = ["Draft", "cuts", "outcome", "run"]
