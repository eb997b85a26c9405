"""What the training scripts decide without a corpus: what is stripped, grouped and entered."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from standfirst.editing import terms, topics
from training import iptc, manifest
from training.calibration import log_loss, temperature
from training.comment import cleaned, family
from training.topics import ALLSIDES, SECTIONS, Texts, publisher, titled, vocabulary
from training.vectors import quantise, rank_correlation, static_means


@pytest.mark.parametrize(
    ("title", "stripped"),
    [
        ("OPINION: The river must be saved", "The river must be saved"),
        ("Analysis | Who pays", "Who pays"),
        ("Opinions differ on the river", "Opinions differ on the river"),
    ],
)
def test_what_gives_the_label_away_is_stripped_from_titles(title: str, stripped: str) -> None:
    assert cleaned(title, "")[0] == stripped


def test_notes_that_state_the_label_are_stripped_from_texts() -> None:
    text = "Editor's note: Ann Lee writes a column.\nThe river is low. The opinions expressed here are hers alone."
    assert cleaned("", text)[1].split() == ["The", "river", "is", "low."]


def test_editions_of_a_publisher_stay_in_one_fold() -> None:
    assert family("us.example.com") == family("example.com") == "example.com"
    assert publisher("https://www.example.com/a/b") == "example.com"


def test_every_label_is_a_media_topic() -> None:
    assert set(ALLSIDES.values()) | set(SECTIONS.values()) <= set(topics.tree())
    assert set(topics.head().classes) == set(ALLSIDES.values()) | set(SECTIONS.values())


def test_an_overconfident_head_is_cooled() -> None:
    chance = np.random.default_rng(0)
    wanted = chance.integers(0, 3, 600)
    honest = chance.normal(size=(600, 3))
    honest[np.arange(600), wanted] += 1
    divisor = temperature(honest * 8, wanted)
    assert divisor > 4
    assert log_loss(honest * 8 / divisor, wanted) < log_loss(honest * 8, wanted)


def test_a_term_of_one_text_alone_is_not_kept_and_the_rarer_weighs_more() -> None:
    counted = [terms.counted(title, "") for title in ("river low", "river", "ferry", "river ferry")]
    known, rarity = vocabulary(Texts(np.zeros((4, 2)), np.zeros((4, 2)), counted, np.zeros((4, 2))), np.arange(4))
    river, ferry = (int(keys[0]) for keys in (counted[1][2][0], counted[2][2][0]))
    weights = dict(zip(known.tolist(), rarity.tolist(), strict=True))
    assert weights[ferry] > weights[river]
    assert len(weights) == 6, "river and ferry, in three fields; low and the pairs are met once"


def test_a_teaser_is_parted_at_the_end_of_its_title() -> None:
    assert titled("Ferries stop. The river is low. Rain is due.") == ("Ferries stop", "The river is low. Rain is due.")
    assert titled("Ferries stop") == ("Ferries stop", "")


def test_eight_bits_keep_the_ranking_of_a_table() -> None:
    table = np.random.default_rng(0).normal(size=(300, 64)).astype(np.float32)
    whole, scales = quantise(table)
    assert whole.dtype == np.int8
    rows = [[row, (row * 7) % 300] for row in range(80)]
    exact, kept = static_means(table, rows), static_means(whole * scales[:, None], rows)
    assert rank_correlation(exact, kept) > 0.999
    assert rank_correlation(exact, exact[::-1]) < 0.5


def test_a_file_is_entered_once_with_its_hash(tmp_path: Path) -> None:
    for body in (b"one", b"three"):
        (tmp_path / "a.npz").write_bytes(body)
        manifest.enter("a.npz", "here", "Apache-2.0", tmp_path)
    (row,) = json.loads((tmp_path / "manifest.json").read_text())["files"]
    assert row["bytes"] == 5
    assert len(row["sha256"]) == 64


def test_iptcs_table_gives_the_tree_that_is_shipped(shared: Path) -> None:
    found = iptc.topics(shared / "corpora" / "text" / "iptc" / iptc.BOOK)
    assert set(found) == set(topics.tree())
    assert found["20001257"]["parent"] == "20000570"
    assert found["20001257"]["names"]["de"] == topics.tree()["20001257"].names[1][1]
