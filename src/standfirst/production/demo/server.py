"""The town on loopback: one address, a port for each publisher."""

from __future__ import annotations

from collections import deque
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self
from urllib.parse import urlsplit

from standfirst.errors import StandfirstError
from standfirst.production.demo.site import Document, Site, fold
from standfirst.production.demo.town import Publisher, Town

#: So many requests are remembered.
REMEMBERED = 10_000
#: An idle connection is closed after so many seconds.
IDLE = 15
NOT_FOUND = (
    b"<!doctype html><html lang=en><head><title>Page not found</title></head>"
    b"<body><h1>Page not found</h1><p>There is nothing at this address.</p></body></html>"
)


@dataclass(frozen=True, slots=True)
class Request:
    """A request that came in: publisher's id, method, path with query, whether conditional, and the answer."""

    publisher: str
    method: str
    path: str
    conditional: bool
    status: int


class Handler(BaseHTTPRequestHandler):
    """Answers from the site's documents; GET and HEAD, ETag, Last-Modified and 304 (RFC 9110)."""

    protocol_version = "HTTP/1.1"
    server: PublisherServer
    timeout = IDLE

    def do_GET(self) -> None:
        """A document."""
        self.answer(body=True)

    def do_HEAD(self) -> None:
        """Its header fields."""
        self.answer(body=False)

    def answer(self, body: bool) -> None:
        """Find the document, compare validators, send."""
        found = self.server.documents.get(fold(self.path)) or self.server.documents.get(urlsplit(self.path).path)
        document = found or Document(NOT_FOUND, "text/html; charset=utf-8", self.server.start, 404)
        tags, since = self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
        same = document.status == 200 and unchanged(document, tags, since)
        status = 304 if same else document.status
        self.server.requests.append(
            Request(self.server.publisher.id, self.command, self.path, bool(tags or since), status)
        )
        self.send_response(status)
        for name, value in document.headers:
            self.send_header(name, value)
        self.send_header("ETag", document.etag)
        if document.modified:
            self.send_header("Last-Modified", format_datetime(document.modified.astimezone(UTC), usegmt=True))
        if not same:
            self.send_header("Content-Type", document.media_type)
            self.send_header("Content-Length", str(len(document.body)))
        self.end_headers()
        if body and not same:
            self.wfile.write(document.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the requests are kept instead."""


class PublisherServer(ThreadingHTTPServer):
    """A publisher's server. Its documents are replaced as a whole when the town advances."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, place: tuple[str, int], publisher: Publisher, requests: deque[Request], start: datetime) -> None:
        self.publisher = publisher
        self.requests = requests
        self.start = start
        self.documents: dict[str, Document] = {}
        super().__init__(place, Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no news."""


class RunningTown:
    """The town's sites while they are served; a context manager. Made by :func:`serve`.

    ``bases`` gives each publisher's base URL by id, without a slash at its end; ``requests`` what came in.
    """

    def __init__(self, town: Town, host: str, base_port: int, start: datetime | None) -> None:
        if start is not None and start.tzinfo is None:
            raise StandfirstError(str(start), "the demo's start has no time zone", "Give an aware time.")
        self.town = town
        self.host = host
        self.base_port = base_port
        self.start = start or datetime.now(UTC)
        self.advanced: datetime | None = None
        self.requests: deque[Request] = deque(maxlen=REMEMBERED)
        self.bases: dict[str, str] = {}
        self.servers: dict[str, PublisherServer] = {}
        self.stack = ExitStack()

    def __enter__(self) -> Self:
        try:
            for number, publisher in enumerate(self.town.publishers):
                port = self.base_port + number if self.base_port else 0
                server = PublisherServer((self.host, port), publisher, self.requests, self.start)
                self.stack.callback(server.server_close)
                self.servers[publisher.id] = server
                self.bases[publisher.id] = f"http://{self.host}:{server.server_address[1]}"
        except OSError as error:
            self.stack.close()
            raise StandfirstError(
                f"{self.host}:{port}", f"the town cannot listen there: {error.strerror}", "Choose another base port."
            ) from error
        self.print()
        for server in self.servers.values():
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            self.stack.callback(server.shutdown)
        return self

    def __exit__(self, *exception: object) -> None:
        self.stack.close()

    def site(self, publisher: str) -> Site:
        """A publisher's site as it is now."""
        return Site(self.servers[publisher].publisher, self.bases[publisher], self.start, self.advanced)

    def print(self) -> None:
        """Make every document anew."""
        for id, server in self.servers.items():
            server.documents = self.site(id).documents()

    def advance(self, at: datetime | None = None) -> None:
        """Bring out the later versions: corrections, and a page that is gone (410). ``at``: now."""
        self.advanced = at or datetime.now(self.start.tzinfo)
        self.print()

    def address(self, key: str) -> str:
        """The address of a piece by its key, as its first feed gives it."""
        site = self.site(key.partition("/")[0])
        return next(site.address(piece) for piece in site.publisher.pieces if piece.key == key)

    def addresses(self) -> dict[str, str]:
        """Every piece's key by its address, tracking parameters left out."""
        sites = [self.site(publisher.id) for publisher in self.town.publishers]
        return {site.address(piece): piece.key for site in sites for piece in site.publisher.pieces}

    def key_of(self, address: str) -> str | None:
        """The key of the piece at an address, with or without tracking parameters."""
        parts = urlsplit(address)
        base = f"{parts.scheme}://{parts.netloc}"
        return self.addresses().get(base + fold(address.removeprefix(base)))

    def feeds(self) -> list[tuple[str, str]]:
        """``(title, address)`` of every feed in the town."""
        return [
            (feed.title, self.bases[publisher.id] + feed.path)
            for publisher in self.town.publishers
            for feed in publisher.feeds
        ]


def serve(town: Town, *, host: str = "127.0.0.1", base_port: int = 0, start: datetime | None = None) -> RunningTown:
    """A context manager: the town's sites, on ``base_port`` and the ports after it (0: free ones).

    ``start`` is the aware moment from which all dates count; None is now, in UTC.
    """
    return RunningTown(town, host, base_port, start)


def unchanged(document: Document, tags: str | None, since: str | None) -> bool:
    """Whether the client's validators still hold; If-None-Match goes before If-Modified-Since."""
    if tags is not None:
        return tags.strip() == "*" or document.etag in (tag.strip().removeprefix("W/") for tag in tags.split(","))
    if since is None or document.modified is None:
        return False
    try:
        asked = parsedate_to_datetime(since)
    except ValueError:
        return False
    return document.modified.replace(microsecond=0) <= (asked if asked.tzinfo else asked.replace(tzinfo=UTC))
