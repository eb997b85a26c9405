"""No page costs more than two seconds of CPU or 200 MB, whatever it holds: each measured in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading import hostile

SECONDS, MEGABYTES = 2.0, 200.0
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def costs() -> dict[str, dict[str, object]]:
    """What each page cost, by its name; one warm process forks for each."""
    command = [sys.executable, "-m", "tests.reading.hostile"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == len(hostile.PAGES), done.stderr[-2000:]
    return {row["name"]: row for row in rows}


@pytest.mark.parametrize("name", hostile.PAGES)
def test_a_hostile_page_is_bounded(costs, name):
    cost = costs[name]
    assert cost["found"] != "given up", f"more than {hostile.LIMIT} s, or it crashed"
    assert cost["seconds"] < SECONDS, cost
    assert cost["megabytes"] < MEGABYTES, cost


def test_an_ordinary_article_costs_little(costs):
    cost = costs["an article"]
    assert 0 < cost["seconds"] < 0.5
    assert cost["megabytes"] < 20
    assert str(cost["found"]).startswith("Article report")
