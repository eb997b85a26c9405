"""What a page says about its article, by every way it may say it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from standfirst.reading.document import dom
from standfirst.reading.stated import meta, metadata

FETCHED = datetime(2026, 11, 22, tzinfo=UTC)
ADDRESS = "https://www.harbourpost.example/news/ferry"
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "Organization", "@id": "#post", "name": "Harbour Post"},
 {"@type": "NewsArticle", "headline": "Ferry returns", "description": "She <b>sails</b> again &amp; again.",
  "datePublished": "2026-05-03T08:00:00+02:00", "dateModified": "2026-05-03T09:30:00+02:00", "inLanguage": "en-GB",
  "author": [{"@type": "Person", "name": "Mara Olsen"}, {"@type": "Person", "name": "Jonas Wick"}],
  "publisher": {"@id": "#post"}, "articleSection": "Shipping", "keywords": ["ferry", "quay"],
  "isAccessibleForFree": "False"}]}</script>"""


def read(head: str, body: str = "", address: str = ADDRESS) -> metadata.Metadata:
    root = dom.parse(f"<html><head>{head}</head><body>{body}</body></html>").root
    return metadata.read(root, meta.head(root), address, FETCHED)


def test_json_ld():
    told = read(JSON_LD)
    assert told.title == "Ferry returns"
    assert told.standfirst == "She sails again & again."
    assert told.authors == ("Mara Olsen", "Jonas Wick")
    assert told.byline == "Mara Olsen, Jonas Wick"
    assert told.published.at.isoformat() == "2026-05-03T08:00:00+02:00"
    assert told.published.found == "json-ld"
    assert told.modified.at.isoformat() == "2026-05-03T09:30:00+02:00"
    assert (told.publisher, told.section, told.language) == ("Harbour Post", "Shipping", "en-GB")
    assert told.keywords == ("ferry", "quay")
    assert told.free is False
    assert told.canonical == ADDRESS


def test_open_graph_and_meta():
    told = read(
        """<meta property="og:title" content="Ferry returns"><meta property="og:site_name" content="Harbour Post">
        <meta property="article:published_time" content="2026-05-03T08:00:00Z">
        <meta name="author" content="By Mara Olsen">
        <meta name="description" content="She sails again."><meta property="article:section" content="Shipping">
        <meta property="article:tag" content="ferry"><meta property="article:tag" content="quay">
        <meta property="og:locale" content="en_GB"><meta property="article:content_tier" content="locked">"""
    )
    assert (told.title, told.publisher, told.section) == ("Ferry returns", "Harbour Post", "Shipping")
    assert (told.authors, told.byline) == (("Mara Olsen",), "Mara Olsen")
    assert told.published.found == "meta"
    assert told.standfirst == "She sails again."
    assert told.keywords == ("ferry", "quay")
    assert (told.language, told.free) == ("en_GB", False)


def test_the_page_itself():
    told = read(
        "<title>Ferry returns - Harbour Post</title>",
        """<h1>Ferry returns</h1><p class="byline">By Mara Olsen and Jonas Wick, AFP</p>
        <time datetime="2026-05-03T08:00:00Z">today</time>""",
    )
    assert told.title == "Ferry returns"
    assert told.byline == "Mara Olsen, Jonas Wick, AFP"
    assert told.names == ("Mara Olsen", "Jonas Wick", "AFP")
    assert told.signature == "By Mara Olsen and Jonas Wick, AFP"
    assert told.authors == ("Mara Olsen", "Jonas Wick")
    assert told.published.found == "time"


def test_the_address_gives_the_day_as_a_last_resort():
    told = read("", address="https://a.example/2026/05/03/ferry")
    assert (told.published.found, told.published.precise) == ("url", False)


def test_the_byline_completes_the_metadata():
    told = read(JSON_LD, '<p class="byline">By Mara Olsen, Jonas Wick and Eva Lind</p>')
    assert told.authors == ("Mara Olsen", "Jonas Wick", "Eva Lind")


def test_an_unmarked_time_counts_after_the_address():
    told = read("", '<time datetime="2026-11-20T08:00:00Z">other</time>', "https://a.example/2026/05/03/ferry")
    assert told.published.at.date().isoformat() == "2026-05-03"


def test_a_slogan_and_tags_are_left_out():
    told = read(
        '<meta property="og:site_name" content="Harbour Post - All the quay reads"><meta property="article:section" '
        'content="Shipping, Ferries, Quay">' + JSON_LD.replace('"articleSection": "Shipping",', "")
    )
    assert (told.publisher, told.section) == ("Harbour Post", "Shipping")


def test_a_page_that_says_nothing():
    told = read("")
    assert told == metadata.nothing(ADDRESS)


@pytest.mark.parametrize(
    ("stated", "canonical", "notes"),
    [
        ("/news/ferry?x=1#top", "https://www.harbourpost.example/news/ferry?x=1", 0),
        ("https://harbourpost.example/ferry", "https://harbourpost.example/ferry", 0),
        ("https://www.citypaper.example/ferry", ADDRESS, 1),
        ("https://www.harbourpost.example/", ADDRESS, 0),
        ("javascript:alert(1)", ADDRESS, 0),
        ("https://user:pass@www.harbourpost.example/ferry", ADDRESS, 0),
        ("http://[", ADDRESS, 0),
    ],
)
def test_canonical(stated, canonical, notes):
    told = read(f'<link rel="canonical" href="{stated}">')
    assert (told.canonical, len(told.notes)) == (canonical, notes)


def test_a_file_has_no_site_and_its_canonical_is_believed():
    assert read(f'<link rel="canonical" href="{ADDRESS}">', address="page.html").canonical == ADDRESS
