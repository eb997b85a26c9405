"""Forms that end in the newsroom's inbox: a mistake at ``/report``, a takedown or an opt-out at ``/rights``."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from standfirst.newsroom.correspondence import inbox
from standfirst.newsroom.models import InboxMessage, Publication
from standfirst.publishing import pages
from standfirst.publishing.entries import entries
from standfirst.publishing.network import network, settings
from standfirst.publishing.pages import asking
from standfirst.publishing.posting import PublicForm, page, posted, see_other, taking
from standfirst.publishing.uris import uri

Kind = InboxMessage.Kind


class Report(PublicForm):
    """A mistake in a publication."""

    about = forms.CharField(
        label=gettext_lazy("Address of the publication"), max_length=inbox.MOST_ABOUT, widget=forms.TextInput
    )
    text = forms.CharField(
        label=gettext_lazy("What is wrong, and what is right"),
        help_text=gettext_lazy("Say where you know it from, if you can."),
        min_length=inbox.LEAST_TEXT,
        max_length=inbox.MOST_TEXT,
        widget=forms.Textarea({"rows": 7}),
    )
    contact = forms.EmailField(
        label=gettext_lazy("Your email address"),
        help_text=gettext_lazy("Only to answer you. It is deleted 90 days after the matter is settled."),
        required=False,
        max_length=inbox.MOST_CONTACT,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )

    def clean_about(self) -> Publication:
        """The publication, out or withdrawn."""
        return named(self.cleaned_data["about"])


class Rights(PublicForm):
    """What a publisher, or somebody a publication is about, asks for."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What you ask for"),
        choices=[
            (Kind.OPT_OUT.value, gettext_lazy("Opt-out: nothing more of a site is summarised")),
            (Kind.TAKEDOWN.value, gettext_lazy("Takedown: remove one publication")),
        ],
        widget=forms.RadioSelect,
    )
    about = forms.CharField(
        label=gettext_lazy("Address of the site or publication"), max_length=inbox.MOST_ABOUT, widget=forms.TextInput
    )
    text = forms.CharField(
        label=gettext_lazy("Who you are, and why you ask"),
        min_length=inbox.LEAST_TEXT,
        max_length=inbox.MOST_TEXT,
        widget=forms.Textarea({"rows": 7}),
    )
    contact = forms.EmailField(
        label=gettext_lazy("Your email address"),
        help_text=gettext_lazy(
            "We ask there whether you may speak for the site. It is deleted 90 days after the matter is settled."
        ),
        max_length=inbox.MOST_CONTACT,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )


@taking
def report(request: HttpRequest) -> HttpResponse:
    """A mistake reported. ``about`` in the query is the path of the publication."""
    if request.method == "POST" and open_():
        form = Report(posted(request))
        return _sent(request, form, Kind.MISTAKE.value, "/report/sent") or page(
            request, report_page(form), status=400, private=True
        )
    about = request.GET.get("about", "")[: inbox.MOST_ABOUT]
    try:
        found = named(about) if about else None
    except forms.ValidationError:
        found = None
    # The address is shown whole, as a reader knows it; what names no publication of ours is not repeated.
    initial = {"about": entries([found], network(), content=False, feeds=False)[0].permalink} if found else {}
    return page(request, report_page(Report(initial=initial) if open_() else None))


@taking
def rights(request: HttpRequest) -> HttpResponse:
    """The register of rights, and the form for takedown and opt-out."""
    if request.method == "POST" and open_():
        form = Rights(posted(request))
        kind = form.data.get("kind", "")
        return _sent(request, form, kind, "/rights/sent") or page(request, rights_page(form), status=400, private=True)
    return page(request, rights_page(Rights() if open_() else None))


@require_safe
def sent(request: HttpRequest, name: str) -> HttpResponse:
    """What happens next, after a form was sent."""
    return page(request, asking.sent(name, network()))


def report_page(form: Report | None = None) -> str:
    """The page with the form; without one it names the contact, as files that nobody serves have to."""
    return asking.report(form, network())


def rights_page(form: Rights | None = None) -> str:
    """The page about rights, with the form or without."""
    from standfirst.publishing.views import source_rows

    return pages.about("rights", network(), source_rows(), form=form)


def open_() -> bool:
    """Whether the network takes messages by forms."""
    return settings().number("inbox_per_hour") > 0


def named(text: str) -> Publication:
    """The publication of a permalink, its path or a short link; raises Django's ``ValidationError``.

    Looked up by path or id alone, which are indexed: what strangers send must not make the store read all it has.
    """
    try:
        path = unquote(urlsplit(text.strip()).path) if text.isprintable() else ""
        if path.startswith("/p/"):
            found = Publication.objects.filter(id=UUID(path.removeprefix("/p/"))).first()
        else:
            found = Publication.objects.filter(path=path).first() if path.startswith("/content/") else None
    except ValueError:
        found = None
    if found is None:
        raise forms.ValidationError(
            gettext("No publication of this network has this address. Copy it from the publication’s page.")
        )
    return found


def _sent(request: HttpRequest, form: PublicForm, kind: str, thanks: str) -> HttpResponse | None:
    """The answer to a form that was taken; None where it has errors, which it then says."""
    if form.by_program:
        return see_other(request, thanks)
    if not form.is_valid():
        return None
    said = form.cleaned_data
    about = said["about"]
    publication = about if isinstance(about, Publication) else _known(about)
    taken = inbox.take(
        kind,
        said["text"],
        datetime.now(UTC),
        most=settings().number("inbox_per_hour"),
        publication=publication,
        about=uri(about.path) if isinstance(about, Publication) else about,
        contact=said["contact"],
    )
    if taken:
        return see_other(request, thanks)
    form.add_error(None, gettext("More has been sent to us within the last hour than we can take. Try again later."))
    return None


def _known(about: str) -> Publication | None:
    try:
        return named(about)
    except forms.ValidationError:
        return None


__all__ = ["Report", "Rights", "named", "report", "report_page", "rights", "rights_page", "sent"]
