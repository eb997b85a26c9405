"""``python -m benchmarks.serving``: what a request costs, at ten thousand to a million publications.

Networks of invented publications are made in bulk (``made.py``), on SQLite in temporary folders and on PostgreSQL, and
asked for pages that were never asked before: listings of sections, sources and marks, from a random place among the
latest ten thousand publications on. ``cpu_ms`` is
processor time of our process a request, through the whole WSGI application in this process, the edge with it, the best
of three runs over different pages. ``p99_ms`` and ``requests_per_s`` are over HTTP on loopback, from
``standfirst serve`` to two connections kept alive, each of which asks as soon as it is answered; the client takes its
share of the same cores. Datasets are ``<store>-<publications>-<what>``:

* ``listing``: pages of listings, none of them kept; ``listing-deep`` from anywhere in the network's years on, so that a
  large one is read from the disk; ``listing-br`` compressed with brotli; ``listing-first`` the first page of a view
  right after a visible change, when nothing at all is remembered; ``listing-filtered`` a view with a source or a
  language more, never asked before;
* ``cached``: one listing again and again, compressed;
* ``rss``: pages of listings as RSS; ``search``: common, uncommon and unique words and phrases;
* ``build``: the static build of 2,000 publications on SQLite, ``publications_per_s`` by processor time of one core;
  ``own_files_per_s`` counts the time of the publications' own files alone, without listings, feeds and search.

PostgreSQL is a server of the benchmark's own from Debian's programs, or the empty database that ``DATABASE_URL``
names, for one size; its processes' time is not ours and not in ``cpu_ms``. ``--keep`` keeps the SQLite networks for the
next run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks import contract

NAME = "serving"
SIZES = (10_000, 100_000, 1_000_000)
STORES = ("sqlite", "postgresql")
#: Publications of the static build.
BUILT = 2000


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{NAME}", description="What a request costs.")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="publications, such as 10000,100000")
    parser.add_argument("--stores", type=_stores, default=STORES, help="sqlite,postgresql or one of them")
    parser.add_argument("--requests", type=int, default=300, help="requests of a run")
    parser.add_argument("--keep", type=Path, help="keep the SQLite networks in this folder")
    parser.add_argument("--no-build", action="store_true", help="leave the static build out")
    parser.add_argument("--json", type=Path, help="also write the rows to this file")
    parser.add_argument("--only-ours", action="store_true", help="as everywhere; there are no peers here")
    given = parser.parse_args(argv)
    if "postgresql" in given.stores and os.environ.get("DATABASE_URL") and len(given.sizes) > 1:
        parser.error("DATABASE_URL names one database: name one size with --sizes, or leave it unset.")
    return given


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(each.replace("_", "")) for each in text.split(","))


def _stores(text: str) -> tuple[str, ...]:
    found = tuple(text.split(","))
    if set(found) - set(STORES):
        raise argparse.ArgumentTypeError(f"{text}: the stores are sqlite and postgresql")
    return found


def measured(folder: Path, size: int, what: str, requests: int, database: str = "") -> list[contract.Row]:
    """The rows of one network, made and measured in a process of its own: Django has one database for life."""
    environment = {**os.environ, "STANDFIRST_NETWORK": str(folder), "DATABASE_URL": database}
    command = [sys.executable, "-m", "benchmarks.asking", what, str(size), str(requests)]
    root = Path(__file__).parents[1]
    done = subprocess.run(command, check=True, cwd=root, env=environment, stdout=subprocess.PIPE)
    rows: list[contract.Row] = json.loads(done.stdout.splitlines()[-1])
    return rows


def rows(given: argparse.Namespace) -> Iterator[contract.Row]:
    """Everything that was asked for."""
    with ExitStack() as stack:
        keep = given.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if "sqlite" in given.stores:
            for size in given.sizes:
                yield from measured(network(keep / f"sqlite-{size}"), size, "sqlite", given.requests)
            if not given.no_build:
                yield from measured(network(keep / f"build-{BUILT}"), BUILT, "build", given.requests)
        if "postgresql" in given.stores:
            for size in given.sizes:
                with ExitStack() as server:
                    url = os.environ.get("DATABASE_URL") or started(server)
                    if not url:
                        contract.say("PostgreSQL's programs are absent, and DATABASE_URL is not set: it is left out.")
                        return
                    folder = Path(server.enter_context(tempfile.TemporaryDirectory()))
                    yield from measured(network(folder), size, "postgresql", given.requests, url)


def started(stack: ExitStack) -> str:
    """The address of a new PostgreSQL server that ends with the stack; "" where its programs are absent."""
    from tests.postgres import PostgreSQL, programs

    return stack.enter_context(PostgreSQL()).url if programs() else ""


def network(folder: Path) -> Path:
    """A folder that holds a network, made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "standfirst.toml").write_text('name = "Benchmark"\n', encoding="utf-8")
    return folder


def main(argv: Sequence[str] | None = None) -> int:
    """Make, measure, print and write."""
    given = arguments(argv)
    contract.report(NAME, list(rows(given)), given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
