"""The edge of the site: rendered bytes, kept under the network's data version.

Outermost of the WSGI application. Public documents without cookies are kept compressed and plain, keyed by host,
path and query, for as long as the data version and the day are the same; everything else passes through. ``HEAD``
is answered here for all. Memory is bounded; what was used longest ago goes first.
"""

from __future__ import annotations

import gzip
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.http.request import split_domain_port, validate_host
from django.utils.translation import gettext

from standfirst.publishing.desk import PREFIX
from standfirst.publishing.headers import for_path
from standfirst.publishing.version import data_version

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Headers = list[tuple[str, str]]

#: Bytes kept, the largest document kept, the least worth compressing, and seconds a data version is believed.
MOST_BYTES, LARGEST, LEAST, BELIEVED = 64_000_000, 4_000_000, 600, 1.0
LONGEST_KEY = 2000
_COMPRESSED = ("text/", "application/json", "application/xml", "application/rss", "application/atom",
               "application/feed+json", "application/vnd.iptc", "application/problem+json")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """A document: status line, headers without length and encoding, plain bytes, and gzip where it is worth it."""

    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    zipped: bytes | None

    @property
    def size(self) -> int:
        """Bytes it takes, about."""
        return len(self.body) + len(self.zipped or b"") + sum(len(a) + len(b) for a, b in self.headers) + 500


class Edge:
    """WSGI middleware; ``most`` bounds the bytes it keeps."""

    def __init__(self, application: Application, *, most: int = MOST_BYTES, believed: float = BELIEVED) -> None:
        self.application = application
        self.most = most
        self.believed = believed
        self.size = 0
        self._kept: OrderedDict[tuple[str, str, str, str], Kept] = OrderedDict()
        self._lock = threading.Lock()
        self._version: tuple[float, str] = (0.0, "")

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request: from memory where it may be, else by the application."""
        path = environ.get("PATH_INFO", "") or "/"
        host = environ.get("HTTP_HOST") or environ.get("SERVER_NAME", "")
        if not _allowed(host):
            return _refused(start_response)
        key = self._key(environ, host, path)
        if key:
            with self._lock:
                kept = self._kept.get(key)
                if kept:
                    self._kept.move_to_end(key)
            if kept:
                return _send(kept, environ, start_response)
        kept = self._ask(environ, path)
        if key and _may_be_kept(kept):
            self._keep(key, kept)
        return _send(kept, environ, start_response)

    def _key(self, environ: Environ, host: str, path: str) -> tuple[str, str, str, str] | None:
        """What a public document is kept under; None for what must not be kept."""
        if environ.get("REQUEST_METHOD") not in ("GET", "HEAD") or path.startswith(PREFIX):
            return None
        query = environ.get("QUERY_STRING", "")
        if len(path) + len(query) > LONGEST_KEY:
            return None
        version = self._current()
        return (version, host.lower(), path, query) if version else None

    def _current(self) -> str:
        """Data version and day, at most a second old; "" where the database does not answer."""
        now = time.monotonic()
        asked, version = self._version
        if version and now - asked < self.believed:
            return version
        try:
            close_old_connections()
            number = data_version()[0]
        except DatabaseError:
            return ""
        today = datetime.now(UTC).astimezone(settings.NETWORK.zone).date()
        found = f"{number}/{today.isoformat()}"
        if found != version:
            with self._lock:
                if self._version[1] != found:
                    self._kept.clear()
                    self.size = 0
        self._version = (now, found)
        return found

    def _ask(self, environ: Environ, path: str) -> Kept:
        """The application's whole answer. It is asked without conditions, so that what is kept is complete."""
        asked = dict(environ)
        public = not path.startswith(PREFIX)
        if public:
            for name in ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"):
                asked.pop(name, None)
            if asked.get("REQUEST_METHOD") == "HEAD":
                asked["REQUEST_METHOD"] = "GET"
        started: list[tuple[str, Headers]] = []

        def start(status: str, headers: Headers, exc_info: object = None) -> None:
            started.append((status, headers))

        answer = self.application(asked, start)
        try:
            body = b"".join(answer)
        finally:
            close = getattr(answer, "close", None)
            if close:
                close()
        status, headers = started[-1]
        given = {name.lower() for name, _ in headers}
        headers = [(name, value) for name, value in headers if name.lower() != "content-length"]
        headers += [(name, value) for name, value in for_path(path).items() if name.lower() not in given]
        return Kept(status, tuple(headers), body, _zipped(body, headers) if public else None)

    def _keep(self, key: tuple[str, str, str, str], kept: Kept) -> None:
        with self._lock:
            if key[0] != self._version[1]:
                return  # the version changed while this was rendered
            old = self._kept.pop(key, None)
            self.size += kept.size - (old.size if old else 0)
            self._kept[key] = kept
            while self.size > self.most:
                _, gone = self._kept.popitem(last=False)
                self.size -= gone.size


def _may_be_kept(kept: Kept) -> bool:
    """Complete public answers without cookies."""
    names = {name.lower(): value for name, value in kept.headers}
    return (
        kept.status.startswith("200")
        and "set-cookie" not in names
        and "public" in names.get("cache-control", "")
        and len(kept.body) <= LARGEST
    )


def _send(kept: Kept, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """The document in the form the client takes: nothing new (304), compressed, plain, or headers alone."""
    headers = list(kept.headers)
    named = {name.lower(): value for name, value in headers}
    if kept.status.startswith("200") and _has_it(environ, named):
        start_response("304 Not Modified", [(name, value) for name, value in headers if name.lower() != "content-type"])
        return []
    body = kept.body
    if kept.zipped is not None and _takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")):
        body = kept.zipped
        headers.append(("Content-Encoding", "gzip"))
    if not kept.status.startswith(("1", "204", "304")):
        headers.append(("Content-Length", str(len(body))))
    start_response(kept.status, headers)
    return [] if environ.get("REQUEST_METHOD") == "HEAD" else [body]


def _has_it(environ: Environ, named: dict[str, str]) -> bool:
    """Whether the client has this very document (RFC 9110, section 13): by ETag, else by date."""
    if environ.get("REQUEST_METHOD") not in ("GET", "HEAD"):
        return False
    etag, asked = named.get("etag", ""), environ.get("HTTP_IF_NONE_MATCH", "")
    if asked:
        plain = etag.removeprefix("W/")
        return asked.strip() == "*" or (
            bool(plain) and plain in {each.strip().removeprefix("W/") for each in asked[:4000].split(",")}
        )
    return bool(named.get("last-modified")) and environ.get("HTTP_IF_MODIFIED_SINCE") == named["last-modified"]


def _takes_gzip(accepted: str) -> bool:
    """Whether ``Accept-Encoding`` lets gzip be sent (RFC 9110, section 12.5.3)."""
    for each in accepted[:1000].lower().split(","):
        coding, _, weight = each.partition(";")
        if coding.strip() in ("gzip", "x-gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _zipped(body: bytes, headers: Headers) -> bytes | None:
    named = {name.lower(): value for name, value in headers}
    kind = named.get("content-type", "")
    if len(body) < LEAST or "content-encoding" in named or not kind.startswith(_COMPRESSED):
        return None
    return gzip.compress(body, compresslevel=6, mtime=0)


def _allowed(host: str) -> bool:
    """Whether the site answers to this host name."""
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


def _refused(start_response: StartResponse) -> Iterable[bytes]:
    text = gettext("This site does not answer to that host name. Its operator adds one in allowed_hosts.")
    body = f"400 {text}\n".encode()
    start_response(
        "400 Bad Request", [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))]
    )
    return [body]
