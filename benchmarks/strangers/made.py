"""The pages, drawn by seed: every kind in all languages and styles."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.strangers import articles, lists, walls
from benchmarks.strangers.desk import Desk
from benchmarks.strangers.dress import DRESSES
from benchmarks.strangers.lists import Drawn
from benchmarks.strangers.speech import LANGUAGES, Speech

Maker = Callable[[Desk], Drawn]

#: Kinds of pages that are no articles, with the names of ours that fit.
STRANGERS: dict[str, tuple[Maker, frozenset[str]]] = {
    "home": (lists.home, frozenset({"home"})),
    "section": (lists.section, frozenset({"listing"})),
    "tag": (lists.tag, frozenset({"listing"})),
    "search": (lists.search, frozenset({"search"})),
    "author": (lists.author, frozenset({"listing"})),
    "videos": (lists.videos, frozenset({"listing"})),
    "shop": (lists.shop, frozenset({"listing"})),
    "events": (lists.events, frozenset({"listing"})),
    "figures": (walls.figures, frozenset({"table", "listing"})),
    "scores": (walls.scores, frozenset({"table", "listing"})),
    "login": (walls.login, frozenset({"login"})),
    "cookies": (walls.consent, frozenset({"cookie-wall"})),
    "guard": (walls.guard, frozenset({"bot-wall"})),
    "missing": (walls.missing, frozenset({"not-found"})),
    "shell": (walls.shell, frozenset({"needs-javascript"})),
    "subscribe": (walls.subscribe, frozenset({"subscribe"})),
    "register": (walls.register, frozenset({"subscribe", "login"})),
    "newsletter": (walls.newsletter, frozenset({"subscribe"})),
    "legal": (walls.legal, frozenset({"service"})),
    "error": (walls.failure, frozenset({"error"})),
}
#: Articles, by what makes them look like something else.
ARTICLES: dict[str, Maker] = {
    "short": articles.short,
    "crowded": articles.crowded,
    "bare": articles.bare,
    "paid": articles.paid,
    "live": articles.live,
    "opinion": articles.opinion,
    "trap": articles.trap,
    "digest": articles.digest,
    "linked": articles.linked,
}


@dataclass(frozen=True, slots=True)
class Made:
    """A page made here: its kind, what it may be called (nothing for an article), where it stands, its markup."""

    kind: str
    names: frozenset[str]
    address: str
    html: str
    language: str
    dress: str


def pages(seed: int = 3, each: int = 25, half: int | None = None) -> Iterator[Made]:
    """``each`` pages of every kind. ``half`` keeps to one half of the phrases and styles; None takes turns."""
    for kind, (maker, names) in STRANGERS.items():
        yield from _drawn(kind, maker, names, seed, each, half)
    for kind, maker in ARTICLES.items():
        yield from _drawn(kind, maker, frozenset(), seed, each, half)


def _drawn(kind: str, maker: Maker, names: frozenset[str], seed: int, each: int, half: int | None) -> Iterator[Made]:
    for number in range(each):
        chance = random.Random(f"{seed} {kind} {number}")
        side = number % 2 if half is None else half
        dress = chance.choice([dress for dress in DRESSES if dress.half == side])
        language = chance.choice(LANGUAGES)
        host = chance.choice(
            ("www.harbourpost.example", "stonnard.example", "news.lantern.example", "merrow-today.example")
        )
        path, html = maker(Desk(chance, Speech(chance, language, side), dress, host))
        yield Made(kind, names, f"https://{host}{path}", html, language, dress.name)
