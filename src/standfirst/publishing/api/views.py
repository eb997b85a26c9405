"""Everything under ``/api/``: finds the operation, judges the parameters, answers. Whatever is raised is a problem."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse

from standfirst import values
from standfirst.publishing.api import PREFIX, Asked, openapi, operations, page, problems
from standfirst.publishing.api.parameters import judged
from standfirst.publishing.network import network
from standfirst.publishing.responses import CACHE, redirect, respond
from standfirst.publishing.serving.headers import preflight
from standfirst.publishing.version import data_version

JSON = "application/json"
#: What changes without the data version: no cache on the way keeps it.
LIVE = "private, max-age=10"


def answer(request: HttpRequest, path: str | None = None) -> HttpResponse:
    """The answer to any request under the prefix; without the slash behind it, where it is."""
    try:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=dict(preflight(request.path)))
        if request.method not in ("GET", "HEAD"):
            return problems.not_allowed(request)
        if path is None:
            return redirect(request, f"{network().base_url}{PREFIX}/")
        if path == "/":
            return _front(request)
        if PREFIX + path == openapi.ADDRESS:
            return _json(request, openapi.document(network()))
        return _asked(request, path)
    except Exception as error:
        return problems.of_error(request, error)


def _asked(request: HttpRequest, path: str) -> HttpResponse:
    """The answer of an operation."""
    found = operations.at(path)
    if found is None:
        return problems.not_found(request)
    operation, named = found
    given = judged(operation, named, request.META.get("QUERY_STRING", ""))
    ours = network()
    value = operation.find(Asked(operation, given, ours))
    links = [("service-desc", ours.base_url + openapi.ADDRESS, JSON)]
    if following := getattr(value, "next", None):
        links.insert(0, ("next", following, JSON))
    return _json(request, value, links, live=operation.live)


def _front(request: HttpRequest) -> HttpResponse:
    """The page of the API, or its index for who asks for JSON."""
    ours = network()
    links = [("service-desc", ours.base_url + openapi.ADDRESS, JSON)]
    if request.get_preferred_type(["text/html", JSON]) == JSON:
        response = _json(request, page.index(ours), links)
    else:
        body = page.html(ours).encode(errors="replace")
        response = respond(request, body, "text/html", modified=data_version()[1], links=links)
    response["Vary"] = ", ".join(("Accept", "Accept-Encoding"))
    return response


def _json(
    request: HttpRequest, value: object, links: Sequence[tuple[str, str, str]] = (), *, live: bool = False
) -> HttpResponse:
    body = values.encode(value) + b"\n"
    modified, cache = (None, LIVE) if live else (data_version()[1], CACHE)
    response = respond(request, body, JSON, modified=modified, links=links, cache=cache)
    response["X-Robots-Tag"] = "noindex"  # search engines are to have the pages, and of those what may be indexed
    return response


__all__ = ["answer"]
