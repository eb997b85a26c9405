"""Names on elements and words of lines: how they are taken apart and weighed."""

from __future__ import annotations

import pytest

from standfirst.reading.body.cues import Cues, Weight, parts, shipped


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (("entry-content", "main"), ("entry", "content", "main", "=entry-content")),
        (("storyBody__text", ""), ("story", "body", "text", "=storybody__text")),
        (("post-4711", ""), ("post", "=post-0")),
        (("css-1x2 a", ""), ("css", "=css-0x0")),
        (("RELATED Posts", ""), ("related", "posts")),
        (("", "", ""), ()),
        ((), ()),
    ],
)
def test_names_are_taken_apart(named, found):
    assert parts(named) == found


def test_an_element_is_weighed():
    cues = Cues({"entry": 1.0, "=entry-content": 2.0, "share": -3.0}, {})
    assert cues.weigh(("entry-content share", "")) == Weight(0.0, -3.0, 2.0)
    assert cues.weigh(("", "comments")) == Weight(comments=True)
    assert cues.weigh(("newsletter", "")) == Weight(appeals=True)
    assert cues.weigh(("unknown", "")) == Weight()


def test_a_line_is_weighed_by_each_word_once():
    cues = Cues({}, {"subscribe": -2.0, "now": -1.0})
    assert cues.worded("Subscribe now") == pytest.approx(-3 / 2**0.5)
    assert cues.worded("Subscribe, subscribe!") == -2.0
    assert cues.worded("…") == 0.0


def test_what_was_learned_is_what_people_mean():
    cues = shipped()
    assert min(cues.names["=entry-content"], cues.names["=article-body"]) > 0
    assert max(cues.names[name] for name in ("footer", "nav", "sidebar", "related", "share", "breadcrumb")) < 0
    assert max(cues.words[word] for word in ("subscribe", "newsletter", "advertisement", "cookies")) < 0
