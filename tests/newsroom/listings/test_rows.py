"""Rows read past the ORM say what the records say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from standfirst.newsroom.listings.rows import Row, load, told
from standfirst.newsroom.models import Publication
from standfirst.newsroom.sql import MOST_BESIDE, among
from tests.newsroom import factory

pytestmark = pytest.mark.django_db
SAME = (
    "position", "source_id", "kind", "rule", "reason", "withdrawn", "withdrawn_reason", "path", "section",
    "second_section", "first_section", "headline", "lead", "language", "original", "source_published", "published",
    "updated", "corrected",
)  # fmt: skip


def facts(each: Publication | Row) -> dict[str, Any]:
    source, story = each.source, each.story
    return {
        **{name: getattr(each, name) for name in SAME},
        "content": json.loads(each.content) if isinstance(each, Row) and each.content else each.said.content,
        "id": str(each.id),
        "story": story and (str(story.id), story.slug, str(each.story_id)),
        "marks": list(each.marks),
        "source": (source.name, source.slug, source.home),
    }


@pytest.fixture
def made() -> list[Publication]:
    made = factory.make(14)
    made.append(factory.make_publication(50, corrected=factory.NOON))
    made.append(factory.make_publication(51))
    Publication.objects.filter(pk=made[-1].pk).update(story=None)
    factory.make_publication(52, withdrawn=factory.NOON)
    return made


def test_a_row_says_what_the_record_says(made: list[Publication]) -> None:
    records = Publication.objects.filter(withdrawn=None).select_related("source", "story", "said").order_by("-position")
    positions = list(Publication.objects.values_list("position", flat=True))
    rows = load(positions)
    assert [facts(each) for each in rows] == [facts(each) for each in records]
    assert len(rows) == len(made) < len(positions)
    assert all(row.published.tzinfo for row in rows)


def test_content_comes_whole_in_part_or_not_at_all(made: list[Publication]) -> None:
    made[0].refresh_from_db()
    position = made[0].position
    whole, less, none = load([position]), load([position], whole=False), load([position], content=False)
    assert json.loads(whole[0].content) == made[0].said.content
    left = {**made[0].said.content, "facts": [], "checks": []}
    left["original"] = {**left["original"], "paragraphs": []}
    assert json.loads(less[0].content) == left
    assert made[0].said.content["facts"]
    assert none[0].content is None
    assert load([]) == []


def test_stories_are_told_oldest_first_without_what_was_withdrawn(made: list[Publication]) -> None:
    story = made[0].story
    assert story is not None
    other = factory.make_publication(70, story=story)
    factory.make_publication(71, story=story, withdrawn=factory.NOON)
    found = told([str(story.pk)], most=50)
    assert [(position, original) for position, _, _, original, _ in found] == [
        (other.position, other.original), (made[0].position, made[0].original)
    ]  # fmt: skip
    assert {(row[1], row[4]) for row in found} == {(str(story.pk), story.slug)}
    assert told([str(story.pk), str(made[3].story_id)], most=50) == found  # of the other there is one
    assert told([], most=50) == []


def test_few_values_pass_beside_the_statement_and_many_are_written_out() -> None:
    assert among("position", [1, 2]) == ("position IN (%s, %s)", [1, 2])
    where, values = among("position", list(range(MOST_BESIDE + 1)))
    assert values == []
    assert where.startswith("position IN (0,1,2,")
    with pytest.raises(ValueError, match="format"):
        among("position", ["1) OR (1"] * (MOST_BESIDE + 1))
