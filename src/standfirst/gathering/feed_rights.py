"""Rights that a feed states for itself: RSL elements (rslstandard.org, RSL 1.0 in RSS and Atom)."""

from __future__ import annotations

from dataclasses import dataclass

from standfirst.gathering import xmltree
from standfirst.rights import Signal, rsl

NAMESPACE = "rslstandard.org/rsl"
MAX_SIGNALS = 200
MAX_LENGTH = 20_000


@dataclass(frozen=True, slots=True)
class Terms:
    """What a feed licenses: (pattern of addresses, licence as XML), in the feed's order."""

    rows: tuple[tuple[str, str], ...] = ()

    def all(self) -> tuple[Signal, ...]:
        """Every different licence in the feed."""
        return tuple(Signal("rsl", text, "feed") for text in dict.fromkeys(text for _, text in self.rows))

    def of(self, address: str) -> tuple[Signal, ...]:
        """What holds for one entry: of the patterns that cover its address the longest, as in any RSL document."""
        fits = [(rsl.fit(pattern, address), text) for pattern, text in self.rows]
        longest = max((length for length, _ in fits), default=-1)
        held = list(dict.fromkeys(text for length, text in fits if length >= 0 and length == longest))
        if len(held) > 1:  # to choose from
            return (Signal("rsl", f"<rsl>{''.join(held)}</rsl>"[:MAX_LENGTH], "feed"),)
        return tuple(Signal("rsl", text, "feed") for text in held)


def stated(body: bytes) -> Terms:
    """The licences in a feed. One without a pattern counts for all of it, as the stricter reading."""
    if NAMESPACE.encode() not in body:
        return Terms()
    from lxml import etree

    root = xmltree.parse(body)
    found: dict[tuple[str, str], None] = {}
    for element in root.iter() if root is not None else ():
        if _is_rsl(element) and xmltree.name(element) != "rsl" and not _inside(element):
            text = str(etree.tostring(element, encoding="unicode", with_tail=False))[:MAX_LENGTH]
            if xmltree.name(element) != "content":
                text = f"<content>{text}</content>"
            found[(element.get("url") or "/").strip(), text] = None
            if len(found) == MAX_SIGNALS:
                break
    return Terms(tuple(found))


def _inside(element: object) -> bool:
    """Whether it stands in an element of RSL that is kept whole."""
    parent = element.getparent()  # type: ignore[attr-defined]
    return parent is not None and _is_rsl(parent) and xmltree.name(parent) != "rsl"


def _is_rsl(element: object) -> bool:
    tag = element.tag  # type: ignore[attr-defined]
    return isinstance(tag, str) and NAMESPACE in tag.partition("}")[0]
