"""The main job on real pages: saved publishers, their list imported, one round, a second one."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

pytestmark = [pytest.mark.shared, pytest.mark.slow]


def test_a_round_over_real_publishers_accounts_for_every_item(network, replay_all):
    told = network.json("opml", "import", replay_all)
    assert told["added"] > 200
    report = network.json("run", "--once", timeout=600)
    assert {row["outcome"] for row in report["feeds"]} == {"read"}
    assert report["items"] == sum(report["counts"].values()) == sum(row["items"] for row in report["feeds"])
    share = {name: report["counts"].get(name, 0) / report["items"] for name in ("brief", "card", "held")}
    assert share["brief"] >= 0.70, share
    assert share["card"] <= 0.20, share
    assert share["held"] <= 0.10, share
    assert sum(share.values()) >= 0.95, share
    for row in report["rows"]:
        if row["outcome"] != "brief":
            assert row["rule"], row
            assert row["reason"], row
    with closing(sqlite3.connect(network.folder / "standfirst.sqlite3")) as store:
        (out,) = store.execute(
            "SELECT count(*), count(DISTINCT article_id), count(DISTINCT path) FROM newsroom_publication"
        )
        assert len(set(out)) == 1
        assert out[0] == report["counts"]["brief"] + report["counts"]["card"]
    again = network.json("run", "--once")
    assert {row["outcome"] for row in again["feeds"]} == {"unchanged"}, (
        "every feed answered a conditional request with 304"
    )
    assert again["items"] == 0
