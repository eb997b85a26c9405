"""RSS, Atom, JSON Feed, NewsML-G2, ninjs, sitemaps, OPML and robots.txt of every view of every made network."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.robotparser import RobotFileParser

import pytest
from django.test import Client
from lxml import etree

from standfirst.newsroom.models import Publication
from standfirst.publishing.uris import uri
from tests.conftest import SHARED, absent
from tests.newsroom import factory
from tests.publishing import documents
from tests.publishing.validators import asking, atom_rules, json_rules, made, opml_rules, rss_rules, sitemap_rules
from tests.publishing.validators.rules import Table

pytestmark = pytest.mark.django_db
TABLES = {"rss": rss_rules.TABLE, "atom": atom_rules.TABLE, "json": json_rules.TABLE}
networks = pytest.mark.parametrize("name", made.NETWORKS)


@pytest.fixture(autouse=True)
def _set_up(settings: Any) -> None:
    asking.set_up(settings)


def schemas() -> Path:
    if not (SHARED / "schemas").is_dir():
        absent("the folder ../shared/schemas")
    return SHARED


@networks
@pytest.mark.parametrize("form", TABLES)
def test_feeds_break_no_rule(name: str, form: str) -> None:
    table: Table = TABLES[form]
    wrong, seen, full = [], 0, 0
    with asking.network(name) as site:
        for document in asking.pages(site, form):
            seen += 1
            full += bool(documents.ids(form, document.body))
            wrong += [f"{document.address}: {said}" for said in table.findings(document)]
    assert not wrong, "\n".join(wrong[:20])
    assert seen >= 15
    assert bool(full) == (name != "empty")


@networks
def test_json_feeds_and_newsml_are_valid_by_their_schemas(name: str) -> None:
    shared = schemas()
    with asking.network(name) as site:
        for form in ("json", "xml"):
            for document in asking.pages(site, form):
                documents.check(form, document.body, shared)


@networks
def test_publications_are_valid_by_their_schemas(name: str) -> None:
    shared = schemas()
    with asking.network(name) as site:
        paths = made.publications()
        for path in paths[:20]:
            body = asking.ask(site, path.replace(".html", ".json")).body
            documents.check_schema(shared, "ninjs/ninjs-schema_3.1.json", json.loads(body))
            item = etree.fromstring(asking.ask(site, path.replace(".html", ".xml")).body)
            documents.newsml(shared).assertValid(item)
            text = asking.ask(site, path.replace(".html", ".txt")).body.decode()
            assert text.endswith(f"{asking.BASE}{path}\n")
            assert text.isprintable() or not set(text) & set(map(chr, [*range(9), 11, 12, *range(14, 32), 127]))
    assert bool(paths) == (name != "empty")


@networks
def test_what_was_withdrawn_is_told_and_gone(name: str) -> None:
    with asking.network(name) as site:
        gone = [uri(path) for path in Publication.objects.exclude(withdrawn=None).values_list("path", flat=True)]
        for path in gone:
            for form in asking.SINGLES:
                asking.ask(site, path.replace(".html", f".{form}"), status=410)
        assert bool(gone) == (name in ("full", "withdrawn"))


@networks
def test_sitemaps_break_no_rule(name: str) -> None:
    with asking.network(name) as site:
        index = asking.ask(site, "/sitemap.xml")
        wrong = sitemap_rules.INDEX.findings(index)
        listed = []
        for each in index.root.iter(sitemap_rules.n("loc")):
            part = asking.ask(site, each.text)
            wrong += [f"{each.text}: {said}" for said in sitemap_rules.MAP.findings(part)]
            listed += [loc.text for loc in part.root.iter(sitemap_rules.n("loc"))]
        wrong += sitemap_rules.NEWS.findings(asking.ask(site, "/sitemap-news.xml"))
        assert not wrong, "\n".join(wrong)
        assert len(set(listed)) == len(listed)
        for address in listed:  # what is listed is there, and may be indexed
            page = asking.ask(site, address).body
            assert b'content="noindex' not in page, address


def test_the_news_sitemap_has_the_last_two_days_and_no_more(settings: Any) -> None:
    from datetime import UTC, datetime, timedelta

    now = datetime.now(UTC)
    asking.set_up(settings, name="Harwick (beta)")
    for n in range(3):
        factory.make_publication(n, published=now - timedelta(hours=30 * n), language=("en", "ar", "de")[n])
    news = asking.ask(Client(), "/sitemap-news.xml")
    assert sitemap_rules.NEWS.findings(news) == []
    assert [each.text for each in news.root.iter(sitemap_rules.g("language"))] == ["en", "ar"]
    assert {each.text for each in news.root.iter(sitemap_rules.g("name"))} == {"Harwick"}


@pytest.mark.parametrize(
    ("tag", "named"), [("en-GB", "en"), ("zh-Hant", "zh-tw"), ("zh", "zh-cn"), ("zh-TW", "zh-tw"), ("ast", "ast")]
)
def test_news_sitemaps_name_languages_in_their_own_way(tag: str, named: str) -> None:
    from standfirst.publishing.sitemaps import _news_language

    assert _news_language(tag) == named


@networks
def test_the_list_of_feeds_breaks_no_rule(name: str) -> None:
    with asking.network(name) as site:
        assert opml_rules.TABLE.findings(asking.ask(site, "/sources.opml")) == []


@networks
def test_robots_txt_lets_everything_be_fetched_but_the_desk_and_searches(name: str) -> None:
    with asking.network(name) as site:
        document = asking.ask(site, "/robots.txt")
        text = document.body.decode()
        assert document.media_type == "text/plain; charset=utf-8"
        assert len(text) < 500 * 1024
        for line in text.splitlines():
            field, colon, value = line.partition(":")
            assert line == "" or (colon and field in ("User-agent", "Disallow", "Allow", "Sitemap") and value.strip())
        robots = RobotFileParser()
        robots.parse(text.splitlines())
        assert all(robots.can_fetch("harwickbot", path) for path in (*made.publications(), "/", "/index.rss"))
        assert not any(robots.can_fetch("harwickbot", path) for path in ("/desk/", "/desk/x", "/search?q=x"))
        for sitemap in robots.site_maps() or ["none"]:
            asking.ask(site, sitemap)


def test_a_text_that_reads_as_markup_is_the_same_text_to_every_reader() -> None:
    from standfirst.publishing.xml import plain
    from tests.publishing.validators.texts import markup_in

    for text in made.HEADLINES:
        told = plain(text)
        assert markup_in(told) == ""
        assert plain(told) == told
    assert plain("1 < 2 & R&D at AT&T, 3 > 2") == "1 < 2 & R&D at AT&T, 3 > 2"
    assert plain("<b>&amp;&#39;&copy") == "<\u2060b>&\u2060amp;&\u2060#39;&\u2060copy"
    assert plain("a\x85b \x01 c\r\nd") == "a b c d"
