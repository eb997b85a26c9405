"""The metadata benchmark over a folder made here, and over a real one where it is at hand."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from benchmarks import metadata
from benchmarks.pages import Saved, load

PAGE = """<html><head><title>Ferry {number} returns | Harbour Post</title>
<meta property="article:published_time" content="2026-05-03T08:00:00Z"></head>
<body><h1>Ferry {number} returns</h1><p class="byline">By Mara Olsen and Jonas Wick, AFP</p>
<p>She sails.</p></body></html>"""


@pytest.fixture
def data(tmp_path):
    folder, bodies = tmp_path / "harbour", tmp_path / "bodies"
    rows = []
    for number in range(3):
        truth = {"title": f"“Ferry {number}” returns", "authors": ["Mara Olsen, AFP and Jonas Wick"]}
        rows.append({"file": f"{number}.html.gz", "url": "https://a.example/x", "published": "2026-05-03", **truth})
    rows.append({"file": "0.html.gz", "url": None, "title": "Another", "authors": [], "published": None})
    for where, lines in ((folder, rows), (bodies, [{"file": "0.html.gz", "body": "Only a body."}])):
        where.mkdir()
        (where / "truth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in lines))
        for number in range(3):
            (where / f"{number}.html.gz").write_bytes(gzip.compress(PAGE.format(number=number).encode()))
    return tmp_path


def test_ours_alone(data, tmp_path, capsys):
    out = tmp_path / "out.json"
    assert metadata.main(["--data", str(data), "--json", str(out), "--only-ours", "--cross-validated"]) == 0
    written = json.loads(out.read_text())
    assert written["benchmark"] == "metadata"
    (row,) = written["rows"]
    assert (row["system"], row["dataset"], row["pages"], row["failed"]) == ("standfirst", "harbour", 4, 0)
    assert (row["title"], row["title_exact"], row["authors"], row["day"]) == (0.75, 0.0, 1.0, 1.0)
    assert row["cpu_ms_median"] > 0
    said = capsys.readouterr()
    assert "title_exact" in said.out
    assert "bodies is left out" in said.err
    assert "without a trained model" in said.err


def test_a_folder_without_metadata_is_said(data, tmp_path, capsys):
    assert metadata.main(["--data", str(data / "bodies")]) == 2
    assert "truth.jsonl" in capsys.readouterr().err


def test_pages_keep_what_the_truth_leaves_open(data):
    pages = list(load(data / "harbour"))
    assert (pages[-1].authors, pages[-1].published, pages[-1].address) == ((), "", "")
    assert next(load(data / "bodies")).authors is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“Ferry” returns – at last", '"Ferry" returns - at last', True),
        ("FERRY\u00a0returns", "Ferry  returns", True),
        ("Ferry returns…", "Ferry returns...", True),
        ("Fähre kehrt zurück", "Fahre kehrt zuruck", False),
        ("Ferry returns", "Ferry returns | Harbour Post", False),
    ],
)
def test_titles_are_compared_folded(one, other, same):
    assert (metadata.folded(one) == metadata.folded(other)) is same


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (["Mara Olsen, JONAS WICK"], {"mara olsen", "jonas wick"}),
        (["Mara Olsen and Jonas Wick", "AFP"], {"mara olsen", "jonas wick", "afp"}),
        (["José Ibáñez"], {"jose ibanez"}),
        (["Mara Olsen, Ph.D.", "Jonas Wick (Editor)"], {"mara olsen", "jonas wick"}),
        (["Alexander Sand"], {"alexander sand"}),
        ([""], set()),
    ],
)
def test_names_are_split_and_folded(raw, found):
    assert metadata.names(raw) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2026-05-03", {date(2026, 5, 3)}),
        ("2026-05-03T23:30:00-05:00", {date(2026, 5, 3), date(2026, 5, 4)}),
        (datetime(2026, 5, 3, 1, tzinfo=timezone(timedelta(hours=9))), {date(2026, 5, 3), date(2026, 5, 2)}),
        (datetime(2026, 5, 3, 1, tzinfo=UTC), {date(2026, 5, 3)}),
        ("yesterday", set()),
        ("", set()),
    ],
)
def test_the_days_of_a_time(said, found):
    assert metadata.days(said) == found


def test_only_stated_fields_are_judged():
    assert metadata.judge(Saved(b"", ""), metadata.Found()) == {}
    assert metadata.judge(Saved(b"", "", authors=()), metadata.Found(names=("Mara Olsen",))) == {}


def test_a_system_that_fails_counts_as_empty_and_gives_only_its_fields():
    pages = [Saved(b"x", "", title="Ferry", published="2026-05-03"), Saved(b"y", "", title="Ferry")]

    def broken(html: bytes, address: str) -> metadata.Found:
        if html == b"y":
            raise RuntimeError
        return metadata.Found("Ferry")

    row = metadata.measure("broken", broken, ("title",), "d", pages)
    assert (row["failed"], row["title"], row["title_exact"]) == (1, 0.5, 0.5)
    assert "day" not in row


def test_an_absent_peer_is_said_and_left_out(monkeypatch, capsys):
    def absent() -> metadata.Reader:
        raise ImportError("no module named peer")

    monkeypatch.setattr(metadata, "PEERS", {"peer": metadata.System(absent)})
    assert [name for name, _, _ in metadata.systems(only_ours=False)] == ["standfirst"]
    assert "peer is left out" in capsys.readouterr().err


@pytest.mark.shared
def test_real_pages_are_read_well(shared):
    pages = list(load(shared / "corpora/pages/newspaper"))[:40]
    row = metadata.measure("standfirst", metadata.ours, ("title", "authors", "day"), "newspaper", pages)
    assert row["title"] > 0.85
    assert row["authors"] > 0.8
    assert row["day"] > 0.75
