"""``python -m benchmarks.sections``: topics and sections of labelled news against their labels.

``macro_f1``, ``accuracy`` and ``accuracy_at_80`` (of the four fifths of the texts that a system is surest of).
Systems: ``standfirst``, the topic head on title and text alone, without address, section or keywords; and ``tf-idf``,
the plain baseline: a linear machine (hinge loss) on TF-IDF of words and pairs of words, in the same folds.

With ``--cross-validated`` they are trained in folds on the dataset's own labels: ``topic_allsides_iptc-stories``,
``-alike`` and ``-publishers`` (the address's host) are those articles grouped so; ``topic_rss_sections`` has its twelve
sections, grouped by the beginning of the title; ``topic_rss_sections-CNN-BBC`` is trained on one of the two and tested
on the other, the mean of both ways, in the sections of which each has at least twenty texts. Of teasers
``standfirst`` also reads what a head of the articles of ``topic_allsides_iptc``, those of CNN and the BBC left out,
gives them, so it has seen labels that ``tf-idf`` has not: ``own-labels`` is the same without them.

Without ``--cross-validated`` the shipped head is measured, on the labels it knows: not on ``opinion``, no topic, nor
``science-environment``, which is two. It was trained on those two corpora, so that only ``topic_bbc``, ``topic_ag`` and
``topic_inshorts`` say anything of it.
It is asked among the classes of each, its topics for a class added up (``OTHERS``): AG's *World* is politics, war,
crime and disasters together, Inshorts' *science* and *technology* are one, and its *world*, no topic, is left out.

How labels leak, and what is done about it. "OPINION:" and the like in a title tell how an article was chosen: they
are stripped. Labels were given to whole stories, so that an article on each side of a split gives its label away. The
corpus names no stories, but they were made of a day and a topic of AllSides: ``-stories`` holds together the articles
that share both, and those whose vectors agree to 0.9, as the same agency's text at two publishers does. ``-alike`` is
stricter and our own: articles within three days of each other whose vectors are alike (cosine 0.65; 0.75 where a day is
unknown) are one story whatever their topic, chained. The
addresses of the feeds' items made their labels: they are not read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import contract

NAME = "sections"
ALLSIDES, FEEDS = "topic_allsides_iptc", "topic_rss_sections"
ALIKE, UNDATED, SAME, DAYS = 0.65, 0.75, 0.9, 3
FEW = 20
TWO = ("cnn.com", "bbc.co.uk", "bbc.com")
#: Topics, one or several, that are asked for each label of corpora that nothing was trained on.
ABROAD = "11000000 16000000 02000000 03000000"
OTHERS = {
    "topic_bbc": {
        "business": "04000000", "entertainment": "01000000", "politics": "11000000", "sport": "15000000",
        "tech": "13000000",
    },
    "topic_inshorts": {
        "automobile": "20000337", "entertainment": "01000000", "politics": "11000000", "science": "13000000",
        "sports": "15000000", "technology": "13000000",
    },
    "topic_ag": {"World": ABROAD, "Sports": "15000000", "Business": "04000000", "SciTech": "13000000"},
}  # fmt: skip
UNSEEN = -1e3
LEARNT, SOFTENED = 0.4, 2.0
"""How long the shares of a head of articles are beside a teaser's terms, and their temperature."""
PLAIN_SPREAD = 0.28
"""Margins are divided by this, so that how sure the baseline is may be compared between texts."""

#: From the rows trained on and the rows asked about to classes and their scores (asked, classes).
System = Callable[[np.ndarray, np.ndarray], tuple[Sequence[str], np.ndarray]]


def load(data: Path, name: str) -> tuple[list[dict[str, Any]], list[tuple[str, str]], np.ndarray]:
    """Rows of a dataset, their titles (stripped) and texts, and their labels."""
    from training import corpora, topics

    found = list(corpora.rows(data, name))
    if name == ALLSIDES:
        pairs = [(topics.PREFIX.sub("", row["title"]), row["text"]) for row in found]
        return found, pairs, np.array([row["iptc_l1"] for row in found])
    return found, [topics.titled(row["text"]) for row in found], np.array([row["label"] for row in found])


def told(days: Sequence[int], subjects: Sequence[str], documents: np.ndarray) -> np.ndarray:
    """The number of each article's story: one day and one subject, or all but the same text. 0 is no day."""
    when = np.array(days)
    _, kinds = np.unique(subjects, return_inverse=True)
    near = (documents @ documents.T) >= SAME
    near |= (when[:, None] == when[None]) & (when[:, None] > 0) & (kinds[:, None] == kinds[None])
    return chained(near)


def stories(days: Sequence[int], documents: np.ndarray) -> np.ndarray:
    """The number of each article's story. ``days`` are ordinals, 0 where unknown."""
    when, near = np.array(days), documents @ documents.T
    apart = np.abs(when[:, None] - when[None])
    undated = (when[:, None] == 0) | (when[None] == 0)
    least = np.where(undated, UNDATED, np.where(apart <= DAYS, ALIKE, SAME))
    return chained(near >= least)


def chained(near: np.ndarray) -> np.ndarray:
    """The number of each row's group, from whether two rows belong together, shape (n, n)."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    return np.asarray(connected_components(csr_matrix(near), directed=False)[1])


def scores(labels: np.ndarray, classes: Sequence[str], found: np.ndarray) -> contract.Row:
    """The metrics of scores (n, classes) on the scale of logits; labels nobody predicted count as missed."""
    guessed = np.array(classes)[found.argmax(axis=1)]
    powers = np.exp(found - found.max(axis=1, keepdims=True))
    sure = (powers / powers.sum(axis=1, keepdims=True)).max(axis=1)
    surest = np.argsort(-sure, kind="stable")[: max(1, int(0.8 * len(labels)))]
    right = guessed == labels
    f1 = []
    for label in sorted(set(labels.tolist())):
        hit = int((right & (labels == label)).sum())
        f1.append(2 * hit / int((labels == label).sum() + (guessed == label).sum()))
    return {
        "macro_f1": float(np.mean(f1)),
        "accuracy": float(right.mean()),
        "accuracy_at_80": float(right[surest].mean()),
        "texts": len(labels),
    }


def in_folds(system: System, labels: np.ndarray, groups: np.ndarray) -> contract.Row:
    """The metrics over five folds in which no group is on both sides."""
    from sklearn.model_selection import GroupKFold

    classes = sorted(set(labels.tolist()))
    found = np.full((len(labels), len(classes)), UNSEEN)
    for train, test in GroupKFold(5).split(labels, labels, groups):
        known, rows = system(train, test)
        found[np.ix_(test, [classes.index(label) for label in known])] = rows
    return scores(labels, classes, found)


def across(system: System, labels: np.ndarray, publishers: np.ndarray) -> contract.Row:
    """CNN to BBC and back, the mean of both, in the sections they share."""
    sides = [np.flatnonzero(publishers == name) for name in ("www.cnn.com", "www.bbc.co.uk")]
    often = [{label for label, n in Counter(labels[side].tolist()).items() if n >= FEW} for side in sides]
    # What is no topic or two is left out here as it is for the shipped head.
    shared = often[0] & often[1] - {"opinion", "science-environment"}
    left, right = ([row for row in side.tolist() if labels[row] in shared] for side in sides)
    both = [
        scores(labels[test], *system(np.array(train), np.array(test))) for train, test in ((left, right), (right, left))
    ]
    mean: contract.Row = {key: (float(both[0][key]) + float(both[1][key])) / 2 for key in both[0] if key != "texts"}
    return mean | {"texts": len(left) + len(right)}


def ours(texts: Any, labels: np.ndarray, finer: np.ndarray | None, recipe: Any) -> System:
    """Our head, trained on the rows given."""
    from training import topics

    def system(train: np.ndarray, test: np.ndarray) -> tuple[Sequence[str], np.ndarray]:
        head = topics.fit(texts, labels, train, None, finer, recipe)
        return head.classes, head.logits(texts, test)

    return system


def taught(data: Path, texts: Any) -> Any:
    """``texts`` with what a head of articles knows: the roots of its topics' shares, a unit vector, after the titles'.

    Of the two publishers that are held against each other it saw no article.
    """
    from training import topics

    rows, pairs, labels = load(data, ALLSIDES)
    elsewhere = [i for i, row in enumerate(rows) if not topics.publisher(row["url"]).endswith(TWO)]
    finer = np.array([row["allsides_topic"] for row in rows])
    head = topics.fit(topics.read(pairs), labels, np.array(elsewhere), None, finer)
    logits = head.logits(texts, np.arange(len(texts.titles))) / SOFTENED
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    roots = np.sqrt(powers / powers.sum(axis=1, keepdims=True))
    return replace(texts, titles=np.hstack([texts.titles, LEARNT * roots]))


def plain(pairs: Sequence[tuple[str, str]], labels: np.ndarray) -> System:
    """The plain baseline, trained on the rows given. Raises ImportError without scikit-learn."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    whole = np.array([f"{title}. {text}" for title, text in pairs], dtype=object)

    def system(train: np.ndarray, test: np.ndarray) -> tuple[Sequence[str], np.ndarray]:
        words = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2, max_features=200_000)
        model = LinearSVC(C=1.0, class_weight="balanced", random_state=0)
        model.fit(words.fit_transform(whole[train]), labels[train])
        return model.classes_.tolist(), model.decision_function(words.transform(whole[test])) / PLAIN_SPREAD

    return system


def shipped(pairs: Sequence[tuple[str, str]], codes: Mapping[str, str], labels: np.ndarray) -> contract.Row:
    """The head of the package, asked among the labels in ``codes``; of a label with several topics, all together."""
    from standfirst.editing import topics
    from training import corpora

    rows = [row for row, label in enumerate(labels.tolist()) if label in codes]
    classes = sorted({codes[label] for label in labels[rows].tolist()})
    columns = [[topics.head().classes.index(code) for code in several.split()] for several in classes]
    made = corpora.vectors([f"{pairs[row][0]}. {pairs[row][1]}" for row in rows])
    found = []
    for vector, (title, text) in zip(made, (pairs[row] for row in rows), strict=True):
        shares = topics.chances(vector, title, text)
        found.append([np.log(max(float(shares[column].sum()), 1e-12)) for column in columns])
    return scores(np.array([codes[label] for label in labels[rows].tolist()]), classes, np.array(found))


def cross_validated(data: Path, name: str, *, only_ours: bool) -> Iterator[contract.Row]:
    """Rows of a dataset in folds."""
    from training import topics

    rows, pairs, labels = load(data, name)
    texts = topics.read(pairs)
    articles = name == ALLSIDES
    finer = np.array([row["allsides_topic"] for row in rows]) if articles else None
    if articles:
        systems = {"standfirst": ours(texts, labels, finer, topics.ARTICLES)}
    else:
        systems = {"standfirst": ours(texts, labels, None, topics.TEASERS_ALONE)}
        if (data / "text" / f"{ALLSIDES}.jsonl.gz").is_file():
            systems["own-labels"] = systems["standfirst"]
            systems["standfirst"] = ours(taught(data, texts), labels, None, topics.TEASERS_ALONE)
    if not only_ours:
        systems["tf-idf"] = plain(pairs, labels)
    for system, made in systems.items():
        if articles:
            days = [date.fromisoformat(row["date"][:10]).toordinal() if row.get("date") else 0 for row in rows]
            hosts = np.array([topics.publisher(row["url"]) for row in rows])
            groupings = {
                "stories": told(days, [row["allsides_topic"] for row in rows], texts.documents),
                "alike": stories(days, texts.documents),
                "publishers": hosts,
            }
            for grouping, groups in groupings.items():
                yield {"system": system, "dataset": f"{name}-{grouping}", **in_folds(made, labels, groups)}
        else:
            titles = np.array([title[:60].lower() for title, _ in pairs])
            sources = np.array([row["source"] for row in rows])
            yield {"system": system, "dataset": name, **in_folds(made, labels, titles)}
            if {"www.cnn.com", "www.bbc.co.uk"} <= set(sources.tolist()):
                yield {"system": system, "dataset": f"{name}-CNN-BBC", **across(made, labels, sources)}


def as_shipped(data: Path, name: str) -> contract.Row:
    """The row of the shipped head."""
    from training import topics

    _, pairs, labels = load(data, name)
    codes = ({ALLSIDES: topics.ALLSIDES, FEEDS: topics.SECTIONS} | OTHERS)[name]
    return {"system": "standfirst", "dataset": name, **shipped(pairs, codes, labels)}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print and write; 2 where the folder holds no dataset or scikit-learn is needed and absent."""
    given = contract.arguments(NAME, "Topics and sections of labelled news.", "", argv)
    names = (ALLSIDES, FEEDS) if given.cross_validated else (ALLSIDES, FEEDS, *OTHERS)
    present = [name for name in names if (given.data / "text" / f"{name}.jsonl.gz").is_file()]
    if not present:
        contract.say(f"{given.data} holds no text/{ALLSIDES}.jsonl.gz nor text/{FEEDS}.jsonl.gz.")
        return 2
    rows: list[contract.Row] = []
    for name in present:
        if not given.cross_validated:
            rows.append(as_shipped(given.data, name))
            continue
        try:
            rows.extend(cross_validated(given.data, name, only_ours=given.only_ours))
        except ImportError as error:
            contract.say(f"Folds and tf-idf need scikit-learn ({error}). It comes with the bench extra.")
            return 2
    if not given.cross_validated and not given.only_ours:
        contract.say("tf-idf is trained in folds alone: it stands beside us with --cross-validated.")
    contract.report(NAME, rows, given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
