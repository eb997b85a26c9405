"""The keyset listing against a plain scan of the same rows."""

from __future__ import annotations

import json
from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from standfirst.newsroom.listings.filters import Filters, bounds
from standfirst.newsroom.listings.leads import rarest
from standfirst.newsroom.listings.pages import page, rows
from standfirst.newsroom.listings.withdrawals import tombstones
from standfirst.newsroom.models import Publication
from tests.newsroom import factory

UTC_ZONE = ZoneInfo("UTC")


@pytest.fixture
def made(db: None) -> list[Publication]:
    made = factory.make(48)
    extra = factory.make_publication(60, withdrawn=factory.NOON, section=factory.SECTIONS[0])
    assert extra.withdrawn
    return made


def ids(found: list[Publication]) -> list[int]:
    return [each.position for each in found]


def scan(made: list[Publication], filters: Filters) -> list[int]:
    low, high = bounds(filters.since, filters.until, UTC_ZONE)
    return [
        each.position
        for each in sorted(made, key=lambda each: -each.position)
        if (not filters.section or filters.section in (each.section, each.second_section))
        and (not filters.sources or each.source_id in filters.sources)
        and (filters.within is None or each.source_id == filters.within)
        and (not filters.story or str(each.story_id) == filters.story)
        and set(filters.marks) <= set(each.marks)
        and (not filters.language or each.language == filters.language)
        and (low is None or each.position >= low)
        and (high is None or each.position < high)
        and (not filters.query or filters.query.casefold() in each.headline.casefold())
    ]


def cases(made: list[Publication]) -> list[Filters]:
    sources = sorted({each.source_id for each in made})
    section = factory.SECTIONS[0]
    return [
        Filters(),
        Filters(section=section),
        Filters(section=section, sources=tuple(sources[:2])),
        Filters(sources=tuple(sources[:1])),
        Filters(sources=tuple(sources[:3])),
        Filters(within=sources[1], marks=("commentary",)),
        Filters(marks=("summary", "commentary")),
        Filters(language="ar"),
        Filters(section=section, language="en"),
        Filters(story=str(made[2].story_id)),
        Filters(since=date(2026, 11, 22)),
        Filters(until=date(2026, 11, 21)),
        Filters(since=date(2026, 11, 21), until=date(2026, 11, 21), section=section),
        Filters(query="Rovers"),
        Filters(query="rovers", section=section, sources=tuple(sources[:2]), since=date(2026, 11, 21)),
        Filters(query="nothing-here"),
        Filters(section="no-such-section"),
    ]


def test_every_filter_against_a_scan_page_by_page(made: list[Publication]) -> None:
    for filters in cases(made):
        expected = scan(made, filters)
        found: list[int] = []
        before = None
        for _ in range(20):
            page = ids(rows(filters, zone=UTC_ZONE, limit=7, before=before))
            found += page
            if len(page) < 7:
                break
            before = page[-1]
        assert found == expected, filters
    assert any(scan(made, filters) for filters in cases(made))


def test_a_story_of_two_is_listed_whole(made: list[Publication]) -> None:
    assert len(rows(Filters(story=str(made[2].story_id)), zone=UTC_ZONE, limit=10)) == 2


@pytest.mark.parametrize(
    "filters", [Filters(), Filters(section=factory.SECTIONS[0]), Filters(marks=("summary",)), Filters(query="rovers")]
)
def test_one_statement_reads_a_page(made: list[Publication], filters: Filters) -> None:
    with CaptureQueriesContext(connection) as queries:
        for each in rows(filters, zone=UTC_ZONE, limit=30):
            assert each.source.name
            assert each.story is None or each.story.slug
            assert json.loads(each.content or "")["headline"] == each.headline
    assert len(queries) == 1


def test_days_are_the_zones(db: None) -> None:
    late = factory.make_publication(1, published=factory.NOON.replace(hour=23, minute=30))
    filters = Filters(since=date(2026, 11, 23), until=date(2026, 11, 23))
    assert rows(filters, zone=UTC_ZONE, limit=5) == []
    assert ids(rows(filters, zone=ZoneInfo("Europe/Paris"), limit=5)) == [late.position]


def test_withdrawn_ones_are_tombstones_of_their_view_only(made: list[Publication]) -> None:
    since = factory.NOON - timedelta(days=1)
    assert len(tombstones(Filters(section=factory.SECTIONS[0]), zone=UTC_ZONE, since=since)) == 1
    assert tombstones(Filters(section=factory.SECTIONS[1]), zone=UTC_ZONE, since=since) == []
    assert tombstones(Filters(), zone=UTC_ZONE, since=factory.NOON.astimezone(UTC) + timedelta(seconds=1)) == []


def test_filters_that_rarely_meet_cost_a_bounded_number_of_rows(
    made: list[Publication], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("standfirst.newsroom.listings.pages.CHUNKS", (5, 5))
    filters = Filters(query="rovers", section=factory.SECTIONS[0])
    expected = scan(made, filters)
    found: list[int] = []
    before, pages = None, 0
    while pages < 40:
        part = page(filters, zone=UTC_ZONE, limit=3, before=before)
        found += ids(list(part.rows))
        pages += 1
        if part.before is None:
            break
        assert before is None or part.before < before
        before = part.before
    assert found == expected
    assert pages > 1


def test_the_rarest_filter_leads(made: list[Publication]) -> None:
    source = factory.make_source("rare", "Rare")
    one = factory.make_publication(300, source=source, section=factory.SECTIONS[0])
    filters = Filters(section=factory.SECTIONS[0], sources=(source.pk,), marks=("summary",), language="en")
    assert rarest(filters) == ("source", "")
    assert ids(rows(filters, zone=UTC_ZONE, limit=5)) == [one.position]
