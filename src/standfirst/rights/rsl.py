"""RSL 1.0 (rslstandard.org): whether a licence document lets us use a page, without payment, as AI input.

A document holds ``content`` elements, each with licences to choose from; of those that cover an address, the
one with the longest pattern holds, as with the rules of robots.txt. A licence permits every use where it
lists none, only the listed ones otherwise, and never what it prohibits. The draft's spellings are read too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

#: Uses that a brief is: the text goes into an automated system and its words come out (1.0, then the draft).
OUR_USES = frozenset({"ai-input", "ai-all", "all", "ai-use", "ai-summarize"})
#: Payments that cost nothing: attribution is what every publication gives.
FREE = frozenset({"", "free", "attribution"})
#: Two spellings of one use: the draft's and 1.0's.
SPELLINGS = {"train-ai": "ai-train", "train-genai": "ai-train"}

MAX_LENGTH = 200_000
MAX_LICENCES = 100
MAX_PATTERN = 500
_KEPT = "%/*$?&=:;,+@!'()~[]#"


@dataclass(frozen=True, slots=True)
class Licence:
    """One offer: uses in their 1.0 spelling; ``permits`` None where it lists none; ``payment`` its type.

    ``users`` are the kinds of users it is limited to (commercial, education …; None: all), ``not_users`` those
    it leaves out, ``server`` that it has to be obtained from a licence server first.
    """

    permits: frozenset[str] | None = None
    prohibits: frozenset[str] = frozenset()
    payment: str = ""
    users: frozenset[str] | None = None
    not_users: frozenset[str] = frozenset()
    server: bool = False

    def objection(self) -> str:
        """Why it does not let us make a brief, as words for a sentence; "" where it does.

        What kind of user the operator is, we do not know: only a licence for commercial users too is sure.
        """
        barred = sorted(self.prohibits & OUR_USES)
        if barred:
            return f"prohibits {', '.join(barred)}"
        if self.permits is not None and not self.permits & OUR_USES:
            return f"permits only {', '.join(sorted(self.permits)) or 'other uses'}"
        if self.payment not in FREE:
            return f"asks for payment ({self.payment})"
        if self.users is not None and "commercial" not in self.users:
            return f"is for {', '.join(sorted(self.users)) or 'other'} users only"
        if "commercial" in self.not_users:
            return "is not for commercial users"
        return "has to be obtained from a licence server" if self.server else ""


def licences(document: str, address: str = "") -> tuple[Licence, ...]:
    """The licences in an RSL document that hold for ``address`` (every one where no address is given).

    Broken XML gives what can be read of it, which may be nothing; entities and the network are never used.
    """
    root = _parse(document)
    if root is None:
        return ()
    found: list[Licence] = []
    for content in _holding(root, address) if address else _contents(root):
        server = bool((content.get("server") or "").strip())
        offers = [_licence(each, server) for each in content if _name(each) == "license"]
        found += offers or ([Licence(server=True)] if server else [])
    return tuple(found[:MAX_LICENCES])


def objection(offers: tuple[Licence, ...]) -> str:
    """Why none of the offers lets us make a brief; "" where one does, or there is none."""
    reasons = [offer.objection() for offer in offers]
    return reasons[0] if reasons and all(reasons) else ""


def covering(document: str, address: str) -> str:
    """The document with only the ``content`` that holds for ``address``; "" where there is none."""
    from lxml import etree

    root = _parse(document)
    return str(etree.tostring(root, encoding="unicode", with_tail=False)) if prune(root, address) else ""


def prune(root: Any, address: str) -> bool:
    """Take out of an RSL tree the ``content`` that does not hold for ``address``; whether any is left."""
    if root is None:
        return False
    held = set(_holding(root, address))
    for content in _contents(root):
        if content not in held and content.getparent() is not None:
            content.getparent().remove(content)
    return bool(held)


def covers(pattern: str, address: str) -> bool:
    """Whether a ``content`` element's ``url`` (an address or a path, ``*`` and ``$`` as in robots.txt) covers it."""
    return fit(pattern, address) >= 0


def fit(pattern: str, address: str) -> int:
    """The length of the path pattern by which a ``content`` element's ``url`` covers the address; -1 where it does not.

    What cannot be told apart, or is too long to be checked, is taken as meant for this page.
    """
    pattern = pattern.strip()
    if len(pattern) > MAX_PATTERN:
        return len(pattern)
    try:
        parts = urlsplit(address)
        if pattern.lower().startswith(("http://", "https://")):
            wanted = urlsplit(pattern)
            if (wanted.hostname or "").removeprefix("www.") != (parts.hostname or "").removeprefix("www."):
                return -1
            pattern = wanted.path + (f"?{wanted.query}" if wanted.query else "")
    except ValueError:
        return len(pattern)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    pattern = quote(pattern, safe=_KEPT, errors="replace") or "/"
    return len(pattern) if _matches(pattern, quote(path, safe=_KEPT, errors="replace")) else -1


def _contents(root: Any) -> list[Any]:
    return [each for each in root.iter() if _name(each) == "content"]


def _holding(root: Any, address: str) -> list[Any]:
    """The ``content`` elements with the longest pattern that covers the address (RFC 9309, section 2.2.2)."""
    fits = [(fit(content.get("url") or "/", address), content) for content in _contents(root)]
    longest = max((length for length, _ in fits), default=-1)
    return [content for length, content in fits if length >= 0 and length == longest]


def _matches(pattern: str, path: str) -> bool:
    """RFC 9309's path match, piece by piece from the left, so that many stars cost no more than one pass."""
    exact = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, piece in enumerate(rest):
        if exact and number == len(rest) - 1:
            return len(path) - len(piece) >= at and path.endswith(piece)
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return not exact or at == len(path)


def _licence(element: Any, server: bool) -> Licence:
    permits: dict[str, set[str]] = {}
    prohibits: dict[str, set[str]] = {}
    payment = ""
    for child in element:
        name = _name(child)
        words = {SPELLINGS.get(word, word) for word in re.split(r"[\s,]+", (child.text or "").lower()) if word}
        kind = (child.get("type") or "").strip().lower()
        if name in {"permits", "prohibits"}:
            (permits if name == "permits" else prohibits).setdefault(kind or "usage", set()).update(words)
        elif name == "payment":
            kind = kind or ("amount" if any(_name(each) == "amount" for each in child) else "free")
            payment = payment if kind in FREE else kind
    return Licence(
        permits=frozenset(permits["usage"]) if "usage" in permits else None,
        prohibits=frozenset(prohibits.get("usage", ())),
        payment=payment,
        users=frozenset(permits["user"]) if "user" in permits else None,
        not_users=frozenset(prohibits.get("user", ())),
        server=server,
    )


def _parse(document: str) -> Any:
    from lxml import etree

    if len(document) > MAX_LENGTH or "<" not in document:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(document.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
