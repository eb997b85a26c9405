"""Whole pages to articles."""

from __future__ import annotations

import resource
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standfirst.gathering import Item, Page
from standfirst.reading import Article, NotArticle, hash_text, read

FETCHED = datetime(2026, 11, 22, 12, tzinfo=UTC)
DATED = '<meta property="article:published_time" content="2026-05-03T08:00:00+02:00">'


def test_an_article(make_page, make_article, paragraphs):
    found = read(make_page(make_article(DATED)))
    assert isinstance(found, Article)
    assert found.title == "Ferry returns after eleven months"
    assert [each.text for each in found.paragraphs] == list(paragraphs)
    assert all(found.text[each.start : each.end] == each.text for each in found.paragraphs)
    assert found.text_hash == hash_text(found.text)
    assert (found.language, found.kind) == ("en", "report")
    assert found.published.at == datetime.fromisoformat("2026-05-03T08:00:00+02:00")
    assert found.notes == ()


def test_identity(make_page, make_article):
    page = make_page(make_article())
    assert read(page).id == read(page).id
    assert read(page).id != read(make_page(make_article(), address="https://other.example/a")).id
    assert read(page, id="a7").id == "a7"


@pytest.mark.parametrize(
    "text",
    [
        "渡轮星期二早上回到了港口，此前机舱失火已过去十一个月。港务长表示，船舶已通过所有检查。",
        "عادت العبّارة إلى الميناء صباح الثلاثاء بعد أحد عشر شهرا من الحريق في غرفة المحرك.",
    ],
)
def test_other_scripts_are_kept_whole(make_page, text):
    body = "".join(f"<p>{text} {number}</p>" for number in range(12))
    found = read(
        make_page(f"<html><head><title>{text[:20]}</title>{DATED}</head><body><article>{body}</article></body></html>")
    )
    assert [each.text for each in found.paragraphs] == [f"{text} {number}" for number in range(12)]
    assert found.language in {"zh", "ar"}


def test_the_pages_date_wins_and_a_far_one_is_noted(make_page, make_article):
    own = datetime.fromisoformat("2026-05-03T08:00:00+02:00")
    near, far = Item("", published=own + timedelta(hours=40)), Item("", published=own - timedelta(days=9))
    assert read(make_page(make_article(DATED)), near).notes == ()
    found = read(make_page(make_article(DATED)), far)
    assert found.published.at == own
    assert "2026-05-03" in found.notes[0]
    assert "2026-04-24" in found.notes[0]


def test_the_feeds_date_holds_where_the_page_has_none(make_page, make_article):
    at = datetime(2026, 5, 3, 6, tzinfo=UTC)
    found = read(make_page(make_article()), Item("", published=at)).published
    assert (found.at, found.found, found.zone) == (at, "feed", True)
    bare = read(make_page(make_article()), Item("", published=at.replace(tzinfo=None))).published
    assert (bare.at, bare.zone) == (at, False)


def test_a_date_in_the_text_is_the_last_resort(make_page, make_article):
    found = read(make_page(make_article(body="<p>Published: May 3, 2026</p>"))).published
    assert (found.at.date().isoformat(), found.found, found.precise) == ("2026-05-03", "text", False)
    assert read(make_page(make_article())).published is None


def test_the_feeds_text_is_read_where_a_wall_stands(make_page, paragraphs):
    content = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    wall = make_page("<title>Sign in</title><form><input type=password></form><p>Your account</p>")
    found = read(wall, Item("", title="Ferry returns", content=content, authors=("Mara Olsen",)))
    assert isinstance(found, Article)
    assert (found.title, found.byline, len(found.paragraphs)) == ("Ferry returns", "Mara Olsen", 5)
    assert "feed" in " ".join(found.notes)
    assert isinstance(read(wall, Item("", title="Ferry returns")), NotArticle)


def test_a_bot_wall_is_not_worked_around(make_page, paragraphs):
    wall = make_page("<title>Just a moment...</title><p>Checking your browser</p>")
    assert read(wall, Item("", title="x", content=f"<p>{' '.join(paragraphs)}</p>")).kind == "bot-wall"


def test_a_video_page_has_its_description_for_text(make_page):
    node = (
        '{"@type": "NewsArticle", "headline": "Ferry at sea", "description": "Watch the Annabel Lee leave the quay."}'
    )
    found = read(
        make_page(f'<title>Ferry at sea</title><script type="application/ld+json">{node}</script><h1>Ferry at sea</h1>')
    )
    assert [(each.text, each.role) for each in found.paragraphs] == [
        ("Watch the Annabel Lee leave the quay.", "standfirst")
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000 + "<p>deep</p>",
        "<p>" + "word " * 900_000,
        "<p>" + "x" * 5_000_000,
        "<div " + " ".join(f"a{n}=1" for n in range(500_000)) + "><p>x</p></div>",
        "<p>Some words in a paragraph.</p>" * 60_000,
        "<a href=/x>link</a>" * 100_000,
        "<table>" + "<tr><td>a<td>b" * 30_000,
        "<blockquote>" * 120 + "<p>words here</p>" * 9000,
        "<li>one<ul>" * 60_000,
        '<script type="application/ld+json">' + '{"@graph":[' * 100_000 + "</script>",
        '<script type="application/ld+json">[' + '{"@type":"NewsArticle"},' * 30_000 + "{}]</script>",
        "<meta name=a content=b>" * 100_000,
        "<h1>Ferry | </h1>" * 30_000,
        "<title>" + "a | " * 500 + "</title>" + "<p class=byline>By A and " * 30_000,
        "\x00\ufffe<p>\ud800" * 50_000,
    ],
    ids=lambda html: html[:14],
)
def test_hostile_pages_are_bounded(make_page, html):
    begun, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = read(make_page(html.encode("utf-8", "surrogatepass")))
    assert isinstance(found, Article | NotArticle)
    assert time.process_time() - begun < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000  # kilobytes


PIECES = """
<p>|</p>|<div class=byline>|<h1>|</h1>|<table><tr><td>|<article>|<a href=x>|<time datetime=2026>|</script>|">|<ul><li>|
<br>|Words of a sentence here.|&#xD800;|<!--|-->|<p data-nosnippet>|é字ت|<body>|<title>|<link rel=canonical href=//[>|
<meta name=robots content="|hasPart|"|'|<blockquote>|<base href=http://[>|<svg>|<meta property=og:type content=article>|
<script type="application/ld+json">{"@type":"NewsArticle","author":[
"""
MARKUP = st.lists(st.sampled_from([piece.strip() for piece in PIECES.split("|")]) | st.text(max_size=12), max_size=60)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MARKUP, st.sampled_from(["https://a.example/b", "file.html", "", "https://[", "https://a.example/"]))
def test_any_page_is_survived(parts, address):
    body = "".join(parts).encode("utf-8", "surrogatepass")
    page = Page(address, address, 200, (("content-type", "text/html"),), body, FETCHED)
    found = read(page, Item(address, content="".join(parts)[:200]))
    if isinstance(found, Article):
        assert all(found.text[each.start : each.end] == each.text for each in found.paragraphs)
        assert found.text_hash == hash_text(found.text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_mutated_article_is_survived(make_article, data):
    html = make_article(DATED).encode()
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(html)))
        html = html[:at] + data.draw(st.binary(max_size=6)) + html[at + data.draw(st.integers(0, 40)) :]
    assert read(Page("https://a.example/b", "https://a.example/b", 200, (), html, FETCHED))
