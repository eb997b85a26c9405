"""One publication at its permalink: the page, its print form, and the formats that have single documents."""

from __future__ import annotations

import unicodedata
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from standfirst.newsroom.models import Publication
from standfirst.publishing import Entry, Network, pages
from standfirst.publishing.beside import beside_publication
from standfirst.publishing.entries import entries, home_of
from standfirst.publishing.formats import formats
from standfirst.publishing.hosts import label
from standfirst.publishing.network import network as the_network
from standfirst.publishing.pages import reasons
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.problems import problem
from standfirst.publishing.responses import redirect, respond
from standfirst.publishing.serving.hosting import own_host
from standfirst.publishing.uris import uri
from standfirst.publishing.version import data_version

PRINT = "print.html"


@require_safe
def publication(request: HttpRequest, day: str, name: str) -> HttpResponse:
    """``/content/2026/11/22/<slug>.<form>``; what was withdrawn answers 410 for good."""
    slug, form = split(name)
    if not form:
        return problem(request, 404, gettext("There is no such page"))
    path = unicodedata.normalize("NFC", f"/content/{day}/{slug}.html")
    found = Publication.objects.select_related("source", "story", "said").filter(path=path).first()
    if found is None:
        return problem(request, 404, gettext("There is no such publication"))
    if found.withdrawn:
        return tombstone(request, found)
    network = the_network()
    entry = entries([found], network)[0]
    if network.section_hosts and own_host(request) != label(found.first_section):
        return redirect(request, f"{entry.permalink.removesuffix('html')}{form}")
    _, changed = data_version()
    if form in ("html", PRINT):
        body = page(found, entry, network, paper=form == PRINT)
        return respond(request, body, "text/html", modified=changed)
    member = formats[form]
    document = member.publication(entry, network)
    if document is None:
        return problem(request, 404, gettext("There is no such page"))
    return respond(
        request,
        document,
        member.publication_type,
        modified=changed,
        links=[("canonical", entry.permalink, "text/html")],
    )


def page(found: Publication, entry: Entry, network: Network, *, paper: bool = False) -> bytes:
    """The publication's page, or its form for paper."""
    make = pages.print_publication if paper else pages.publication
    return make(entry, network, beside_publication(found, entry, network)).encode(errors="replace")


def split(name: str) -> tuple[str, str]:
    """A file's name as slug and format's name: html, print.html, json, xml, txt; "" for no such format."""
    if name.endswith(f".{PRINT}"):
        return name.removesuffix(f".{PRINT}"), PRINT
    slug, _, extension = name.rpartition(".")
    if extension == "html":
        return slug, "html"
    for known, member in formats.items():
        if member.extension == extension and member.publication_type:
            return slug, known
    return name, ""


def tombstone(request: HttpRequest, found: Publication) -> HttpResponse:
    """410: it was here, when it was taken away and why."""
    network = the_network()
    clock = Clock(network.language, network.time_zone)
    reason = reasons.told(found.withdrawn_reason, network.language) or gettext("No reason was recorded.")
    when = clock.text_day(clock.day(found.withdrawn)) if found.withdrawn else ""
    text = gettext("This publication was withdrawn on %(day)s. %(reason)s") % {"day": when, "reason": reason}
    return problem(request, 410, gettext("Withdrawn"), text)


@require_safe
def short(request: HttpRequest, id: UUID) -> HttpResponse:
    """``/p/<id>``: 308 to the permalink."""
    found = Publication.objects.filter(id=id).values_list("path", "first_section").first()
    if found is None:
        return problem(request, 404, gettext("There is no such publication"))
    path, first_section = found
    return redirect(request, home_of(the_network(), first_section) + uri(path))
