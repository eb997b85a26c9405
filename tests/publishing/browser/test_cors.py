"""A page of another site reads the API and the feeds in a real browser, and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.newsroom import factory

pytestmark = pytest.mark.browser

READ = """async (address) => {
  const first = await fetch(address);
  const etag = first.headers.get("ETag");
  // A header of its own makes the browser ask first; without its cache, so that 304 is seen.
  const again = await fetch(address, {headers: {"If-None-Match": etag}, cache: "no-store"});
  return [first.status, (await first.text()).length > 100, first.headers.get("Link") || "", etag, again.status];
}"""
SEND = """async (address) => {
  try {
    const answer = await fetch(address, {method: "POST", body: "x"});
    return answer.status;
  } catch (error) {
    return error.name;
  }
}"""


class Blank(BaseHTTPRequestHandler):
    """Another site's page, of loopback as ours is: browsers keep pages of the internet from asking there."""

    def do_GET(self) -> None:
        body = b"<!doctype html><title>Elsewhere</title>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def elsewhere() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Blank)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_another_site_may_read_but_not_send(house: str, browser: Any, elsewhere: str) -> None:
    factory.make(12)

    def visit() -> None:
        context = browser.browser.new_context()
        try:
            page = context.new_page()
            page.goto(elsewhere)
            for address in ("/api/publications?limit=2", "/sports-and-competition.json", "/sports-and-competition.csv"):
                status, whole, link, etag, again = page.evaluate(READ, house + address)
                assert (status, whole, again) == (200, True, 304)
                assert etag
                assert f"<{house}{address.partition('?')[0]}" in link
            for address in ("/api/publications", "/", "/desk/login/"):
                assert page.evaluate(SEND, house + address) == "TypeError"
            assert context.cookies() == []
        finally:
            context.close()

    browser.pool.submit(visit).result(60)
