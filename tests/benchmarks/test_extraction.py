"""The extraction benchmark over a folder made here, and over a real one where it is at hand."""

from __future__ import annotations

import gzip
import json

import pytest

from benchmarks import extraction, pages

BODY = " ".join(f"The ferry Annabel Lee made crossing number {number} in calm weather." for number in range(30))


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "harbour"
    folder.mkdir()
    rows = []
    for number in range(3):
        html = f"<html><head><title>Ferry {number}</title></head><body><article><p>{BODY}</p></article></body></html>"
        (folder / f"{number}.html.gz").write_bytes(gzip.compress(html.encode()))
        rows.append({"file": f"{number}.html.gz", "url": f"https://a.example/{number}", "body": BODY})
    (folder / "none.html.gz").write_bytes(gzip.compress(b"<p>Nothing is known of this page."))
    rows.append({"file": "none.html.gz", "url": None, "body": None})
    (folder / "truth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def test_ours_alone(data, tmp_path, capsys):
    out = tmp_path / "out.json"
    assert extraction.main(["--data", str(data), "--json", str(out), "--only-ours"]) == 0
    written = json.loads(out.read_text())
    assert written["benchmark"] == "extraction"
    assert [row["system"] for row in written["rows"]] == ["standfirst", "standfirst-read"]
    for row in written["rows"]:
        assert (row["dataset"], row["pages"], row["failed"]) == ("harbour", 3, 0)
        assert (row["f1"], row["precision"], row["recall"]) == (1.0, 1.0, 1.0)
        assert 0 < row["cpu_ms_median"] <= row["cpu_ms_p99"]
    assert "standfirst-read" in capsys.readouterr().out


def test_too_few_publishers_are_not_held_out(data, capsys):
    assert extraction.main(["--data", str(data), "--only-ours", "--cross-validated"]) == 0
    said = capsys.readouterr()
    assert "1 publishers are too few" in said.err
    assert "standfirst-read" not in said.out


def test_a_folder_without_a_dataset_is_said(tmp_path, capsys):
    assert extraction.main(["--data", str(tmp_path)]) == 2
    assert "truth.jsonl" in capsys.readouterr().err


def test_a_system_that_fails_counts_as_empty():
    saved = [pages.Saved(b"<p>x", "", BODY), pages.Saved(b"<p>y", "", BODY)]

    def broken(html: bytes, address: str) -> str:
        if html.endswith(b"y"):
            raise RuntimeError
        return BODY

    row = extraction.measure("broken", broken, "d", saved)
    assert (row["failed"], row["recall"], row["precision"]) == (1, 0.5, 1.0)


def test_an_absent_peer_is_said_and_left_out(monkeypatch, capsys):
    def absent() -> extraction.Extractor:
        raise ImportError("no module named peer")

    monkeypatch.setattr(extraction, "PEERS", {"peer": absent})
    assert [name for name, _ in extraction.systems(None, only_ours=False)] == ["standfirst", "standfirst-read"]
    assert "peer is left out" in capsys.readouterr().err


@pytest.mark.shared
def test_real_pages_are_found_whole(shared):
    saved = list(pages.load(shared / "corpora/pages/scrapinghub"))[:12]
    row = extraction.measure("standfirst", extraction.ours, "scrapinghub", saved)
    assert row["f1"] > 0.9
