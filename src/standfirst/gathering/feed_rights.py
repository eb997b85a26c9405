"""Rights that a feed states for itself: RSL elements (rslstandard.org, RSL 1.0 in RSS and Atom)."""

from __future__ import annotations

from standfirst.gathering import xmltree
from standfirst.rights import Signal

NAMESPACE = "rslstandard.org/rsl"
MAX_SIGNALS = 20
MAX_LENGTH = 20_000


def stated(body: bytes) -> tuple[Signal, ...]:
    """Every different licence in the feed, as XML; an entry's own counts for the feed, as the stricter reading."""
    if NAMESPACE.encode() not in body:
        return ()
    from lxml import etree

    root = xmltree.parse(body)
    found: dict[str, None] = {}
    for element in root.iter() if root is not None else ():
        if not isinstance(element.tag, str) or NAMESPACE not in element.tag.partition("}")[0]:
            continue
        parent = element.getparent()
        if parent is not None and isinstance(parent.tag, str) and NAMESPACE in parent.tag.partition("}")[0]:
            continue  # inside one that is kept whole
        found[str(etree.tostring(element, encoding="unicode", with_tail=False))[:MAX_LENGTH]] = None
        if len(found) == MAX_SIGNALS:
            break
    return tuple(Signal("rsl", text, "feed") for text in found)
