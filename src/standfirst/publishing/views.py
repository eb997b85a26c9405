"""The listings of every kind in every format, and the pages about the network."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from standfirst.errors import StandfirstError
from standfirst.newsroom import counts
from standfirst.newsroom.facts import SignalSeen, facts
from standfirst.newsroom.models import Publication, Revision, Round, Source
from standfirst.publishing import Listing, links, pages
from standfirst.publishing.beside import beside_listing
from standfirst.publishing.corrected import corrections
from standfirst.publishing.entries import entries, source_name
from standfirst.publishing.formats import formats
from standfirst.publishing.listing import listing_of
from standfirst.publishing.network import network, sections
from standfirst.publishing.pages import Change, SourceRow
from standfirst.publishing.problems import of_error
from standfirst.publishing.responses import redirect, respond
from standfirst.publishing.version import data_version, version_of
from standfirst.publishing.view import BadFilter, parse
from standfirst.rights import Outcome, Signal, judge

#: Rows of the pages about the network.
MOST_ROWS = 1000


@require_safe
def listing(request: HttpRequest, path: str = "") -> HttpResponse:
    """Any listing: the address says which, and in what format."""
    try:
        view = parse(request.path, request.META.get("QUERY_STRING", ""), dict(sections()))
        version = version_of(request)
        found = listing_of(view, version=version)
    except BadFilter as error:
        return of_error(
            request, error, [(request.META.get("PATH_INFO") or request.path, gettext("The same page without filters"))]
        )
    except StandfirstError as error:
        return of_error(request, error)
    if found.view.slug != view.slug:
        return redirect(request, links.href(found.network, found.view))
    _, changed = version
    if view.format == "html":
        body = pages.listing(found, beside_listing(found, version)).encode(errors="replace")
        hub = links.hub(found)
        named = [("self", links.self_address(found), "text/html"), ("hub", hub, "")] if hub else []
        return respond(request, body, "text/html", modified=changed, links=named)
    member = formats[view.format]
    body = b"".join(member.listing(found))
    return respond(request, body, member.media_type, modified=changed, links=header_links(found))


def header_links(found: Listing) -> list[tuple[str, str, str]]:
    """The listing's links for the HTTP header: the only place where CSV has any."""
    own = formats[found.view.format].media_type
    given = [
        ("self", links.self_address(found), own),
        ("next", links.next_address(found), own),
        ("alternate", links.page_address(found), "text/html"),
        ("hub", links.hub(found), ""),
    ]
    return [link for link in given if link[1]]


@require_safe
def about(request: HttpRequest, name: str) -> HttpResponse:
    """A page about the network: method, marks, corrections, sources, rights, feeds, status."""
    rows: list[object] = []
    if name == "corrections":
        rows = list(_corrections())
    elif name in ("sources", "rights"):
        rows = list(source_rows())
    elif name == "status":
        rows = list(_status())
    try:
        body = pages.about(name, network(), rows)
    except StandfirstError as error:
        return of_error(request, error)
    return respond(request, body.encode(errors="replace"), "text/html", modified=data_version()[1])


@require_safe
def corrections_feed(request: HttpRequest, extension: str) -> HttpResponse:
    """The corrections as a feed: what was corrected last stands first."""
    found, member = corrections(extension), formats[extension]
    body = b"".join(member.listing(found))
    return respond(request, body, member.media_type, modified=version_of(request)[1], links=header_links(found))


def _corrections() -> list[object]:
    """The latest corrections, each with the publication it changed."""
    found = list(
        Revision.objects.filter(correction=True, publication__withdrawn=None)
        .select_related("publication__source", "publication__story")
        .order_by("-at", "-pk")[:100]
    )
    made = entries([each.publication for each in found], network(), content=False, feeds=False)
    return [(entry, Change(each.at, each.note, True)) for entry, each in zip(made, found, strict=True)]


def source_rows() -> list[object]:
    """Every source with what it lets us do; of its signals those that restrict."""
    found = list(Source.objects.order_by("name")[:MOST_ROWS])
    return [
        SourceRow(
            source=source_name(source),
            state=source.state,
            count=told.publications,
            language=source.language,
            licence=source.licence,
            signals=tuple((each.kind, each.value, each.where) for each in told.signals if _restricts(each)),
            facts=told,
        )
        for source, told in zip(found, facts(found, every=True), strict=True)
    ]


def _restricts(seen: SignalSeen) -> bool:
    """Whether a signal alone allows less than a brief."""
    return judge((Signal(seen.kind, seen.value, seen.where),)).outcome != Outcome.BRIEF


def _status() -> list[object]:
    """What the network has and when it last did something. Nothing here is counted on the spot."""
    latest = (
        Publication.objects.filter(withdrawn=None).order_by("-position").values_list("published", flat=True).first()
    )
    last = Round.objects.exclude(finished=None).values_list("finished", flat=True).first()
    found: list[tuple[str, object]] = [
        (gettext("Publications"), counts.of("all")),
        (gettext("Sources"), Source.objects.filter(state=Source.State.ACTIVE).count()),
        (gettext("Latest publication"), latest),
        (gettext("Latest round finished"), last),
    ]
    return [(label, value) for label, value in found if value is not None]
