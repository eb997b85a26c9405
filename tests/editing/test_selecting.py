from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standfirst.editing import candidates, references
from standfirst.editing.choices import Choice, Form, Limits
from standfirst.editing.openings import NEVER
from standfirst.editing.selecting import choose
from tests.editing.articles import article

LINES = [
    "The harbour of Marlby opened again on Monday morning.",
    "It had been shut for three long weeks of repairs.",
    "Twelve boats left before noon with nets and crews.",
    "Ada Mwangi, who runs the ferry, was the first out.",
    "Mwangi sold ninety tickets on the quay that day.",
]


EARLY = (1, 1, 1)


def choices(scores, tells=None, reached=None):
    found = candidates.find(article("\n".join(LINES)))
    return [
        Choice(
            each,
            (
                Form(
                    each.text,
                    each.sizes[0],
                    reached[place] if reached else EARLY,
                    frozenset(tells[place]) if tells else frozenset(),
                    2,
                ),
            ),
            score,
        )
        for place, (each, score) in enumerate(zip(found, scores, strict=True))
    ]


def indexes(chosen):
    return [each.index for each, _ in chosen]


VECTORS = np.eye(5, dtype=np.float32)


def test_the_best_that_fit_in_the_sources_order():
    assert indexes(choose(choices([1, 0.5, 2, 0.4, 0.3]), Limits(10, 18, 30), VECTORS)) == [0, 2]


def test_what_leans_needs_the_sentence_before():
    limits = Limits(5, 20, 30)
    assert indexes(choose(choices([0.3, 9, 0.3, 0.3, 0.3]), limits, VECTORS)) == [0, 1]
    assert 1 not in indexes(choose(choices([0.3, 9, 0.3, 0.3, 0.3])[1:], limits, VECTORS))


def test_what_says_the_same_is_taken_once():
    close = VECTORS.copy()
    close[2] = close[0]
    assert indexes(choose(choices([2, 0, 2, 1, 0]), Limits(10, 20, 30), close)) != [0, 2]


def test_a_surname_alone_waits_for_its_person():
    known = references.find(LINES, "en", {"Mwangi": "Ada Mwangi"})
    options = [replace(each, references=known[each.candidate.index]) for each in choices([1, 0, 0.9, 0.3, 1.0])]
    assert indexes(choose(options, Limits(10, 18, 30), VECTORS)) == [0, 2]


def test_salient_facts_weigh():
    plain = [set(), set(), set(), set(), set()]
    told = [set(), set(), set(), {1, 2, 3}, set()]
    limits = Limits(10, 20, 30)
    assert 3 not in indexes(choose(choices([1, 0, 1, 0.5, 0], plain), limits, VECTORS))
    assert 3 in indexes(choose(choices([1, 0, 1, 0.5, 0], told), limits, VECTORS, salient=4))


def test_what_says_who_and_when_is_read_first_where_the_first_does_not():
    late = [(NEVER, 1, NEVER), (NEVER, 1, NEVER), (NEVER, 1, NEVER), (30, 30, 30), (NEVER, 1, NEVER)]
    chosen = choose(choices([3, 0, 3, 0.5, 0], reached=late), Limits(10, 90, 30), VECTORS)
    assert indexes(chosen)[0] == 3
    assert indexes(chosen)[1:] == sorted(indexes(chosen)[1:])


def test_what_opens_well_is_left_in_the_sources_order():
    assert indexes(choose(choices([3, -9, 3, 2, -9]), Limits(10, 60, 30), VECTORS)) == [0, 2, 3]


def test_the_answer_is_in_whatever_it_scores():
    assert 4 in indexes(choose(choices([2, 1, 2, 1, -3]), Limits(10, 20, 30), VECTORS, first=4))


def test_too_little_is_given_as_it_is():
    assert indexes(choose(choices([1, 1, 1, 1, 1])[:1], Limits(40, 120, 30), VECTORS)) == [0]
    assert choose([], Limits(40, 120, 30), VECTORS[:0]) == []


@pytest.mark.parametrize("most", [0, 5, 9, 27, 60])
def test_never_longer_than_the_most(most):
    chosen = choose(choices([1, 1, 1, 1, 1]), Limits(0, most, 30), VECTORS)
    assert sum(len(text.split()) for _, text in chosen) <= most
