"""The archive of editions over HTTP: years, months, days, each reachable, none that is empty."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from lxml import html

from standfirst.newsroom import counts
from standfirst.newsroom.editions import edition
from standfirst.newsroom.models import Tally
from standfirst.newsroom.publications.changing import withdraw
from standfirst.publishing.archive import addresses
from standfirst.publishing.network import network, settings
from standfirst.publishing.pages.archives import weekdays
from tests.newsroom import factory

pytestmark = pytest.mark.django_db
DAYS = [datetime(*day, 12, tzinfo=UTC) for day in ((2026, 11, 22), (2026, 11, 1), (2026, 2, 28), (2024, 2, 29))]


#: How calendars head their columns: CLDR's abbreviations, or its shorter names where those are long.
HEADS = {
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "de": "Mo Di Mi Do Fr Sa So",
    "fr": "lu ma me je ve sa di",
    "es": "lun mar mié jue vie sáb dom",
    "ar": "ن ث ر خ ج س ح",
}


@pytest.fixture
def days() -> list:
    """A publication on each of four days in three months of two years."""
    return [factory.make_publication(n, published=at, headline=f"Ferry {n} sails") for n, at in enumerate(DAYS)]


def hrefs(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    return [str(each) for each in html.fromstring(answer.content).xpath("//main//a/@href")]


def test_a_year_of_one_month_says_its_number_once(site: Client, days: list) -> None:
    page = site.get("/editions").content.decode()
    year, before = page[page.index('id="y2026"') : page.index('id="y2024"')], page[page.index('id="y2024"') :]
    assert (year.count("3 publications"), year.count("2 publications"), before.count("1 publication")) == (1, 1, 1)


def test_every_day_is_reached_from_the_front_page_by_years_and_months(site: Client, days: list) -> None:
    assert "/2026/11" in hrefs(site, "/")
    assert "/editions" in [str(each) for each in html.fromstring(site.get("/").content).xpath("//footer//a/@href")]
    assert {"/2026", "/2024", "/2026/11", "/2026/02", "/2024/02"} <= set(hrefs(site, "/editions"))
    year = hrefs(site, "/2026")
    assert {"/2024", "/2026/11/22", "/2026/11/01", "/2026/02/28", "/2026/02", "/editions"} <= set(year)
    assert [each for each in year if re.fullmatch(r"/2026/11/..", each)] == ["/2026/11/01", "/2026/11/22"]
    month = hrefs(site, "/2026/11")
    assert {"/2026", "/2026/02", "/2026/11/22"} <= set(month)
    assert "/2024/02" in hrefs(site, "/2026/02")
    for address in {each for page in addresses() for each in hrefs(site, page) if each.startswith("/2")}:
        assert site.get(address).status_code == 200, address


@pytest.mark.parametrize("language", HEADS)
def test_weekdays_are_short_to_see_and_whole_to_hear(language: str) -> None:
    found = weekdays(replace(network(), language=language))
    assert " ".join(short for short, _ in found) == HEADS[language]
    assert len({full for _, full in found}) == 7
    assert all(len(full) > len(short) for short, full in found)


def test_a_calendar_can_be_heard(site: Client, days: list) -> None:
    document = html.fromstring(site.get("/2026/11").content)
    (table,) = document.xpath("//table")
    assert table.xpath("string(caption)") == "November 2026"
    assert table.xpath("string(.//th[@scope='col'])") in ("MonMonday", "SunSunday")
    (cell,) = table.xpath(".//a[@href='/2026/11/22']")
    assert cell.xpath("string(span[@class='vh'])") == "Sunday, November 22, 2026: 1 publication"
    assert cell.xpath("string(span[@aria-hidden='true'])") == "22"
    numbers = [int(text) for text in table.xpath(".//td//text()") if text.strip().isdigit()]
    assert numbers == list(range(1, 31))
    assert {len(row) for row in table.xpath(".//tbody/tr")} == {7}
    heads = [each.text_content() for each in table.xpath(".//th/span[@class='vh']")]
    first = [cell.text_content().strip()[:1] for cell in table.xpath(".//tbody/tr")[0]]
    assert first.index("1") == heads.index("Sunday")  # 1 November 2026


def test_a_month_names_what_led_each_day(site: Client, days: list) -> None:
    edition.store(DAYS[0].date(), settings())
    text = html.fromstring(site.get("/2026/11").content).text_content()
    assert "Ferry 0 sails" in text
    assert "Ferry 1 sails" not in text  # its edition is not stored


@pytest.mark.parametrize("address", ["/2025", "/2026/10", "/2026/13", "/2026/00", "/0000", "/2026/1", "/2026/11/"])
def test_where_nothing_was_published_the_way_back_is_named(site: Client, days: list, address: str) -> None:
    answer = site.get(address)
    assert answer.status_code == 404
    assert "Traceback" not in answer.content.decode()
    if address in ("/2025", "/2026/10"):
        assert "/editions" in answer.content.decode()


def test_a_day_whose_last_publication_is_withdrawn_leaves_the_archive(site: Client, days: list) -> None:
    withdraw(days[3], "", factory.NOON, who="mara")
    assert site.get("/2024").status_code == 404
    assert "/2024" not in hrefs(site, "/editions")


def test_an_empty_network_has_an_empty_archive(site: Client) -> None:
    assert "Nothing has been published here yet." in site.get("/editions").content.decode()


def test_a_million_publications_cost_no_more_queries(site: Client, days: list, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    rows = []
    for back in range(1, 3000):
        day = (factory.NOON - timedelta(days=back)).date().isoformat()
        rows.append(Tally(kind="day", key=day, count=333))
    Tally.objects.bulk_create(rows, ignore_conflicts=True)
    counts.add([(("month", f"{year}-{month:02}"), 10_000) for year in range(2018, 2026) for month in range(1, 13)])
    for address in ("/editions", "/2025", "/2025/06"):
        with django_assert_max_num_queries(8):
            answer = site.get(address)
        assert answer.status_code == 200
        assert len(answer.content) < 120_000


def test_other_languages_begin_their_weeks_and_write_their_months(site: Client, days: list, settings) -> None:  # type: ignore[no-untyped-def]
    settings.LANGUAGE_CODE = "ar"
    document = html.fromstring(site.get("/2026/11").content)
    assert "نوفمبر" in document.xpath("string(//caption)")
    assert document.get("dir") == "rtl"
