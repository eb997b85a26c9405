"""How every public document is answered: validators, 304, caching, headers. Nothing here sets a cookie."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from standfirst.publishing.links import rfc822
from standfirst.publishing.serving.headers import for_path

#: A page may be a minute old, and is shown for five more while a new one is fetched.
CACHE = "public, max-age=60, stale-while-revalidate=300"
_WITH_CHARSET = ("text/", "application/rss+xml", "application/atom+xml", "application/xml", "application/vnd.iptc")


def respond(
    request: HttpRequest,
    body: bytes,
    media_type: str,
    *,
    status: int = 200,
    modified: datetime | None = None,
    links: Iterable[tuple[str, str, str]] = (),
    cache: str = CACHE,
) -> HttpResponse:
    """The answer with ``body``, or 304 where the client has it.

    The ETag is the body's hash, so that it outlives changes elsewhere in the network. ``links`` are
    (relation, address, media type) for the Link header (RFC 8288).
    """
    response = HttpResponse(body, status=status, content_type=content_type(media_type))
    response["Content-Length"] = str(len(body))
    response["Cache-Control"] = cache
    response["Vary"] = "Accept-Encoding"
    given = [link_value(*link) for link in links]
    if given:
        response["Link"] = ", ".join(given)
    if status != 200:
        return with_headers(request, response)
    etag = etag_of(body)
    response["ETag"] = etag
    seconds = None
    if modified is not None:
        response["Last-Modified"] = rfc822(modified)
        seconds = int(modified.timestamp())
    # Never None: a response is given. A 304 is another response, and carries our headers too.
    found = get_conditional_response(request, etag=etag, last_modified=seconds, response=response) or response
    return with_headers(request, found)


def with_headers(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """``response`` with the headers that every answer to ``request`` carries."""
    for name, value in for_path(request.path, request.method or "GET").items():
        response[name] = value
    return response


def etag_of(body: bytes) -> str:
    """A weak validator: the same text, however it is compressed."""
    return f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def content_type(media_type: str) -> str:
    """The media type with its charset, where the type has such a parameter (JSON has none)."""
    if "charset" in media_type or not media_type.startswith(_WITH_CHARSET):
        return media_type
    return f"{media_type}; charset=utf-8"


def link_value(relation: str, href: str, kind: str) -> str:
    """One link of a Link header."""
    target = quote(href, safe="%/:?#[]@!$&'()*+,;=-._~")
    return f'<{target}>; rel="{relation}"' + (f'; type="{kind.split(";", maxsplit=1)[0]}"' if kind else "")


def redirect(request: HttpRequest, target: str) -> HttpResponse:
    """308: the same thing stands at ``target``, for good."""
    response = HttpResponse(status=308, content_type="text/plain; charset=utf-8")
    response["Location"] = target
    response["Cache-Control"] = CACHE
    return with_headers(request, response)
