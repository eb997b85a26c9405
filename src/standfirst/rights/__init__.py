"""Rights: what a publisher's signals allow us to say. Signals in, one verdict out; nothing here does I/O."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What may be published, from the freest to the strictest."""

    BRIEF = "brief"
    CARD = "card"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Signal:
    """One statement of rights as it was found.

    ``kind``: robots-meta, x-robots-tag, tdmrep, rsl, rsl-unread (terms that could not be had), aipref, paywall,
    status, opt-out, licence.
    ``value``: what it says, as written. ``where``: where it stood (``<meta name="robots">``, ``header``,
    ``/.well-known/tdmrep.json``, ``robots.txt``, ``JSON-LD`` …).
    """

    kind: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the strictest signal allows, and why.

    ``rule`` is the deciding signal's kind ("" where nothing restricts), ``reason`` a sentence for people,
    ``max_snippet`` the longest verbatim piece allowed in characters (None: no such limit),
    ``subscription`` that the full article is for subscribers.
    """

    outcome: Outcome = Outcome.BRIEF
    rule: str = ""
    reason: str = ""
    max_snippet: int | None = None
    subscription: bool = False
    signals: tuple[Signal, ...] = ()


def judge(signals: Iterable[Signal], *, licence: str = "") -> Verdict:
    """The strictest of ``signals`` decides; a ``licence`` the operator records lifts reservations for payment."""
    from standfirst.rights.verdict import judge as decide

    return decide(tuple(signals), licence=licence)


__all__ = ["Outcome", "Signal", "Verdict", "judge"]
