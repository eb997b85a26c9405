"""Is it an article? A page that is none is named for what it is, with a sentence that says why.

Decided on a few figures of the page (:class:`Look`), so that every rule can be tested without one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from standfirst.reading import addresses

#: Words of text from which a page is taken for an article without any statement that it is one.
ENOUGH = 100
#: Words under which a page without such a statement is none.
LITTLE = 30
#: Words of a wall's text at the most; a longer page that mentions cookies or a login is an article.
WALL = 150

_NOT_FOUND = re.compile(
    r"\b(?:404|410|page not found|not found|page (?:doesn't|does not|no longer) exists?|"
    r"page (?:cannot|can't|could not) be found|"
    r"page (?:is )?unavailable|nicht gefunden|existiert nicht|page introuvable|introuvable|no encontrada|no existe|"
    r"não encontrada|pagina non trovata|niet gevonden|hittades inte|finns inte|ikke fundet|ikke funnet|nie znaleziono|"
    r"nie istnieje|sivua ei löydy|stránka nenalezena|страница не найдена|页面不存在|ページが見つかりません)\b",
    re.IGNORECASE,
)
_BOT_WALL = re.compile(
    r"just a moment|attention required|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"checking your browser|access denied|access to this page has been denied|request blocked|unusual traffic|"
    r"pardon our interruption|security check|complete the captcha|press & hold|ddos protection|403 forbidden|"
    r"bot detection|please verify|human verification|you have been blocked",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"\b(?:cookies?|consent|privacy (?:policy|settings|choices)|gdpr|datenschutz|einwilligung|zustimmung|consentement|"
    r"confidentialité|consentimiento|privacidad|consenso|toestemming|samtycke|samtykke|zgoda|tracking|werbefrei|"
    r"personalised ads|personalized ads|partners)\b",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"\b(?:log ?in|sign ?in|password|forgot(?:ten)? (?:your )?password|create (?:an )?account|"
    r"anmelden|passwort|einloggen|"
    r"se connecter|mot de passe|iniciar sesión|contraseña|accedi|inloggen|wachtwoord|logga in|lösenord|zaloguj)\b",
    re.IGNORECASE,
)
_SCRIPTLESS = re.compile(
    r"(?:enable|turn on|requires?|need|activate|activer?|aktivieren|habilit\w{1,6}|abilita\w{0,3}).{0,40}javascript|"
    r"javascript.{0,40}(?:enabled|disabled|required|aktivier\w{0,4}|désactivé|necess\w{1,6}|deaktiviert)",
    re.IGNORECASE,
)
#: schema.org types of pages that hold other pages.
_LISTINGS = frozenset({"collectionpage", "itemlist", "searchresultspage", "profilepage", "archivepage", "blog"})
_LISTING_PATH = re.compile(
    r"/(?:tag|tags|topic|topics|category|categories|author|authors|search|archive|archives|page/\d+)(?:/|$)"
)


@dataclass(frozen=True, slots=True)
class Look:
    """What deciding takes of a page. ``words`` of the text read, ``visible`` of everything on it.

    ``linked`` is the share of the visible words that stand in links, ``stated`` that the page says it is an
    article (schema.org's or Open Graph's type), ``dated`` that it states a date of publication.
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


def judge(look: Look) -> tuple[str, str]:
    """``("", "")`` for an article, else the kind of page and the reason."""
    opening = f"{look.title[:200]} {look.text[:600]}"
    if _NOT_FOUND.search(look.title[:200]) and look.words < WALL and not look.stated:
        return "not-found", f"It calls itself {look.title[:80]!r} and has {look.words} words."
    if look.words < WALL and (look.challenge or (_BOT_WALL.search(opening) and not look.stated)):
        return "bot-wall", "It asks visitors to prove that they are no robot."
    if (look.visible < 5 and look.scripts > 2000) or (
        look.words < WALL
        and not look.dated
        and _SCRIPTLESS.search(f"{opening} {look.noscript[:500]}")
        and look.visible < WALL
    ):
        return "needs-javascript", "It shows its text only with JavaScript."
    if look.words < WALL and not look.stated:
        if look.password or len(_LOGIN.findall(opening)) >= 3:
            return "login", "It asks for a login."
        if len(_COOKIES.findall(opening)) >= 4:
            return "cookie-wall", "It asks for consent to cookies in place of its text."
    if look.visible < 3 and not look.stated:
        return "empty", "There is no text on it."
    return _listing(look)


def _listing(look: Look) -> tuple[str, str]:
    home = addresses.path(look.address).rstrip("/").lower() in {"", "/index.html", "/index.php", "/home", "/index.htm"}
    home = home and "?" not in look.address and look.address.startswith("http")
    if home and not (look.stated and look.dated):
        return "home", "It is a site's front page."
    if look.stated or (look.dated and look.words >= LITTLE and look.linked < 0.5):
        return ("", "") if look.words or look.title else ("empty", "There is no text on it.")
    if _LISTINGS & look.types and (look.words < 2 * ENOUGH or look.linked > 0.5):
        return "listing", "It says that it lists other pages."
    if _LISTING_PATH.search(addresses.path(look.address).lower()) and look.linked > 0.4:
        return "listing", "Its address and its links are those of a list of pages."
    if look.words < ENOUGH and look.links > 30 and look.linked > 0.5:
        return "listing", f"{look.linked:.0%} of its words stand in {look.links} links."
    if look.linked > 0.5 and look.links > 20 and look.words > 1.3 * (1 - look.linked) * look.visible:
        return "listing", f"Its text stands in {look.links} links."
    if look.words < LITTLE:
        return "empty", f"It has {look.words} words of text and does not say that it is an article."
    return "", ""
