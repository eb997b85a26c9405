"""``python -m benchmarks.pipeline``: from a fetched page to a stored publication, in articles a second.

The pages of a dataset are read, edited, settled, grouped and published into a new network's database, with the
engine ``inline`` on one core; only the network is left out. ``articles_per_s`` is by processor time of the whole
way, ``wall_articles_per_s`` by the clock; ``ms_read``, ``ms_edit`` and ``ms_store`` are processor time a page by
stage (medians, but for ``ms_store``: a mean). SQLite in a temporary folder, or what ``DATABASE_URL`` names: an
empty PostgreSQL database. There is no peer that does the same.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import redirect_stderr
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

from benchmarks import contract
from benchmarks.extraction import FETCHED, TRUTH, Saved, load

NAME = "pipeline"


def measure(folder: Path, settings: Any) -> contract.Row:
    """Send a dataset's pages through the rooms; one row."""
    from standfirst.gathering import FeedDocument, Item
    from standfirst.newsroom import leases, sources
    from standfirst.newsroom.intake import take_in
    from standfirst.newsroom.models import Feed, Round
    from standfirst.newsroom.report import Report
    from standfirst.newsroom.settle import settle
    from standfirst.production import rounds, work

    pages = {page.address: page for page in load(folder) if page.address}
    work.warm()
    work.make(*_one(next(iter(pages.values()))), rounds.style(settings))
    now = datetime.now(UTC)
    source = sources.of_address(f"https://{folder.name}.example/")
    feed = Feed.objects.create(source=source, address=f"https://{folder.name}.example/feed", kind="rss")
    round, report = Round.objects.create(engine="inline"), Report()
    items = tuple(Item(address, published=FETCHED) for address in pages)
    began, clock = time.process_time(), time.perf_counter()
    take_in(feed, FeedDocument(feed.address, "rss", items=items), now)
    claimed = leases.claim("benchmark/1", now, limit=len(items) + 1, seconds=3600)
    stages: dict[str, list[float]] = {"read": [], "edit": []}
    for article in claimed:
        task = rounds.task_of(article)
        result = work.make(task, fetched(pages[article.address]), rounds.style(settings))
        for stage, milliseconds in result.milliseconds:
            stages[stage].append(milliseconds)
        row = settle(result, settings, datetime.now(UTC), round)
        if row is not None:
            report.add(row)
    rounds.publish_edited(settings, report, round)
    cpu, wall = time.process_time() - began, time.perf_counter() - clock
    inside = sum(map(sum, stages.values())) / 1000
    return {
        "system": "standfirst",
        "dataset": folder.name,
        "articles_per_s": len(claimed) / cpu,
        "wall_articles_per_s": len(claimed) / wall,
        "ms_read": statistics.median(stages["read"]),
        "ms_edit": statistics.median(stages["edit"]),
        "ms_store": (cpu - inside) / len(claimed) * 1000,
        "pages": len(claimed),
        **{outcome: report.counts[outcome] for outcome in ("brief", "card", "held")},
        "other": report.items - sum(report.counts[name] for name in ("brief", "card", "held")),
    }


def fetched(page: Saved) -> Any:
    """A saved page as the fetcher would bring it."""
    from standfirst.gathering import Page

    headers = (("content-type", "text/html; charset=utf-8"),)
    return Page(page.address, page.address, 200, headers, page.html, FETCHED)


def _one(page: Saved) -> tuple[Any, Any]:
    from standfirst.gathering import Item
    from standfirst.newsroom.tasks import Task

    return Task("warm", page.address, "warm", Item(page.address)), fetched(page)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print and write; 2 where the folder holds no dataset."""
    given = contract.arguments(NAME, "From a fetched page to a stored publication.", "pages", argv)
    folders = list(contract.datasets(given.data, TRUTH))
    if not folders:
        contract.say(f"{given.data} holds no dataset: a folder with {TRUTH} and its pages is due.")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        network = Path(folder)
        (network / "standfirst.toml").write_text('name = "Benchmark"\n', encoding="utf-8")
        os.environ["STANDFIRST_NETWORK"] = folder
        from standfirst.cli.common import open_network

        settings = open_network(network)
        with redirect_stderr(StringIO()):
            rows = [measure(each, settings) for each in folders]
    if given.cross_validated:
        contract.say("No quality is measured here: --cross-validated measures the same.")
    contract.report(NAME, rows, given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
