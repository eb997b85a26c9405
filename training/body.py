# ruff: noqa: PLC0415 - the libraries of training are loaded where they are needed, so that tests run without them
"""Make the body model: ``python -m training.body [--data ../shared/corpora]``.

Log odds of the names on elements and of the words of short lines, then gradient boosted trees over the features of
:mod:`standfirst.reading.body.features`. The log odds that the trees see come from other publishers' pages, as they
will when a page is new. Writes ``body-cues.json``, ``body-forest.npz`` and ``training/cards/body.json``.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

from benchmarks import pages as saved
from standfirst.reading import reader
from standfirst.reading.body import cues, features, forest
from standfirst.reading.body.judging import Model
from standfirst.reading.body.page import Page, Told
from standfirst.reading.document import blocks as segmented
from training import labels
from training.manifest import MODELS, enter

SEED = 20261122
FOLDS, INNER = 5, 4
#: Publishers that must use a name or word before it is kept.
PUBLISHERS = {"names": 5, "words": 6}
DEPTH, ROUNDS = 6, 200
PARAMETERS = {
    "objective": "binary", "learning_rate": 0.08, "num_leaves": 40, "max_depth": DEPTH, "min_data_in_leaf": 150,
    "min_sum_hessian_in_leaf": 10, "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1,
    "lambda_l2": 5, "max_bin": 127, "num_threads": 2, "verbose": -1, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
CARD = Path(__file__).parent / "cards" / "body.json"
#: Columns that are steps on the way, or numbers without order.
HELPERS = {"remarks", "main", "group_number", "article_number", "before", "big_heads", "linked_heads", "h1"}


@dataclass(frozen=True, slots=True)
class Sample:
    """A saved page taken apart: who published it, its blocks, what it says of itself, its labels, its names."""

    site: str
    blocks: segmented.Blocks
    told: Told
    labels: labels.Labels
    named: tuple[tuple[str, ...], ...]


def site(address: str) -> str:
    """A page's publisher: its registrable domain."""
    from standfirst.reading import addresses

    return addresses.site(address) or urlsplit(address).hostname or address


def sample(page: saved.Saved) -> Sample:
    """Take a saved page apart."""
    opened = reader.open_page(saved.fetched(page.html, page.address))
    blocks = segmented.segment(opened.document.root, cues.parts)
    named = tuple(tuple(each) if isinstance(each, tuple) else () for each in blocks.weights)
    return Sample(site(page.address), blocks, opened.stated, labels.of(blocks.found, page.body), named)


def odds(samples: Iterable[Sample]) -> cues.Cues:
    """The log odds of names and words over some pages; a page counts as one, however often it uses a name."""
    names, words = _Count(0.5), _Count(1.0)
    for page in samples:
        by_name: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        by_word: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for block, wanted, weight in zip(page.blocks.found, page.labels.wanted, page.labels.weights, strict=True):
            for name in _around(page, block.place):
                by_name[name][int(wanted)] += weight
            if len(block.text) < cues.LINE:
                for word in set(cues.words(block.text)):
                    by_word[word][int(wanted)] += 1
        names.add(page.site, by_name)
        words.add(page.site, by_word)
    return cues.Cues(names.odds(PUBLISHERS["names"]), words.odds(PUBLISHERS["words"]))


class _Count:
    def __init__(self, smoothing: float) -> None:
        self.smoothing = smoothing
        self.wanted: Counter[str] = Counter()
        self.other: Counter[str] = Counter()
        self.sites: dict[str, set[str]] = defaultdict(set)

    def add(self, site: str, counted: dict[str, list[float]]) -> None:
        for name, (no, yes) in counted.items():
            self.other[name] += no / (no + yes)
            self.wanted[name] += yes / (no + yes)
            self.sites[name].add(site)

    def odds(self, publishers: int) -> dict[str, float]:
        def of(name: str) -> float:
            return round(math.log((self.wanted[name] + self.smoothing) / (self.other[name] + self.smoothing)), 3)

        return {name: of(name) for name in sorted(self.sites) if len(self.sites[name]) >= publishers}


def _around(page: Sample, place: int) -> set[str]:
    names: set[str] = set()
    while place >= 0:
        names.update(page.named[place])
        place = page.blocks.parents[place]
    return names


def table(page: Sample, known: cues.Cues) -> Page:
    """The page's features, its names weighed by ``known``."""
    page.blocks.weights = [known.weighed(named) for named in page.named]
    return features.table(page.blocks, page.told, known)


def folds(sites: Sequence[str], count: int, seed: int) -> np.ndarray:
    """A fold for each page, all of a publisher's in one."""
    known = sorted(set(sites))
    order = np.random.default_rng(seed).permutation(len(known))
    number = {known[at]: place % count for place, at in enumerate(order.tolist())}
    return np.array([number[each] for each in sites])


def train(samples: Sequence[Sample], seed: int = SEED) -> Model:
    """Fit the model. The trees see log odds from other publishers than the page's own."""
    import lightgbm

    inner = folds([page.site for page in samples], INNER, seed)
    rows, wanted, weights, names = [], [], [], ()
    for fold in range(INNER):
        known = odds(page for page, at in zip(samples, inner, strict=True) if at != fold)
        for page, at in zip(samples, inner, strict=True):
            if at == fold and page.blocks.found:
                made = table(page, known)
                names = tuple(name for name in made.columns if name not in HELPERS)
                rows.append(features.matrix(made, names))
                wanted.append(page.labels.wanted[made.candidate])
                weights.append(page.labels.weights[made.candidate])
    data = lightgbm.Dataset(np.concatenate(rows), np.concatenate(wanted), weight=np.concatenate(weights))
    booster = lightgbm.train({**PARAMETERS, "seed": seed}, data, ROUNDS)
    return Model(odds(samples), planted(booster.dump_model(), names))


def planted(dump: dict, names: tuple[str, ...]) -> forest.Forest:
    """LightGBM's trees as complete ones: where a branch ends early, its value stands in all leaves below."""
    trees = [tree["tree_structure"] for tree in dump["tree_info"]]
    inner = 2**DEPTH - 1
    feature = np.zeros((len(trees), inner), np.int16)
    threshold = np.full((len(trees), inner), np.inf, np.float32)
    value = np.zeros((len(trees), inner + 1), np.float32)

    def plant(tree: int, node: dict, at: int, depth: int) -> None:
        if depth == DEPTH:
            value[tree, at - inner] = node["leaf_value"]
            return
        leaf = "leaf_value" in node
        if not leaf:
            feature[tree, at], threshold[tree, at] = node["split_feature"], node["threshold"]
        plant(tree, node if leaf else node["left_child"], 2 * at + 1, depth + 1)
        plant(tree, node if leaf else node["right_child"], 2 * at + 2, depth + 1)

    for number, tree in enumerate(trees):
        plant(number, tree, 0, 0)
    used = sorted(set(feature[np.isfinite(threshold)].tolist()))
    place = np.zeros(len(names), np.int16)
    place[used] = np.arange(len(used))
    return forest.Forest(place[feature], threshold, value, tuple(names[at] for at in used))


def cross_validated(samples: Sequence[Sample], seed: int = SEED) -> Iterator[tuple[np.ndarray, Model]]:
    """For each fold, the numbers of its pages, and the model trained on the other publishers'."""
    fold = folds([page.site for page in samples], FOLDS, seed)
    for number in range(FOLDS):
        rest = [page for page, at in zip(samples, fold, strict=True) if at != number]
        yield np.nonzero(fold == number)[0], train(rest, seed)


def with_body(folder: Path) -> Iterator[saved.Saved]:
    """The pages of all collections in a folder that have a true body."""
    for collection in sorted(path.parent for path in folder.glob(f"*/{saved.TRUTH}")):
        yield from (page for page in saved.load(collection) if page.body)


def write(model: Model, card: dict) -> None:
    """Write the files of the model, and enter them in the manifest."""
    stored = {"names": model.cues.names, "words": model.cues.words}
    (MODELS / cues.MODEL).write_text(
        json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    made = model.forest
    np.savez_compressed(
        MODELS / forest.MODEL,
        feature=made.feature, threshold=made.threshold, value=made.value, names=np.array(made.names),
    )  # fmt: skip
    for name in (cues.MODEL, forest.MODEL):
        enter(name, "training/body.py over the four page collections", "Apache-2.0")
    CARD.parent.mkdir(exist_ok=True)
    CARD.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Train on all pages, and write."""
    parser = argparse.ArgumentParser(prog="python -m training.body", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora"))
    given = parser.parse_args()
    samples = [sample(page) for page in with_body(given.data / "pages")]
    model = train(samples)
    card = {
        "pages": len(samples),
        "publishers": len({page.site for page in samples}),
        "blocks": sum(len(page.blocks.found) for page in samples),
        "names": len(model.cues.names),
        "words": len(model.cues.words),
        "trees": len(model.forest.feature),
        "features": list(model.forest.names),
        "seed": SEED,
    }
    write(model, card)
    print(json.dumps(card, indent=1))


if __name__ == "__main__":
    main()
