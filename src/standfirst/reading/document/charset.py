"""Bytes to text: the order of mark, form, header, meta element and likeliness, and never an error."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator

from standfirst.reading.document import encodings, sniffing

#: Bytes of a document that are read; the rest is left. The largest of 900 saved news pages has 2,900,000.
MAX_BYTES = 4_000_000
#: Where a meta element may declare the encoding: the first bytes, as the HTML standard has it, and some more.
HEAD_BYTES = 16_384

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEADER = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_COMMENT_OR_META = re.compile(rb"<!--|<meta(?=[\s/])([^>]{0,600})", re.IGNORECASE)
_META = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s{0,20}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
#: Codecs whose text looks like ASCII, so that bytes which are valid UTF-8 may be theirs.
_ESCAPED = ("iso2022", "hz")


def decode(body: bytes, content_type: str = "") -> str:
    """``body`` as text; undecodable bytes become U+FFFD, NUL and other controls that no text has are taken out.

    A byte-order mark decides; then the form of UTF-16 and of ISO-2022-JP; then UTF-8 wherever the bytes are valid
    UTF-8 or nearly so, as other encodings hardly ever are by chance; then the header and the meta element, as far
    as the text reads like a language in what they declare; then the encoding in which it reads best.
    """
    body = body[:MAX_BYTES]
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _plain(body[len(mark) :].decode(name, "replace").encode())
    if name := _utf16(body):
        return _plain(body.decode(name, "replace").encode())
    declared = list(_declared(body, content_type))
    escaped = [name for name in declared if name.startswith(_ESCAPED)]
    if not body.isascii():
        escaped = []
    elif b"\x1b$" in body and not any(name.startswith("iso2022") for name in escaped):
        escaped.append("iso2022_jp")
    for name in escaped:
        try:
            return _plain(encodings.decode(body, name).encode())
        except UnicodeError:
            continue
    if (text := _utf8(body)) is not None:
        return text
    named = (name for name in declared if name != "utf-8" and not name.startswith(_ESCAPED))
    return _plain(encodings.decode(body, sniffing.likeliest(body, named), "replace").encode("utf-8", "replace"))


def readable(text: str) -> str:
    """Text without the characters that no text has, which escapes of JSON and of HTML bring in after decoding."""
    return _UNREADABLE.sub(lambda found: _OF_1252.get(ord(found[0]), ""), text)


def _utf16(body: bytes) -> str:
    """UTF-16 without a mark, by the NULs that markup has in it; "" for anything else."""
    start = body[:2000]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if len(start) < 16 or max(even, odd) * 10 < len(start) or min(even, odd) * 5 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _declared(body: bytes, content_type: str) -> Iterator[str]:
    """The codecs that the header, a meta element and the XML declaration name, in this order."""
    head = body[:HEAD_BYTES]
    found = [_HEADER.search(content_type[:500])]
    names = [each[1] for each in found if each]
    names += [each.decode("ascii") for each in (_in_meta(head), *_XML.findall(head[:300])) if each]
    yield from dict.fromkeys(filter(None, map(encodings.codec, names)))


def _in_meta(head: bytes) -> bytes:
    """The encoding that a meta element declares, those in comments passed over."""
    at = 0
    while found := _COMMENT_OR_META.search(head, at):
        at = found.end()
        if found[1] is None:
            at = head.find(b"-->", at)
            if at < 0:
                break
        elif named := _META.search(found[1]):
            before = found[1][: named.start()].lower()
            if b"content" not in before or b"http-equiv" in found[1].lower():
                return named[1]
    return b""


def _utf8(body: bytes) -> str | None:
    """The body as UTF-8 where it is that, or that with some broken bytes; None where it is something else."""
    try:
        return _plain(body)
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return _plain(error.object[: error.start])
    whole = body.decode("utf-8", "ignore")
    broken = len(body) - len(whole.encode())
    valid = len(whole) - len(whole.encode("ascii", "ignore"))
    return _plain(body.decode("utf-8", "standfirst.mixed").encode()) if valid >= 3 * broken else None


def _mixed(error: UnicodeError) -> tuple[str, int]:
    """A lone byte among ASCII, in a page that is UTF-8 otherwise, is Windows-1252 that was pasted into it."""
    assert isinstance(error, UnicodeDecodeError)
    body, at = error.object, error.start
    alone = (at == 0 or body[at - 1] < 0x80) and (at + 1 >= len(body) or body[at + 1] < 0x80)
    return (encodings.decode(body[at : at + 1], "cp1252") if alone else "\ufffd"), max(error.end, at + 1)


codecs.register_error("standfirst.mixed", _mixed)

_ASCII = bytes(range(128))
_CONTROLS = bytes((*range(9), 11, 12, *range(14, 32), 127))
#: In UTF-8: C1 controls and noncharacters; signs of text that was made UTF-8 twice.
_ODD = re.compile(rb"\xc2[\x80-\x9f]|\xef(?:\xbf[\xbe\xbf]|\xb7[\x90-\xaf])")
_SIGNS = (b"\xc3\x83", b"\xc3\x82\xc2", b"\xc3\xa2\xc2\x80", b"\xc3\xa2\xe2\x82\xac")
#: C1 controls are no text; where pages have them they are characters of Windows-1252, as in character references.
_OF_1252 = {byte: bytes((byte,)).decode("cp1252", "ignore") for byte in range(0x80, 0xA0)}
_NONE = dict.fromkeys((*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF), "")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
#: What the bytes 80 to BF are in Latin-1 and in Windows-1252: the second bytes of UTF-8 that was read as those.
_SECOND = "".join(map(chr, range(0x80, 0xC0))) + "".join(_OF_1252.values())
_TWICE = re.compile(f"[\xc2-\xdf][{_SECOND}]|[\xe0-\xef][{_SECOND}]{{2}}|[\xf0-\xf4][{_SECOND}]{{3}}")


def _plain(body: bytes) -> str:
    """UTF-8 as text without controls, and without what a wrong encoding did to it before it came here."""
    body = body.translate(None, _CONTROLS)
    text = body.decode()
    high = body.translate(None, _ASCII)
    if any(sign in high for sign in _SIGNS):
        text = _once(text)
    return text.translate(_OF_1252 | _NONE) if _ODD.search(high) else text


def _once(text: str) -> str:
    """UTF-8 that was read as Latin-1 and written as UTF-8 again, undone where most of what is no ASCII is that."""
    pieces = Counter(_TWICE.findall(text))
    twice = sum(len(piece) * count for piece, count in pieces.items())
    others = len(text) - len(text.encode("ascii", "ignore")) - twice
    if pieces.total() < 3 or pieces.total() < others:
        return text
    undone = {piece: _undone(piece) for piece in pieces}
    return _TWICE.sub(lambda found: undone[found[0]], text)


def _undone(piece: str) -> str:
    try:
        return b"".join(each.encode("latin-1" if each < "\u0100" else "cp1252") for each in piece).decode()
    except UnicodeError:
        return piece
