"""Bytes to text: the order of mark, header, meta element and guess, and never an error."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

#: Bytes of a document that are read; the rest is left.
MAX_BYTES = 5_000_000
#: Where a meta element may declare the encoding: the first bytes, as the HTML standard has it, and some more.
HEAD_BYTES = 4096

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEADER = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)

#: What browsers read under a declared name (WHATWG Encoding): the larger sets that pages really use.
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
#: Codecs of Python that are no character encodings of documents; a page may not ask for them.
_UNUSABLE = ("utf-7", "utf_7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem")


def decode(body: bytes, content_type: str = "") -> str:
    """``body`` as text; undecodable bytes become U+FFFD, NUL and other controls that no text has are taken out.

    A byte-order mark decides; then UTF-8 wherever the bytes are valid UTF-8, as other encodings hardly ever
    are by chance; then the header, the meta element, and a guess.
    """
    body = body[:MAX_BYTES]
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _plain(body[len(mark) :].decode(name, "replace"))
    declared = list(_declared(body, content_type))
    for name in declared:
        if name.startswith(("iso2022", "utf-16", "hz")):  # these look like ASCII, or are no superset of it
            try:
                return _plain(body.decode(name))
            except UnicodeError:
                continue
    text = _utf8(body)
    if text is not None:
        return _plain(text)
    for name in declared:
        try:
            return _plain(body.decode(name))
        except UnicodeError:
            continue
    return _plain(_best(body, declared))


def _declared(body: bytes, content_type: str) -> Iterator[str]:
    head = body[:HEAD_BYTES]
    names = [found[1] for found in [_HEADER.search(content_type[:500])] if found]
    names += [found[1].decode("ascii") for found in (_META.search(head), _XML.search(head)) if found]
    for name in names:
        try:
            known = codecs.lookup(name).name
        except LookupError:
            continue
        known = _LARGER.get(known, known)
        if known not in _UNUSABLE and codecs.lookup(known)._is_text_encoding:
            yield known


def _utf8(body: bytes) -> str | None:
    """Valid UTF-8 (a character cut at the end forgiven), or None."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(body) - 3:
            return body[: error.start].decode("utf-8")
    return None


def _best(body: bytes, declared: list[str]) -> str:
    """Bytes valid in no declared encoding: the reading with the fewest gaps among the likely ones."""
    tried = [name for name in dict.fromkeys((*declared, "utf-8"))]
    texts = {name: body.decode(name, "replace") for name in tried}
    name = min(tried, key=lambda each: texts[each].count("\ufffd"))
    if texts[name].count("\ufffd") * 200 <= len(texts[name]):
        return texts[name]
    return body.decode(_guess(body), "replace")


def _guess(body: bytes) -> str:
    from trafilatura.utils import detect_encoding

    for name in detect_encoding(body[:60_000]):
        try:
            known = codecs.lookup(name)
        except LookupError:
            continue
        if known._is_text_encoding and known.name not in _UNUSABLE and known.name != "utf-8":
            return _LARGER.get(known.name, known.name)
    return "cp1252"


_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def _plain(text: str) -> str:
    return _CONTROLS.sub("", text)
