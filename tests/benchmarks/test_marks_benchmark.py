"""What the benchmark of marks decides: metrics, which datasets there are, what the shipped model is asked."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest

from benchmarks import marks

COMMENT = (
    "We should be ashamed of what we did to our river. I grew up here, and I can tell you that nobody would swim in it "
    "today. Is that what we wanted? Of course not. Yet our leaders shrug, and we must ask ourselves why we still trust "
    "them. I do not believe that another study will help. We know what is wrong. We need to stop the shameful dumping, "
    "and we ought to do it now. Surely a town that built a bridge in one summer can clean a river in ten years."
)
NEWS = (
    "The town council voted 19 to 6 on Tuesday to test the water every week from January. Samples taken in October "
    "contained four times the permitted amount of nitrate, according to the county's laboratory. The tests will cost "
    "48,000 a year, the treasurer, Paul Wren, said. Two farms upstream were fined in 2024, officials said. The results "
    "will be published within three days, a spokeswoman said, and the first are expected on 12 January. The county "
    "announced that it would pay half of the cost until 2028, and the opposition said it would ask for more."
)


def write(folder, name, rows):
    (folder / "text").mkdir(exist_ok=True)
    with gzip.open(folder / "text" / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)


def test_metrics():
    row = marks.scores(np.array([True, True, False, False]), np.array([True, False, False, False]), "texts")
    assert row["accuracy"] == 0.75
    assert row["macro_f1"] == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert row["texts"] == 4
    assert marks.scores(np.array([True]), np.array([True]), "texts")["macro_f1"] == 0.5


def test_a_run_over_small_files(tmp_path, capsys):
    articles = [("opinion", COMMENT), ("news", NEWS)]
    write(
        tmp_path,
        "opinion_article",
        [
            {"title": "OPINION: A river", "text": text, "label": label, "domain": "a.example"}
            for label, text in articles
        ],
    )
    write(
        tmp_path,
        "subjectivity_checkthat25_mine_en",
        [
            {"sentence": "It is a shameful and absurd lie.", "label": "SUBJ"},
            {"sentence": "It closed, police said.", "label": "OBJ"},
        ],
    )
    write(tmp_path, "bias_babe_sentences", [{"text": "The county paid, officials said.", "label_bias": "Non-biased"}])
    assert marks.main(["--data", str(tmp_path), "--json", str(tmp_path / "out.json")]) == 0
    rows = {row["dataset"]: row for row in json.loads((tmp_path / "out.json").read_text())["rows"]}
    assert set(rows) == {"opinion_article", "subjectivity_checkthat25_mine_en", "bias_babe_sentences"}
    assert all(row["system"] == "standfirst" and row["accuracy"] == 1.0 for row in rows.values())
    assert "--cross-validated" in capsys.readouterr().err


def test_titles_lose_what_states_the_label(tmp_path):
    write(
        tmp_path,
        "opinion_article",
        [{"title": "OPINION: A river", "text": NEWS, "label": "news", "domain": "a.example"}],
    )
    (pair,), labels = marks.pairs(tmp_path)
    assert pair[0] == "A river"
    assert labels.tolist() == [False]


def test_the_plain_baseline_learns_words():
    pytest.importorskip("sklearn")
    texts = ["we must act", "we must think", "officials said so", "officials said no"]
    found = marks.plain(texts, np.array([True, True, False, False]), ["we must", "officials said"])
    assert found.tolist() == [True, False]


def test_a_folder_without_datasets_is_said(tmp_path, capsys):
    assert marks.main(["--data", str(tmp_path)]) == 2
    assert "opinion_article" in capsys.readouterr().err
