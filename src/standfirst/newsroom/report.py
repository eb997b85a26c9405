"""A round's report: one row for every item, and counts that add up to them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

#: Everything that can have become of an item, in the order reports print it.
OUTCOMES = (
    "brief",
    "card",
    "held",
    "duplicate",
    "refused",
    "not-article",
    "failed",
    "blocked",
    "revised",
    "withdrawn",
    "known",
    "waiting",
)
#: A report keeps so many rows; its counts are always whole.
KEPT_ROWS = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one item. ``until``: the next try or turn; ``of``: what it is a duplicate of."""

    address: str
    outcome: str
    rule: str = ""
    reason: str = ""
    until: datetime | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class FeedRow:
    """What became of one feed: read, unchanged, or failed with its reason."""

    address: str
    outcome: str
    items: int = 0
    reason: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HubRow:
    """What a WebSub hub was told: addresses announced, those that wait for the next round, and why ("" for none)."""

    address: str
    announced: int
    waiting: int = 0
    reason: str = ""


@dataclass(slots=True)
class Report:
    """Collects rows while a round goes on."""

    counts: Counter[str] = field(default_factory=Counter)
    rules: Counter[tuple[str, str]] = field(default_factory=Counter)
    rows: list[Row] = field(default_factory=list)
    feeds: list[FeedRow] = field(default_factory=list)
    milliseconds: Counter[str] = field(default_factory=Counter)
    hub: HubRow | None = None

    def add(self, row: Row) -> None:
        """Account for one item."""
        self.counts[row.outcome] += 1
        if row.rule:
            self.rules[row.outcome, row.rule] += 1
        if len(self.rows) < KEPT_ROWS:
            self.rows.append(row)

    @property
    def items(self) -> int:
        """How many items it accounts for."""
        return sum(self.counts.values())

    def as_json(self) -> dict[str, Any]:
        """The report as it is kept and printed with ``--json``."""
        return {
            "items": self.items,
            "counts": {name: self.counts[name] for name in OUTCOMES if self.counts[name]},
            "rules": [
                {"outcome": outcome, "rule": rule, "count": count}
                for (outcome, rule), count in sorted(self.rules.items())
            ],
            "feeds": [
                {
                    "address": each.address,
                    "outcome": each.outcome,
                    "items": each.items,
                    "reason": each.reason,
                    "warnings": list(each.warnings),
                }
                for each in self.feeds
            ],
            "rows": [
                {
                    "address": row.address,
                    "outcome": row.outcome,
                    "rule": row.rule,
                    "reason": row.reason,
                    "until": row.until.isoformat() if row.until else None,
                    "of": row.of,
                }
                for row in self.rows
            ],
            "hub": {
                "address": self.hub.address,
                "announced": self.hub.announced,
                "waiting": self.hub.waiting,
                "reason": self.hub.reason,
            }
            if self.hub
            else None,
            "cpu_ms": {stage: round(total, 1) for stage, total in sorted(self.milliseconds.items())},
        }
