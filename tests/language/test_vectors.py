"""Vectors are pure functions of their text, and the weights are the ones meant."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from standfirst.errors import ModelError
from standfirst.language import models, vectors

SWIMMING = "The council voted on Tuesday to close the swimming pool after cracks were found in its walls."
POOL = "Swimmers must look for another bath: the town shuts its pool because the walls are cracked."
MARKETS = "Shares fell in early trading as investors waited for the central bank's decision on rates."
MAKERS = [(vectors.documents, 384), (vectors.sentences, 256)]


@pytest.mark.parametrize(("make", "size"), MAKERS)
def test_vectors_have_their_shape_and_unit_length(make, size) -> None:
    made = make([SWIMMING, POOL])
    assert made.shape == (2, size)
    assert made.dtype == np.float32
    assert np.linalg.norm(made, axis=1) == pytest.approx(1, abs=1e-4)
    assert make([]).shape == (0, size)


@pytest.mark.parametrize(("make", "size"), MAKERS)
def test_the_same_matter_is_nearer_than_another(make, size) -> None:
    swimming, pool, markets = make([SWIMMING, POOL, MARKETS])
    assert swimming @ pool > 0.4 > swimming @ markets


@pytest.mark.parametrize(("make", "size"), MAKERS)
def test_empty_texts_give_zeros_among_others(make, size) -> None:
    made = make(["", SWIMMING, "  \n", "\u200b"])
    assert not made[[0, 2]].any()
    assert made[1].any()
    assert np.isfinite(made).all()


@pytest.mark.parametrize(("make", "size"), MAKERS)
def test_a_vector_does_not_depend_on_its_neighbours(make, size) -> None:
    alone = make([POOL])[0]
    among = make([MARKETS * 20, POOL, "", SWIMMING])[1]
    assert np.allclose(alone, among, atol=1e-6)


@pytest.mark.parametrize(("make", "size"), MAKERS)
def test_a_long_text_is_cut_and_strange_signs_are_borne(make, size) -> None:
    made = make(["word " * 200_000, "漢" * 50_000, "\ud7ff\x00<>&" * 1000, "a" * 100_000])
    assert np.isfinite(made).all()
    assert np.allclose(make(["word " * 3000]), made[:1], atol=1e-6)


def test_threads_load_one_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_loaded", {})
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: vectors.documents([SWIMMING])[0], range(4)))
    assert all(np.array_equal(made[0], other) for other in made)
    assert set(vectors._loaded) == {"tokenizer", "session"}


def test_the_weights_that_come_with_the_package_are_whole() -> None:
    assert models.verify() == ()
    assert sum(weights.bytes for weights in models.manifest()) < 45_000_000
    for weights in models.manifest():
        assert models.path(weights.name).is_file()
        assert weights.licence
        assert weights.origin


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    for name in ("manifest.json", *(weights.name for weights in models.manifest())):
        shutil.copy(models.FOLDER / name, tmp_path / name)
    before = models.fingerprint(tmp_path)
    assert before == models.fingerprint()
    card = tmp_path / "opinion.npz"
    changed = bytearray(card.read_bytes())
    changed[100] ^= 1
    card.write_bytes(changed)
    assert models.path("opinion.npz", tmp_path) == card
    (fault,) = models.verify(tmp_path)
    assert "opinion.npz" in fault
    card.write_bytes(changed[:-1])
    with pytest.raises(ModelError, match=r"opinion\.npz.*bytes instead of"):
        models.path("opinion.npz", tmp_path)
    card.unlink()
    with pytest.raises(ModelError, match="missing"):
        models.path("opinion.npz", tmp_path)


def test_an_unknown_model_and_a_missing_manifest_are_errors(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model of that name"):
        models.path("nothing.onnx")
    with pytest.raises(ModelError, match="cannot be read"):
        models.manifest(tmp_path)
