"""The verdict: what the strictest signal allows. The table stands in docs/methods/rights.md.

Each kind of signal has one function that says what it asks for; :func:`judge` takes the strictest.
"""

from __future__ import annotations

from dataclasses import dataclass

from standfirst.rights import Outcome, Signal, Verdict, robots, rsl
from standfirst.rights.signals import BARRED

#: From the freest to the strictest.
ORDER = (Outcome.BRIEF, Outcome.CARD, Outcome.NOTHING)
#: The header that carries a kind of signal.
HEADERS = {"x-robots-tag": "X-Robots-Tag", "tdmrep": "tdm-reservation", "rsl": "Link", "rsl-unread": "Link"}


@dataclass(frozen=True, slots=True)
class Demand:
    """What one signal asks for: an outcome, and the words that say why."""

    outcome: Outcome
    rule: str
    reason: str


def judge(signals: tuple[Signal, ...], *, licence: str = "") -> Verdict:
    """What ``signals`` together allow.

    A ``licence`` recorded by the operator (or a signal of that kind) lifts reservations for text and data
    mining and for payment: TDMRep and RSL. It lifts neither robots directives nor an opt-out nor a refusal
    by the server.
    """
    licensed = bool(licence.strip()) or any(signal.kind == "licence" for signal in signals)
    demands = [demand for signal in signals if (demand := _plain(signal))]
    if not licensed:
        demands += [demand for demand in (_tdmrep(signals), *map(_rsl, signals)) if demand]
    if licence.strip() and not any(signal.kind == "licence" for signal in signals):
        signals = (*signals, Signal("licence", licence.strip()[:500], "recorded by the operator"))
    paywall = next((signal for signal in signals if signal.kind == "paywall"), None)
    strictest = max(demands, key=lambda demand: ORDER.index(demand.outcome), default=None)
    if strictest is None and paywall is not None:
        reason = f"The full article is for subscribers, as {paywall.where} says; only its open part is used."
        strictest = Demand(Outcome.BRIEF, "paywall", reason)
    if strictest is None:
        strictest = Demand(Outcome.BRIEF, "", "")
    return Verdict(
        outcome=strictest.outcome,
        rule=strictest.rule,
        reason=strictest.reason,
        max_snippet=_snippet(signals),
        subscription=paywall is not None,
        signals=signals,
    )


def _plain(signal: Signal) -> Demand | None:
    """Signals that no licence lifts."""
    if signal.kind == "opt-out":
        return Demand(Outcome.CARD, signal.kind, f"The publisher has opted out of briefs ({signal.where}).")
    if signal.kind == "status" and signal.value.isdecimal() and int(signal.value[:4]) in BARRED:
        asks = BARRED[int(signal.value)]
        return Demand(Outcome.NOTHING, signal.kind, f"The publisher's server {asks} (status {signal.value}).")
    if signal.kind not in {"robots-meta", "x-robots-tag"}:
        return None
    asked = _directives(signal)
    if asked.nosnippet:
        word = "nosnippet"
    elif asked.noindex:
        word = "noindex"
    elif asked.max_snippet == 0:
        word = "max-snippet:0"
    else:
        return None
    return Demand(Outcome.CARD, signal.kind, f"The publisher asks for {word} in {_place(signal)}.")


def _tdmrep(signals: tuple[Signal, ...]) -> Demand | None:
    """TDMRep: of the three places the last one that speaks holds for the page."""
    spoken = [signal for signal in signals if signal.kind == "tdmrep"]
    if not spoken:
        return None
    last = max(enumerate(spoken), key=lambda pair: (_tdm_rank(pair[1]), pair[0]))[1]
    if last.value.strip() != "1":
        return None
    reason = f"The publisher reserves text and data mining (TDMRep) in {_place(last)}, and no licence is recorded."
    return Demand(Outcome.CARD, "tdmrep", reason)


def _tdm_rank(signal: Signal) -> int:
    """Its well-known file, then the header, then the meta element (report of the community group, 2024)."""
    where = signal.where.lower()
    return 2 if "meta" in where else 1 if "header" in where else 0


def _rsl(signal: Signal) -> Demand | None:
    """RSL: a document (XML) is read; an address alone says only that there are terms, and is recorded.

    Terms that were asked for and could not be had (``rsl-unread``) are taken as the stricter ones.
    """
    if signal.kind == "rsl-unread":
        reason = f"The publisher's RSL licence in {_place(signal)} cannot be read for now, so its terms are not known."
        return Demand(Outcome.CARD, "rsl", reason)
    if signal.kind != "rsl":
        return None
    why = rsl.objection(rsl.licences(signal.value))
    if not why:
        return None
    return Demand(Outcome.CARD, "rsl", f"The publisher's RSL licence in {_place(signal)} {why}; none is recorded here.")


def _snippet(signals: tuple[Signal, ...]) -> int | None:
    limits = [
        limit
        for signal in signals
        if signal.kind in {"robots-meta", "x-robots-tag"} and (limit := _directives(signal).max_snippet) is not None
    ]
    return min(limits, default=None)


def _directives(signal: Signal) -> robots.Directives:
    if signal.kind == "x-robots-tag":
        return robots.directives(signal.value)
    _, quoted, rest = signal.where.partition('name="')
    return robots.directives(signal.value, rest.partition('"')[0] if quoted else "")


def _place(signal: Signal) -> str:
    return f"the header {HEADERS.get(signal.kind, signal.kind)}" if signal.where == "header" else signal.where
