"""Errors of the API: one shape for all of them (RFC 9457), whatever went wrong. Never a page, never a traceback."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, gettext_lazy

from standfirst import values
from standfirst.errors import NotFoundError, StandfirstError
from standfirst.publishing.api import PREFIX, shapes
from standfirst.publishing.api.publications import Gone
from standfirst.publishing.fragment import why
from standfirst.publishing.network import settings
from standfirst.publishing.pages.labels import Text
from standfirst.publishing.problems import BRIEFLY, told
from standfirst.publishing.responses import respond
from standfirst.publishing.serving.headers import READING
from standfirst.publishing.view import BadFilter

MEDIA_TYPE = "application/problem+json"
#: Characters of an address that a problem repeats.
LONGEST_INSTANCE = 1000
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its place on the API's page, which is its ``type``, its status, title and shape."""

    name: str
    status: int
    title: Text
    shape: type[shapes.Problem] = shapes.Problem


BAD_PARAMETER = Kind("bad-parameter", 400, gettext_lazy("This parameter has no valid value"), shapes.BadParameter)
NOT_FOUND = Kind("not-found", 404, gettext_lazy("Not found"))
METHOD = Kind("method-not-allowed", 405, gettext_lazy("This API is read-only"))
WITHDRAWN = Kind("withdrawn", 410, gettext_lazy("Withdrawn"), shapes.Withdrawn)
ERROR = Kind("error", 500, gettext_lazy("Something went wrong here"))
KINDS = (BAD_PARAMETER, NOT_FOUND, METHOD, WITHDRAWN, ERROR)


def of_error(request: HttpRequest, error: Exception) -> HttpResponse:
    """The answer to anything that was raised. What is not ours to foresee is written to the log, and only there."""
    if isinstance(error, BadFilter):
        return answer(request, BAD_PARAMETER, told(error), parameter=None if error.name == "address" else error.name)
    if isinstance(error, Gone):
        gone = error.entry
        return answer(
            request,
            WITHDRAWN,
            told(error),
            id=f"urn:uuid:{gone.id}",
            url=gone.permalink,
            withdrawn=gone.withdrawn,
            reason=why(gone),
        )
    if isinstance(error, NotFoundError):
        return answer(request, NOT_FOUND, told(error))
    if isinstance(error, StandfirstError):
        return answer(request, BAD_PARAMETER, told(error), parameter=None)
    log.error("500 %s", request.path, exc_info=error)
    text = gettext("Something went wrong here, and it is ours to mend. Try again in a minute.")
    return answer(request, ERROR, text, cache="no-store")


def not_found(request: HttpRequest) -> HttpResponse:
    """404 for a path under the prefix that is no operation's."""
    return answer(request, NOT_FOUND, gettext("There is no such operation. All of them are listed at /api/"))


def not_allowed(request: HttpRequest) -> HttpResponse:
    """405 for a method that would write."""
    response = answer(request, METHOD, gettext("GET, HEAD and OPTIONS are answered."))
    response["Allow"] = ", ".join(READING)
    return response


def answer(request: HttpRequest, kind: Kind, detail: str, *, cache: str = BRIEFLY, **more: Any) -> HttpResponse:
    """A problem of a kind, with the fields that its shape has beyond the common ones. Asks nothing of the database."""
    base = settings().text("base_url").rstrip("/")
    instance = quote(request.get_full_path()[:LONGEST_INSTANCE], safe="%/:?#[]@!$&'()*+,;=-._~", errors="replace")
    problem = kind.shape(
        type=f"{base}{PREFIX}/#{kind.name}",
        title=str(kind.title),
        status=kind.status,
        detail=detail,
        instance=instance,
        **more,
    )
    return respond(request, values.encode(problem) + b"\n", MEDIA_TYPE, status=kind.status, cache=cache)


__all__ = ["KINDS", "MEDIA_TYPE", "answer", "not_allowed", "not_found", "of_error"]
