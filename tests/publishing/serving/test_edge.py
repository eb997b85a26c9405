"""The edge: what is kept, for how long, in what form it is sent."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from typing import Any

import brotli
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from standfirst.newsroom import counts
from standfirst.newsroom.models import Publication
from standfirst.newsroom.publications.changing import withdraw
from standfirst.publishing.serving.edge import Edge
from standfirst.publishing.serving.encodings import encoded
from tests.newsroom import factory

SPORT = factory.SECTIONS[0]
pytestmark = pytest.mark.django_db


class Asked:
    """An application that counts how often it is asked."""

    def __init__(self) -> None:
        self.inner = WSGIHandler()
        self.times = 0

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Any:
        self.times += 1
        return self.inner(environ, start)


def ask(edge: Edge, address: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    path, _, query = address.partition("?")
    environ = RequestFactory().generic(method, path, QUERY_STRING=query, **headers).environ
    environ.setdefault("HTTP_HOST", "localhost")
    found: list[Any] = []
    body = b"".join(edge(environ, lambda status, given, exc=None: found.append((status, given))))
    status, given = found[-1]
    assert len({name.lower() for name, _ in given}) == len(given)
    return int(status.split()[0]), dict(given), body


@pytest.fixture(autouse=True)
def one_connection(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The test's connection, which is inside a transaction, must outlive the requests, as with Django's client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    monkeypatch.setattr("standfirst.publishing.serving.edge.close_old_connections", lambda: None)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def edge(made: list[Publication], asked: Asked) -> Edge:
    return Edge(asked, believed=0)


def test_a_page_is_rendered_once_for_one_data_version(edge: Edge, asked: Asked) -> None:
    first = ask(edge, f"/{SPORT}.rss?source=channel-6")
    assert ask(edge, f"/{SPORT}.rss?source=channel-6") == first
    assert asked.times == 1
    ask(edge, f"/{SPORT}.rss")
    assert asked.times == 2
    factory.make_publication(99)
    assert ask(edge, f"/{SPORT}.rss?source=channel-6")[2] != first[2]
    assert asked.times == 3


def test_a_data_version_is_believed_for_a_second(made: list[Publication], asked: Asked) -> None:
    edge = Edge(asked, believed=60)
    ask(edge, "/")
    counts.touch()
    ask(edge, "/")
    assert asked.times == 1


def test_what_is_behind_the_edge_asks_for_no_version_again(made: list[Publication], asked: Asked) -> None:
    edge = Edge(asked, believed=60)
    with CaptureQueriesContext(connection) as queries:
        for address in (f"/{SPORT}", f"/{SPORT}.rss", "/mark/summary"):
            assert ask(edge, address)[0] == 200
    assert sum("newsroom_dataversion" in each["sql"] and "number" in each["sql"] for each in queries) == 1
    counts.touch()
    withdraw(made[0], "Asked for.", factory.NOON, who="mara")
    later = ask(Edge(asked, believed=0), f"/{SPORT}")
    assert asked.times == 4
    assert made[0].path.encode() not in later[2]


def test_hosts_are_kept_apart_and_strange_ones_refused(edge: Edge, asked: Asked) -> None:
    ask(edge, "/", HTTP_HOST="localhost")
    ask(edge, "/", HTTP_HOST="127.0.0.1:8000")
    assert asked.times == 2
    status, _, body = ask(edge, "/", HTTP_HOST="evil.example")
    assert (status, asked.times) == (400, 2)
    assert b"allowed_hosts" in body


@pytest.mark.parametrize(
    ("accepted", "coding", "read"),
    [
        ("br, gzip;q=0.8", "br", brotli.decompress),
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip, br;q=0", "gzip", gzip.decompress),
    ],
)
def test_a_coding_is_sent_where_it_is_taken(edge: Edge, accepted: str, coding: str, read: Any) -> None:
    _, plain_headers, plain = ask(edge, "/")
    status, headers, body = ask(edge, "/", HTTP_ACCEPT_ENCODING=accepted)
    assert (status, headers["Content-Encoding"], headers["Vary"]) == (200, coding, "Accept-Encoding")
    assert read(body) == plain
    assert int(headers["Content-Length"]) == len(body) < len(plain)
    assert headers["ETag"] == plain_headers["ETag"]
    assert plain_headers["Vary"] == "Accept-Encoding"
    assert "Content-Encoding" not in plain_headers
    assert "Content-Encoding" not in ask(edge, "/", HTTP_ACCEPT_ENCODING="gzip;q=0, br;q=0")[1]


def test_each_coding_is_made_once(edge: Edge, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(body: bytes, coding: str) -> bytes:
        made.append(coding)
        return encoded(body, coding)

    monkeypatch.setattr("standfirst.publishing.serving.kept.encoded", counted)
    for accepted in ("", "gzip", "br", "gzip", "br", "br"):
        ask(edge, "/", HTTP_ACCEPT_ENCODING=accepted)
    assert made == ["gzip", "br"]


def test_an_unkept_answer_is_sent_in_a_coding_too(edge: Edge) -> None:
    status, headers, body = ask(edge, "/nowhere", HTTP_ACCEPT_ENCODING="br")
    assert (status, headers["Content-Encoding"], headers["Vary"]) == (404, "br", "Accept-Encoding")
    assert brotli.decompress(body).startswith(b"<!doctype html>")


def test_304_and_head_come_from_what_is_kept(edge: Edge, asked: Asked) -> None:
    _, headers, body = ask(edge, "/")
    for given in (headers["ETag"], f'"other", {headers["ETag"]}', headers["ETag"].removeprefix("W/"), "*"):
        status, again, nothing = ask(edge, "/", HTTP_IF_NONE_MATCH=given)
        assert (status, nothing, again["ETag"]) == (304, b"", headers["ETag"])
        assert "Content-Length" not in again
    assert ask(edge, "/", HTTP_IF_NONE_MATCH='"other"')[0] == 200
    assert ask(edge, "/", HTTP_IF_MODIFIED_SINCE=headers["Last-Modified"])[0] == 304
    assert ask(edge, "/", HTTP_IF_MODIFIED_SINCE=headers["Last-Modified"], HTTP_IF_NONE_MATCH='"x"')[0] == 200
    status, head, nothing = ask(edge, "/", "HEAD")
    assert (status, nothing, head["Content-Length"]) == (200, b"", str(len(body)))
    assert asked.times == 1


def test_a_first_conditional_or_head_request_is_kept_whole(edge: Edge, asked: Asked) -> None:
    assert ask(edge, "/", "HEAD")[2] == b""
    assert ask(edge, f"/{SPORT}", HTTP_IF_NONE_MATCH="*")[0] == 304
    assert len(ask(edge, "/")[2]) > 1000
    assert len(ask(edge, f"/{SPORT}")[2]) > 1000
    assert asked.times == 2


def test_the_desk_errors_and_posts_are_never_kept(edge: Edge, asked: Asked) -> None:
    for _ in range(2):
        status, headers, _ = ask(edge, "/desk/login/")
        assert status == 200
        assert "no-store" in headers["Cache-Control"]
        assert "unsafe-inline" in headers["Content-Security-Policy"]
        assert ask(edge, "/nowhere")[0] == 404
        assert ask(edge, "/", "POST")[0] == 405
    assert asked.times == 6
    assert not edge._kept


def test_memory_is_bounded(made: list[Publication], asked: Asked) -> None:
    edge = Edge(asked, most=100_000, believed=0)
    for n in range(40):
        ask(edge, f"/search?q=rovers{n}")
    assert 0 < edge.size <= 100_000
    assert edge.size == sum(kept.size for kept in edge._kept.values())
    before = asked.times
    ask(edge, "/search?q=rovers39")
    assert asked.times == before


def test_every_answer_carries_the_security_headers(edge: Edge, made: list[Publication]) -> None:
    withdraw(made[0], "The publisher asked for it.", factory.NOON, who="Mara")
    answers = [
        *((200, {"address": address}) for address in ("/", "/desk/login/", "/robots.txt")),
        (304, {"address": "/", "HTTP_IF_NONE_MATCH": "*"}),
        (308, {"address": f"/p/{made[1].id}"}),
        (400, {"address": "/", "HTTP_HOST": "evil.example"}),
        (400, {"address": "/search?from=never"}),
        *((404, {"address": address}) for address in ("/nowhere", "/nowhere.rss")),
        (405, {"address": "/", "method": "POST"}),
        (410, {"address": made[0].path}),
    ]
    for wanted, asked in answers:
        status, headers, _ = ask(edge, **asked)  # type: ignore[arg-type]
        assert (status, asked) == (wanted, asked)
        _secure(headers)


def test_what_fails_beneath_django_is_answered(caplog: pytest.LogCaptureFixture) -> None:
    def broken(environ: Any, start: Any) -> Any:
        raise OSError("the disk is gone")

    status, headers, body = ask(Edge(broken, believed=0), "/")
    assert (status, headers["Cache-Control"]) == (500, "no-store")
    assert b"gone" not in body
    assert "the disk is gone" in caplog.text
    _secure(headers)
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in ask(Edge(broken, believed=0), "/report", "POST")[1]


def _secure(headers: dict[str, str]) -> None:
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "Content-Security-Policy" in headers
