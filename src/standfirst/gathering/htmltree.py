"""HTML of strangers read into a tree, for what discovery and pages of links need of it."""

from __future__ import annotations

import re
from typing import Any

from standfirst.errors import UsageError
from standfirst.gathering import addresses

MAX_BYTES = 5_000_000
CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.I)


def parse(body: bytes, content_type: str = "") -> Any:
    """The root element (lxml), or None where there is no HTML. The header's charset goes before the page's own."""
    from lxml import etree
    from lxml import html as lxml_html

    if not body.strip() or b"\x00" in body[:1000]:
        return None
    named = CHARSET.search(content_type)
    charset = named[1] if named else "utf-8" if _is_utf8(body[:MAX_BYTES]) else None
    try:
        parser = lxml_html.HTMLParser(encoding=charset, no_network=True, huge_tree=False)
    except LookupError:
        parser = lxml_html.HTMLParser(no_network=True, huge_tree=False)
    try:
        return lxml_html.document_fromstring(body[:MAX_BYTES], parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def _is_utf8(body: bytes) -> bool:
    """Whether the body is UTF-8 (a character cut at the end apart): hardly anything else is by chance."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True


def base(root: Any, address: str) -> str:
    """What relative references in the page are resolved against: its ``base`` element, or its own address."""
    stated = next((element.get("href") for element in root.iter("base") if element.get("href")), "")
    try:
        return addresses.resolve(address, stated) if stated else address
    except UsageError:
        return address


def text(element: Any, most: int) -> str:
    """The text inside an element, white space folded, without scripts and styles."""
    found: list[str] = []
    length = 0
    for part in element.iter():
        if isinstance(part.tag, str) and part.tag not in {"script", "style", "noscript"} and part.text:
            found.append(part.text)
        if part is not element and part.tail:
            found.append(part.tail)
        length += len(found[-1]) if found else 0
        if length > most * 4:
            break
    return " ".join("".join(found).split())[:most]


def title(root: Any) -> str:
    """The page's ``title``."""
    element = next(root.iter("title"), None)
    return "" if element is None else text(element, 500)
