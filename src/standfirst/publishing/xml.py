"""XML written by one hand: every text passes one gate, so that no document can be ill-formed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from lxml import etree

# Everything outside the production Char of XML 1.0, section 2.2, and the non-characters it discourages.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """``text`` without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


def line(text: str) -> str:
    """``text`` as one line of plain text: clean, white space folded."""
    return _SPACE.sub(" ", clean(text)).strip()


def sub(parent: Any, tag: str, text: str | None = None, attributes: Mapping[str, str] | None = None) -> Any:
    """A child of ``parent``. ``tag`` is a plain name of the parent's namespace or ``{namespace}name``."""
    if not tag.startswith("{"):
        namespace = etree.QName(parent).namespace
        tag = f"{{{namespace}}}{tag}" if namespace else tag
    child = etree.SubElement(parent, tag)
    for name, value in (attributes or {}).items():
        child.set(name, clean(value))
    if text is not None:
        child.text = clean(text)
    return child


def document(root: Any) -> bytes:
    """A whole document in UTF-8 with its declaration."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def stamp(moment: datetime) -> str:
    """A moment as RFC 3339 wants it, in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
