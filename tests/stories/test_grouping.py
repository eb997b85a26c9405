from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from standfirst.stories import Member, group

START = datetime(2026, 11, 22, 9, tzinfo=UTC)


def member(article: str, fingerprint: str = "f1", words: int = 200, minutes: int = 0) -> Member:
    return Member(article, f"source of {article}", fingerprint, START + timedelta(minutes=minutes), words)


def test_copies_make_one_story_oldest_first():
    (story,) = group([member("b", minutes=5), member("a", minutes=9), member("c", minutes=1)])
    assert story.articles == ("c", "b", "a")
    assert story.relation == "copies"


def test_other_texts_stand_alone():
    stories = group([member("a", "f1"), member("b", "f2")])
    assert [(each.articles, each.relation) for each in stories] == [(("a",), "single"), (("b",), "single")]


def test_short_copies_are_chance():
    stories = group([member("a", words=79), member("b", words=79)], known=[("f1", "old")])
    assert [each.articles for each in stories] == [("a",), ("b",)]
    assert "old" not in {each.id for each in stories}


def test_eighty_words_are_enough():
    assert len(group([member("a", words=80), member("b", words=80)])) == 1


def test_a_known_fingerprint_keeps_its_story():
    (story,) = group([member("new")], known=[("f1", "the-story"), ("f9", "another")])
    assert story.id == "the-story"


def test_a_new_story_is_named_after_its_oldest_article():
    both = group([member("a", minutes=1), member("b", minutes=2)])
    alone = group([member("a", minutes=1)])
    assert both[0].id == alone[0].id != group([member("b", minutes=2)])[0].id


def test_without_a_fingerprint_nothing_is_a_copy():
    assert len(group([member("a", ""), member("b", "")])) == 2


@given(
    st.lists(st.tuples(st.integers(0, 8), st.sampled_from(["", "f1", "f2"]), st.integers(0, 200), st.integers(0, 50)))
)
def test_every_article_is_in_exactly_one_story(rows):
    members = [member(str(name), print_, words, minutes) for name, print_, words, minutes in rows]
    stories = group(members)
    placed = [article for story in stories for article in story.articles]
    assert sorted(placed) == sorted({each.article for each in members})
    assert len({story.id for story in stories}) == len(stories)
    assert all(story.relation == ("copies" if len(story.articles) > 1 else "single") for story in stories)
