"""One network, made where it is empty and asked: ``python -m benchmarks.asking STORE SIZE REQUESTS``, for ``serving``.

The network is the one that ``STANDFIRST_NETWORK`` and ``DATABASE_URL`` name. Prints the rows as one line of JSON.
"""

from __future__ import annotations

import gc
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks import contract, made
from benchmarks.invented import COMMON, UNCOMMON
from benchmarks.loopback import Served

#: Runs, of which the best counts: the machines are shared.
RUNS = 3
#: The latest publications, among which pages begin that are not ``deep``: ten days.
LATEST = 10_000
#: An answer that takes longer than a page of listings is asked for less often.
SHARE = {"rss": 0.34, "search": 0.67, "listing-first": 0.34}


class Pages:
    """Addresses at random, none of them twice: views with enough behind them, from a random position on."""

    def __init__(self, seed: int) -> None:
        from standfirst.newsroom import counts
        from standfirst.newsroom.models import Publication, Tally

        self.pick, self.count = random.Random(seed), counts.of("all")
        out = Publication.objects.order_by("position").values_list("position", flat=True)
        self.first, self.last = out[0], out.reverse()[0]
        self.recent = out.reverse()[min(LATEST, self.count) - 1]
        rows = Tally.objects.filter(
            kind__in=("section", "source", "mark", "language"), count__gt=min(200, self.count // 30)
        )
        found = sorted(rows.values_list("kind", "key"))
        self.keys = {kind: [key for each, key in found if each == kind] for kind, _ in found}

    def token(self, deep: bool = False) -> str:
        """Where a page begins: anywhere among the latest, or anywhere at all, but for the oldest tenth of these."""
        from standfirst.publishing.view import token

        first = self.first if deep else self.recent
        return token(self.pick.randint(first + (self.last - first) // 10, self.last))

    def views(self) -> Iterator[str]:
        """The views themselves, without a page: six in ten sections, three sources, one a mark."""
        while True:
            kind = self.pick.choices(("section", "source", "mark"), (6, 3, 1))[0]
            key = self.pick.choice(self.keys[kind])
            yield f"/{key}" if kind == "section" else f"/{kind}/{key}"

    def listing(self, extension: str = "", deep: bool = False) -> Iterator[str]:
        """Pages of views."""
        for view in self.views():
            yield f"{view}/before/{self.token(deep)}{extension}"

    def filtered(self) -> Iterator[str]:
        """Pages of views with a filter more."""
        for view in self.listing():
            source, language = self.pick.choice(self.keys["source"]), self.pick.choice(self.keys["language"])
            yield f"{view}?" + (f"source={source}" if self.pick.random() < 0.5 else f"lang={language}")

    def search(self) -> Iterator[str]:
        """Pages of searches, for words that most, few and single publications have, and phrases."""
        while True:
            words = self.pick.choice((COMMON, UNCOMMON, f"{COMMON} {UNCOMMON}", str(self.pick.randrange(self.count)),
                                      f'"{COMMON} est"', f"{COMMON} -{UNCOMMON}"))  # fmt: skip
            yield f"/search/before/{self.token()}?q={words.replace(' ', '+').replace(chr(34), '%22')}"


def ask(application: Any, address: str, coding: str = "") -> int:
    """Ask the application as a server would; the answer's bytes. Whatever is not 200 fails."""
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "localhost",
        "SERVER_NAME": "localhost", "SERVER_PORT": "80", "wsgi.url_scheme": "http", "wsgi.errors": sys.stderr,
        "wsgi.input": BytesIO(),
        "HTTP_ACCEPT_ENCODING": coding,
    }  # fmt: skip
    status: list[str] = []
    answer = application(environ, lambda line, headers, exc_info=None: status.append(line))
    size = sum(map(len, answer))
    if not status[-1].startswith("200"):
        raise SystemExit(f"{address}: {status[-1]}")
    return size


def cpu(application: Any, addresses: Iterator[str], count: int, coding: str = "", before: Any = None) -> contract.Row:
    """Processor time a request, the best run's mean, and the mean size of an answer."""
    best, size = float("inf"), 0
    for _ in range(RUNS):
        spent = 0.0
        asked = list(islice(addresses, count))
        gc.collect()
        for address in asked:
            if before:
                before()
            began = time.process_time()
            size += ask(application, address, coding)
            spent += time.process_time() - began
        best = min(best, spent / count * 1000)
    return {"cpu_ms": best, "bytes": round(size / count / RUNS)}


def served(store: str, size: int, count: int) -> list[contract.Row]:
    """Every dataset of one network."""
    from standfirst.newsroom import counts
    from standfirst.publishing.serving.edge import Edge
    from standfirst.publishing.wsgi import _django, application

    pages = Pages(1)
    for address in islice(pages.views(), 600):  # what is remembered of a view for a data version
        ask(application, f"{address}/before/{pages.token()}")
    one = next(pages.views())
    wary: Callable[..., Any] = Edge(_django, believed=0)
    measures: dict[str, tuple[Any, Callable[[], Iterator[str]], str, Any]] = {
        "listing": (application, pages.listing, "", None),
        "listing-deep": (application, lambda: pages.listing(deep=True), "", None),
        "listing-br": (application, pages.listing, "br", None),
        "listing-first": (wary, pages.views, "", counts.touch),
        "listing-filtered": (application, pages.filtered, "", None),
        "cached": (application, lambda: iter(lambda: one, ""), "br, gzip", None),
        "rss": (application, lambda: pages.listing(".rss"), "", None),
        "search": (application, pages.search, "", None),
    }
    rows: list[contract.Row] = []
    for name, (app, addresses, coding, before) in measures.items():
        number = count * 10 if name == "cached" else max(10, round(count * SHARE.get(name, 1)))
        rows.append({"system": "standfirst", "dataset": f"{store}-{size}-{name}"})
        rows[-1] |= cpu(app, addresses(), number, coding, before)
        contract.say(str(rows[-1]))
    fresh = Pages(2)
    overhead = {"listing": fresh.listing, "cached": lambda: iter(lambda: one, ""), "search": fresh.search,
                "rss": lambda: fresh.listing(".rss")}  # fmt: skip
    with Served() as site:
        for address in islice(fresh.views(), 300):
            site.ask([f"{address}/before/{fresh.token()}"])
        for row in rows:
            name = str(row["dataset"]).split("-", 2)[2]
            if name in overhead:
                number = count * 10 if name == "cached" else max(10, count)
                coding = "br, gzip" if name == "cached" else ""
                row.update(site.measure(list(islice(overhead[name](), number)), coding))
    return rows


def built(size: int) -> list[contract.Row]:
    """The static build of the whole network, into an empty folder."""
    from standfirst.publishing.building.build import build

    ended: dict[str, float] = {}

    def say(stage: str, done: int, total: int) -> None:
        ended[stage] = time.process_time()

    with tempfile.TemporaryDirectory() as folder:
        began, clock = time.process_time(), time.perf_counter()
        report = build(Path(folder) / "site", say)
        spent, passed = time.process_time() - began, time.perf_counter() - clock
    row: contract.Row = {
        "system": "standfirst", "dataset": f"sqlite-{size}-build", "publications_per_s": report.publications / spent,
        "own_files_per_s": report.publications / (ended["publications"] - began),
        "wall_publications_per_s": report.publications / passed, "files": report.written,
        "mb": report.bytes / 1_000_000,
    }  # fmt: skip
    return [row]


def main() -> int:
    """Make the network where it is empty, then ask."""
    store, size, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    from standfirst.cli.common import open_network

    open_network(Path(os.environ["STANDFIRST_NETWORK"]))
    from standfirst.newsroom.models import Publication, SearchState

    whole = SearchState.objects.filter(pk=1).exists()
    if Publication.objects.exists() and (not whole or Publication.objects.count() != size):
        raise SystemExit("The database is not empty, and holds another network than this benchmark makes.")
    if not whole:
        every = timedelta(minutes=40) if store == "build" else made.EVERY
        clock = time.perf_counter()
        made.hasten()
        made.fill(size, every=every, say=contract.say)
        made.settle()
        contract.say(f"{store}: {size:,} publications made in {time.perf_counter() - clock:.0f} s")
    rows = built(size) if store == "build" else served(store, size, count)
    print(json.dumps(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
