"""What all benchmarks share."""

from __future__ import annotations

import json

import pytest

from benchmarks import contract


def test_arguments(tmp_path):
    given = contract.arguments("x", "about", "pages", ["--data", str(tmp_path), "--only-ours"])
    assert given == contract.Arguments(tmp_path, None, True, False)


def test_a_missing_folder_is_said(tmp_path, capsys):
    with pytest.raises(SystemExit) as exit_code:
        contract.arguments("x", "about", "pages", ["--data", str(tmp_path / "none")])
    assert exit_code.value.code == 2
    assert "no such folder" in capsys.readouterr().err


def test_a_folder_or_a_folder_of_folders(tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "truth.jsonl").touch()
    (tmp_path / "other").mkdir()
    assert [folder.name for folder in contract.datasets(tmp_path, "truth.jsonl")] == ["a", "b"]
    assert list(contract.datasets(tmp_path / "a", "truth.jsonl")) == [tmp_path / "a"]
    assert list(contract.datasets(tmp_path / "other", "truth.jsonl")) == []


def test_the_table_and_the_file(tmp_path, capsys):
    rows = [{"system": "standfirst", "dataset": "a", "f1": 0.5, "cpu_ms_median": 21.25}, {"system": "peer", "pages": 3}]
    contract.report("x", rows, tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text()) == {"benchmark": "x", "rows": rows}
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["system", "dataset", "f1", "cpu_ms_median", "pages"]
    assert lines[1].split() == ["standfirst", "a", "0.5000", "21.2"]
    assert lines[2].split() == ["peer", "3"]
