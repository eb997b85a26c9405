"""XML of unknown origin, read into a tree: mended where it is broken, no entities, no network, no huge depth."""

from __future__ import annotations

import re
from typing import Any

BARE_AMPERSAND = re.compile(rb"&(?!#?[A-Za-z0-9]{1,32};)")


def parse(body: bytes) -> Any:
    """The root element (lxml), or None where there is nothing to be read.

    Broken XML is mended; its bare ampersands first, since the parser would drop them out of addresses.
    """
    from lxml import etree

    body = body.lstrip()
    for recover in (False, True):
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, recover=recover, huge_tree=False, load_dtd=False
        )
        try:
            return etree.fromstring(BARE_AMPERSAND.sub(b"&amp;", body) if recover else body, parser)
        except (etree.XMLSyntaxError, ValueError):
            continue
    return None


def name(element: Any) -> str:
    """An element's name without its namespace, in lower case; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def text(element: Any, most: int = 10_000) -> str:
    """All text inside an element, white space folded."""
    return " ".join("".join(element.itertext(with_tail=False)).split())[:most] if element is not None else ""
