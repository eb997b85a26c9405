"""The benchmark of questions: labels, digests, what counts, and the run. All texts are invented."""

from __future__ import annotations

import csv
import gzip
import json
import re

import pytest

from benchmarks import questions

ANSWER = "The swing bridge at Marlby will open again on 4 January 2027, council leader Ingrid Holloway said in Marlby."
LINES = (
    "The bridge was built in 1911 by Castell Works, a company in Leeds, and carries 9,000 cars a day to Marlby.",
    ANSWER,
    "Ingrid Holloway said that the county pays £2.4 million for the gears, which Castell Works will make in Leeds.",
    "Tom Abery, who sells fishing tackle on Quay Street, told the council in Marlby that he fears for his trade.",
    *(f"Ferry {number} of the county crosses from Quay Street to the station of Marlby." for number in range(20)),
)


def test_a_digest_keeps_letters_and_digits_alone():
    assert questions.digest("“The Bridge – open!” 4 January") == questions.digest("the bridge open 4 january")
    assert questions.digest("a") != questions.digest("b")
    assert re.fullmatch("[0-9a-f]{12}", questions.digest(ANSWER))


def test_the_labels_hold_no_text_and_say_what_they_must():
    with questions.LABELS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == ["source", "address", "language", "kind", "label", "answers"]
    for row in rows:
        assert row["kind"] in {"asks", "teases", "neither"}
        assert row["label"] in ({""} if row["kind"] == "neither" else {"answered", "unanswered"})
        assert bool(row["answers"]) is (row["label"] == "answered")
        assert all(re.fullmatch("[0-9a-f]{12}", answer) for answer in row["answers"].split())
    labels = questions.labels()
    assert len({(label.source, label.address) for label in labels}) == len(labels)
    assert sum(label.wants for label in labels) >= 80
    assert sum(not label.wants for label in labels) >= 15


@pytest.fixture
def corpora(tmp_path, monkeypatch):
    (tmp_path / "text").mkdir()
    rows = [
        {"url": "https://a.example/1", "title": "When will the Marlby bridge open?", "text": " ".join(LINES)},
        {"url": "https://a.example/2", "title": "OPINION: Marlby needs its bridge now", "text": " ".join(LINES)},
        {"url": "https://a.example/3", "title": "No label is for this one?", "text": " ".join(LINES)},
    ]
    with gzip.open(tmp_path / "text" / "made.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row | {"date": "2026-11-18"}) + "\n" for row in rows)
    labels = tmp_path / "labels.csv"
    labels.write_text(
        "source,address,language,kind,label,answers\n"
        f"text/made,https://a.example/1,en,asks,answered,{questions.digest(ANSWER)}\n"
        "text/made,https://a.example/2,en,neither,,\n"
        "text/made,https://a.example/9,en,teases,unanswered,\n",
        encoding="utf-8",
    )
    found = questions.labels(labels)
    monkeypatch.setattr(questions, "labels", lambda: found)
    return tmp_path


def test_a_run_counts_what_stands_first(corpora, capsys):
    assert questions.main(["--data", str(corpora), "--json", str(corpora / "out.json")]) == 0
    rows = {(row["system"], row["dataset"]): row for row in json.loads((corpora / "out.json").read_text())["rows"]}
    ours, plain = rows["standfirst", "all"], rows["lead-1", "all"]
    assert (ours["headlines"], ours["right"], ours["answered"], ours["undue"]) == (1, 1.0, 1.0, 0.0)
    assert (ours["found"], ours["precise"]) == (1.0, 1.0)
    assert plain["right"] == 0.0
    assert "found" not in plain


def test_the_notice_is_right_only_where_the_text_does_not_answer(corpora):
    silent = questions.Label("text/made", "x", "en", "asks", answered=False, answers=frozenset())
    told = questions.Label("text/made", "x", "en", "asks", answered=True, answers=frozenset({"a"}))
    for label, notice, answers, right in (
        (silent, True, False, True),
        (silent, False, True, False),
        (told, True, False, False),
        (told, False, True, True),
    ):
        assert questions.Made(label, True, card=False, notice=notice, answers=answers).right is right
        assert not questions.Made(label, True, card=True, notice=notice, answers=answers).right


def test_a_folder_without_the_articles_is_said(tmp_path, capsys):
    assert questions.main(["--data", str(tmp_path)]) == 2
    assert "labelled" in capsys.readouterr().err


@pytest.mark.shared
@pytest.mark.slow
def test_the_labelled_headlines_keep_their_figures(shared):
    rows = {row["dataset"]: row for row in questions.measure(shared / "corpora", only_ours=True)}
    assert rows["all"]["found"] >= 0.9
    assert rows["all"]["precise"] >= 0.9
    assert rows["all"]["right"] >= 0.35
    assert rows["all"]["undue"] <= 0.05
