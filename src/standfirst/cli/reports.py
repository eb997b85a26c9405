"""A round's report for people."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.newsroom.report import OUTCOMES, Report

#: What is listed line by line, because somebody may have to act on it.
LISTED = ("held", "failed", "refused", "blocked", "not-article", "waiting", "duplicate")
#: So many lines of one outcome; the rest is counted.
LINES = 12


def lines(report: Report, *, brief: bool = False) -> Iterator[str]:
    """A report line by line: the feeds, the counts, and each item that did not simply go out."""
    states = {name: sum(row.outcome == name for row in report.feeds) for name in ("read", "unchanged")}
    troubled = [row for row in report.feeds if row.outcome not in states]
    read, unchanged = states.values()
    yield f"{len(report.feeds)} feeds: {read} read, {unchanged} unchanged, {len(troubled)} in trouble"
    for row in troubled[:LINES]:
        yield f"  {row.address}: {row.reason}"
    counted = ", ".join(f"{report.counts[name]} {name}" for name in OUTCOMES if report.counts[name])
    yield f"{report.items} items: {counted or 'nothing new'}"
    if report.hub:
        left = f", {report.hub.waiting} wait for the next round" if report.hub.waiting else ""
        why = f": {report.hub.reason}" if report.hub.reason else ""
        yield f"hub: {report.hub.announced} addresses announced{left}{why}"
    if brief:
        return
    for name in ("card", "held", "refused"):
        rules = {rule: count for (outcome, rule), count in report.rules.items() if outcome == name}
        if rules:
            yield f"{name} by: " + ", ".join(f"{rule} {count}" for rule, count in sorted(rules.items()))
    for name in LISTED:
        yield from _listed(report, name)


def _listed(report: Report, name: str) -> Iterator[str]:
    rows = [row for row in report.rows if row.outcome == name]
    if rows:
        yield f"\n{name}"
    for item in rows[:LINES]:
        until = f" (next try {item.until:%Y-%m-%d %H:%M} UTC)" if item.until else ""
        of = f" of {item.of}" if item.of else ""
        yield f"  {item.address}\n    {item.rule or item.outcome}: {item.reason}{of}{until}"
    if len(rows) > LINES:
        yield f"  and {len(rows) - LINES} more; all of them: --json"
