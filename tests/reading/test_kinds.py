"""What is an article, and what other pages are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.reading import NotArticle, read
from standfirst.reading.kinds import Look, judge

PLAIN = Look("https://a.example/news/ferry", "Ferry returns", "The ferry returned.", 400, 700, 0.2, 40, False, False)

LOOKS = [
    ({}, ""),
    ({"words": 20, "stated": True}, ""),
    ({"words": 40, "dated": True}, ""),
    ({"title": "Page not found", "words": 12}, "not-found"),
    ({"title": "404", "words": 0, "text": ""}, "not-found"),
    ({"title": "Seite nicht gefunden - Post", "words": 30}, "not-found"),
    ({"title": "404 houses burned", "stated": True, "words": 90}, ""),
    ({"title": "Just a moment...", "words": 8}, "bot-wall"),
    ({"words": 8, "challenge": True, "stated": True}, "bot-wall"),
    ({"title": "Are you a robot?", "words": 700}, ""),
    ({"title": "Log in", "text": "Sign in with your password", "words": 20}, "login"),
    ({"words": 20, "password": True}, "login"),
    (
        {"text": "We and our partners use cookies. Consent to cookies, or see our privacy policy.", "words": 60},
        "cookie-wall",
    ),
    ({"text": "Please enable JavaScript to read on.", "words": 6, "visible": 6}, "needs-javascript"),
    ({"words": 0, "visible": 0, "text": "", "scripts": 90_000}, "needs-javascript"),
    ({"words": 0, "visible": 0, "text": "", "title": ""}, "empty"),
    ({"words": 5, "visible": 40}, "empty"),
    ({"address": "https://a.example/"}, "home"),
    ({"address": "https://a.example/", "stated": True, "dated": True}, ""),
    ({"address": "https://a.example/?p=12"}, ""),
    ({"words": 60, "linked": 0.8, "links": 120}, "listing"),
    ({"words": 150, "types": frozenset({"collectionpage"})}, "listing"),
    ({"address": "https://a.example/tag/ferries", "linked": 0.6}, "listing"),
]


@pytest.mark.parametrize(("changed", "kind"), LOOKS)
def test_looks(changed, kind):
    found, reason = judge(replace(PLAIN, **changed))
    assert found == kind
    assert bool(reason) == bool(kind)


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
    (b"<title>Latest</title>" + b"<a href='/news/a'>Some headline of the day</a>" * 60, "text/html", "listing"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "media_type", "kind"), PAGES)
def test_pages(make_page, body, media_type, kind):
    found = read(make_page(body, headers=(("content-type", media_type),)))
    assert isinstance(found, NotArticle)
    assert (found.kind, found.address) == (kind, "https://www.harbourpost.example/news/ferry-returns")
    assert found.reason.endswith(".")
