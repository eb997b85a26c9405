"""Errors as documents: a page for readers, RFC 9457 JSON for JSON's readers, one line of text for the others."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext

from standfirst.errors import NotFoundError, StandfirstError
from standfirst.newsroom.tongue import SOURCE
from standfirst.publishing import pages
from standfirst.publishing.network import network
from standfirst.publishing.pages.words import number
from standfirst.publishing.responses import respond
from standfirst.publishing.view import BadFilter

#: What went wrong passes soon or not at all; shared caches may keep it briefly.
BRIEFLY = "public, max-age=30"


def problem(
    request: HttpRequest, status: int, title: str, text: str = "", links: Sequence[tuple[str, str]] = ()
) -> HttpResponse:
    """The answer that says what is wrong and where to go, in the form that was asked for."""
    last = request.path.rpartition("/")[2]
    extension = last.rpartition(".")[2].lower() if "." in last else ""
    if extension == "json":
        body = json.dumps({"title": title, "status": status, "detail": text}, ensure_ascii=False)
        return respond(request, body.encode(), "application/problem+json", status=status, cache=BRIEFLY)
    if extension and extension != "html":
        line = f"{status} {title}. {text}".strip() + "\n"
        return respond(request, line.encode(errors="replace"), "text/plain", status=status, cache=BRIEFLY)
    ours = network()
    ways = [*links, (f"{ours.home}/", gettext("Front page")), (f"{ours.home}/search", gettext("Search"))]
    page = pages.problem(status, title, text, ways, ours)
    return respond(request, page.encode(errors="replace"), "text/html", status=status, cache=BRIEFLY)


def of_error(request: HttpRequest, error: StandfirstError, links: Sequence[tuple[str, str]] = ()) -> HttpResponse:
    """The answer to an error of ours."""
    text = told(error)
    if isinstance(error, BadFilter):
        return problem(request, 400, gettext("This filter does not work"), text, links)
    if isinstance(error, NotFoundError):
        return problem(request, 404, gettext("There is no such page"), text, links)
    return problem(request, 400, gettext("This address cannot be read"), text, links)


def told(error: StandfirstError) -> str:
    """An error of ours in the network's language, as ``str(error)`` tells it in English."""
    reason = gettext(error.message if isinstance(error, BadFilter) else error.reason)
    if isinstance(error, BadFilter) and error.values:
        language = get_language() or SOURCE
        shown = {
            name: number(value, language) if isinstance(value, int) else value for name, value in error.values.items()
        }
        reason = reason % shown
    values = {"thing": error.thing, "reason": reason, "way_out": gettext(error.way_out)}
    if error.way_out:
        return gettext("%(thing)s: %(reason)s. %(way_out)s") % values
    return gettext("%(thing)s: %(reason)s") % values


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler for an address that no pattern matches."""
    return problem(request, 404, gettext("There is no such page"))


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler for an error of our own; it asks nothing of the database."""
    text = gettext("Something went wrong here, and it is ours to mend. Try again in a minute.")
    return respond(request, f"500 {text}\n".encode(), "text/plain", status=500, cache="no-store")
