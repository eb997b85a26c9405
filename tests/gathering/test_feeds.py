from __future__ import annotations

import gzip
import json
import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.gathering import Failure, FeedDocument, feeds

ADDRESS = "https://www.harbourpost.example/feeds/all.xml"

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Post</title><link>https://www.harbourpost.example/</link><language>en-GB</language>
<copyright>All rights reserved</copyright>
<item><title>Bridge &amp;amp; quay &lt;i&gt;reopen&lt;/i&gt;</title><link>/news/bridge?utm_source=rss</link>
<guid isPermaLink="false">hp-1</guid><pubDate>Mon, 16 Nov 2026 08:30:00 +0100</pubDate>
<dc:creator>Ada Quill</dc:creator><category>Local</category><category>Local</category>
<description>&lt;p&gt;The bridge reopened.&lt;/p&gt;&lt;p&gt;Traffic flows.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p onclick="x()">The <a href="/b">bridge</a> reopened.</p><script>bad()</script>
<img src="https://t.example/pixel.gif"><p data-nosnippet>Not this.</p>]]></content:encoded></item>
<item><title>Tomorrow</title><link>https://www.harbourpost.example/t</link>
<pubDate>Mon, 16 Nov 2099 08:30:00</pubDate></item>
<item><title>No address</title></item>
<item><title>Bad date</title><link>https://www.harbourpost.example/d</link><pubDate>soon</pubDate></item>
</channel></rss>"""


def parsed(body: str | bytes, content_type: str = "", **more: str) -> FeedDocument:
    document = feeds.parse(body.encode() if isinstance(body, str) else body, ADDRESS, content_type, **more)
    assert isinstance(document, FeedDocument), document
    return document


def test_rss() -> None:
    feed = parsed(RSS)
    assert (feed.kind, feed.title, feed.home) == ("rss", "Harbour Post", "https://www.harbourpost.example/")
    assert (feed.language, feed.signals) == ("en-GB", ())
    assert feed.warnings == ("1 entries without an address were left out", "1 dates could not be read")
    bridge, tomorrow, undated = feed.items
    assert bridge.address == "https://www.harbourpost.example/news/bridge?utm_source=rss"
    assert bridge.title == "Bridge & quay reopen"
    assert (bridge.guid, bridge.authors, bridge.categories) == ("hp-1", ("Ada Quill",), ("Local",))
    assert bridge.published == datetime(2026, 11, 16, 8, 30, tzinfo=timezone(timedelta(hours=1)))
    assert bridge.summary == "The bridge reopened. Traffic flows."
    assert '<a href="https://www.harbourpost.example/b">bridge</a>' in bridge.content
    assert "<p data-nosnippet" in bridge.content
    for gone in ("script", "bad()", "onclick", "<img", "pixel"):
        assert gone not in bridge.content
    assert (bridge.language, bridge.feed) == ("en-GB", ADDRESS)
    assert tomorrow.published == datetime(2099, 11, 16, 8, 30, tzinfo=UTC)
    assert (undated.published, undated.content) == (None, "")


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl" xml:base="https://elsewhere.example/x/">
<title type="html">Krant &amp;amp; Co</title><link rel="self" href="/feed"/><link href="/"/>
<entry><id>tag:elsewhere.example,2026:1</id><title type="text">Eén</title><link rel="edit" href="/edit"/>
<link rel="alternate" href="een"/><updated>2026-11-16T08:30:00Z</updated><author><name>Jan</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Tekst <b>vet</b></p></div></content></entry>
</feed>"""


def test_atom_with_a_base_of_its_own() -> None:
    feed = parsed(ATOM)
    assert (feed.kind, feed.title, feed.home, feed.language) == (
        "atom",
        "Krant & Co",
        "https://elsewhere.example/",
        "nl",
    )
    (item,) = feed.items
    assert item.address == "https://elsewhere.example/x/een"
    assert item.published == item.updated == datetime(2026, 11, 16, 8, 30, tzinfo=UTC)
    assert (item.title, item.authors, item.summary) == ("Eén", ("Jan",), "Tekst vet")
    assert "<p>Tekst <b>vet</b></p>" in item.content


RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://h.example/"><title>Old</title>
<link>https://h.example/</link></channel><item rdf:about="https://h.example/1"><title>One</title>
<link>https://h.example/1</link><dc:date>2026-11-16T09:00+09:00</dc:date></item></rdf:RDF>"""


def test_rdf() -> None:
    feed = parsed(RDF)
    assert (feed.kind, feed.title, feed.items[0].address) == ("rdf", "Old", "https://h.example/1")
    assert feed.items[0].published.isoformat() == "2026-11-16T09:00:00+09:00"


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-16", "shift_jis", "iso-8859-1"])
def test_other_encodings(encoding: str) -> None:
    title = {"windows-1251": "Мост открыт", "shift_jis": "橋が開通", "iso-8859-1": "Brücke geöffnet"}.get(
        encoding, "Ελλάδα"
    )
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>{title}</title></channel></rss>'
    )
    assert parsed(text.encode(encoding)).title == title
    bare = text.replace(f' encoding="{encoding}"', "")
    assert parsed(bare.encode(encoding), f"application/rss+xml; charset={encoding}").title == title


def test_a_header_that_names_the_wrong_encoding_loses_no_item() -> None:
    assert parsed(RSS, "text/xml; charset=us-ascii").items[0].guid == "hp-1"
    assert parsed(RSS, "text/html; charset=no-such").items[0].guid == "hp-1"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "it is empty"),
        (b"  \n", "it is empty"),
        (b"<!doctype html><html><title>Front page</title></html>", "a web page"),
        (b'{"items": []}', "no JSON Feed"),
        (b"[1, 2]", "no JSON Feed"),
        (b"[" * 100_000, "no JSON Feed"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "neither XML nor JSON"),
        (b"/etc/passwd", "neither XML nor JSON"),
        (b"http://127.0.0.1:1/feed", "neither XML nor JSON"),
        (b"<urlset><url><loc>https://x.example/</loc></url></urlset>", "a sitemap without news"),
        (b"<sitemapindex><sitemap/></sitemapindex>", "an index of sitemaps"),
        (b"<opml><body/></opml>", "<opml>"),
        (b"<rss><<<", "broken XML"),
    ],
)
def test_what_is_no_feed_says_what_it_is(body: bytes, words: str) -> None:
    failure = feeds.parse(body, ADDRESS)
    assert isinstance(failure, Failure)
    assert (failure.code, failure.outcome, failure.address) == ("not-a-feed", "failed", ADDRESS)
    assert words in failure.reason


def test_a_files_name_is_not_opened(tmp_path) -> None:
    (tmp_path / "feed.xml").write_text(RSS)
    assert isinstance(feeds.parse(str(tmp_path / "feed.xml").encode(), ADDRESS), Failure)


BOMBS = {
    "entities": '<!DOCTYPE r [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {y} "{f"&{x};" * 10}">' for x, y in zip("abcdefgh", "bcdefghi", strict=True))
    + ']><rss version="2.0"><channel><title>&i;</title></channel></rss>',
    "external": '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    '<rss version="2.0"><channel><title>&a;</title></channel></rss>',
    "tags": "<rss version='2.0'><channel>" + "<a>" * 400_000,
    "deep": "<rss version='2.0'><channel><item><link>/x</link><description>" + "<div>" * 40_000,
    "escaped deep": "<rss version='2.0'><channel><item><link>/x</link><description>"
    + "&lt;div&gt;" * 15_000
    + "</description></item></channel></rss>",
    "attribute": "<rss version='2.0'><channel><item " + "a='1' " * 200_000,
    "comments": "<rss version='2.0'><channel>" + "<!--" * 500_000,
    "doctypes": "<!DOCTYPE " * 100_000,
    "ampersands": "<rss version='2.0'><channel><item><link>/x</link><description><![CDATA["
    + "&" * 2_000_000
    + "]]></description></item></channel></rss>",
    "sections": "<rss>" + "<![CDATA[" * 200_000,
    "json": '{"version": "https://jsonfeed.org/version/1.1", "items": ' + "[" * 200_000,
    "urlset": "<urlset>" + "<url>" * 200_000,
    "numbers": '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": ' + "9" * 50_000 + "}]}",
}


@pytest.mark.parametrize("name", BOMBS)
def test_hostile_documents_end_in_time(name: str) -> None:
    began = time.process_time()
    document = feeds.parse(BOMBS[name].encode(), ADDRESS)
    assert time.process_time() - began < 5
    text = repr(document)
    assert "root:" not in text
    assert len(text) < 300_000


def test_fifty_megabytes_are_too_large() -> None:
    failure = feeds.parse(b"<rss>" + b"x" * 50_000_000, ADDRESS)
    assert failure.code == "too-large"


def test_a_long_feed_is_read_to_its_limit() -> None:
    items = "".join(f"<item><title>T{n}</title><link>https://h.example/{n}</link></item>" for n in range(5000))
    feed = parsed(f"<rss version='2.0'><channel>{items}<title>Late title</title></channel></rss>")
    assert (len(feed.items), feed.items[-1].title, feed.title) == (2000, "T1999", "Late title")
    assert feed.warnings == ("entries beyond the first 2,000 were left out",)


def test_long_texts_are_bounded() -> None:
    long = "word " * 200_000
    feed = parsed(
        "<rss version='2.0'><channel><item><link>/x</link>"
        f"<title>{long}</title><description>{long}&lt;p&gt;</description></item></channel></rss>"
    )
    (item,) = feed.items
    assert len(item.title) == 500
    assert len(item.summary) <= 5000
    assert len(item.content) <= 200_100


def test_broken_xml_is_read_leniently_and_says_so() -> None:
    feed = parsed(
        "<rss version=2.0><channel><title>A & B</title><item><title>x</title><link>https://h.example/1</link></item>"
    )
    assert "not well-formed" in feed.warnings[0]
    assert len(feed.items) == 1


def test_rsl_in_a_feed_is_a_signal_and_copyright_is_none() -> None:
    rsl = '<rsl:content url="/"><rsl:license><rsl:prohibits>ai-input</rsl:prohibits></rsl:license></rsl:content>'
    feed = parsed(
        RSS.replace("<rss ", '<rss xmlns:rsl="https://rslstandard.org/rsl" ').replace(
            "<copyright>", f"{rsl}<copyright>"
        )
    )
    (signal,) = feed.signals
    assert (signal.kind, signal.where) == ("rsl", "feed")
    assert "ai-input" in signal.value
    assert len(feed.items) == 3


JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Nova",
    "home_page_url": "https://nova.example/",
    "language": "de",
    "authors": [{"name": "Redaktion"}],
    "items": [
        {
            "id": 7,
            "url": "/eins",
            "title": "Eins",
            "content_html": "<p>Text</p>",
            "date_published": "2026-11-16T08:00:00Z",
        },
        {
            "id": "8",
            "external_url": "https://else.example/2",
            "content_text": "a < b",
            "author": {"name": "Eva"},
            "tags": ["x"],
        },
        {"id": "9"},
        "odd",
    ],
}


def test_json_feed() -> None:
    feed = parsed("\ufeff" + json.dumps(JSON))
    assert (feed.kind, feed.title, feed.home, feed.language) == ("json", "Nova", "https://nova.example/", "de")
    one, two = feed.items
    assert (one.address, one.guid, one.content) == ("https://www.harbourpost.example/eins", "7", "<p>Text</p>")
    assert (one.authors, one.published) == (("Redaktion",), datetime(2026, 11, 16, 8, tzinfo=UTC))
    assert two.content == "<p>a &lt; b</p>"
    assert (two.address, two.summary, two.authors, two.categories) == (
        "https://else.example/2",
        "a < b",
        ("Eva",),
        ("x",),
    )
    assert feed.warnings == ("1 entries without an address were left out",)


def test_what_no_database_could_store_is_mended() -> None:
    body = r'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "\ud800\u0000", "url": "/\ud800", '
    body += r'"title": "a\ud800b\u0000", "content_html": "<p>\udc00\u0000</p>", "authors": [{"name": "\ud800"}]}]}'
    (item,) = parsed(body).items
    assert "\x00" not in repr(item)
    for text in (item.address, item.guid, item.title, item.content, *item.authors):
        assert text.encode()


SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://h.example/1 </loc><lastmod>2026-11-16</lastmod><n:news><n:publication><n:name>Harbour Post</n:name>
<n:language>en</n:language></n:publication><n:publication_date>2026-11-15T10:00:00+02:00</n:publication_date>
<n:title>One &amp; only</n:title><n:keywords>ships, quays</n:keywords></n:news></url>
<url><loc>https://h.example/plain</loc></url></urlset>"""


def test_news_sitemap() -> None:
    feed = parsed(SITEMAP)
    assert (feed.kind, feed.title, feed.language) == ("news-sitemap", "Harbour Post", "en")
    (item,) = feed.items
    assert (item.address, item.title, item.categories) == ("https://h.example/1", "One & only", ("ships", "quays"))
    assert item.published.isoformat() == "2026-11-15T10:00:00+02:00"
    assert item.updated == datetime(2026, 11, 16, tzinfo=UTC)


LINKS = """<html lang="en"><head><title>Council news</title><base href="/news/"></head><body>
<nav><a href="/">Home</a></nav><a href="1">Council agrees the new harbour plan</a>
<a href="1?utm_source=x">Council agrees the new harbour plan</a>
<a href="https://elsewhere.example/">Another site with a headline here</a>
<a href="javascript:x()">Do not ever follow this</a>
<a href="2"><h3>Ferry times change <b>from Monday</b></h3><script>x</script></a></body></html>"""


def test_a_page_of_links_only_when_asked() -> None:
    assert isinstance(feeds.parse(LINKS.encode(), ADDRESS, "text/html"), Failure)
    feed = parsed(LINKS, "text/html", kind="links")
    assert (feed.kind, feed.title, feed.language) == ("links", "Council news", "en")
    assert [(item.address.rpartition("/")[2], item.title) for item in feed.items] == [
        ("1", "Council agrees the new harbour plan"),
        ("2", "Ferry times change from Monday"),
    ]


def test_a_page_without_headlines_is_no_page_of_links() -> None:
    failure = feeds.parse(b"<html><a href='/'>Home</a></html>", ADDRESS, kind="links")
    assert "no links" in failure.reason


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_failure(body: bytes) -> None:
    assert isinstance(feeds.parse(body, ADDRESS), FeedDocument | Failure)


FRAGMENTS = st.sampled_from(
    [
        *(
            "<rss version='2.0'>",
            "<channel>",
            "<item>",
            "</item>",
            "<title>",
            "</title>",
            "<link>",
            "</link>",
            "</rss>",
        ),
        *(
            "<feed xmlns='http://www.w3.org/2005/Atom'>",
            "<entry>",
            "<pubDate>",
            "2026",
            "http://a/",
            "<![CDATA[",
            "]]>",
        ),
        *("&amp;", "&x;", "<", ">", "\x00", "é"),
    ]
)


@settings(deadline=None)
@given(st.lists(FRAGMENTS, max_size=30).map("".join))
def test_any_soup_gives_a_document_or_a_failure(soup: str) -> None:
    document = feeds.parse(soup.encode(), ADDRESS)
    for item in document.items if isinstance(document, FeedDocument) else ():
        assert item.address.startswith(("http://", "https://"))
        assert "<" not in item.title or "&lt;" in soup or "<![CDATA[" in soup


@pytest.mark.slow
def test_captured_feeds(shared) -> None:
    folder = shared / "corpora" / "feeds"
    rows = [line.split("\t") for line in (folder / "index.tsv").read_text().splitlines()]
    honest, with_items, slowest = 0, 0, 0.0
    for name, address in (row[:2] for row in rows if row[0].endswith(".gz")):
        began = time.process_time()
        document = feeds.parse(gzip.decompress((folder / name).read_bytes()), address)
        slowest = max(slowest, time.process_time() - began)
        if isinstance(document, Failure):
            honest += document.reason != ""
            continue
        honest += bool(document.items or document.warnings)
        with_items += bool(document.items)
        for item in document.items:
            assert item.address.startswith(("http://", "https://"))
            assert item.published is None or item.published.tzinfo is not None
            assert "\n" not in item.title
    assert honest == 134
    assert with_items / 134 >= 0.97
    assert slowest < 5
