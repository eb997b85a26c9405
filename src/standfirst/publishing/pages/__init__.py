"""The HTML pages: values in, text out. Nothing here asks the database or the clock.

Every page is a function of what it is given, so that the static build writes the bytes that the server sends,
and so that a rendered page may be cached for as long as the data behind it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from standfirst.publishing import Entry, Listing, Network, SourceName

if TYPE_CHECKING:
    from standfirst.newsroom.editions.makeup import Place
    from standfirst.newsroom.facts import SourceFacts


@dataclass(frozen=True, slots=True)
class Amount:
    """How many publications; with ``more`` at least so many, for counting is bounded."""

    number: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a listing's rows: an edition's days, and what its filters may be set to.

    ``day`` is the edition's (front and day views), ``previous`` and ``following`` the nearest days that have one, and
    ``published`` how many publications are out of that day, in the edition or not.
    ``sources``, ``marks`` and ``languages`` are what a reader may filter by, most used first; none of them in a
    static build, which leaves filters out. ``about`` is the source of a source's listing. ``counts`` tell how many
    publications a choice leaves, by (filter, value); ``found`` how many the view has in all, None where nothing was
    counted. ``months`` are the first days of the latest that have anything. ``texts`` are what a search found its
    rows by and the rows do not show, as (field, text), by position. ``places`` are an edition's, each with the rule
    that gave it; ``facts`` is what is known of the source of a source's listing, on its first page. ``fragments``
    is where the page keeps what it has written of the filters, given by whoever shows them on many pages.
    """

    day: date | None = None
    previous: date | None = None
    following: date | None = None
    published: int = 0
    sources: tuple[SourceName, ...] = ()
    marks: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    about: SourceName | None = None
    filters: bool = True
    counts: Mapping[tuple[str, str], Amount] = field(default_factory=dict)
    found: Amount | None = None
    months: tuple[date, ...] = ()
    texts: Mapping[int, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    facts: SourceFacts | None = None
    fragments: dict[Any, Any] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of what is out: when, what and why. ``correction``: it changed a published fact."""

    at: datetime
    note: str
    correction: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """What stands around a publication: the story's others, the section's latest, and its changes.

    Neither tuple of entries holds the publication itself; their content may be None.
    """

    story: tuple[Entry, ...] = ()
    latest: tuple[Entry, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A way out of a page that cannot help: an address and what it leads to."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source on the page of sources and the register of rights.

    ``state``: active, disabled, opted-out. ``count``: publications out. ``signals``: (kind, value, where) of
    the rights signals as last seen. ``licence``: what the publisher granted. ``facts``: what else is known.
    """

    source: SourceName
    state: str = "active"
    count: int | None = None
    language: str = ""
    licence: str = ""
    signals: tuple[tuple[str, str, str], ...] = ()
    facts: SourceFacts | None = None


def listing(listing: Listing, related: Beside | None = None) -> str:
    """The page of any listing: front and day as an edition, every other kind as rows by day."""
    from standfirst.publishing.pages import editions, listings

    if listing.view.kind in editions.KINDS:
        return editions.page(listing, related or Beside())
    return listings.page(listing, related or Beside())


def publication(entry: Entry, network: Network, related: Related | None = None) -> str:
    """The page of one publication, brief or card. ``entry.content`` must be there."""
    from standfirst.publishing.pages import publications

    return publications.page(entry, network, related or Related())


def print_publication(entry: Entry, network: Network, related: Related | None = None) -> str:
    """The same publication for paper: no navigation, every address written out."""
    from standfirst.publishing.pages import publications

    return publications.page(entry, network, related or Related(), template="print.html")


def finder(network: Network) -> str:
    """The page that searches in the reader's browser, for a network that is served from files."""
    from standfirst.publishing.pages import abouts

    return abouts.finder(network)


def problem(status: int, title: str, text: str, links: Sequence[Link | tuple[str, str]], network: Network) -> str:
    """An error page that says what to do next. ``links`` are (href, text); 410 is the tombstone's page."""
    from standfirst.publishing.pages import abouts

    return abouts.problem(status, title, text, links, network)


def about(name: str, network: Network, rows: Sequence[object] = (), *, form: object = None) -> str:
    """A page about the network. ``form`` is the form of the page about rights, None where nobody answers it.

    ``name`` and its ``rows``: method, marks, feeds and reader (none); corrections, (:class:`~standfirst.publishing.
    Entry`, :class:`Change`) pairs, latest first; sources and rights, :class:`SourceRow`; status, (label, value)
    pairs whose value is text, a number or an aware datetime. Raises :class:`standfirst.errors.NotFoundError` for
    another name.
    """
    from standfirst.publishing.pages import abouts

    return abouts.page(name, network, rows, form)


__all__ = [
    "Amount",
    "Beside",
    "Change",
    "Link",
    "Related",
    "SourceRow",
    "about",
    "finder",
    "listing",
    "print_publication",
    "problem",
    "publication",
]
