from __future__ import annotations

import asyncio

import pytest

from standfirst.gathering import FeedLink, hints
from standfirst.gathering.discover import Discovery, discover
from standfirst.gathering.fetcher import Fetcher

FEED = {
    "body": b"<rss version='2.0'><channel><title>All news</title><link>/</link><language>en</language>"
    b"<item><title>One</title><link>/1</link></item></channel></rss>",
    "content_type": "application/rss+xml",
}
ATOM = {
    "body": b"<feed xmlns='http://www.w3.org/2005/Atom'><title>Sport</title></feed>",
    "content_type": "application/atom+xml",
}
HEAD = '<html lang="en-GB"><head><title>Front page | Harbour Post</title>'


def found(publisher, policy, pages, path="/") -> tuple[Discovery, str]:
    async def go():
        async with publisher(pages) as site, Fetcher(policy()) as fetcher:
            return await discover(fetcher, site.base + path), site.base

    return asyncio.run(go())


def test_a_page_that_names_its_feeds(publisher, policy) -> None:
    page = HEAD + (
        '<meta property="og:site_name" content="The Harbour Post">'
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">'
        '<link rel="alternate" type="application/rss+xml" title="All" href="feed.xml">'
        '<link REL="Alternate" TYPE="application/atom+xml" href="/sport.atom">'
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">'
        '<link rel="alternate" hreflang="fr" href="/fr"><link rel="alternate" type="application/rss+xml" href="/gone">'
    )
    pages = {"/": page, "/feed.xml": FEED, "/sport.atom": ATOM, "/comments/feed": FEED}
    discovery, base = found(publisher, policy, pages)
    assert discovery == Discovery(
        address=f"{base}/",
        name="The Harbour Post",
        domain=base.removeprefix("http://"),
        home=f"{base}/",
        language="en-GB",
        feeds=(
            FeedLink(f"{base}/feed.xml", "rss", "All", '<link rel="alternate">'),
            FeedLink(f"{base}/sport.atom", "atom", "Sport", '<link rel="alternate">'),
            FeedLink(f"{base}/comments/feed", "rss", "Comments", '<link rel="alternate">'),
        ),
    )


def test_a_feed_given_directly_is_named_by_its_home(publisher, policy) -> None:
    discovery, base = found(publisher, policy, {"/feed": FEED, "/": HEAD}, "/feed")
    assert discovery.feeds == (FeedLink(f"{base}/feed", "rss", "All news", "given"),)
    assert (discovery.name, discovery.home, discovery.language) == ("Front page", f"{base}/", "en")
    assert discovery.failure is None


def test_a_feed_whose_home_does_not_answer_keeps_its_own_title(publisher, policy) -> None:
    discovery, _ = found(publisher, policy, {"/feed": FEED}, "/feed")
    assert discovery.name == "All news"


def test_a_feeds_word_on_a_home_that_cannot_be_is_not_taken(publisher, policy) -> None:
    feed = {**FEED, "body": FEED["body"].replace(b"<link>/<", b"<link>http://localhost:4000/<")}
    discovery, base = found(publisher, policy, {"/feed": feed}, "/feed")
    assert discovery.home == f"{base}/"


def test_anchors_then_well_known_paths_then_sitemaps(publisher, policy) -> None:
    sitemap = b"""<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>/1</loc>
    <n:news><n:title>One</n:title></n:news></url></urlset>"""
    anchors, _ = found(publisher, policy, {"/": '<a href="/about/rss">Feeds</a>', "/about/rss": FEED})
    usual, _ = found(publisher, policy, {"/": HEAD, "/feed.xml": FEED, "/atom.xml": ATOM})
    pages = {"/": HEAD, "/robots.txt": "Sitemap: /sitemap-news.xml", "/sitemap-news.xml": sitemap}
    stated, _ = found(publisher, policy, pages)
    index = b"<sitemapindex><sitemap><loc>%s/news.xml</loc></sitemap></sitemapindex>"

    async def indexed():
        pages = {"/": HEAD, "/robots.txt": "Sitemap: /index.xml.gz", "/news.xml": sitemap}
        async with publisher(pages) as site, Fetcher(policy()) as fetcher:
            pages["/index.xml.gz"] = index % site.base.encode()
            return await discover(fetcher, site.base)

    assert [link.found for link in anchors.feeds] == ["<a href>"]
    assert [(link.found, link.kind) for link in usual.feeds] == [("well-known path", "rss")]
    for discovery in (stated, asyncio.run(indexed())):
        assert [(link.found, link.kind) for link in discovery.feeds] == [("sitemap", "news-sitemap")]


def test_a_page_without_a_feed_says_the_way_out(publisher, policy) -> None:
    discovery, _ = found(publisher, policy, {"/": HEAD})
    assert discovery.feeds == ()
    assert discovery.name == "Front page"
    assert discovery.failure.code == "not-a-feed"
    assert discovery.failure.reason.startswith("it is a web page, and no feed was found from it. Give the feed's own")


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/etc/passwd", "address"),
        ("news.txt", "address"),
        ("ftp://h.example/", "address"),
        ("http://no.example/", "dns"),
    ],
)
def test_what_cannot_be_discovered(policy, stand_in, address, code) -> None:
    async def go():
        async with Fetcher(policy(), stand_in({})) as fetcher:
            return await discover(fetcher, address)

    discovery = asyncio.run(go())
    assert (discovery.failure.code, discovery.feeds) == (code, ())


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ('<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Nova"}]}</script>', "Nova"),
        (
            '<script type="application/ld+json">'
            '{"@type": "NewsArticle", "publisher": {"@type": ["Organization"], "name": "N"}}</script>',
            "N",
        ),
        ('<script type="application/ld+json">{broken</script><meta name="application-name" content="App">', "App"),
        ("<title>Council agrees the plan - Harbour Post</title>", "Harbour Post"),
        ("<title>Harbour Post</title>", "Harbour Post"),
        ("<p>none</p>", ""),
    ],
)
def test_the_name_a_site_gives_itself(page: str, name: str) -> None:
    assert hints.of_page(page.encode(), "https://h.example/").name == name


def test_a_name_in_utf_8_without_a_word_of_it() -> None:
    assert hints.of_page("<title>Østfold Blad</title>".encode(), "https://h.example/").name == "Østfold Blad"
