"""The figures of a page by which it is judged what it is."""

from __future__ import annotations

from dataclasses import dataclass

from standfirst.reading.kind import signs

#: Kinds whose names are also those of sites and sections.
_DOORS = frozenset({"subscribe", "service", "search", "listing"})


@dataclass(frozen=True, slots=True)
class Look:
    """What deciding takes of a page. ``words`` of the text read, ``visible`` of everything on it.

    ``linked`` is the share of the visible words that stand in links, ``stated`` that the page says it is an
    article (schema.org's or Open Graph's type), ``dated`` that it states a date of publication, ``found`` where.
    ``read`` is the size of the text read as :func:`standfirst.reading.kind.layout.size` counts. ``prose``, ``teased``,
    ``stories``, ``headed`` and ``own`` are those of :class:`standfirst.reading.kind.layout.Layout`.
    ``site`` is that Open Graph calls it a site's page, ``nodes`` how many articles its JSON-LD describes, ``owned``
    that one of them is this page, ``signs`` the short texts over its door, ``parts`` the later parts of its titles,
    such as a site's name. ``figures`` is the share of bare numbers in the words.
    """

    address: str
    title: str
    text: str
    words: int
    visible: int
    linked: float
    links: int
    stated: bool
    dated: bool
    types: frozenset[str] = frozenset()
    password: bool = False
    challenge: bool = False
    scripts: int = 0
    noscript: str = ""
    site: bool = False
    nodes: int = 0
    owned: bool = False
    found: str = ""
    signed: bool = False
    prose: int = 0
    teased: int = 0
    stories: int = 0
    headed: int = 0
    read: int = 0
    own: str = ""
    signs: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    fields: int = 0
    hollow: bool = False
    opening: str = ""
    prices: int = 0
    figures: float = 0.0
    pager: bool = False

    def sign(self, kind: str) -> str:
        """The first of the page's signs that is that of ``kind``; "" where none is.

        The later parts of a title name a wall as well as its first, but else are a site's or section's name.
        """
        known = self.signs if kind in _DOORS else (*self.signs, *self.parts)
        return next((sign[:80] for sign in known if signs.read(sign, kind)), "")
