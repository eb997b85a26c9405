"""A source's page over HTTP, and that neither it nor the page of all counts anything on the spot."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from standfirst.newsroom.models import Publication, Source
from standfirst.newsroom.publications.corrections import correct
from standfirst.newsroom.sources import observe, set_owner
from standfirst.publishing.building.build import build
from standfirst.rights import Outcome, Signal, Verdict
from tests.newsroom import factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def known(made: list[Publication]) -> Source:
    source: Source = made[0].source
    set_owner(source, "Harwick Press")
    correct(made[0], factory.NOON, who="mara", note="The date was wrong.", drop=(2,))
    signal = Signal("x-robots-tag", "nosnippet", "header")
    reason = "The publisher asks for nosnippet in the header X-Robots-Tag."
    observe(source, Verdict(Outcome.CARD, "x-robots-tag", reason, signals=(signal,)), factory.NOON.date())
    return source


def test_its_facts_stand_above_its_rows_on_the_first_page_only(site: Client, known: Source) -> None:
    page = site.get(f"/source/{known.slug}").content.decode()
    for words in ("Harwick Press", "1 publication (8%)", "1 time a mistake of ours", "nosnippet", "1 feed we read"):
        assert words in page, words
    assert page.index("Harwick Press") < page.index('<article class="brief')
    assert 'class="filters"' in page
    assert "Harwick Press" not in site.get(f"/source/{known.slug}?q=rovers").content.decode()
    assert "Harwick Press" not in site.get(f"/{factory.SECTIONS[0]}?source={known.slug}").content.decode()


def test_the_register_names_signals_that_restrict_and_no_others(site: Client, known: Source) -> None:
    other = Source.objects.get(slug="harwick-courier")
    observe(other, Verdict(signals=(Signal("robots-meta", "max-image-preview:large", "a meta"),)), factory.NOON.date())
    page = site.get("/rights").content.decode()
    assert "nosnippet" in page
    assert "max-image-preview" not in page
    assert "max-image-preview" in site.get("/source/harwick-courier").content.decode()


def test_the_page_of_all_names_every_language_of_a_source(site: Client, known: Source) -> None:
    factory.make_publication(400, source=known, language="de")
    page = site.get("/sources").content.decode()
    row = page[page.index(f'/source/{known.slug}"') :]
    assert "German" in row[: row.index("</li>")]


def test_all_sources_are_told_in_the_same_few_queries(
    site: Client, known: Source, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    with django_assert_max_num_queries(6):
        few = site.get("/sources")
    for n in range(40):
        factory.make_source(f"paper-{n}", f"Paper {n}")
    with django_assert_max_num_queries(6):
        many = site.get("/sources")
    assert (few.status_code, many.status_code) == (200, 200)
    assert 'id="letter-' in many.content.decode()
    assert 'id="letter-' not in few.content.decode()


def test_files_tell_the_same(site: Client, known: Source, tmp_path: Path) -> None:
    report = build(tmp_path / "out", lambda *_: None)
    assert not report.dead
    for address in (f"source/{known.slug}", "sources", "editions", "2026", "2026/11"):
        body = (tmp_path / "out" / address / "index.html").read_bytes()
        told = body.partition(b'<section class="known"')[2].partition(b"</section>")[0]
        sent = site.get(f"/{address}").content
        assert told == sent.partition(b'<section class="known"')[2].partition(b"</section>")[0]
        if not address.startswith("source/"):
            assert body == sent
    correct(known.publications.order_by("-position")[2], factory.NOON, who="mara", note="Wrong.", drop=(2,))
    build(tmp_path / "out", lambda *_: None)
    assert b"2 publications (17%)" in (tmp_path / "out" / "source" / known.slug / "index.html").read_bytes()
