"""What the comment model is trained on and how: labels that articles state, publishers apart, vocabularies."""

from __future__ import annotations

import numpy as np
import pytest

from standfirst.editing import wording
from training import comment, machines, opinion, slant
from training.comment import Examples, Texts


@pytest.mark.parametrize(
    ("url", "title", "source", "label"),
    [
        ("https://a.example/2019/opinions/bridge", "The bridge must go", "A", True),
        ("https://a.example/2019/bridge", "OPINION: The bridge must go", "A", True),
        ("https://a.example/2019/bridge", "The bridge must go", "Guest Writer - Left", True),
        ("https://a.example/politics/2019/bridge", "Bridge closes", "A", False),
        ("https://a.example/2019/bridge", "Bridge closes", "Reuters", False),
        ("https://a.example/2019/bridge", "Bridge closes", "A", None),
        ("https://a.example/news/2019/opinionated-man", "Man held", "A", False),
    ],
)
def test_an_article_is_used_for_what_it_states(url, title, source, label):
    assert comment.stated({"url": url, "title": title, "source": source}) is label


def examples() -> Examples:
    """Two kinds of six texts each by six publishers; the last is the first's text at another publisher."""
    pairs = [
        *((f"Vote {n}", f"The council voted on Monday, officials said. It paid {n} pounds.") for n in range(6)),
        *((f"Shame {n}", f"We must act now, I think. Frankly, plan {n} is absurd!") for n in range(6)),
    ]
    split = [[title, *text.split(". ")] for title, text in pairs]
    vectors = np.eye(12, 16, dtype=np.float32)
    vectors[11] = vectors[0]
    rates = np.random.default_rng(1).normal(size=(12, 13)).astype(np.float32)
    texts = Texts(split, [wording.counted(each) for each in split], rates, vectors)
    publishers = np.array([f"{'abcdef'[n % 6]}.example" for n in range(12)])
    return Examples(texts, np.arange(12) >= 6, publishers, np.ones(12, dtype=bool))


def test_no_publisher_and_no_copy_is_on_both_sides():
    known = examples()
    rows = comment.apart(known, np.array([0]))
    assert set(rows.tolist()) == set(range(12)) - {0, 6, 11}
    for train, test in opinion.folds(known):
        assert not set(known.publishers[train]) & set(known.publishers[test])


def test_the_machine_learns_the_manner(monkeypatch):
    pytest.importorskip("sklearn")
    known = examples()
    rows = np.arange(12)
    _, _, rates = opinion.rated(known, rows)
    made = opinion.fit(known, rows, rates)
    values = opinion.features(known.texts, rows, made.known, made.rarity, rates)
    assert ((values @ made.weights + made.bias > 0) == known.comment).all()
    stored = made.stored("document", np.full(29, 2.0))
    assert stored["document_terms"].dtype == np.int8
    assert np.abs(stored["document_terms"]).max() == 127
    assert len(stored["document_others"]) == 30
    back = stored["document_terms"].astype(float) * stored["document_step"]
    assert np.abs(back - made.weights[: len(made.known)]).max() <= stored["document_step"] / 2 + 1e-6


def test_a_gram_of_too_few_texts_is_not_kept_and_the_rarer_weighs_more():
    groups = [np.array(keys, dtype=np.uint32) for keys in ([1, 2], [1, 2], [1, 3], [1])]
    keys, rarity = machines.vocabulary(groups, 2, 10)
    assert keys.tolist() == [1, 2]
    assert rarity[1] > rarity[0]
    assert machines.vocabulary(groups, 1, 1)[0].tolist() == [1]


def test_a_sentence_of_comment_that_reads_as_news_is_not_learnt_as_comment():
    pytest.importorskip("sklearn")
    news = [f"The council voted on day {n}, officials said." for n in range(30)]
    own = [f"Frankly we must say that plan {n} is absurd and shameful." for n in range(30)]
    quoted = ["The council voted on day 99, officials said."] * 10
    counted = wording.counted(news + own + quoted)
    labels = np.array([False] * 30 + [True] * 40)
    made = slant.fit(counted, np.zeros((70, 4), dtype=np.float32), labels)
    margins = slant.features(counted, np.zeros((70, 4)), made.known, made.rarity) @ made.weights + made.bias
    assert (margins[30:60] > 0).all()
    assert (margins[:30] < 0).all()
    assert (margins[60:] < 0).all()


def test_parts_are_numbered_anew():
    counted = wording.counted(["One boat.", "Two boats.", "Three."])
    part = slant.part(counted, np.array([2, 0]))
    assert part.sentences == 2
    assert set(part.keys[part.sentence == 0]) == set(counted.keys[counted.sentence == 2])
    assert set(part.keys[part.sentence == 1]) == set(counted.keys[counted.sentence == 0])
