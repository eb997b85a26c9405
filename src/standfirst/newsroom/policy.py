"""What follows from a result: pure decisions over values, each with its rule and reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from standfirst.editing import Outcome
from standfirst.rights import Verdict

#: A published article is visited again so long after its publication: corrections, deletion, new rights.
VISITS = (timedelta(hours=1), timedelta(hours=6), timedelta(hours=24), timedelta(days=7))
#: After a failed try the next comes so much later.
RETRIES = (timedelta(minutes=5), timedelta(hours=1), timedelta(hours=6), timedelta(hours=24))


@dataclass(frozen=True, slots=True)
class Decision:
    """``state`` is brief, card, held, blocked, refused; rule and reason say why."""

    state: str
    rule: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What an operator's settings and the story add to the rules' own outcome."""

    new_source: bool = False
    hold_new_source: bool = False
    source_opted_out: bool = False


def decide(outcome: Outcome, verdict: Verdict, circumstances: Circumstances) -> Decision:
    """The stricter wins: nothing, block, hold, card, brief."""
    if verdict.outcome == "nothing":
        return Decision("refused", verdict.rule, verdict.reason)
    if outcome.kind == "blocked":
        return Decision("blocked", outcome.rule, outcome.reason)
    if circumstances.source_opted_out:
        return Decision("card", "opt-out", "The publisher has opted out of summaries.")
    if outcome.kind == "held":
        return Decision("held", outcome.rule, outcome.reason)
    if circumstances.new_source and circumstances.hold_new_source:
        return Decision("held", "new-source", "The source is new to the network.")
    if verdict.outcome == "card":
        return Decision("card", verdict.rule, verdict.reason)
    return Decision(outcome.kind, outcome.rule, outcome.reason)


def next_visit(published: datetime, visits: int) -> datetime | None:
    """When a published article is visited again after so many visits, the first one counted; None: no more."""
    done = max(visits - 1, 0)
    return published + VISITS[done] if done < len(VISITS) else None


def next_try(now: datetime, attempts: int, most: int) -> datetime | None:
    """When a failed item is tried again after so many attempts; None: it is left."""
    return now + RETRIES[min(attempts, len(RETRIES)) - 1] if attempts < most else None
