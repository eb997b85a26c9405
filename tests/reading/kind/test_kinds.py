"""What is an article, and what other pages are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.reading import Article, NotArticle, read
from standfirst.reading.kind import evidence
from standfirst.reading.kind.figures import Look
from standfirst.reading.kind.kinds import judge

PLAIN = Look(
    "https://a.example/news/ferry", "Ferry returns", "The ferry returned.", 400, 700, 0.2, 40, False, False,
    prose=400, read=400,
)  # fmt: skip
SCANT = {"words": 12, "read": 12, "prose": 12, "visible": 90}
CONSENT = (
    "We and our partners use cookies to process personal data. With your consent, cookies and identifiers on your "
    "device serve personalised advertising. Withdraw consent in our privacy settings."
)

LOOKS = [
    ({}, ""),
    ({"stated": True, "nodes": 1, "owned": True, "dated": True, "found": "json-ld", **SCANT}, ""),
    ({"title": "The ferry that came back to us", "prose": 70, "read": 70, "words": 70}, ""),
    ({"signs": ("Page not found",), **SCANT}, "not-found"),
    ({"signs": ("404",), "prose": 0, "words": 0, "read": 0}, "not-found"),
    ({"signs": ("Seite nicht gefunden", "Seite nicht gefunden - Post"), **SCANT}, "not-found"),
    ({"signs": ("Ferry Post",), "parts": ("Page not found",), **SCANT}, "not-found"),
    ({"signs": ("404 houses burned in the night",)}, ""),
    ({"signs": ("503 Service Unavailable",), **SCANT}, "error"),
    ({"signs": ("Wartungsarbeiten",), **SCANT}, "error"),
    ({"signs": ("Just a moment...",), **SCANT}, "bot-wall"),
    ({"challenge": True, "stated": True, **SCANT}, "bot-wall"),
    ({"signs": ("Are you a robot?",), "words": 700, "prose": 700, "visible": 900, "stated": True}, ""),
    ({"signs": ("Log in",), **SCANT}, "login"),
    ({"password": True, "fields": 2, **SCANT}, "login"),
    ({"password": True, "fields": 2, "stated": True, "dated": True}, ""),
    ({"own": CONSENT, "words": 60, "prose": 28, "read": 28, "visible": 60}, "cookie-wall"),
    ({"own": CONSENT, "words": 60, "prose": 28, "read": 28, "visible": 60, "signs": ("Privacy policy",)}, "service"),
    ({"opening": "Please enable JavaScript to read on.", "words": 6, "prose": 0, "visible": 6}, "needs-javascript"),
    ({"words": 0, "prose": 0, "read": 0, "visible": 0, "scripts": 90_000}, "needs-javascript"),
    ({"words": 0, "prose": 0, "read": 0, "visible": 60, "hollow": True}, "needs-javascript"),
    ({"words": 0, "prose": 0, "read": 0, "visible": 0, "text": "", "title": ""}, "empty"),
    ({"signs": ("Subscribe to Harbour Post",), **SCANT}, "subscribe"),
    ({"address": "https://a.example/abo/digital", **SCANT}, "subscribe"),
    ({"signs": ("Impressum",), "prose": 200}, "service"),
    ({"signs": ("Contact",), "nodes": 1, "owned": True, "stated": True, "dated": True}, ""),
    ({"signs": ("A film of the year",), "parts": ("Contact",)}, ""),
    ({"address": "https://a.example/"}, "home"),
    ({"address": "https://a.example/de/"}, "home"),
    ({"address": "https://a.example/", "stated": True, "dated": True, "nodes": 1, "owned": True}, ""),
    ({"address": "https://a.example/?p=12"}, ""),
    ({"teased": 800, "stories": 20, "prose": 15, "read": 900, "words": 900, "stated": True, "dated": True}, "listing"),
    ({"types": frozenset({"collectionpage"}), "teased": 300, "prose": 20, "read": 300}, "listing"),
    ({"address": "https://a.example/?s=ferry", "teased": 800, "stories": 20, "prose": 15, "read": 0}, "search"),
    ({"signs": ("Suchergebnisse für Fähre",), "teased": 800, "stories": 20, "prose": 15, "read": 0}, "search"),
    ({"figures": 0.5, "prose": 10, "read": 200, "visible": 300}, "table"),
    ({"teased": 800, "stories": 20}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "kind"), LOOKS)
def test_looks(changed, kind):
    found, reason = judge(replace(PLAIN, **changed))
    assert found == kind
    assert bool(reason) == bool(kind)
    assert not reason or (not reason[0].islower() and reason.endswith("."))


def test_a_reason_names_the_evidence():
    _, reason = judge(replace(PLAIN, prose=9, read=9, teased=700, stories=25, types=frozenset({"collectionpage"})))
    assert reason == (
        "700 of its words are teasers of other pages; it has 9 words of its own; it calls itself collectionpage."
    )


def test_more_text_never_makes_a_page_less_of_an_article():
    sums = [
        sum(each.weight for each in evidence.of(replace(PLAIN, prose=size, read=size, teased=200, stories=9)))
        for size in range(0, 600, 5)
    ]
    assert sums == sorted(sums)
    assert sums[0] < 0 < sums[-1]


PAGES = [
    (b"", "text/html", "empty"),
    (b"   \n ", "text/html", "empty"),
    (b"%PDF-1.7 \xe2\xe3", "", "not-html"),
    (b"\x89PNG\r\n", "text/html", "not-html"),
    (b'{"title": "x"}', "", "not-html"),
    (b"<html><body><p>x</p>", "application/pdf", "not-html"),
    (b"just words", "text/plain", "not-html"),
    (b"<html><body></body></html>", "text/html", "empty"),
    (b"<title>Just a moment...</title><div id='challenge-form'>Checking your browser</div>", "text/html", "bot-wall"),
    (b"<title>Sign in</title><form><input type=password></form><p>Your account</p>", "text/html", "login"),
    (b"<title>App</title><noscript>Please enable JavaScript.</noscript><i></i>", "text/html", "needs-javascript"),
    (b"<title>404 Not Found</title><h1>404</h1><p>Nothing here.</p>", "text/html", "not-found"),
    (b"<title>502 Bad Gateway</title><center><h1>502 Bad Gateway</h1></center>", "text/html", "error"),
    (b"<title>Latest</title>" + b"<a href='/news/a'>Some headline of the day</a>" * 60, "text/html", "listing"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "media_type", "kind"), PAGES)
def test_pages(make_page, body, media_type, kind):
    found = read(make_page(body, headers=(("content-type", media_type),)))
    assert isinstance(found, NotArticle)
    assert (found.kind, found.address) == (kind, "https://www.harbourpost.example/news/ferry-returns")
    assert found.reason.endswith(".")


def _teasers(count, paragraphs):
    text = " ".join(paragraphs[:2])
    return "".join(
        f"<div class='box b{at}'><h3><a href='/news/{at}'>Headline number {at} of a long day</a></h3>"
        f"<p>{text}</p></div>"
        for at in range(count)
    )


STATED = (
    '<meta property="og:type" content="article"><script type="application/ld+json">{"@type": "NewsArticle", '
    '"headline": "%s", "datePublished": "2026-11-20T08:00:00Z"}</script>'
)


def test_a_lead_story_described_in_a_section_makes_it_no_article(make_page, paragraphs):
    head = STATED % "Headline number 1 of a long day"
    html = f"<html><head><title>Politics</title>{head}</head><body><h1>Politics</h1>{_teasers(12, paragraphs)}</body>"
    found = read(make_page(html, address="https://www.harbourpost.example/politics/"))
    assert isinstance(found, NotArticle)
    assert found.kind == "listing"
    assert "teasers" in found.reason


@pytest.mark.parametrize("count", [0, 6, 40])
@pytest.mark.parametrize("stated", [True, False])
def test_an_article_among_teasers_is_one(make_page, make_article, paragraphs, count, stated):
    head = STATED % "Ferry returns after eleven months" if stated else ""
    html = make_article(head).replace("</main>", f"</main><aside>{_teasers(count, paragraphs)}</aside>")
    assert isinstance(read(make_page(html)), Article)
