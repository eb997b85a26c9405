"""A round may be killed at any moment: starting it again ends in the same publications, none twice."""

import random
import signal
import sqlite3
import time
from contextlib import closing

import pytest

from tests.production.conftest import Network

pytestmark = [pytest.mark.shared, pytest.mark.slow]
KILLS = 10


def published(network: Network) -> list[tuple[str, ...]]:
    """What is out, whatever its identifiers and times."""
    with closing(sqlite3.connect(network.folder / "standfirst.sqlite3")) as store:
        return sorted(store.execute("SELECT original, kind, headline, lead FROM newsroom_publication"))


def test_ten_kills_at_random_moments_change_nothing(tmp_path, replay):
    fresh = Network(tmp_path / "fresh", "batch_items = 4\n")
    fresh.run("opml", "import", replay)
    whole = fresh.copy(tmp_path / "whole")
    began = time.monotonic()
    whole.run("run", "--once")
    lasts = time.monotonic() - began
    wanted = published(whole)
    assert len(wanted) > 15
    dice = random.Random(20261122)
    for number in range(KILLS):
        network = fresh.copy(tmp_path / f"killed-{number}")
        with network.start("run", "--once") as process:
            time.sleep(dice.uniform(0.1, 1) * lasts)
            process.send_signal(signal.SIGKILL)
        report = network.json("run", "--once")
        assert sum(report["counts"].values()) == report["items"]
        assert published(network) == wanted, f"kill {number}"
        again = network.json("run", "--once")
        assert {row["outcome"] for row in again["feeds"]} == {"unchanged"}
        assert again["items"] == 0
