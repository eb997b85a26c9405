"""A whole answer as the edge keeps it, and how it is sent: nothing new (304), in a coding, plain, or headers alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from standfirst.publishing.serving.encodings import chosen, encoded
from standfirst.publishing.serving.headers import for_path

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Headers = list[tuple[str, str]]

#: The largest document kept, in bytes.
LARGEST = 4_000_000


@dataclass(slots=True)
class Kept:
    """A document: status line, headers without length and coding, and by coding its bytes, "" the plain ones.

    ``named`` are the headers by their names in lower case. ``codable``: it is worth compressing.
    """

    status: str
    headers: Headers
    bodies: dict[str, bytes]
    named: dict[str, str]
    codable: bool

    @property
    def size(self) -> int:
        """Bytes it takes, about; room for its codings is counted from the first."""
        plain = len(self.bodies[""])
        return plain + (plain // 2 if self.codable else 0) + sum(len(a) + len(b) for a, b in self.headers) + 500

    def body(self, coding: str) -> bytes:
        """The bytes in a coding, made when they are first asked for."""
        found = self.bodies.get(coding)
        if found is None:
            found = self.bodies[coding] = encoded(self.bodies[""], coding)
        return found


def failed(path: str, method: str) -> Kept:
    """The answer where the application failed beneath its own answers for that."""
    text = gettext("Something went wrong here, and it is ours to mend. Try again in a minute.")
    body = f"500 {text}\n".encode()
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store"),
               *for_path(path, method).items()]  # fmt: skip
    named = {name.lower(): value for name, value in headers}
    return Kept("500 Internal Server Error", headers, {"": body}, named, False)


def may_be_kept(kept: Kept) -> bool:
    """Complete public answers without cookies."""
    named = kept.named
    return (
        kept.status.startswith("200")
        and "set-cookie" not in named
        and "public" in named.get("cache-control", "")
        and set(named.get("vary", "").lower().replace(" ", "").split(",")) <= {"", "accept-encoding"}
        and len(kept.bodies[""]) <= LARGEST
    )


def send(kept: Kept, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """The document in the form the client takes: nothing new (304), compressed, plain, or headers alone."""
    headers = kept.headers.copy()
    if kept.status.startswith("200") and _has_it(environ, kept.named):
        start_response("304 Not Modified", [(name, value) for name, value in headers if name.lower() != "content-type"])
        return []
    coding = chosen(environ.get("HTTP_ACCEPT_ENCODING", "")) if kept.codable else ""
    body = kept.body(coding)
    if coding:
        headers.append(("Content-Encoding", coding))
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


__all__ = ["Environ", "Headers", "Kept", "StartResponse", "failed", "may_be_kept", "send"]
