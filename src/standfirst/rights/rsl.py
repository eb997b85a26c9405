"""RSL 1.0 (rslstandard.org): whether a licence document lets us use a page, without payment, as AI input.

A document holds ``content`` elements, each with licences to choose from. A licence permits every use where it
lists none, only the listed ones otherwise, and never what it prohibits. The draft's spellings are read too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

#: Uses that a brief is: the text goes into an automated system and its words come out (1.0, then the draft).
OUR_USES = frozenset({"ai-input", "ai-all", "all", "ai-use", "ai-summarize"})
#: Payments that cost nothing: attribution is what every publication gives.
FREE = frozenset({"", "free", "attribution"})
#: Two spellings of one use: the draft's and 1.0's.
SPELLINGS = {"train-ai": "ai-train", "train-genai": "ai-train"}

MAX_LENGTH = 200_000
MAX_LICENCES = 100


@dataclass(frozen=True, slots=True)
class Licence:
    """One offer: uses in their 1.0 spelling; ``permits`` None where it lists none; ``payment`` its type."""

    permits: frozenset[str] | None = None
    prohibits: frozenset[str] = frozenset()
    payment: str = ""

    def objection(self) -> str:
        """Why it does not let us make a brief, as words for a sentence; "" where it does."""
        barred = sorted(self.prohibits & OUR_USES)
        if barred:
            return f"prohibits {', '.join(barred)}"
        if self.permits is not None and not self.permits & OUR_USES:
            return f"permits only {', '.join(sorted(self.permits)) or 'other uses'}"
        return "" if self.payment in FREE else f"asks for payment ({self.payment})"


def licences(document: str, address: str = "") -> tuple[Licence, ...]:
    """The licences in an RSL document that cover ``address`` (every one where no address is given).

    Broken XML gives what can be read of it, which may be nothing; entities and the network are never used.
    """
    root = _parse(document)
    if root is None:
        return ()
    found: list[Licence] = []
    for content in (each for each in root.iter() if _name(each) == "content"):
        if address and not covers(content.get("url") or "/", address):
            continue
        found += [_licence(each) for each in content if _name(each) == "license"]
    return tuple(found[:MAX_LICENCES])


def objection(offers: tuple[Licence, ...]) -> str:
    """Why none of the offers lets us make a brief; "" where one does, or there is none."""
    reasons = [offer.objection() for offer in offers]
    return reasons[0] if reasons and all(reasons) else ""


def covers(pattern: str, address: str) -> bool:
    """Whether a ``content`` element's ``url`` (an address or a path, ``*`` and ``$`` as in robots.txt) covers it."""
    pattern = pattern.strip()[:500]
    try:
        parts = urlsplit(address)
        if pattern.lower().startswith(("http://", "https://")):
            wanted = urlsplit(pattern)
            if (wanted.hostname or "").removeprefix("www.") != (parts.hostname or "").removeprefix("www."):
                return False
            pattern = wanted.path + (f"?{wanted.query}" if wanted.query else "")
    except ValueError:
        return True  # what cannot be told apart is taken as meant for this page
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _matches(pattern or "/", path)


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


def _licence(element: Any) -> Licence:
    permits: set[str] | None = None
    prohibits: set[str] = set()
    payment = ""
    for child in element:
        name, usage = _name(child), (child.get("type") or "usage").lower() == "usage"
        uses = {SPELLINGS.get(use, use) for use in re.split(r"[\s,]+", (child.text or "").lower()) if use}
        if name == "permits" and usage:
            permits = uses | (permits or set())
        elif name == "prohibits" and usage:
            prohibits |= uses
        elif name == "payment" and (kind := (child.get("type") or "free").strip().lower()) not in FREE:
            payment = kind
    return Licence(None if permits is None else frozenset(permits), frozenset(prohibits), payment)


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
