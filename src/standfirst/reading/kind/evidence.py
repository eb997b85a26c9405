"""What speaks for and against a page's being an article, each piece with its weight and its words.

The weights are reasoned, not learned: a text of its own is worth as much as all that a page states about itself,
so that neither a section front that calls itself an article nor an article that says nothing is misjudged; teasers
of other pages in place of such a text outweigh any statement but a whole one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from standfirst.reading import addresses
from standfirst.reading.kind import layout
from standfirst.reading.kind.figures import Look

#: Words of prose from which a page has a text of its own.
ENOUGH = 100
#: Words of a wall's text at the most; a longer page that mentions cookies or a login is an article.
WALL = 150

#: schema.org types of pages that hold other pages.
LISTINGS = frozenset(
    {"collectionpage", "itemlist", "searchresultspage", "profilepage", "archivepage", "blog", "videogallery",
     "imagegallery", "mediagallery", "offercatalog", "storepage"}
)  # fmt: skip
_LISTING_PATH = re.compile(
    r"/(?:tags?|topics?|categor(?:y|ies|ia|ie|ias)|kategorien?|authors?|autor(?:en|es)?|auteurs?|themen?|themes?|temas?|"
    r"search|archives?|archiv|archivo|profiles?|staff|page/\d{1,4})(?:/|$)"
)
#: An address with a headline, a number or a date in it.
TELLING = re.compile(r"\d{5,}|(?:[^\W_]{1,30}[-_]){3}|/\d{4}/\d{1,2}/")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of evidence: above nought for an article, below against one, with its words."""

    weight: float
    words: str


def length(look: Look) -> int:
    """Words of the article's own: prose as it is laid out, or as it was read where the layout shows no teasers."""
    if look.nodes == 1 and look.owned:
        return max(look.prose, look.read)
    rest = look.read - look.teased - look.headed
    return max(look.prose, rest if look.figures < 0.2 and rest > 0.6 * look.read else 0)


def of(look: Look) -> list[Evidence]:
    """What speaks for and against an article. Its own text counts most, then what the page states."""
    own = length(look)
    pieces = [*_text(look, own), *_statements(look), *_manner(look)]
    return [Evidence(weight, said) for weight, said, true in pieces if true and weight]


#: A weight, its words, and whether it is so.
_Piece = tuple[float, str, bool]


def _text(look: Look, own: int) -> Iterator[_Piece]:
    """The page's own text, and what stands beside or in place of it."""
    share = own / (own + look.teased) if look.teased >= 60 else 1.0
    yield _step(own, ((300, 3.0), (150, 2.0), (80, 1.0), (40, 0.0)), -2.0), f"it has {own} words of its own", True
    yield -3.0 if share < 0.2 else -1.5, f"{look.teased} of its words are teasers of other pages", share < 0.4
    many = look.stories >= 8 and own < 80
    yield -1.0 if look.stories < 20 else -1.5, f"{look.stories} headlines lead to other pages", many
    yield -1.5, f"it names {look.prices} prices", look.prices >= 4 and own < WALL
    yield -2.0, f"{look.figures:.0%} of its words are figures", look.figures > 0.2 and own < ENOUGH
    yield -0.5, f"{look.linked:.0%} of its words stand in {look.links} links", look.linked > 0.5


def _statements(look: Look) -> Iterator[_Piece]:
    """What the page says that it is."""
    described = look.owned and look.nodes < 4
    yield 2.5, "its JSON-LD describes it as an article", described
    yield -1.0, f"its JSON-LD describes {look.nodes} articles", look.nodes > 1 and not described
    yield 1.0, "Open Graph calls it an article", look.stated and not look.owned
    yield -1.0, "Open Graph calls it no article", look.site
    plainly = look.found == "meta" or (look.found == "json-ld" and look.owned)
    yield 1.5 if plainly else 0.5, "it is dated", look.dated
    yield 0.5, "it names an author", look.signed
    named = sorted(LISTINGS & look.types)
    yield -2.0, f"it calls itself {''.join(named[:1])}", bool(named)


def _manner(look: Look) -> Iterator[_Piece]:
    """Address, title and parts, as articles or lists have them."""
    path = addresses.path(look.address).lower()
    listed = bool(_LISTING_PATH.search(path))
    telling = bool(TELLING.search(path)) and not listed
    yield -1.5, "its address is that of a list", listed
    yield 1.0, "its address is that of an article", telling
    titled = layout.size(look.title)
    says = look.sign("listing") if titled <= 6 else ""
    yield -2.0, f"it is headed {says!r}", bool(says)
    yield 0.5 if titled >= 5 else -0.5 if titled <= 2 else 0.0, f"its title has {titled} words", True
    long_parts = titled >= 5 and look.stories < 12 and look.teased > 50 * look.stories
    yield 1.5, "its parts are longer than teasers", long_parts and (telling or look.stated)
    yield -1.0, "it leads on to further pages of itself", look.pager


def _step(value: float, steps: tuple[tuple[float, float], ...], below: float) -> float:
    return next((weight for least, weight in steps if value >= least), below)
