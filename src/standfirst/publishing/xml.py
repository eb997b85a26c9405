"""XML written by one hand: every text passes one gate, so that no document can be ill-formed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from html.entities import html5
from typing import Any

from lxml import etree

# Everything outside the production Char of XML 1.0, section 2.2, and the controls and non-characters it discourages;
# what became of characters that a source's own software could not read says nothing to anybody else.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffc\U00010000-\U0010ffff]")
# What a reader that takes text for HTML would take for a tag or a character reference.
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])|&(?=#|[0-9A-Za-z]{1,32};|(?P<name>[0-9A-Za-z]{1,32}))")
# The references that HTML knows without their semicolon, at the beginning of whatever follows the ampersand.
_BARE = tuple(name for name in html5 if not name.endswith(";"))
_JOINER = "\u2060"
DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"


def clean(text: str) -> str:
    """``text`` without the characters that XML forbids."""
    if text.isascii() and text.isprintable():
        return text  # most texts, and told much faster
    return _FORBIDDEN.sub("", text)


def line(text: str) -> str:
    """``text`` as one line of plain text: clean, white space folded."""
    kept = clean(" ".join(text.split()))
    return " ".join(kept.split())


def plain(text: str) -> str:
    """``text`` as one line that is the same text to a reader that takes it for HTML.

    Where it would read as a tag or a character reference, a word joiner (U+2060, of no width) follows the ``<`` or
    ``&``; RSS titles have no other way to say which of the two they are.
    """
    text = line(text)
    return _MARKUP.sub(_joined, text) if "<" in text or "&" in text else text


def _joined(found: re.Match[str]) -> str:
    name = found["name"]
    # Without its semicolon a name is one only where HTML knows it (AT&T and R&D are none), or it has a digit.
    return found[0] if name and name.isalpha() and not name.startswith(_BARE) else found[0] + _JOINER


def sub(parent: Any, tag: str, text: str | None = None, attributes: Mapping[str, str] | None = None) -> Any:
    """A child of ``parent``. ``tag`` is a plain name of the parent's namespace or ``{namespace}name``."""
    if not tag.startswith("{"):
        own: str = parent.tag
        tag = own[: own.rindex("}") + 1] + tag if own[0] == "{" else tag
    child = etree.SubElement(parent, tag)
    for name, value in (attributes or {}).items():
        child.set(name, clean(value))
    if text is not None:
        child.text = clean(text).replace("\r", "\n")  # as a parser reads a line's end; &#13; is no character of HTML
    return child


def document(root: Any) -> bytes:
    """A whole document in UTF-8 with its declaration."""
    return b"".join([DECLARATION, bytes(etree.tostring(root, encoding="UTF-8")), b"\n"])


def piece(root: Any, make: Callable[[Any], object]) -> bytes:
    """What ``make`` adds to the element it is given, as it stands within a document of ``root``.

    Namespaces that the root declares are not declared again, so that pieces can be put together.
    """
    shell = etree.Element(root.tag, nsmap=root.nsmap)
    make(shell)
    text = bytes(etree.tostring(shell, encoding="UTF-8"))
    return text[text.index(b">") + 1 : text.rindex(b"</")]


def assembled(root: Any, place: Any, pieces: Iterable[bytes]) -> bytes:
    """The document of ``root`` with the pieces where ``place``, an empty comment in it, stands."""
    mark = bytes(etree.tostring(place, with_tail=False))
    before, _, after = document(root).partition(mark)
    return b"".join([before, *pieces, after])


def stamp(moment: datetime) -> str:
    """A moment as RFC 3339 wants it, in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
