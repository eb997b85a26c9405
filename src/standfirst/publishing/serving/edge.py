"""The edge of the site: rendered bytes, kept under the network's data version.

Outermost of the WSGI application. Public documents without cookies are kept, plain and in each coding that was asked
for, keyed by host, path and query, for as long as the data version and the day are the same; everything else passes
through. ``HEAD`` is answered here for all. Memory is bounded; what was used longest ago goes first.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import lru_cache

from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.http.request import split_domain_port, validate_host
from django.utils.translation import gettext

from standfirst.publishing.serving.desk import PREFIX
from standfirst.publishing.serving.encodings import worth_it
from standfirst.publishing.serving.headers import for_path, preflight
from standfirst.publishing.serving.kept import Environ, Headers, Kept, StartResponse, failed, may_be_kept, send
from standfirst.publishing.version import ASKED, Version, data_version

Application = Callable[[Environ, StartResponse], Iterable[bytes]]

#: Bytes kept, and seconds a data version is believed.
MOST_BYTES, BELIEVED = 64_000_000, 1.0
LONGEST_KEY = 2000
_logger = logging.getLogger(__name__)


class Edge:
    """WSGI middleware; ``most`` bounds the bytes it keeps."""

    def __init__(self, application: Application, *, most: int = MOST_BYTES, believed: float = BELIEVED) -> None:
        self.application = application
        self.most = most
        self.believed = believed
        self.size = 0
        self._kept: OrderedDict[tuple[str, str, str, str], Kept] = OrderedDict()
        self._lock = threading.Lock()
        self._version: tuple[float, str, Version] = (0.0, "", (0, None))

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request: from memory where it may be, else by the application."""
        path = environ.get("PATH_INFO", "") or "/"
        host = environ.get("HTTP_HOST") or environ.get("SERVER_NAME", "")
        if not _allowed(host):
            return _refused(start_response)
        if environ.get("REQUEST_METHOD") == "OPTIONS" and not path.startswith(PREFIX):
            start_response("204 No Content", list(preflight(path).items()))
            return []
        key = self._key(environ, host, path)
        if key:
            with self._lock:
                kept = self._kept.get(key)
                if kept:
                    self._kept.move_to_end(key)
            if kept:
                return send(kept, environ, start_response)
        kept = self._ask(environ, path, self._version[2] if key else None)
        if key and may_be_kept(kept):
            self._keep(key, kept)
        return send(kept, environ, start_response)

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
        asked, version, _ = self._version
        if version and now - asked < self.believed:
            return version
        try:
            close_old_connections()
            known = data_version()
        except DatabaseError:
            return ""
        today = datetime.now(UTC).astimezone(settings.NETWORK.zone).date()
        found = f"{known[0]}/{today.isoformat()}"
        if found != version:
            with self._lock:
                if self._version[1] != found:
                    self._kept.clear()
                    self.size = 0
        self._version = (now, found, known)
        return found

    def _ask(self, environ: Environ, path: str, version: Version | None) -> Kept:
        """The application's whole answer. It is asked without conditions, so that what is kept is complete."""
        asked = dict(environ)
        if version:
            asked[ASKED] = version
        public = not path.startswith(PREFIX)
        if public:
            for name in ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"):
                asked.pop(name, None)
            if asked.get("REQUEST_METHOD") == "HEAD":
                asked["REQUEST_METHOD"] = "GET"
        started: list[tuple[str, Headers]] = []

        def start(status: str, headers: Headers, exc_info: object = None) -> None:
            started.append((status, headers))

        try:
            answer = self.application(asked, start)
            try:
                body = b"".join(answer)
            finally:
                close = getattr(answer, "close", None)
                if close:
                    close()
            status, headers = started[-1]
        except Exception:  # Django answers its own errors; this is what failed beneath it
            _logger.exception("%s could not be answered", path[:200])
            return failed(path, environ.get("REQUEST_METHOD", "GET"))
        given = {name.lower() for name, _ in headers}
        headers = [(name, value) for name, value in headers if name.lower() != "content-length"]
        ours = for_path(path, environ.get("REQUEST_METHOD", "GET"))
        headers += [(name, value) for name, value in ours.items() if name.lower() not in given]
        named = {name.lower(): value for name, value in headers}
        codable = public and "content-encoding" not in named and worth_it(body, named.get("content-type", ""))
        if codable and "vary" not in named:
            headers.append(("Vary", "Accept-Encoding"))
        return Kept(status, headers, {"": body}, named, codable)

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


def _allowed(host: str) -> bool:
    """Whether the site answers to this host name."""
    return _known(host, tuple(settings.ALLOWED_HOSTS))


@lru_cache(maxsize=256)
def _known(host: str, allowed: tuple[str, ...]) -> bool:
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, allowed)


def _refused(start_response: StartResponse) -> Iterable[bytes]:
    text = gettext("This site does not answer to that host name. Its operator adds one in allowed_hosts.")
    body = f"400 {text}\n".encode()
    plain = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))]
    start_response("400 Bad Request", [*plain, *for_path("/").items()])
    return [body]
