"""Pages about the network, and pages for what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.utils.translation import gettext, gettext_lazy, gettext_noop

from standfirst.errors import NotFoundError
from standfirst.publishing import Network, View
from standfirst.publishing.links import href
from standfirst.publishing.pages import Link, SourceRow, hints, labels, listings
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.pages.environment import render
from standfirst.publishing.pages.rules import RULES
from standfirst.publishing.pages.words import number, web

#: Title and path of each page.
PAGES: dict[str, tuple[labels.Text, str]] = {
    "method": (gettext_lazy("How this is made"), "/about/method"),
    "marks": (gettext_lazy("Marks"), "/about/marks"),
    "corrections": (gettext_lazy("Corrections"), "/corrections"),
    "sources": (gettext_lazy("Sources"), "/sources"),
    "rights": (gettext_lazy("Rights and takedown"), "/rights"),
    "feeds": (gettext_lazy("Feeds"), "/feeds"),
    "status": (gettext_lazy("Status"), "/status"),
    "reader": (gettext_lazy("Reading settings"), "/reader"),
}


def page(name: str, network: Network, rows: Sequence[object], form: object = None) -> str:
    """The page ``name`` with its rows; see :func:`standfirst.publishing.pages.about`."""
    if name not in PAGES:
        raise NotFoundError(name, gettext_noop("there is no such page"))
    title, path = PAGES[name]
    contact = contact_link(network)
    values: dict[str, Any] = {}
    if name == "method":
        values["rules"] = RULES
    if name == "marks":
        values["marks"] = labels.MARKS
    if name == "corrections":
        values["feeds"] = lambda: listings.feeds(View("corrections"), network)
    if name == "feeds":
        values["listed"] = lambda: listed(network)
    if name == "rights":  # the register names those who have said something
        values["form"] = form
        rows = [
            row
            for row in rows
            if isinstance(row, SourceRow) and (row.state == "opted-out" or row.signals or row.licence)
        ]
    if name in ("rights", "sources"):
        from standfirst.publishing.pages import sources

        values["source_words"] = sources
    if name == "sources":
        values["letters"] = lambda: sources.by_letter(row for row in rows if isinstance(row, SourceRow))
    if name == "status":
        rows = [(row[0], shown(row[1], network)) for row in rows if isinstance(row, tuple)]
    return render(
        f"about/{name}.html",
        network,
        title=lambda: str(title),
        canonical=network.base_url.rstrip("/") + path,
        contact=contact,
        contact_text=network.contact.removeprefix("mailto:"),
        states=labels.STATES,
        rows=rows,
        **values,
    )


def contact_link(network: Network) -> str:
    """The contact as a link: an address of the web as it is, a mail address as ``mailto:``; "" for neither."""
    contact = network.contact.removeprefix("mailto:")
    if web(contact):
        return contact
    return f"mailto:{contact}" if "@" in contact else ""


def listed(network: Network) -> list[tuple[str, str, list[listings.Feed]]]:
    """The front page, each section and the corrections with their feeds."""
    views = [
        (gettext("The latest edition"), View("front")),
        *((name, View("section", slug)) for slug, name in network.sections),
        (str(PAGES["corrections"][0]), View("corrections")),
    ]
    return [(name, href(network, view), listings.feeds(view, network)) for name, view in views]


def shown(value: object, network: Network) -> object:
    """A value of the page of status: a moment as the network writes it, anything else as text."""
    if isinstance(value, datetime):
        return Clock(network.language, network.time_zone).full(value)
    return number(value, network.language) if type(value) is int else str(value)


def finder(network: Network) -> str:
    """The page of search where no server answers it."""
    found = partial(hints.hints, network, phrases=False)
    return render("finder.html", network, canonical=f"{network.base_url}/search", hints=found)


def problem(status: int, title: str, text: str, links: Sequence[Link | tuple[str, str]], network: Network) -> str:
    """A page that names the thing, the reason and the ways out."""
    ways = [link if isinstance(link, Link) else Link(*link) for link in links]
    return render("problem.html", network, status=status, title=title, text=text, links=ways)


__all__ = ["PAGES", "contact_link", "finder", "listed", "page", "problem", "shown"]
