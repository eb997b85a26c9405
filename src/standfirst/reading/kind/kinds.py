"""Is it an article? A page that is none is named for what it is, with a sentence that says why.

First what stands in an article's place is looked for: a wall, an error, a form, a page about the site. Then the
evidence for and against an article is summed, each piece with its weight and its words
(:mod:`standfirst.reading.kind.evidence`). All is decided on a few figures of the page
(:mod:`standfirst.reading.kind.figures`), so that every rule can be tested without one.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from standfirst.reading import addresses
from standfirst.reading.kind import evidence, layout, signs
from standfirst.reading.kind.evidence import ENOUGH, TELLING, WALL
from standfirst.reading.kind.figures import Look

#: Words of prose under which a page has hardly any text of its own.
LITTLE = 30
#: Words of prose under which a page may be something else in spite of what it states.
SCANT = 60
#: Share of a text's words that speak of consent, or of subscriptions, from which it is made of them.
MADE_OF = 0.055

_HOMES = frozenset({"", "/index.html", "/index.php", "/home", "/index.htm", "/startseite", "/accueil", "/inicio"})
_TONGUE = re.compile(r"/[a-z]{2}(?:[-_][a-z]{2})?")
_QUERIES = frozenset(
    {"q", "s", "query", "search", "text", "keyword", "keywords", "words", "term", "searchterm", "suche", "wd"}
)


def judge(look: Look) -> tuple[str, str]:
    """``("", "")`` for an article, else the kind of page and the reason."""
    if wall := _wall(look) or _offer(look):
        return wall
    if _is_home(look):
        return "home", "It is a site's front page."
    found = evidence.of(look)
    if sum(each.weight for each in found) > 0:
        return "", ""
    against = sorted((each for each in found if each.weight < 0), key=lambda each: each.weight)[:3]
    kind = _named(look)
    return kind, _sentence([each.words for each in against])


def _wall(look: Look) -> tuple[str, str] | None:
    """What stands in the text's place: a guard, an error, an empty shell, a login, a request for consent."""
    if look.prose < WALL and look.challenge and look.visible < 2 * WALL:
        return "bot-wall", "It asks visitors to prove that they are no robot."
    if look.prose >= WALL and (look.stated or look.dated):
        return None
    few = look.visible < 2 * WALL and look.stories < 6
    if few and look.prose < WALL and (says := look.sign("bot-wall") or _first_words(look)):
        return "bot-wall", f"It asks visitors to prove that they are no robot: {says!r}."
    if look.prose < SCANT + LITTLE and (says := look.sign("not-found")) and not (look.owned and look.dated):
        return "not-found", f"It says that there is no such page: {says!r}."
    if look.prose < SCANT and (says := look.sign("error")) and not (look.owned and look.dated):
        return "error", f"It tells of an error: {says!r}."
    scripts = signs.said(f"{look.noscript} {look.opening[:600] if look.visible < WALL else ''}", "scripts")
    shell = look.prose < 2 * LITTLE and look.words < WALL and look.stories < 6
    bare = (look.visible < 5 and look.scripts > 2000) or (look.hollow and look.visible < WALL)
    if shell and (bare or (scripts and look.visible < ENOUGH)):
        return "needs-javascript", "It shows its text only with JavaScript."
    if look.prose < (SCANT if look.stated else ENOUGH) and look.stories < 8:
        if (says := look.sign("login")) and (look.password or look.fields or look.visible < WALL):
            return "login", f"It asks for a login: {says!r}."
        if look.password and look.fields <= 3 and look.prose < LITTLE and not look.dated and not look.sign("subscribe"):
            return "login", "It is a form that asks for a password."
    text = look.own if layout.size(look.own) >= 20 else look.opening
    size = layout.size(text)
    if (
        size >= 10
        and look.prose < 2 * WALL
        and look.stories < 6
        and 4 * size > look.visible
        and not (look.fields or look.sign("service"))
    ):
        spoken = signs.said(text, "consent")
        least = MADE_OF if look.sign("cookie-wall") else 1.5 * MADE_OF
        if spoken > max(2, least * size, signs.said(text, "offer")):
            return "cookie-wall", "It asks for consent to cookies in place of its text."
    return None


def _first_words(look: Look) -> str:
    """The first words of a nearly empty page, where they are a guard's; guards speak where no script runs, too."""
    if look.visible >= 2 * LITTLE:
        return ""
    opening = (text[: signs.MAX_SIGN] for text in (look.opening, look.noscript))
    return next((text for text in opening if signs.read(text, "bot-wall")), "")


def _offer(look: Look) -> tuple[str, str] | None:
    """A page of the site's own: what it sells, whom it writes to, who it is."""
    if look.owned and look.dated and look.prose >= SCANT:
        return None
    place = _place(look)
    if look.prose < 2 * WALL and look.stories < 8:
        if (says := look.sign("subscribe")) or place == "subscribe":
            return "subscribe", f"It offers a subscription, an account or a newsletter{f': {says!r}' if says else ''}."
        offered = signs.said(look.opening, "offer") / max(1, layout.size(look.opening))
        if offered > MADE_OF and look.prose < WALL and look.prices >= 2 and not look.dated:
            return "subscribe", f"It offers subscriptions, with {look.prices} prices."
    if place == "login" and look.prose < SCANT:
        return "login", "Its address is that of a login."
    if (says := look.sign("service")) and look.stories < 8:
        return "service", f"It is the site's page about itself: {says!r}."
    if place == "service" and not look.owned and look.stories < 8:
        return "service", "Its address is that of a page about the site."
    return None


def _is_home(look: Look) -> bool:
    if not look.address.startswith("http"):
        return False
    path = addresses.path(look.address).rstrip("/").lower()
    if path not in _HOMES and not _TONGUE.fullmatch(path):
        return False
    if any(
        key in {"p", "id", "page_id", "article", "story"} or key in _QUERIES or value.isdigit()
        for key, value in _query(look)
    ):
        return False
    return not (look.owned and look.nodes == 1 and look.dated) and not (
        look.stated and look.dated and look.prose >= ENOUGH and look.stories < 8
    )


def _named(look: Look) -> str:
    """The name of a page that is no article and no wall."""
    keys = {key for key, _ in _query(look)}
    places = set(addresses.path(look.address).lower().strip("/").split("/")[:3])
    searched = (
        any(signs.PLACES.get(place) == "search" for place in places)
        or keys & _QUERIES
        or "searchresultspage" in look.types
    )
    if searched or look.sign("search"):
        return "search"
    if look.figures > 0.2 and look.teased < ENOUGH:
        return "table"
    if look.visible < LITTLE and look.stories < 3:
        return "empty"
    return "listing"


def _place(look: Look) -> str:
    """The kind that a short address without a headline in it names; "" where it names none."""
    path = addresses.path(look.address).lower().strip("/")
    steps = [step.partition(".")[0] for step in path.split("/")]
    if len(steps) > 3 or TELLING.search(f"/{path}/"):
        return ""
    return next((signs.PLACES[step] for step in reversed(steps[-2:]) if step in signs.PLACES), "")


def _query(look: Look) -> list[tuple[str, str]]:
    try:
        return [(key.lower(), value) for key, value in parse_qsl(urlsplit(look.address).query, max_num_fields=50)]
    except ValueError:
        return []


def _sentence(reasons: list[str]) -> str:
    said = "; ".join(reasons) or "nothing says that it is an article"
    return f"{said[0].upper()}{said[1:]}."
