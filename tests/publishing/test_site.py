"""The site over HTTP: permalinks, errors, validators, what search engines are told."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from lxml import etree

from standfirst.newsroom import counts
from standfirst.newsroom.models import Feed, Publication, Source, Story
from tests.newsroom import factory
from tests.publishing import documents

SPORT = factory.SECTIONS[0]
pytestmark = pytest.mark.django_db
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.mark.parametrize("kind", ["brief", "card"])
def test_a_publication_in_every_form(site: Client, shared: Path, kind: str) -> None:
    publication = factory.make_publication(1, kind=kind, slug="größe-漢字", marks=("summary", "commentary"))
    types = {
        "html": "text/html; charset=utf-8",
        "print.html": "text/html; charset=utf-8",
        "json": "application/json",
        "xml": "application/vnd.iptc.g2.newsitem+xml; charset=utf-8",
        "txt": "text/plain; charset=utf-8",
    }
    for form, media_type in types.items():
        answer = site.get(publication.path.replace(".html", f".{form}"))
        assert (answer.status_code, answer["Content-Type"]) == (200, media_type)
        assert publication.lead.split()[0] in answer.content.decode()
        assert not answer.cookies
        if form == "json":
            documents.check_schema(shared, "ninjs/ninjs-schema_3.1.json", json.loads(answer.content))
        if form == "xml":
            documents.newsml(shared).assertValid(etree.fromstring(answer.content))
    assert site.get(publication.path.replace(".html", ".csv")).status_code == 404
    assert site.get(publication.path.replace(".html", "")).status_code == 404


def test_ninjs_names_marks_and_the_original(site: Client) -> None:
    publication = factory.make_publication(1, marks=("summary", "commentary"))
    document = json.loads(site.get(publication.path.replace(".html", ".json")).content)
    assert document["uri"] == f"urn:uuid:{publication.id}"
    assert [genre["literal"] for genre in document["genres"]] == ["summary", "commentary"]
    assert "The source contains editorial commentary." in document["edNote"]
    assert document["infoSources"][0]["name"] == "Channel 6 Harwick"
    assert document["associations"][0]["uri"] == publication.original
    assert document["digitalSourceType"]["uri"].endswith("/digitalsourcetype/algorithmicMedia")
    assert document["people"] == [{"name": "Idris Kaya"}]


def test_the_short_link_leads_to_the_permalink(site: Client) -> None:
    publication = factory.make_publication(1, slug="größe")
    answer = site.get(f"/p/{publication.id}")
    assert answer.status_code == 308
    assert answer["Location"] == "http://localhost:8000/content/2026/11/22/gr%C3%B6%C3%9Fe.html"
    assert site.get(answer["Location"].removeprefix("http://localhost:8000")).status_code == 200
    assert site.get(f"/p/{uuid4()}").status_code == 404
    assert site.get("/p/not-an-id").status_code == 404


def test_what_was_withdrawn_is_gone_in_every_form_and_out_of_every_listing(site: Client) -> None:
    publication = factory.make_publication(1, withdrawn=factory.NOON)
    for form in ("html", "print.html", "json", "xml", "txt"):
        answer = site.get(publication.path.replace(".html", f".{form}"))
        assert answer.status_code == 410
        text = answer.content.decode()
        assert "The publisher asked for it." in text
        assert publication.lead not in text
    for address in ("/", f"/{SPORT}", f"/{SPORT}.rss", "/search?q=rovers", "/sitemap.xml"):
        assert publication.path not in site.get(address).content.decode()


def test_errors_name_the_thing(made: list[Publication], site: Client) -> None:
    cases = {
        "/?source=nobody": (400, "source=nobody"),
        "/?lang=tlh": (400, "lang=tlh"),
        "/?mark=nice": (400, "mark=nice"),
        "/search.json?from=never": (400, "from=never"),
        "/source/nobody": (404, "nobody"),
        "/nowhere": (404, "/nowhere"),
        f"/story/{uuid4()}": (404, "story"),
        "/content/2026/11/22/no-such-thing.html": (404, ""),
        "/sitemap/2026-11-17.xml": (404, ""),
    }
    for address, (status, named) in cases.items():
        answer = site.get(address)
        assert (answer.status_code, named in answer.content.decode()) == (status, True), address
    assert json.loads(site.get("/search.json?from=never").content)["status"] == 400
    assert site.get("/nowhere.rss")["Content-Type"].startswith("text/plain")
    assert site.post("/").status_code == 405


def test_a_source_that_opted_out_keeps_its_page_of_cards(site: Client) -> None:
    factory.make_publication(1, kind="card")
    Source.objects.update(state=Source.State.OPTED_OUT)
    assert site.get("/source/channel-6").status_code == 200
    assert site.get("/source/channel-6.rss").status_code == 200


def test_an_empty_result_says_which_filter_to_remove(made: list[Publication], site: Client) -> None:
    answer = site.get(f"/{SPORT}?source=channel-6&from=2026-11-22&to=2026-11-22&q=kran")
    assert answer.status_code == 200
    assert f'href="/{SPORT}?source=channel-6&amp;from=2026-11-22&amp;to=2026-11-22"' in answer.content.decode()


def test_a_story_has_one_address(site: Client) -> None:
    publication = factory.make_publication(1)
    story = publication.story
    assert story
    answer = site.get(f"/story/{story.id}/wrong.rss")
    assert (answer.status_code, answer["Location"]) == (308, f"/story/{story.id}/{story.slug}.rss")
    assert site.get(answer["Location"]).status_code == 200


def test_the_front_page_is_the_latest_day_and_goes_on_to_the_one_before(site: Client) -> None:
    today = datetime.now(UTC)
    new = [factory.make_publication(n, published=today - timedelta(days=3, minutes=n)) for n in range(3)]
    old = factory.make_publication(9, published=today - timedelta(days=6))
    feed = json.loads(site.get("/index.json").content)
    assert {each["id"] for each in feed["items"]} == {f"urn:uuid:{each.id}" for each in new if each.path}
    day = (today - timedelta(days=6)).date()
    assert feed["next_url"].endswith(f"/{day:%Y/%m/%d}.json")
    following = json.loads(site.get(feed["next_url"].removeprefix("http://localhost:8000")).content)
    assert [each["id"] for each in following["items"]] == [f"urn:uuid:{old.id}"]
    assert "next_url" not in following


def test_validators_headers_and_no_cookies(made: list[Publication], site: Client) -> None:
    for address in ("/", f"/{SPORT}", f"/{SPORT}.rss", made[0].path, "/robots.txt", "/sitemap.xml", "/about/method"):
        answer = site.get(address)
        assert answer.status_code == 200
        assert not answer.cookies
        assert "stale-while-revalidate" in answer["Cache-Control"]
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert "unsafe-inline" not in answer["Content-Security-Policy"]
        assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert answer["X-Content-Type-Options"] == "nosniff"
        again = site.get(address, headers={"if-none-match": answer["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == answer["ETag"]
        head = site.head(address)
        assert (head.status_code, head.content, head["ETag"]) == (200, b"", answer["ETag"])
    counts.touch()
    assert site.get("/robots.txt", headers={"if-none-match": site.get("/robots.txt")["ETag"]}).status_code == 304


def test_etag_changes_with_what_is_shown(site: Client) -> None:
    factory.make_publication(1)
    before = site.get(f"/{SPORT}.rss")["ETag"]
    factory.make_publication(2)
    assert site.get(f"/{SPORT}.rss")["ETag"] != before


def test_static_files_are_kept_forever_under_their_hash(site: Client) -> None:
    from standfirst.publishing.looks.assets import static_url

    address = static_url("site.css")
    assert re.fullmatch(r"/static/[0-9a-f]{16}/site\.css", address)
    answer = site.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer["Cache-Control"]
    assert "immutable" not in site.get("/static/0123456789abcdef/site.css")["Cache-Control"]
    assert site.get("/static/admin/css/base.css").status_code == 200
    for bad in ("/static/../urls.py", "/static/%2e%2e/urls.py", "/static//etc/passwd", "/static/x/y.css"):
        assert site.get(bad).status_code in (400, 404)


def test_sitemaps_list_only_what_may_be_indexed(made: list[Publication], site: Client) -> None:
    told = made[3].story
    assert told
    factory.make_publication(300, story=told, published=factory.NOON - timedelta(minutes=7))
    index = etree.fromstring(site.get("/sitemap.xml").content)
    parts = [each.text.removeprefix("http://localhost:8000") for each in index.iter(f"{MAP}loc")]
    assert parts == ["/sitemap/pages.xml", "/sitemap/2026-11-16.xml"]
    listed = {
        each.text.removeprefix("http://localhost:8000")
        for part in parts
        for each in etree.fromstring(site.get(part).content).iter(f"{MAP}loc")
    }
    assert {"/", f"/{SPORT}", "/source/channel-6", "/about/method"} <= listed
    number = Counter(Publication.objects.exclude(story=None).values_list("story_id", flat=True))
    several = {f"/story/{each.pk}/{each.slug}" for each in Story.objects.all() if number[each.pk] > 1}
    assert several
    assert {path for path in listed if path.startswith("/story/")} == several
    alone = next(each for each in Story.objects.all() if number[each.pk] == 1)
    robots = b'<meta name="robots" content="noindex, follow">'
    assert robots in site.get(f"/story/{alone.pk}/{alone.slug}").content
    assert robots not in site.get(f"/story/{told.pk}/{told.slug}").content
    assert not any(path.startswith("/content/") for path in listed)
    for path in sorted(listed)[:12]:
        assert site.get(path).status_code == 200, path
    news = etree.fromstring(site.get("/sitemap-news.xml").content)
    assert [each.text for each in news.iter(f"{MAP}loc")] == ["http://localhost:8000/"]
    assert "Sitemap: http://localhost:8000/sitemap.xml" in site.get("/robots.txt").content.decode()


def test_a_network_that_indexes_briefs_lists_them(site: Client, settings: object) -> None:
    from dataclasses import replace

    now = datetime.now(UTC)
    new, card = factory.make_publication(1, published=now), factory.make_publication(2, kind="card", published=now)
    network = settings.NETWORK  # type: ignore[attr-defined]
    settings.NETWORK = replace(network, values={**network.values, "index_briefs": True})  # type: ignore[attr-defined]
    news = site.get("/sitemap-news.xml").content.decode()
    assert new.path in news
    assert card.path not in news
    assert "sitemap-news.xml" in site.get("/robots.txt").content.decode()


def test_the_sources_as_opml(made: list[Publication], site: Client) -> None:
    from standfirst.gathering import opml

    feeds = opml.read(site.get("/sources.opml").content).feeds
    assert {each.address for each in feeds} == {f"https://{slug}.example/feed.xml" for slug, _, _ in factory.SOURCES}


def test_the_list_of_feeds_has_feeds_alone_and_says_when_it_is_from(site: Client) -> None:
    from email.utils import parsedate_to_datetime

    first, second = factory.make_source(), factory.make_source("harwick-courier", "Harwick Courier")
    Source.objects.filter(pk=first.pk).update(added=factory.NOON)
    Source.objects.filter(pk=second.pk).update(added=factory.NOON + timedelta(days=2))
    for kind in ("news-sitemap", "links"):
        Feed.objects.create(source=first, address=f"https://channel-6.example/{kind}", kind=kind)
    root = etree.fromstring(site.get("/sources.opml").content)
    assert len(list(root.iter("outline"))) == 2
    dates = [parsedate_to_datetime(root.findtext(f"head/{name}") or "") for name in ("dateCreated", "dateModified")]
    assert dates == [factory.NOON, factory.NOON + timedelta(days=2)]


@pytest.mark.parametrize(
    "address", ["/about/method", "/about/marks", "/corrections", "/rights", "/sources", "/status", "/feeds"]
)
def test_pages_about_the_network(made: list[Publication], site: Client, address: str) -> None:
    answer = site.get(address)
    assert answer.status_code == 200
    assert b"</html>" in answer.content
