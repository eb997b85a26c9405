"""Later visits, over real HTTP: a page that says the same stays as it is; one with other rights is read anew."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from standfirst.editing import Style
from standfirst.gathering import Item
from standfirst.gathering.policy import Policy
from standfirst.newsroom.tasks import Task
from standfirst.production.work import Batch, do, memory

TEXT = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The ferry Annabel Lee returned to Port Merrow on Tuesday morning, eleven months after a fire.",
        "Harbour master Jonas Wick said that the ship had passed every test and would sail twice a day until October.",
        "The repair cost 2.4 million crowns, of which the county pays half; the rest comes from the shipping line.",
    )
)


class Publisher(BaseHTTPRequestHandler):
    """One article with an ETag; what is said of it besides is set by the test."""

    said: ClassVar[dict[str, str]] = {}
    head = ""
    etags = True

    def do_GET(self) -> None:
        if not self.path.startswith("/news/"):
            self.send_error(404)
            return
        same = self.etags and self.headers.get("If-None-Match") == '"1"'
        body = (
            f"<html lang=en><head><title>Ferry returns after fire</title>"
            f"<meta property=og:type content=article>{self.head}</head><body><article>"
            f"<h1>Ferry returns after fire</h1>{TEXT}</article></body></html>"
        ).encode()
        self.send_response(304 if same else 200)
        if self.etags:
            self.send_header("ETag", '"1"')
        for name, value in self.said.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "0" if same else str(len(body)))
        self.end_headers()
        if not same:
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def publisher():
    kind = type("Publisher", (Publisher,), {"said": {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    memory.clear()
    yield kind, f"http://127.0.0.1:{server.server_port}/news/ferry-returns"
    server.shutdown()
    server.server_close()
    memory.clear()


def visit(address, first=None):
    task = Task("1", address, "h", Item(address))
    if first is not None:
        task = Task(
            "1", address, "h", Item(address), first.validators,
            known_text=first.reading.text_hash, known_rights=first.reading.rights.outcome.value,
        )  # fmt: skip
    policy = Policy("Standfirst test", allow_private=True, host_delay=0.0)
    return do(Batch((task,), policy, Style()))[0]


@pytest.mark.parametrize("etags", [True, False])
@pytest.mark.parametrize(
    ("said", "head", "outcome"),
    [
        ({}, "", ""),
        ({"X-Robots-Tag": "max-image-preview:large"}, "", ""),
        ({"X-Robots-Tag": "nosnippet"}, "", "card"),
        ({"X-Robots-Tag": "noindex"}, "", "card"),
    ],
)
def test_rights_that_change_are_seen(publisher, etags, said, head, outcome):
    kind, address = publisher
    kind.etags = etags
    first = visit(address)
    assert first.reading.rights.outcome == "brief"
    kind.said = said
    again = visit(address, first)
    assert again.unchanged == (not outcome)
    if outcome:
        assert again.reading.rights.outcome == outcome
        assert again.reading.text_hash == first.reading.text_hash


def test_rights_in_the_page_count_though_its_text_is_the_same(publisher):
    kind, address = publisher
    kind.etags = False
    first = visit(address)
    kind.head = '<meta name="robots" content="nosnippet">'
    assert visit(address, first).reading.rights.outcome == "card"
    kind.head = ""


def test_a_card_becomes_a_brief_when_the_reservation_goes(publisher):
    kind, address = publisher
    kind.said = {"X-Robots-Tag": "nosnippet"}
    first = visit(address)
    assert first.reading.rights.outcome == "card"
    assert visit(address, first).unchanged
    kind.said = {}
    assert visit(address, first).reading.rights.outcome == "brief"
