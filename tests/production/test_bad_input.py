"""Bad input: each a clear line on the source or in the report; nothing lost, hung or shown as a traceback."""

import gzip
import socket
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from standfirst.gathering import FeedLink
from standfirst.newsroom import sources
from standfirst.newsroom.models import Article, Feed, Source
from standfirst.production.feeds import add_site
from standfirst.production.rounds import run_round
from standfirst.settings import Settings

pytestmark = pytest.mark.django_db(transaction=True)
GOOD = "Mayor Ines Calder opened the new tide gate on Monday 16 November before 240 people."
MORE = (
    "{n} of the piles were renewed by the firm Arden Marine in {n} weeks, the harbour office said. The work had waited."
)
HTML = {"Content-Type": "text/html"}
RSS = {"Content-Type": "application/rss+xml"}


def feed_of(*paths: str) -> bytes:
    """A feed of pages; ``{base}`` becomes the server's address."""
    items = "".join(
        f"<item><title>{path[1:]}</title><link>{{base}}{path}</link>"
        "<pubDate>Mon, 16 Nov 2026 08:00:00 GMT</pubDate></item>"
        for path in paths
    )
    head = "<title>Bad</title><link>{base}/</link><description>x</description>"
    return f'<rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


def good_page() -> bytes:
    paragraphs = "".join(f"<p>{MORE.format(n=n)}</p>" for n in range(2, 20))
    body = f"<article><h1>The gate opens</h1><p>{GOOD}</p>{paragraphs}</article>"
    return f"<html lang=en><head><title>The gate opens</title></head><body>{body}</body></html>".encode()


PAGES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/feed.xml": (200, RSS, feed_of("/nested", "/loop", "/good", "/gone", "/binary", "/slow")),
    "/not-a-feed": (200, HTML, b"<html><body><p>Hello.</p></body></html>"),
    "/nested": (200, HTML, b"<html><body>" + b"<div>" * 200_000 + b"x" + b"</div>" * 200_000),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/good": (200, HTML, good_page()),
    "/binary": (200, {"Content-Type": "application/zip"}, b"PK\x03\x04" + bytes(5000)),
    "/bomb": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(bytes(60_000_000))),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        with suppress(OSError):  # a client that hangs up on us is what these tests are about
            if self.path == "/huge-feed":
                self.begin(200, RSS)
                for _ in range(50):
                    self.wfile.write(b"<rss>" + b" " * 1_000_000)
            elif self.path == "/slow":
                self.begin(200, {})
                for _ in range(100):
                    self.wfile.write(b"x")
                    time.sleep(0.2)
            else:
                status, headers, body = PAGES.get(self.path, (404, {}, b"no"))
                body = body.replace(b"{base}", f"http://127.0.0.1:{self.server.server_address[1]}".encode())
                self.begin(status, {**headers, "Content-Length": str(len(body))})
                self.wfile.write(body)

    def begin(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up on us is what these tests are about."""


@contextmanager
def publisher():
    with Server(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def settings(tmp_path):
    return Settings(
        tmp_path,
        {"allow_private": True, "host_delay": 0.0, "host_requests": 6, "fetch_seconds": 3, "contact": "t@example.org"},
    )


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/loop", "redirect"),
        ("/none", "404"),
        ("/bomb", "bytes"),
    ],
)
def test_adding_what_is_no_feed_says_why(settings, path, says):
    with publisher() as base:
        found = add_site(settings, base + path)
    assert found.failure is not None
    assert says in found.failure.reason
    assert Source.objects.count() == 0


def test_a_page_without_a_feed_leads_to_the_site_s_own(settings):
    with publisher() as base:
        found = add_site(settings, base + "/not-a-feed")
    assert [feed.address for feed in found.feeds] == [base + "/feed.xml"]


def test_adding_an_address_that_does_not_answer_says_so(settings):
    found = add_site(settings, f"http://127.0.0.1:{closed_port()}/")
    assert found.failure.code == "connect"


def test_a_round_accounts_for_every_bad_page_and_keeps_the_good_one(settings):
    with publisher() as base:
        source = sources.of_address(base + "/")
        sources.add_feeds(
            source, [FeedLink(base + path, "rss") for path in ("/feed.xml", "/huge-feed", "/not-a-feed", "/none")]
        )
        began = time.monotonic()
        report = run_round(settings)
        lasted = time.monotonic() - began
    feeds = {row.address.removeprefix(base): row for row in report.feeds}
    assert feeds["/feed.xml"].outcome == "read"
    assert "bytes" in feeds["/huge-feed"].reason
    assert "feed" in feeds["/not-a-feed"].reason
    assert "404" in feeds["/none"].reason
    assert Feed.objects.get(address=base + "/none").last_error
    assert Source.objects.get().last_error
    rows = {row.address.removeprefix(base): row for row in report.rows}
    assert sorted(rows) == ["/binary", "/gone", "/good", "/loop", "/nested", "/slow"]
    assert rows["/good"].outcome in ("brief", "card")
    for path in ("/binary", "/gone", "/loop", "/nested", "/slow"):
        assert rows[path].outcome in ("failed", "not-article", "card"), rows[path]
        assert rows[path].reason, path
    assert Article.objects.exclude(leased_by="").count() == 0
    assert lasted < 30


def test_private_addresses_are_refused_unless_allowed(settings, tmp_path):
    with publisher() as base:
        source = sources.of_address(base + "/")
        sources.add_feeds(source, [FeedLink(base + "/feed.xml", "rss")])
        report = run_round(Settings(tmp_path, {"contact": "t@example.org"}))
    assert "private" in report.feeds[0].reason or "loopback" in report.feeds[0].reason
    assert report.items == 0
