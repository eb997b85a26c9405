"""``python -m benchmarks.marks``: comment told from news, slanted and subjective sentences from plain ones.

``macro_f1`` and ``accuracy``. Systems: ``standfirst``, by text alone, without address, section, label or byline; and
``tf-idf``, the plain baseline: logistic regression on TF-IDF of words and pairs of words.

``opinion_article``: whole articles. With ``--cross-validated`` both systems are trained in five folds by publisher
(editions and subdomains of one domain together); ours also on the articles of ``topic_allsides_iptc`` that state what
they are, none of the publishers held out and none that is the same text (cosine of vectors 0.9) as one held out.
Without it the shipped model is measured; it has seen the corpora beside the checkout, so that this figure says
something on other texts only.

``bias_babe_sentences`` and ``subjectivity_checkthat25_*``: sentences that experts judged. Nothing is trained on them,
and no threshold chosen: ours is the shipped scorer at even chances; with ``--cross-validated`` the baseline stands
beside it, trained on the sentences of ``opinion_article`` with their article's label, which is all the supervision
that either has.

How labels leak, and what is done about it. "OPINION:" and the like in a title and editor's notes in a text tell the
label: they are stripped. Addresses made the labels: they are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import contract

NAME = "marks"
ARTICLES = "opinion_article"
#: Files of sentences by the beginning of their name: where the text stands, where the label, and the positive label.
SENTENCES = {
    "bias_babe_sentences": ("text", "label_bias", "Biased"),
    "subjectivity_checkthat25_": ("sentence", "label", "SUBJ"),
}


def scores(labels: np.ndarray, found: np.ndarray, kind: str) -> contract.Row:
    """The metrics of two classes; a class that is nowhere in labels and findings counts as missed."""
    f1 = []
    for side in (True, False):
        hit = int(((labels == side) & (found == side)).sum())
        f1.append(2 * hit / max(int((labels == side).sum() + (found == side).sum()), 1))
    return {"macro_f1": float(np.mean(f1)), "accuracy": float((labels == found).mean()), kind: len(labels)}


def plain(texts: Sequence[str], labels: np.ndarray, asked: Sequence[str]) -> np.ndarray:
    """The plain baseline, trained on ``texts``: which of those asked are positive. ImportError without scikit-learn."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    words = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2, max_features=50_000)
    model = LogisticRegression(C=10, class_weight="balanced", max_iter=100, tol=1e-3)
    return np.asarray(model.fit(words.fit_transform(texts), labels).predict(words.transform(asked)), dtype=bool)


def pairs(data: Path) -> tuple[list[tuple[str, str]], np.ndarray]:
    """Titles and texts of ``opinion_article``, cleaned, and whether each is comment."""
    from training import comment, corpora

    rows = list(corpora.rows(data, ARTICLES))
    return [comment.cleaned(row["title"], row["text"]) for row in rows], np.array(
        [row["label"] == "opinion" for row in rows]
    )


def shipped_articles(data: Path) -> contract.Row:
    """The model of the package on articles made of a title and a text."""
    from standfirst.editing import opinion
    from standfirst.reading import Article, hash_text, lay_out

    texts, labels = pairs(data)
    found = []
    for title, text in texts:
        body, paragraphs = lay_out([(line, "text") for line in text.split("\n") if line.strip()])
        article = Article("", "", "", title, paragraphs, body, hash_text(body), "en")
        found.append(opinion.commentary(article)[0] > 0.5)
    return {"system": "standfirst", "dataset": ARTICLES, **scores(labels, np.array(found), "texts")}


def held_out(data: Path, *, only_ours: bool) -> Iterator[contract.Row]:
    """Articles, publishers held out."""
    from training import comment, opinion

    known = comment.examples(data)
    labels = known.comment[known.labelled]
    margins, _ = opinion.held_out(known)
    yield {"system": "standfirst", "dataset": ARTICLES, **scores(labels, margins > 0, "texts")}
    if only_ours:
        return
    texts = np.array([f"{title}. {text}" for title, text in pairs(data)[0]], dtype=object)
    found = np.zeros(len(labels), dtype=bool)
    for _, test in opinion.folds(known):
        train = np.setdiff1d(np.arange(len(labels)), test)
        found[test] = plain(texts[train], labels[train], texts[test])
    yield {"system": "tf-idf", "dataset": ARTICLES, **scores(labels, found, "texts")}


def judged(data: Path, name: str) -> tuple[list[str], np.ndarray]:
    """The sentences of a dataset and whether each is slanted or subjective."""
    from training import corpora

    text, label, positive = next(value for begins, value in SENTENCES.items() if name.startswith(begins))
    rows: list[dict[str, Any]] = list(corpora.rows(data, name))
    return [row[text] for row in rows], np.array([row[label] == positive for row in rows])


def shipped_sentences(data: Path, name: str) -> contract.Row:
    """The scorer of the package at even chances."""
    from standfirst.editing import slant

    texts, labels = judged(data, name)
    found = np.array(slant.judge(texts, "en")) > 0.5
    return {"system": "standfirst", "dataset": name, **scores(labels, found, "texts")}


def plain_sentences(data: Path, names: Sequence[str]) -> Iterator[contract.Row]:
    """The plain baseline on sentences of ``opinion_article`` with their article's label."""
    from standfirst.language import sentences

    split = [[span.of(text) for span in sentences.split(text, "en")] for _, text in pairs(data)[0]]
    labels = np.repeat(pairs(data)[1], [len(each) for each in split])
    texts = [sentence for each in split for sentence in each]
    for name in names:
        asked, wanted = judged(data, name)
        yield {"system": "tf-idf", "dataset": name, **scores(wanted, plain(texts, labels, asked), "texts")}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print and write; 2 where the folder holds no dataset or scikit-learn is needed and absent."""
    given = contract.arguments(NAME, "Comment among articles, slant among sentences.", "", argv)
    folder = given.data / "text"
    files = sorted(file.name.removesuffix(".jsonl.gz") for file in folder.glob("*.jsonl.gz")) if folder.is_dir() else []
    articles = ARTICLES in files
    asked = [name for name in files if name.startswith(tuple(SENTENCES))]
    if not articles and not asked:
        contract.say(f"{given.data} holds no text/{ARTICLES}.jsonl.gz nor sentences ({', '.join(SENTENCES)}…).")
        return 2
    rows: list[contract.Row] = []
    try:
        if articles and given.cross_validated:
            rows.extend(held_out(given.data, only_ours=given.only_ours))
        elif articles:
            rows.append(shipped_articles(given.data))
        rows.extend(shipped_sentences(given.data, name) for name in asked)
        if asked and articles and given.cross_validated and not given.only_ours:
            rows.extend(plain_sentences(given.data, asked))
    except ImportError as error:
        contract.say(f"Folds and tf-idf need scikit-learn ({error}). It comes with the bench extra.")
        return 2
    if not given.cross_validated and not given.only_ours:
        contract.say("tf-idf is trained in folds alone: it stands beside us with --cross-validated.")
    contract.report(NAME, rows, given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
