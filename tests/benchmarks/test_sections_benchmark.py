"""What the benchmark of sections decides: stories, metrics, what the shipped head is asked."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest

from benchmarks import sections

PAIRS = [
    ("Striker scores twice as Rovers win the cup final", "The team won the match after extra time, the coach said."),
    ("Central bank raises interest rates", "Inflation and bond yields rose, and shares fell, economists said."),
    ("Opinion", "Nobody knows what this is."),
]


def test_near_articles_of_near_days_and_the_same_text_at_any_time_are_one_story():
    up, side = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    alike = np.array([0.7, np.sqrt(1 - 0.49)])
    found = sections.stories([10, 12, 40, 90, 10], np.array([up, alike, alike, up, side * -1]))
    assert found[0] == found[1] == found[2] == found[3] != found[4]
    apart = sections.stories([10, 40], np.array([up, alike]))
    assert apart[0] != apart[1]
    for cosine, together in ((0.7, False), (0.8, True)):
        undated = sections.stories([10, 0], np.array([up, [cosine, np.sqrt(1 - cosine * cosine)]]))
        assert bool(undated[0] == undated[1]) is together


def test_a_day_and_a_subject_make_a_story_and_so_does_the_same_text():
    up, side = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    days, subjects = [10, 10, 10, 11, 0, 0], ["sport", "sport", "trade", "trade", "sport", "sport"]
    found = sections.told(days, subjects, np.array([up, side, side * -1, up, up * -1, [0.6, -0.8]]))
    assert found[0] == found[1] == found[3], "one day and subject, and the text of another day that is the same"
    assert len(set(found.tolist())) == 4, "articles without a day are not of one story for that"


def test_metrics():
    labels = np.array(["a", "a", "b", "b", "b"])
    found = np.array([[9.0, 0], [9, 0], [0, 9], [0, 9], [0.1, 0]])
    row = sections.scores(labels, ["a", "b"], found)
    assert row["accuracy"] == pytest.approx(0.8)
    assert row["accuracy_at_80"] == 1.0
    assert row["macro_f1"] == pytest.approx((0.8 + 0.8) / 2)
    assert row["texts"] == 5


def test_the_shipped_head_is_asked_among_the_labels_it_knows():
    codes = {"sport": "15000000", "business": "04000000"}
    row = sections.shipped(PAIRS, codes, np.array(["sport", "business", "opinion"]))
    assert row == {"macro_f1": 1.0, "accuracy": 1.0, "accuracy_at_80": 1.0, "texts": 2}


def test_a_label_of_several_topics_is_asked_as_their_sum():
    row = sections.shipped(PAIRS[:2], {"sport": "15000000", "rest": "11000000 04000000"}, np.array(["sport", "rest"]))
    assert row["accuracy"] == 1.0


def test_a_run_over_a_small_file(tmp_path, capsys):
    (tmp_path / "text").mkdir()
    with gzip.open(tmp_path / "text" / "topic_rss_sections.jsonl.gz", "wt", encoding="utf-8") as out:
        for (title, text), label in zip(PAIRS, ("sport", "business", "opinion"), strict=True):
            out.write(json.dumps({"text": f"{title}. {text}", "label": label, "source": "www.example.org"}) + "\n")
    assert sections.main(["--data", str(tmp_path), "--json", str(tmp_path / "out.json")]) == 0
    (row,) = json.loads((tmp_path / "out.json").read_text())["rows"]
    assert (row["system"], row["dataset"], row["accuracy"]) == ("standfirst", "topic_rss_sections", 1.0)
    assert "--cross-validated" in capsys.readouterr().err


def test_teasers_carry_what_a_head_of_articles_knows_and_it_saw_none_of_the_two_publishers(tmp_path):
    pytest.importorskip("sklearn")
    from training import topics

    (tmp_path / "text").mkdir()
    kinds = (
        ("sport", "https://paper.example/1", PAIRS[0]),
        ("economy, business and finance", "https://paper.example/2", PAIRS[1]),
        ("weather", "https://edition.cnn.com/3", ("Snow falls in the hills", "Roads are icy, forecasters said.")),
    )
    with gzip.open(tmp_path / "text" / "topic_allsides_iptc.jsonl.gz", "wt", encoding="utf-8") as out:
        for number in range(4):
            for label, url, (title, text) in kinds:
                row = {"title": title, "text": f"{text} {number}", "url": url, "date": "2020-01-02"}
                out.write(json.dumps(row | {"iptc_l1": label, "allsides_topic": label}) + "\n")
    teasers = topics.read([("Rovers win the match", "The team scored."), ("Rates rise", "Inflation and shares fell.")])
    found = sections.taught(tmp_path, teasers)
    shares = found.titles[:, teasers.titles.shape[1] :] ** 2 / sections.LEARNT**2
    assert shares.shape == (2, 2), "the topic that CNN alone has is not known"
    assert shares.sum(axis=1) == pytest.approx([1, 1])
    assert shares.argmax(axis=1).tolist() == [1, 0], "topics stand by name: economy, sport"
    assert np.array_equal(found.titles[:, : teasers.titles.shape[1]], teasers.titles)


def test_a_folder_without_datasets_is_said(tmp_path, capsys):
    assert sections.main(["--data", str(tmp_path)]) == 2
    assert "holds no" in capsys.readouterr().err
