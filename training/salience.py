# ruff: noqa: PLC0415 - the libraries of training are loaded where they are needed, so that tests run without them
"""Make the model of the importance of words: ``python -m training.salience [--data ../shared/corpora]``.

Gradient boosting over the features of standfirst.editing.importance: has the reference summary this word of the
article? Rarity in news comes from the articles of ``topic_allsides_iptc``. Documents that share eight or more
runs of eight words stay in one fold. Writes ``salience.npz`` and ``training/cards/salience.json``.
"""

from __future__ import annotations

import argparse
import ast
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np

from standfirst.editing import candidates
from standfirst.editing.importance import FEATURES, MODEL, WORDS, Model, table, term
from standfirst.language.vectors import sentences as vectors_of
from standfirst.language.words import words
from standfirst.reading import Article, hash_text, lay_out
from standfirst.reading.body.forest import Forest
from training.corpora import rows
from training.manifest import MODELS, enter

SEED = 20261122
FOLDS, RUN, SHARED = 5, 8, 8
#: Terms in fewer articles than this have no rarity of their own.
FEWEST = 10
DEPTH, ROUNDS = 4, 100
PARAMETERS = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": 15, "max_depth": DEPTH, "min_data_in_leaf": 60,
    "feature_fraction": 0.6, "bagging_fraction": 0.7, "bagging_freq": 1, "num_threads": 1, "verbose": -1,
    "deterministic": True, "force_row_wise": True, "seed": SEED,
}  # fmt: skip
CARD = Path(__file__).with_name("cards") / "salience.json"


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its reference summary. ``group`` numbers the documents that share text."""

    article: Article
    lines: tuple[str, ...]
    reference: str
    group: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """The words of one document: features (terms, features), and whether the reference has each."""

    features: np.ndarray
    wanted: np.ndarray


def documents(data: Path) -> list[Document]:
    """The documents of ``summ_cnndm``, each sentence a paragraph; there is no title."""
    found = []
    for row in rows(data, "summ_cnndm"):
        given = row["sentences"]
        lines = tuple(ast.literal_eval(given) if isinstance(given, str) else given)
        text, paragraphs = lay_out([(line, "text") for line in lines])
        article = Article(row["id"], "", "", "", paragraphs, text, hash_text(text), "en")
        found.append((article, lines, row["reference"]))
    numbers = groups([article.text for article, _, _ in found])
    return [Document(*each, group=group) for each, group in zip(found, numbers, strict=True)]


def groups(texts: Sequence[str]) -> list[int]:
    """A number for each text; those that share :data:`SHARED` runs of :data:`RUN` words, chained, have the same."""
    parent = list(range(len(texts)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    holders: dict[int, list[int]] = {}
    for place, text in enumerate(texts):
        for run in _runs(text):
            holders.setdefault(run, []).append(place)
    # A run that many texts have is furniture, not a story.
    pairs = Counter(
        (left, right)
        for held in holders.values()
        if 1 < len(held) < 6
        for left in held
        for right in held
        if left < right
    )
    for (left, right), shared in pairs.items():
        if shared >= SHARED:
            parent[root(right)] = root(left)
    return [root(place) for place in range(len(texts))]


def _runs(text: str) -> set[int]:
    said = [span.of(text).lower() for span in words(text)]
    return {hash(tuple(said[at : at + RUN])) for at in range(len(said) - RUN + 1)}


def rarity(texts: Iterable[str]) -> tuple[np.ndarray, np.ndarray, float]:
    """Keys, rising, and the rarity of the terms of at least :data:`FEWEST` texts; last the rarity of all others."""
    counts: Counter[str] = Counter()
    number = 0
    for text in texts:
        number += 1
        counts.update({term(span.of(text)) for span in words(text)})
    kept = {
        crc32(each.encode("utf-8", "surrogatepass")): math.log((number + 1) / (count + 1))
        for each, count in counts.items()
        if count >= FEWEST
    }
    keys = np.array(sorted(kept), dtype=np.uint32)
    values = np.array([kept[key] for key in keys.tolist()], dtype=np.float16)
    return keys, values.astype(np.float32), math.log(number + 1)


def news(data: Path) -> Iterator[str]:
    """Texts to count rarity in."""
    for row in rows(data, "topic_allsides_iptc"):
        yield f"{row['title']}. {row['text'][:12_000]}"


def read(document: Document, model: Model) -> Rows:
    """The words of ``document``; ``model`` gives their rarity."""
    said = [each.forms[0] for each in candidates.find(document.article)]
    terms, features = table(said, vectors_of(said), model)
    wanted = {term(span.of(document.reference)) for span in words(document.reference)}
    return Rows(features, np.array([each in wanted for each in terms]))


def fit(known: Sequence[Rows], bare: Model) -> Model:
    """The model trained on ``known``; ``bare`` has the rarities and no forest yet."""
    import lightgbm

    data = lightgbm.Dataset(
        np.concatenate([each.features for each in known]), np.concatenate([e.wanted for e in known])
    )
    booster = lightgbm.train(PARAMETERS, data, ROUNDS)
    return Model(planted(booster.dump_model()), bare.keys, bare.rarity, bare.rarest)


def planted(dump: dict) -> Forest:
    """LightGBM's trees as complete ones of :data:`DEPTH`: an early leaf's value stands in all leaves below it."""
    trees = [tree["tree_structure"] for tree in dump["tree_info"]]
    inner = 2**DEPTH - 1
    feature = np.zeros((len(trees), inner), np.int16)
    threshold = np.full((len(trees), inner), np.inf, np.float32)
    value = np.zeros((len(trees), inner + 1), np.float32)
    for number, tree in enumerate(trees):
        waiting = [(tree, 0)]
        while waiting:
            node, at = waiting.pop()
            leaf = "leaf_value" in node
            if at >= inner:
                value[number, at - inner] = node["leaf_value"]
                continue
            if not leaf:
                feature[number, at], threshold[number, at] = node["split_feature"], node["threshold"]
            waiting += [(node if leaf else node["left_child"], 2 * at + 1)]
            waiting += [(node if leaf else node["right_child"], 2 * at + 2)]
    return Forest(feature, threshold, value, FEATURES)


def bare(data: Path) -> Model:
    """A model with rarities and an empty forest."""
    keys, values, rarest = rarity(news(data))
    nothing = Forest(np.zeros((0, 1), np.int16), np.zeros((0, 1), np.float32), np.zeros((0, 2), np.float32), FEATURES)
    return Model(nothing, keys, values, rarest)


def folds(known: Sequence[Document], seed: int = SEED) -> np.ndarray:
    """A fold for each document, all of a group in one."""
    numbers = sorted({each.group for each in known})
    order = np.random.default_rng(seed).permutation(len(numbers))
    of = {numbers[at]: place % FOLDS for place, at in enumerate(order.tolist())}
    return np.array([of[each.group] for each in known])


def main() -> None:
    """Train, measure, write."""
    from sklearn.metrics import log_loss, roc_auc_score

    parser = argparse.ArgumentParser(prog="python -m training.salience", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=MODELS)
    given = parser.parse_args()
    known, blank = documents(given.data), bare(given.data)
    made = [read(each, blank) for each in known]
    fold = folds(known)
    chances = [np.zeros(0)] * len(made)
    for number in range(FOLDS):
        model = fit([each for each, at in zip(made, fold, strict=True) if at != number], blank)
        for place in np.flatnonzero(fold == number).tolist():
            chances[place] = model.forest.probabilities(made[place].features)
    wanted, found = np.concatenate([each.wanted for each in made]), np.concatenate(chances)
    model = fit(made, blank)
    card = {
        "model": MODEL,
        "seed": SEED,
        "data": "summ_cnndm (CNN and Daily Mail, references written by their editors); rarity: topic_allsides_iptc",
        "licence": "weights Apache-2.0; no text of the corpora is in them, word beginnings are known by CRC-32",
        "documents": len(known),
        "groups": len({each.group for each in known}),
        "words": len(wanted),
        "in_the_reference": round(float(wanted.mean()), 4),
        "held_out": {
            "roc_auc": round(float(roc_auc_score(wanted, found)), 4),
            "log_loss": round(float(log_loss(wanted, found)), 4),
            "log_loss_of_the_mean": round(float(log_loss(wanted, np.full(len(wanted), wanted.mean()))), 4),
        },
        "features": list(FEATURES),
        "trees": ROUNDS,
        "rarities": len(model.keys),
        "known_failures": [
            "trained on two publishers, one British and one American, whose articles tell the main thing first",
            "no title is in the data, so that a headline's words weigh nothing here",
            "English alone: for other languages no word has a weight",
            f"words past the first {WORDS} different ones of an article, and past its 60th sentence, are not seen",
        ],
    }
    np.savez_compressed(
        given.out / MODEL, feature=model.forest.feature, threshold=model.forest.threshold, value=model.forest.value,
        names=np.array(model.forest.names), keys=model.keys, rarity=model.rarity.astype(np.float16),
        rarest=model.rarest,
    )  # fmt: skip
    origin = "training/salience.py over summ_cnndm and topic_allsides_iptc (Article-Bias-Prediction, Apache-2.0)"
    enter(MODEL, origin, "Apache-2.0", given.out)
    CARD.parent.mkdir(exist_ok=True)
    CARD.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=1))


if __name__ == "__main__":
    main()
