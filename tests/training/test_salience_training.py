"""What the training of word importance decides: groups, rarity, trees."""

from __future__ import annotations

import gzip
import json
import math

import numpy as np
import pytest

from standfirst.editing.importance import FEATURES
from training import salience

STORY = "The swing bridge at Marlby will close for eleven weeks so that its gears can be replaced, the council said."
OTHER = "Channel North has not yet confirmed a second season of Lockkeepers, and a decision may come in the spring."


def test_documents_that_share_text_are_one_group_and_only_they():
    found = salience.groups([STORY, f"Before. {STORY}", OTHER, "Short."])
    assert found[0] == found[1]
    assert len(set(found)) == 3


def test_furniture_of_many_documents_makes_no_group():
    assert len(set(salience.groups([f"{STORY} {number}" for number in range(8)]))) == 8


def test_no_group_is_on_both_sides():
    documents = [salience.Document(None, (), "", group=number // 3) for number in range(60)]
    fold = salience.folds(documents)
    assert all(
        len(set(fold[[place for place, each in enumerate(documents) if each.group == group]])) == 1
        for group in range(20)
    )
    assert set(fold.tolist()) == set(range(salience.FOLDS))


def test_rarity_is_of_articles_and_of_what_enough_of_them_have():
    texts = ["river river ferry"] * salience.FEWEST + ["river"] * 5
    keys, values, rarest = salience.rarity(texts)
    assert keys.tolist() == sorted(keys.tolist())
    assert sorted(values.tolist()) == pytest.approx([math.log(16 / 16), math.log(16 / 11)], abs=1e-3)
    assert rarest == pytest.approx(math.log(16))
    assert len(salience.rarity(["once"])[0]) == 0


def test_planted_trees_say_what_lightgbm_says():
    lightgbm = pytest.importorskip("lightgbm")
    chance = np.random.default_rng(0)
    rows = chance.normal(size=(400, len(FEATURES))).astype(np.float32)
    wanted = rows[:, 0] + rows[:, 3] * rows[:, 5] > 0
    booster = lightgbm.train({**salience.PARAMETERS, "min_data_in_leaf": 5}, lightgbm.Dataset(rows, wanted), 12)
    planted = salience.planted(booster.dump_model())
    assert planted.probabilities(rows) == pytest.approx(booster.predict(rows), abs=1e-5)


def test_documents_are_read_with_their_words_and_trained_on(tmp_path):
    (tmp_path / "text").mkdir()
    row = {"id": "a", "set": "val", "sentences": repr([STORY, OTHER]), "reference": "Bridge closes .", "oracle3": [0]}
    with gzip.open(tmp_path / "text" / "summ_cnndm.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps(row) + "\n")
    with gzip.open(tmp_path / "text" / "topic_allsides_iptc.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps({"title": "Bridge", "text": STORY}) + "\n")
    (document,) = salience.documents(tmp_path)
    assert document.lines == (STORY, OTHER)
    bare = salience.bare(tmp_path)
    made = salience.read(document, bare)
    assert made.wanted.sum() == 1  # "bridge"; "closes" is not "close"
    pytest.importorskip("lightgbm")
    model = salience.fit([made] * 40, bare)
    chances = model.forest.probabilities(made.features)
    assert chances[made.wanted].min() > chances[~made.wanted].mean()
