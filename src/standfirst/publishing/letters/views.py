"""The pages of the newsletter: sign up, confirm, change, sign off. What is private is kept nowhere."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from standfirst.newsroom.correspondence import readers
from standfirst.newsroom.models import Reader
from standfirst.publishing.letters import tokens
from standfirst.publishing.letters.forms import Choices, SignUp
from standfirst.publishing.network import network, sections, settings
from standfirst.publishing.pages import asking
from standfirst.publishing.posting import page, posted, see_other, taking, too_much
from standfirst.publishing.problems import problem

#: What a mail program sends with one click (RFC 8058, section 3.1).
ONE_CLICK = ("List-Unsubscribe", "One-Click")


@taking
def subscribe(request: HttpRequest) -> HttpResponse:
    """Sign up. Whoever is known here already gets the same answer, and a letter that says so."""
    if not network().newsletter:
        return page(request, subscribe_page())
    if request.method != "POST":
        return page(request, subscribe_page(SignUp(sections=sections())))
    form = SignUp(posted(request), sections=sections())
    if form.by_program:
        return see_other(request, "/subscribe/sent")
    if form.is_valid():
        said = form.cleaned_data
        if readers.sign_up(
            said["address"],
            form.chosen(sections()),
            said["every"],
            datetime.now(UTC),
            most=settings().number("signups_per_hour"),
        ):
            return see_other(request, "/subscribe/sent")
        form.add_error(None, gettext("More have signed up within the last hour than we can write to. Try again later."))
    return page(request, subscribe_page(form), status=400, private=True)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What happens next, after the form was sent."""
    return page(request, asking.sent("subscribe", network()))


@taking
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm a sign-up. A button does, and not the link alone: programs that look into mail follow links."""
    id = tokens.read_confirming(token)
    reader = readers.find(id) if id else None
    if reader is None:
        return _dead(request)
    if request.method == "POST":
        readers.confirm(reader, datetime.now(UTC))
        return see_other(request, "/letter/confirmed")
    return page(request, asking.confirm(request.path, network()), private=True)


@taking
def change(request: HttpRequest, token: str) -> HttpResponse:
    """Choose other sections, or another time."""
    reader = _reader(token)
    if reader is None:
        return _dead(request)
    form = Choices(
        posted(request) if request.method == "POST" else None,
        initial={"every": reader.every, "sections": reader.sections},
        sections=sections(),
    )
    if request.method == "POST" and form.is_valid():
        readers.change(reader, form.chosen(sections()), form.cleaned_data["every"])
        return see_other(request, "/letter/changed")
    status = 400 if request.method == "POST" else 200
    return page(request, asking.change(form, token, network()), status=status, private=True)


def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Sign off: a page with a button for people, one POST without any page for mail programs (RFC 8058).

    Theirs comes from anywhere, is answered at once and never redirected. Whoever has signed off before is told the
    same, so that pressing twice is no error.
    """
    if request.method == "POST" and not too_much(request):
        name, value = ONE_CLICK
        if request.POST.get(name) == value:
            _forget(token)
            return page(request, asking.done("stopped", network()), private=True)
    return _stop(request, token)


@taking
def _stop(request: HttpRequest, token: str) -> HttpResponse:
    if tokens.read(token) is None:
        return _dead(request)
    if request.method == "POST":
        _forget(token)
        return see_other(request, "/letter/stopped")
    return page(request, asking.stop(request.path, network()), private=True)


@require_safe
def done(request: HttpRequest, name: str) -> HttpResponse:
    """What was done: confirmed, changed or stopped."""
    return page(request, asking.done(name, network()))


def subscribe_page(form: SignUp | None = None) -> str:
    """The page with the form; without one it says that there is no sign-up here, and names the feeds."""
    return asking.subscribe(form, network())


def _reader(token: str) -> Reader | None:
    """The active reader whom a letter's link names."""
    id = tokens.read(token)
    reader = readers.find(id) if id else None
    return reader if reader and reader.state != Reader.State.PENDING else None


def _forget(token: str) -> None:
    id = tokens.read(token)
    if id:
        readers.forget(id)


def _dead(request: HttpRequest) -> HttpResponse:
    """The answer to a link that holds no more."""
    text = gettext("Either it is too old, or you have unsubscribed since, or it was cut on its way.")
    answer = problem(
        request,
        404,
        gettext("This link does not hold any more"),
        text,
        [("/subscribe", gettext("Sign up for the newsletter"))],
    )
    answer["Cache-Control"] = "no-store"
    return answer


__all__ = ["change", "confirm", "done", "sent", "stop", "subscribe", "subscribe_page"]
