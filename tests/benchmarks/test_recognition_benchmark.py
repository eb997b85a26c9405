"""The recognition benchmark, and the pages that are made for it."""

from __future__ import annotations

import gzip
import json

import pytest

from benchmarks import pages, recognition, strangers

BODY = "".join(f"<p>The ferry Annabel Lee made crossing number {number} in calm weather.</p>" for number in range(30))


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "harbour"
    folder.mkdir()
    rows = []
    for number, body in enumerate((BODY, BODY, "")):
        html = f"<html><head><title>Ferry {number} returns to the quay</title></head><body>{body}</body></html>"
        (folder / f"{number}.html.gz").write_bytes(gzip.compress(html.encode()))
        rows.append({"file": f"{number}.html.gz", "url": f"https://a.example/news/{number}", "body": None})
    (folder / "truth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def test_ours_alone(data, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(recognition, "EACH", 1)
    out = tmp_path / "out.json"
    assert recognition.main(["--data", str(data), "--json", str(out), "--only-ours", "--cross-validated"]) == 0
    rows = {row["dataset"]: row for row in json.loads(out.read_text())["rows"]}
    assert rows["harbour"] == {
        "system": "standfirst", "dataset": "harbour", "recognised": pytest.approx(2 / 3), "pages": 3,
    }  # fmt: skip
    for total in ("strangers", "strangers-developed", "strangers-held-out"):
        assert rows[total]["pages"] == len(strangers.STRANGERS)
        assert rows[total]["named"] <= rows[total]["recognised"] <= 1
    assert rows["articles"]["pages"] == len(strangers.ARTICLES)
    assert {f"strangers-{kind}" for kind in strangers.STRANGERS} <= set(rows)
    assert "strangers-held-out" in capsys.readouterr().out


def test_a_folder_without_a_dataset_is_said(tmp_path, capsys):
    assert recognition.main(["--data", str(tmp_path)]) == 2
    assert "truth.jsonl" in capsys.readouterr().err


def test_a_system_that_always_says_no_wins_nothing_and_one_that_fails_is_counted():
    given = [pages.Saved(b"<p>x", "https://a.example/x")]
    assert recognition.saved("no", lambda html, address: "none", "d", given)["recognised"] == 0

    def broken(html: bytes, address: str) -> str:
        raise RuntimeError

    assert recognition.saved("broken", broken, "d", given)["recognised"] == 0


def test_pages_come_again_by_their_seed():
    first, again, other = (list(strangers.pages(seed, 1)) for seed in (5, 5, 6))
    assert first == again
    assert [page.html for page in first] != [page.html for page in other]
    assert [page.kind for page in first] == [*strangers.STRANGERS, *strangers.ARTICLES]
    assert all(page.address.startswith("https://") and "{" not in page.address for page in first)


def test_halves_share_no_style():
    styles = [{page.dress for page in strangers.pages(1, 9, half)} for half in (0, 1)]
    assert min(len(each) for each in styles) >= 6
    assert not styles[0] & styles[1]


@pytest.mark.parametrize("half", [0, 1])
def test_most_made_pages_are_told_apart(half, monkeypatch):
    monkeypatch.setattr(recognition, "EACH", 4)
    rows = {row["dataset"]: row for row in recognition.made("standfirst", recognition.ours, 31, half, "")}
    assert len(rows) == len(strangers.STRANGERS) + len(strangers.ARTICLES) + 2
    assert rows["strangers"]["recognised"] >= 0.95
    assert rows["articles"]["recognised"] >= 0.95
