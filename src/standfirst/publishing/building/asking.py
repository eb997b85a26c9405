"""The site's own views, asked without a server: for everything that is one file among thousands."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from django.http import HttpRequest, HttpResponse
from django.urls import resolve

from standfirst.publishing.building import Document


def request_for(address: str) -> HttpRequest:
    """A request for ``address`` as the server would see it, without conditions."""
    parts = urlsplit(address)
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = unquote(parts.path)
    request.META["QUERY_STRING"] = parts.query
    return request


def answer(address: str) -> Document:
    """What the view at ``address`` answers."""
    request = request_for(address)
    found = resolve(request.path_info)
    return document(address, found.func(request, *found.args, **found.kwargs))


def document(address: str, response: HttpResponse) -> Document:
    """A view's answer as a document."""
    return Document(address, response.content, response["Content-Type"], response.status_code)


__all__ = ["answer", "document", "request_for"]
