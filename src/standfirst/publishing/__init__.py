"""Publishing: one view, many renderers. A Django app that reads the newsroom; it writes only to its inbox."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from standfirst.newsroom.content import Content


@dataclass(frozen=True, slots=True)
class View:
    """One listing: what an address asks for, whatever its format.

    ``kind``: front, day, section, source, story, mark, search, corrections (a feed without filters), and all (the read
    API's, which has no address of its own and may be filtered by ``section`` and ``story``). ``key`` is its slug, ISO
    day, story id or mark code. ``before`` is the page token: publications under this position. ``raw`` turns CSV's
    guard off. ``slug`` is the readable end of a story's address and chooses nothing.
    """

    kind: str
    key: str = ""
    sources: tuple[str, ...] = ()
    mark: str = ""
    language: str = ""
    since: date | None = None
    until: date | None = None
    query: str = ""
    before: int | None = None
    format: str = "html"
    raw: bool = False
    slug: str = ""
    section: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What an operator has changed of the pages: addresses of files, the size of the logo, own words and links.

    ``style`` is a sheet that follows ours. Everything is empty where the look is ours.
    """

    style: str = ""
    icon: str = ""
    icon_type: str = ""
    logo: str = ""
    logo_dark: str = ""
    logo_alt: str = ""
    logo_size: tuple[int, int] = (0, 0)
    footer: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """What every page and format says of the network. ``sections`` are (slug, name) in order.

    ``section_hosts``: each section has its own host name, so that links name their host (``hosts.py``).
    ``newsletter``: readers may sign up for it.
    """

    name: str
    base_url: str
    language: str
    time_zone: str
    contact: str
    sections: tuple[tuple[str, str], ...]
    hub: str = ""
    index_briefs: bool = False
    section_hosts: bool = False
    newsletter: bool = False
    look: Look = Look()

    @property
    def home(self) -> str:
        """What pages set before a path on the network's own host: its origin where hosts differ, else nothing."""
        return self.base_url if self.section_hosts else ""


@dataclass(frozen=True, slots=True)
class SourceName:
    """A source as readers see it."""

    name: str
    slug: str
    home: str
    feed: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One publication as every renderer sees it. ``permalink`` is absolute; ``path`` begins with a slash.

    ``section`` is (slug, name), None when unfiled. ``marks`` are codes; their reasons stand in ``content``,
    which listings in HTML leave out (None). ``others`` counts the story's other publications, ``related`` names
    their sources and originals where there is ``content``. ``reason`` says why it is a card, or why it was withdrawn;
    it is "" for a brief. ``fragments`` is where renderers keep what they have written of the entry, given by whoever
    renders it many times (a static build); None on the server.
    """

    position: int
    id: str
    kind: str
    path: str
    permalink: str
    headline: str
    lead: str
    language: str
    direction: str
    source: SourceName
    original: str
    section: tuple[str, str] | None
    second_section: tuple[str, str] | None
    source_published: datetime
    published: datetime
    updated: datetime
    corrected: datetime | None
    withdrawn: datetime | None
    marks: tuple[str, ...]
    story: str = ""
    story_slug: str = ""
    others: int = 0
    content: Content | None = None
    reason: str = ""
    related: tuple[tuple[str, str], ...] = ()
    abroad: bool = False
    fragments: dict[Any, Any] | None = field(default=None, compare=False, repr=False)

    @property
    def href(self) -> str:
        """The permalink as pages link to it: its path, or whole where hosts differ (``abroad``)."""
        return self.permalink if self.abroad else self.path


@dataclass(frozen=True, slots=True)
class Listing:
    """A view with its rows: title, entries in order, the next page's view, and how many there are in all.

    ``total`` is None where it would have to be counted. ``updated`` is the latest change among the entries,
    or the network's start for an empty view. ``withdrawn`` are the view's late withdrawals, for formats that
    carry tombstones; ``day`` is an edition's. ``namespace`` is the network's own identifier, after which its feeds are
    named. ``sources`` are those that the view's filters name, for its title.
    """

    view: View
    network: Network
    title: str
    entries: tuple[Entry, ...]
    updated: datetime
    next: View | None = None
    total: int | None = None
    withdrawn: tuple[Entry, ...] = ()
    day: date | None = None
    namespace: str = ""
    sources: tuple[SourceName, ...] = ()


class Format(Protocol):
    """A way to write a listing or one publication. Built-in: html, rss, atom, json, xml, csv (and txt for one).

    ``media_type`` is a listing's, with its parameters, and ``publication_type`` one publication's; each is ""
    where the format has no such document.
    """

    extension: str
    media_type: str
    publication_type: str
    label: str

    def listing(self, listing: Listing) -> Iterable[bytes]:
        """The whole document, in pieces; an address stands within one."""
        ...

    def publication(self, entry: Entry, network: Network) -> bytes | None:
        """One publication, or None where the format has no such document."""
        ...


__all__ = ["Entry", "Format", "Listing", "Look", "Network", "SourceName", "View"]
