"""What the public's forms share: who may send them, how much, and how the answer is sent.

Public pages set no cookie and carry no token, so a form is guarded by what the browser says of its origin
(Sec-Fetch-Site, else Origin), by bounds of size and number, and by a field that only programs fill in.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.utils.translation import gettext

from standfirst.publishing.network import network
from standfirst.publishing.pages.environment import UNWRITTEN
from standfirst.publishing.problems import problem
from standfirst.publishing.responses import CACHE, respond, with_headers

#: Bytes of a form; ours are a few hundred.
MOST_BYTES = 32_000
TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
PRIVATE = "no-store"
View = Callable[..., HttpResponse]


def taking(view: View) -> View:
    """Let a view answer GET, HEAD and a form sent from our own pages; no answer to a form is ever kept."""

    @wraps(view)
    def guarded(request: HttpRequest, *arguments: Any, **values: Any) -> HttpResponse:
        if request.method in ("GET", "HEAD"):
            return view(request, *arguments, **values)
        if request.method != "POST":
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        answer = too_much(request) or from_elsewhere(request) or view(request, *arguments, **values)
        answer["Cache-Control"] = PRIVATE
        return answer

    return guarded


def too_much(request: HttpRequest) -> HttpResponse | None:
    """The answer to a form that is too long or no form at all; nothing of it has been read. None: it may be read."""
    if (request.content_type or "") not in TYPES:
        return problem(request, 415, gettext("This is no form"))
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > MOST_BYTES:
        return problem(request, 413, gettext("This is too long"), gettext("Shorten it, and send it again."))
    return None


def from_elsewhere(request: HttpRequest) -> HttpResponse | None:
    """The answer to a form that another site's page has sent; None: it comes from here, or from no page at all."""
    site, origin = request.headers.get("Sec-Fetch-Site", ""), request.headers.get("Origin")
    # A web server in front may ask us under another host name than the reader's.
    ours = (request.get_host(), urlsplit(network().base_url).netloc)
    if site in ("same-origin", "none") or (not site and (origin is None or origin.partition("://")[2] in ours)):
        return None
    text = gettext("This form was sent from another site. Open it here and send it again.")
    return problem(
        request, 403, gettext("This form did not come from here"), text, [(request.path, gettext("The form"))]
    )


def posted(request: HttpRequest) -> QueryDict:
    """What was sent, without the characters that no page writes."""
    found = QueryDict(mutable=True)
    for name, values in request.POST.lists():
        found.setlist(name, [value.translate(UNWRITTEN) for value in values])
    return found


def page(request: HttpRequest, text: str, *, status: int = 200, private: bool = False) -> HttpResponse:
    """A page as the answer; what is ``private`` is kept nowhere."""
    body = text.encode(errors="replace")
    return respond(request, body, "text/html", status=status, cache=PRIVATE if private else CACHE)


def see_other(request: HttpRequest, target: str) -> HttpResponse:
    """303: the form was taken; what comes of it stands at ``target``."""
    response = HttpResponse(status=303, content_type="text/plain; charset=utf-8")
    response["Location"] = target
    response["Cache-Control"] = PRIVATE
    return with_headers(request, response)


class PublicForm(forms.Form):
    """A form with a field that people do not see; ``by_program`` says that it was filled in."""

    website = forms.CharField(required=False, max_length=200, widget=forms.TextInput({"autocomplete": "off"}))

    @property
    def by_program(self) -> bool:
        """Whether no person has filled in this form."""
        return bool(self.data.get("website"))

    def shown(self) -> list[forms.BoundField]:
        """The fields that people see."""
        return [field for field in self if field.name != "website"]


__all__ = ["PublicForm", "from_elsewhere", "page", "posted", "see_other", "taking", "too_much"]
