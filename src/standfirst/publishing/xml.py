"""XML written by one hand: every text passes one gate, so that no document can be ill-formed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from html.entities import html5
from typing import NewType

#: Well-formed elements, one behind the other: what the functions here return, and all that may stand in another.
Written = NewType("Written", str)

# Everything outside the production Char of XML 1.0, section 2.2, and the controls and non-characters it discourages;
# what became of characters that a source's own software could not read says nothing to anybody else.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffc\U00010000-\U0010ffff]")
# What a reader that takes text for HTML would take for a tag or a character reference.
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])|&(?=#|[0-9A-Za-z]{1,32};|(?P<name>[0-9A-Za-z]{1,32}))")
# The references that HTML knows without their semicolon, at the beginning of whatever follows the ampersand.
_BARE = tuple(name for name in html5 if not name.endswith(";"))
_JOINER = "\u2060"
DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"
NOTHING = Written("")
#: Where :func:`assembled` puts the pieces of a document.
PLACE = Written("<!---->")


def clean(text: str) -> str:
    """``text`` without the characters that XML forbids."""
    if text.isprintable() and "\ufffd" not in text:
        return text  # most texts, and told much faster
    return _FORBIDDEN.sub("", text)


def line(text: str) -> str:
    """``text`` as one line of plain text: clean, white space folded."""
    folded = " ".join(text.split())
    kept = clean(folded)
    return kept if kept is folded else " ".join(kept.split())


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


def leaf(tag: str, text: str, attributes: Mapping[str, str] | None = None) -> Written:
    """An element of text. Tags and the names of attributes are our own words; everything else may be anybody's."""
    return Written(f"<{tag}{_attributes(attributes) if attributes else ''}>{_escaped(text)}</{tag}>")


def element(tag: str, attributes: Mapping[str, str] | None, *inside: Written) -> Written:
    """An element of elements, or an empty one."""
    start = f"<{tag}{_attributes(attributes)}" if attributes else f"<{tag}"
    return Written(f"{start}>{''.join(inside)}</{tag}>" if inside else f"{start}/>")


def document(root: Written) -> bytes:
    """A whole document in UTF-8 with its declaration."""
    return b"".join([DECLARATION, root.encode(), b"\n"])


def assembled(root: Written, pieces: Iterable[bytes]) -> list[bytes]:
    """The document of ``root``, in parts: ``pieces``, elements already encoded, stand at its ``PLACE``."""
    before, _, after = document(root).partition(PLACE.encode())
    return [before, *pieces, after]


def _escaped(text: str) -> str:
    """The one gate of texts. A line ends as a parser reads it; ``&#13;`` is no character of HTML."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "\n")


def _attributes(named: Mapping[str, str]) -> str:
    return "".join([f' {name}="{_quoted(value)}"' for name, value in named.items()])


def _quoted(text: str) -> str:
    """The one gate of attributes' values: white space is kept from being folded by parsers."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    if text.isprintable():
        return text
    return text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


@lru_cache(maxsize=1024)
def stamp(moment: datetime) -> str:
    """A moment as RFC 3339 wants it, in UTC, to the second. A document says the same one many times."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
