"""robots.txt as RFC 9309 reads it, and what else publishers state there: crawl delay, sitemaps, licences, wishes.

Before protego parses it, the file is cut down to the groups that concern us: a hostile file of many agents
and many rules would cost their product. Licences are RSL's ``License`` lines, wishes AIPREF's
``Content-Usage`` and the ``Content-Signal`` that some networks use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from standfirst.errors import UsageError
from standfirst.gathering import addresses
from standfirst.rights import Signal

if TYPE_CHECKING:
    from protego import Protego

MAX_BYTES = 500 * 1024  # RFC 9309, section 2.5: at least so much is parsed
MAX_LINE = 2000
MAX_SITEMAPS = 100
MAX_LICENCES = 3
MAX_WISHES = 20
AGENT = ("user-agent", "useragent", "user agent")
WISHES = ("content-usage", "content-signal")


@dataclass(frozen=True, eq=False)
class Robots:
    """What a site's robots.txt says to us; ``named``: a group names us; ``delay`` in seconds, if asked."""

    rules: Protego | None = None
    agent: str = "*"
    named: bool = False
    delay: float | None = None
    sitemaps: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    wishes: tuple[Signal, ...] = ()

    def allows(self, address: str) -> bool:
        """Whether the address may be fetched; robots.txt itself always may."""
        return self.rules is None or self.rules.can_fetch(address, self.agent)

    def wishes_of(self, address: str) -> tuple[Signal, ...]:
        """The wishes that hold for an address; one that begins with "/" begins with the path it is for.

        (draft-ietf-aipref-attach, section on robots.txt.)
        """
        here = target(address)
        return tuple(
            wish for wish in self.wishes if not wish.value.startswith("/") or matches(wish.value.split()[0], here)
        )


def parse(body: bytes, base: str, token: str) -> Robots:
    """Read the robots.txt found at ``base`` (its address) for the product ``token``.

    A file beyond 500 KiB is read up to there; a web page in its place holds no rules.
    """
    from protego import Protego

    text = body[:MAX_BYTES].decode("utf-8-sig", errors="replace").replace("\x00", "")
    lines = [line for line in text.splitlines() if len(line) <= MAX_LINE]
    ours, named = _groups(lines, token)
    agent = token if named else "*"
    rules = Protego.parse("\n".join([f"User-agent: {agent}", *(line for line, _ in ours)]))
    wishes = [_value(line) for line, field in ours if field in WISHES and _value(line)]
    return Robots(
        rules=rules,
        agent=agent,
        named=named,
        delay=rules.crawl_delay(agent),
        sitemaps=_addresses(lines, "sitemap", base)[:MAX_SITEMAPS],
        licences=_addresses([line for line, field in ours if field == "license"], "license", base)[:MAX_LICENCES],
        wishes=tuple(Signal("aipref", wish[:500], "robots.txt") for wish in wishes[:MAX_WISHES]),
    )


def _groups(lines: list[str], token: str) -> tuple[list[tuple[str, str]], bool]:
    """The rule lines that hold for ``token`` with their fields, and whether a group names it.

    Those are the lines of every group with the token, or with ``*`` where none has it (RFC 9309, section
    2.2.1), and lines before any group, which hold for everyone.
    """
    common: list[tuple[str, str]] = []
    mine: list[tuple[str, str]] = []
    anyone: list[tuple[str, str]] = []
    agents: set[str] = set()
    in_rules, named = True, False
    for raw in lines:
        line = raw.partition("#")[0].strip()
        field = _field(line)
        if not field:
            continue
        if field in AGENT:
            if in_rules:
                agents, in_rules = set(), False
            agents.add(_product(_value(line)))
            named = named or token in agents
            continue
        if field in {"sitemap", "host"}:
            continue  # these belong to no group and end none
        in_rules = True
        if not agents:
            if field in {"license", *WISHES}:
                common.append((line, field))
            continue
        if token in agents:
            mine.append((line, field))
        if "*" in agents:
            anyone.append((line, field))
    return common + (mine if named else anyone), named


def _field(line: str) -> str:
    """A line's field in lower case; some sites leave the colon out."""
    name, colon, _ = line.partition(":")
    if not colon:
        name = line.partition(" ")[0]
    return name.strip().lower()


def _value(line: str) -> str:
    _, colon, value = line.partition(":")
    return (value if colon else line.partition(" ")[2]).strip()


def _product(value: str) -> str:
    """The product token that a user-agent line begins with, in lower case; ``*`` stays."""
    value = value.lower()
    end = next((i for i, c in enumerate(value) if not (c.isascii() and (c.isalpha() or c in "_-*"))), len(value))
    return value[:end]


def _addresses(lines: list[str], field: str, base: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for line in lines:
        text = line.partition("#")[0] if field == "sitemap" else line
        if _field(text.strip()) in {field, f"{field}s"} and _value(text):
            try:
                found[addresses.resolve(base, _value(text.strip()))] = None
            except UsageError:
                continue
    return tuple(found)


def target(address: str) -> str:
    """Path and query of an address: what patterns are matched against."""
    pieces = urlsplit(address)
    return (pieces.path or "/") + (f"?{pieces.query}" if pieces.query else "")


def matches(pattern: str, text: str) -> bool:
    """Whether a pattern of RFC 9309, section 2.2.3 (``*`` any characters, a last ``$`` the end) begins ``text``.

    Each piece is sought once, leftmost, so the time is linear in practice and never more than the product.
    """
    end = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not text.startswith(first):
        return False
    place = len(first)
    last = rest.pop() if rest else None
    for piece in rest:
        place = text.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    if last is None:
        return not end or place == len(text)
    if end:
        return text.endswith(last) and len(text) - len(last) >= place
    return text.find(last, place) >= 0
