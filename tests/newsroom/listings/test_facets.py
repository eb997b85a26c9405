"""What each further filter would leave: exact where everything was looked at, bounded where it was not."""

from __future__ import annotations

import time
from collections import Counter
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from standfirst.newsroom.listings import facets
from standfirst.newsroom.listings.facets import look
from standfirst.newsroom.listings.filters import Filters
from standfirst.newsroom.models import Article, Publication, PublicationMark
from standfirst.publishing.version import data_version
from tests.newsroom import factory

pytestmark = pytest.mark.django_db
UTC = ZoneInfo("UTC")
SECTION = factory.SECTIONS[0]


def passing(made: list[Publication], filters: Filters) -> list[Publication]:
    """A plain scan."""
    return [
        each
        for each in made
        if (not filters.section or filters.section in (each.section, each.second_section))
        and (not filters.sources or each.source_id in filters.sources)
        and (filters.within is None or each.source_id == filters.within)
        and (not filters.story or str(each.story_id) == filters.story)
        and set(filters.marks) <= set(each.marks)
        and (not filters.language or each.language == filters.language)
        and (filters.since is None or each.published.date() >= filters.since)
        and (not filters.query or filters.query in each.headline.lower())
    ]


def cases(made: list[Publication]) -> list[Filters]:
    sources = sorted({each.source_id for each in made})
    return [
        Filters(),
        Filters(section=SECTION),
        Filters(section=SECTION, sources=tuple(sources[:2])),
        Filters(within=sources[1], marks=("commentary",)),
        Filters(marks=("commentary",), language="de", section=SECTION),
        Filters(query="rovers", section=SECTION),
        Filters(query="rovers", story=str(made[2].story_id)),
        Filters(since=date(2026, 11, 22), language="en"),
        Filters(query="nothingatall"),
    ]


def test_facets_are_what_a_plain_scan_counts() -> None:
    made = factory.make(48)
    factory.make_publication(60, withdrawn=factory.NOON, section=SECTION)
    for filters in cases(made):
        found = look(filters, UTC, data_version())
        expected = passing(made, filters)
        assert (found.total, found.whole) == (len(expected), True), filters
        assert found.sources == Counter(each.source_id for each in expected)
        assert found.languages == Counter(each.language for each in expected)
        assert found.marks == Counter(code for each in expected for code in each.marks)


def test_where_there_are_more_than_are_looked_at_the_latest_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    made = factory.make(48)
    monkeypatch.setattr(facets, "LOOKED", 20)
    found = look(Filters(language="en"), UTC, data_version())
    assert (found.total, found.whole) == (20, False)
    assert found.languages == {"en": 20}
    monkeypatch.setattr(facets, "LOOKED", 48)
    assert look(Filters(), UTC, (-1, None)).whole
    assert len(made) == look(Filters(), UTC, (-1, None)).total


def test_a_new_data_version_is_counted_anew() -> None:
    factory.make(3)
    assert look(Filters(), UTC, data_version()).total == 3
    factory.make_publication(50)
    assert look(Filters(), UTC, data_version()).total == 4


def many(count: int) -> None:
    """``count`` publications more, copied from those there are, in the database itself."""
    numbers = (
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}), "
        "proto AS (SELECT *, row_number() OVER (ORDER BY position) AS number FROM newsroom_publication) "
    )
    first = Publication.objects.order_by("position").values_list("position", flat=True)[0]
    new_id = "printf('%%032x', i)" if connection.vendor == "sqlite" else "md5(i::text)::uuid"
    changed = {
        Article: {"id": new_id, "address": "'https://many.example/' || i"},
        Publication: {
            "position": f"{first} - i * CAST(60000000 AS bigint)", "id": new_id, "article_id": new_id,
            "story_id": "NULL", "path": "'/content/2026/01/01/many-' || i || '.html'", "content": "'{}'",
        },
    }  # fmt: skip
    with connection.cursor() as cursor:
        for model, values in changed.items():
            columns = [field.column for field in model._meta.concrete_fields]
            own = "a" if model is Article else "proto"
            chosen = ", ".join(values.get(column, f"{own}.{column}") for column in columns)
            cursor.execute(
                f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) {numbers} SELECT {chosen} FROM n "
                "JOIN proto ON proto.number = 1 + i %% 48 JOIN newsroom_article a ON a.id = proto.article_id",
                [],
            )
        for code in ("summary", "commentary"):
            cursor.execute(
                f"INSERT INTO {PublicationMark._meta.db_table} (publication_id, code) SELECT position, '{code}' "
                f"FROM newsroom_publication WHERE path LIKE '%%many-%%' AND CAST(marks AS text) LIKE '%%{code}%%'",
                [],
            )
        cursor.execute("ANALYZE")


def test_counting_is_bounded_at_100_000_publications() -> None:
    made = factory.make(48)
    many(100_000)
    assert Publication.objects.count() == 100_048
    for number, filters in enumerate(cases(made)[:5]):
        took = []
        for again in range(3):
            with CaptureQueriesContext(
                connection,
            ) as asked:
                began = time.process_time()
                found = look(filters, UTC, (number, None) if not again else (100 * again + number, None))
                took.append(time.process_time() - began)
            assert len(asked) <= 6
        assert found.total <= facets.LOOKED
        assert not found.whole
        # 2 ms measured on two cores of 2026; a count of all would take a second.
        assert min(took) < 0.03, filters
