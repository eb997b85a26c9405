"""Who may read what from another site, and what a browser is told that asks first (the Fetch standard's CORS)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from standfirst.newsroom.models import Publication
from standfirst.publishing.looks.assets import static_url
from standfirst.publishing.serving.edge import Edge
from standfirst.publishing.serving.headers import for_path, preflight
from tests.newsroom import factory

pytestmark = pytest.mark.django_db
SPORT = factory.SECTIONS[0]
READABLE = (
    "/", f"/{SPORT}", "/search?q=rovers", "/about/marks", "/status", "/robots.txt", "/sitemap.xml", "/sources.opml",
    f"/{SPORT}.rss", f"/{SPORT}.atom", f"/{SPORT}.json", f"/{SPORT}.xml", f"/{SPORT}.csv", "/corrections.rss",
    "/api/", "/api", "/api/publications", "/api/openapi.json", "/api/nowhere", "/nowhere", "/nowhere.rss", "/?lang=tlh",
)  # fmt: skip
Ask = Callable[..., tuple[int, dict[str, str], bytes]]


@pytest.fixture
def ask(made: list[Publication], monkeypatch: pytest.MonkeyPatch) -> Iterator[Ask]:
    """Asks the site as it is served, its edge in front."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    monkeypatch.setattr("standfirst.publishing.serving.edge.close_old_connections", lambda: None)
    edge = Edge(WSGIHandler(), believed=0)

    def asking(address: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        path, _, query = address.partition("?")
        environ = RequestFactory().generic(method, path, QUERY_STRING=query, **headers).environ
        environ["HTTP_HOST"] = "localhost"
        started: list[Any] = []
        body = b"".join(edge(environ, lambda status, given, exc=None: started.append((status, given))))
        status, given = started[-1]
        assert len({name.lower() for name, _ in given}) == len(given)
        assert "Access-Control-Allow-Credentials" not in dict(given)
        return int(status.split()[0]), dict(given), body

    yield asking
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_everything_public_may_be_read_from_any_site(ask: Ask, made: list[Publication]) -> None:
    for address in (*READABLE, made[0].path, made[0].path.replace(".html", ".json"), static_url("site.css")):
        for method in ("GET", "HEAD"):
            status, headers, _ = ask(address, method, HTTP_ORIGIN="https://elsewhere.example")
            assert headers["Access-Control-Allow-Origin"] == "*", address
            assert headers["Access-Control-Expose-Headers"] == "Link, ETag, Last-Modified"
            if status == 200 and "ETag" in headers:
                status, headers, _ = ask(address, method, HTTP_IF_NONE_MATCH=headers["ETag"])
                assert (status, headers["Access-Control-Allow-Origin"]) == (304, "*")


def test_a_browser_that_asks_first_is_answered_without_a_body(ask: Ask, made: list[Publication]) -> None:
    for address in (*READABLE, made[0].path):
        status, headers, body = ask(
            address,
            "OPTIONS",
            HTTP_ORIGIN="https://elsewhere.example",
            HTTP_ACCESS_CONTROL_REQUEST_METHOD="GET",
            HTTP_ACCESS_CONTROL_REQUEST_HEADERS="if-none-match",
        )
        assert (status, body) == (204, b"")
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert headers["Access-Control-Allow-Methods"] == headers["Allow"] == "GET, HEAD, OPTIONS"
        assert "If-None-Match" in headers["Access-Control-Allow-Headers"]
        assert int(headers["Access-Control-Max-Age"]) > 0
        assert "Content-Length" not in headers


def test_what_is_sent_is_not_answered_to_other_sites(ask: Ask) -> None:
    for address in ("/", "/api/publications", "/rights", "/report", "/subscribe"):
        _, headers, _ = ask(address, "POST", HTTP_ORIGIN="https://elsewhere.example")
        assert not [name for name in headers if name.startswith("Access-Control")], address
    assert not [name for name in for_path("/rights", "POST") if name.startswith("Access-Control")]


def test_the_desk_is_closed_to_other_sites(ask: Ask) -> None:
    for address in ("/desk/", "/desk/login/", "/desk/newsroom/publication/"):
        for method in ("GET", "HEAD", "POST", "OPTIONS"):
            _, headers, _ = ask(address, method, HTTP_ORIGIN="https://elsewhere.example")
            assert not [name for name in headers if name.startswith("Access-Control")], (address, method)
    assert preflight("/desk/login/") == {}


def test_an_answer_that_depends_on_what_is_accepted_is_not_kept_for_others(ask: Ask) -> None:
    page = ask("/api/", HTTP_ACCEPT="text/html")
    index = ask("/api/", HTTP_ACCEPT="application/json")
    assert page[1]["Content-Type"].startswith("text/html")
    assert index[1]["Content-Type"] == "application/json"
    assert ask("/api/", HTTP_ACCEPT="text/html") == page


def test_the_state_is_told_anew(ask: Ask) -> None:
    from standfirst.newsroom.models import Round

    _, headers, before = ask("/api/status")
    assert b'"latest_round":null' in before
    assert "Last-Modified" not in headers
    Round.objects.create(engine="inline", finished=factory.NOON)
    assert b'"latest_round":"2026-11-22T12:00:00' in ask("/api/status")[2]
    assert ask("/api/status", HTTP_IF_NONE_MATCH=headers["ETag"])[0] == 200


def test_the_security_headers_stand_beside_them(ask: Ask) -> None:
    for method in ("GET", "POST", "OPTIONS"):
        _, headers, _ = ask("/api/publications", method)
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
