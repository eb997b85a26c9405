"""What the benchmark of summaries decides: lengths, the limit, the peers on given sentences."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest

from benchmarks import summaries
from standfirst.editing import importance
from tests.editing.articles import BRIDGE, SEASON
from training import salience

STORIES = {
    "bridge": (
        BRIDGE.split("\n"),
        "The bridge at Marlby will close for eleven weeks .\nThe county pays £2.4 million .",
    ),
    "season": (SEASON.split("\n"), "Channel North has not confirmed a second season of Lockkeepers ."),
}


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "text").mkdir()
    with gzip.open(tmp_path / "text" / "summ_cnndm.jsonl.gz", "wt", encoding="utf-8") as out:
        for name, (lines, reference) in STORIES.items():
            row = {"id": name, "set": "val", "sentences": repr(lines), "reference": reference, "oracle3": [0]}
            out.write(json.dumps(row) + "\n")
    return tmp_path


def test_the_limit_is_the_one_whose_length_is_nearest():
    assert summaries.limit(lambda most: most * 0.9, 36.2) == 40
    assert summaries.limit(lambda most: most / 100, 36) == summaries.LONGEST
    assert summaries.limit(lambda most: most * 100.0, 36) == summaries.SHORTEST


def test_the_first_words_are_cut_where_they_end():
    lines = ["One two three.", "Four five six.", "Seven."]
    assert summaries.first_words(lines, 5) == ["One two three.", "Four five"]
    assert summaries.first_words(lines, 6) == ["One two three.", "Four five six"]
    assert summaries.first_words(lines, 99) == lines
    assert summaries.first_words(lines, 0) == []


def test_the_writer_keeps_the_limit_and_the_sources_words(corpus):
    for document in salience.documents(corpus):
        said = summaries.write(document, 45)
        assert 10 <= summaries.length(said) <= 45
        assert all(word in document.article.text for line in said for word in line.split())


@pytest.mark.parametrize("name", ["textrank", "lexrank"])
def test_peers_choose_three_of_the_given_sentences(corpus, name):
    pytest.importorskip("sumy")
    for document in salience.documents(corpus):
        said = summaries.sumy(name)(document, 0)
        assert len(said) == 3
        assert set(said) <= set(document.lines)


def test_a_row_measures_against_lead_3(corpus):
    pytest.importorskip("rouge_score")
    documents = salience.documents(corpus)
    copied, found = summaries.measure(
        "copy", lambda each, _: each.reference.split("\n"), documents, np.array([0.5, 0.0])
    )
    assert copied["rouge1"] == copied["rouge2"] == copied["rougeL"] == 1
    assert copied["gain"] == pytest.approx(0.75)
    assert copied["documents"] == 2
    assert found.tolist() == [1, 1]


def test_ours_stands_in_with_the_model_of_the_place_and_puts_the_shipped_one_back(corpus, monkeypatch):
    asked, seen = [], []
    monkeypatch.setattr(summaries, "write", lambda document, most: seen.append(importance.shipped()) or [str(most)])
    models = {0: object(), 1: object()}
    system = summaries.ours(lambda place: asked.append(place) or models[place], 45)
    before = importance.shipped
    for place, document in enumerate(salience.documents(corpus)):
        assert system(document, place) == ["45"]
    assert asked == [0, 1]
    assert seen == [models[0], models[1]]
    assert importance.shipped is before


def test_a_run_over_a_small_file(corpus, capsys):
    pytest.importorskip("rouge_score")
    assert summaries.main(["--data", str(corpus), "--only-ours", "--json", str(corpus / "out.json")]) == 0
    rows = json.loads((corpus / "out.json").read_text())["rows"]
    assert [row["system"] for row in rows] == ["standfirst", "lead-3"]
    assert all(row["dataset"] == "summ_cnndm" for row in rows)
    assert rows[1]["gain"] == 0
    assert rows[0]["gain"] == pytest.approx(rows[0]["rouge1"] - rows[1]["rouge1"])
    assert "limit is" in capsys.readouterr().err


def test_a_folder_without_the_dataset_is_said(tmp_path, capsys):
    assert summaries.main(["--data", str(tmp_path)]) == 2
    assert "holds no" in capsys.readouterr().err
