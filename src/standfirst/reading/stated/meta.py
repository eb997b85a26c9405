"""What a page's head says: meta elements by name, links, JSON-LD; gathered once for everyone who asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from standfirst.reading.document.dom import Element, clean
from standfirst.reading.stated import jsonld

MAX_METAS = 600
MAX_VALUE = 5000


@dataclass(frozen=True, slots=True)
class Head:
    """``metas`` by lower-case name, property, itemprop or http-equiv; ``links`` as (rel, type, href)."""

    metas: dict[str, tuple[str, ...]]
    links: tuple[tuple[str, str, str], ...]
    nodes: tuple[jsonld.Node, ...]
    titles: tuple[str, ...]
    language: str
    rsl: tuple[str, ...]

    def first(self, *names: str) -> str:
        """The first value that one of ``names`` has, in their order."""
        return next((value for name in names for value in self.metas.get(name, ()) if value), "")

    def all(self, *names: str) -> tuple[str, ...]:
        """All values of ``names``, once each."""
        return tuple(dict.fromkeys(value for name in names for value in self.metas.get(name, ()) if value))

    def like(self, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """All values whose name holds ``pattern``, once each."""
        found = (value for name, values in self.metas.items() if pattern.search(name) for value in values if value)
        return tuple(dict.fromkeys(found))

    def link(self, rel: str) -> str:
        """The address of the first link with this relation."""
        return next((href for rels, _, href in self.links if rel in rels.lower().split()), "")


def head(root: Element) -> Head:
    """Read a page's head, wherever its elements stand: broken markup pushes them into the body."""
    metas: dict[str, list[str]] = {}
    for number, element in enumerate(root.iter("meta")):
        if number >= MAX_METAS:
            break
        value = clean((element.get("content") or "")[:MAX_VALUE])
        for key in ("name", "property", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()[:100]
            if name:
                metas.setdefault(name, []).append(value)
                break
    links = [
        (element.get("rel") or "", element.get("type") or "", (element.get("href") or "").strip())
        for element, _ in zip(root.iter("link"), range(MAX_METAS), strict=False)
    ]
    scripts: list[str] = []
    rsl: list[str] = []
    for element in root.iter("script"):
        kind = (element.get("type") or "").strip().lower()
        if kind.startswith("application/ld+json"):
            scripts.append(element.text or "")
        elif kind.startswith("application/rsl+xml"):
            rsl.append(element.text or "")
    titles = [clean(element.text_content()) for element, _ in zip(root.iter("title"), range(20), strict=False)]
    return Head(
        {name: tuple(values) for name, values in metas.items()},
        tuple(links),
        jsonld.nodes(scripts),
        tuple(title for title in titles if title),
        _language(root),
        tuple(rsl),
    )


def _language(root: Element) -> Any:
    declared = root.get("lang") or root.get("xml:lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return (declared or "").strip()[:35]
