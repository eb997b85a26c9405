"""The filters of a listing are found once for a data version, and are the same on all its pages."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from standfirst.newsroom.models import Publication, Tally
from standfirst.publishing import beside
from tests.newsroom import factory

SPORT = factory.SECTIONS[0]


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    beside._filters.cache_clear()


def aside(page: bytes) -> bytes:
    return page[page.index(b'<aside class="filters"') : page.index(b"</aside>")]


def test_filters_are_asked_for_once(made: list[Publication], site: Client) -> None:
    with CaptureQueriesContext(connection) as first:
        page = site.get(f"/{SPORT}").content
    with CaptureQueriesContext(connection) as second:
        later = site.get(f"/{SPORT}/before/zzzzzzzzzz").content
    assert len(second) < len(first)
    assert aside(later) == aside(page)
    assert b"Channel 6" in aside(page)


def test_a_page_asks_little_of_the_database(made: list[Publication], site: Client) -> None:
    site.get(f"/{SPORT}")
    with CaptureQueriesContext(connection) as queries:
        site.get(f"/{SPORT}/before/zzzzzzzzzz")
    # Positions of either section, rows, the stories' others, the total, and the data version twice.
    assert len(queries) <= 7


def test_filters_follow_the_data_version(made: list[Publication], site: Client) -> None:
    before = aside(site.get(f"/{SPORT}").content)
    new = factory.make_source("quay-echo", "Quay Echo", "de")
    factory.make_publication(200, source=new, section=SPORT)
    after = aside(site.get(f"/{SPORT}").content)
    assert b"Quay Echo" in after
    assert b"Quay Echo" not in before


def test_an_unfiled_publication_stands_beside_the_latest_of_all(made: list[Publication], site: Client) -> None:
    path = next(each.path for each in made if not each.section)
    page = site.get(path).content.decode()
    assert "More news" in page
    latest = [each.path for each in sorted(made, key=lambda each: -each.position) if each.path != path]
    slides = page[page.index('id="slides"') :]
    found = [slides.find(f'href="{each}"') for each in latest[:3]]
    assert 0 < found[0] < found[1] < found[2]


def test_an_edition_knows_how_many_its_day_has(made: list[Publication], site: Client) -> None:
    page = site.get("/").content.decode()
    told = re.search(r"(\d+) publications from \d+ sources · (\d+) published on this day", page)
    assert told
    day = Tally.objects.filter(kind="day").latest("key")
    assert int(told[1]) < int(told[2]) == day.count


def test_views_do_not_share_filters(made: list[Publication], site: Client) -> None:
    plain, filtered = site.get(f"/{SPORT}").content, site.get(f"/{SPORT}?source=channel-6").content
    assert b"source=channel-6" in aside(plain)
    assert aside(plain) != aside(filtered)
    assert aside(site.get(f"/{SPORT}?source=channel-6&source=harwick-courier").content) != aside(filtered)
