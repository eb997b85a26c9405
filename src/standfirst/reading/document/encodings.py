"""Names of encodings to codecs, as the Encoding standard (encoding.spec.whatwg.org) has them, and three codecs mended.

Python knows most of the standard's labels, but reads some of them as smaller sets than pages really use.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

#: Labels that Python does not know, or knows as something else.
_LABELS = {
    "unicode-1-1-utf-8": "utf-8", "unicode11utf8": "utf-8", "unicode20utf8": "utf-8", "x-unicode20utf8": "utf-8",
    "utf-8859-1": "utf-8", "utf8mb4": "utf-8", "x-user-defined": "cp1252", "866": "cp866", "csibm866": "cp866",
    "csiso88596e": "iso8859-6", "csiso88596i": "iso8859-6", "iso-8859-6-e": "iso8859-6", "iso-8859-6-i": "iso8859-6",
    "sun_eu_greek": "iso8859-7", "csiso88598e": "iso8859-8", "csiso88598i": "iso8859-8", "iso-8859-8-e": "iso8859-8",
    "iso-8859-8-i": "iso8859-8", "logical": "iso8859-8", "visual": "iso8859-8", "koi": "koi8-r", "koi8": "koi8-r",
    "koi8-ru": "koi8-u", "mac": "mac-roman", "x-mac-roman": "mac-roman", "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic", "dos-874": "cp874", "windows-874": "cp874", "x-gbk": "gb18030",
    "gb_2312": "gb18030", "gb_2312-80": "gb18030", "csiso58gb231280": "gb18030", "csgb2312": "gb18030",
    "cn-big5": "big5", "x-x-big5": "big5", "cseucpkdfmtjapanese": "euc_jp", "x-euc-jp": "euc_jp", "x-sjis": "cp932",
    "windows-31j": "cp932", "ms932": "cp932", "cseuckr": "cp949", "csksc56011987": "cp949", "windows-949": "cp949",
    "ks_c_5601-1989": "cp949",
}  # fmt: skip
#: What is read under a codec's name: the larger set that pages use.
_LARGER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
    "shift_jisx0213": "cp932", "shift_jis_2004": "cp932", "iso2022_kr": "iso2022_kr", "johab": "johab",
}  # fmt: skip
#: Codecs of Python that are no character encodings of documents; a page may not ask for them. UTF-16 and UTF-32
#: are told by their bytes, never by their name.
_UNUSABLE = re.compile(r"utf-?(?:7|16|32)|idna|punycode|(?:raw-)?unicode-escape|undefined|mbcs|oem")
#: Bytes of ISO-2022-JP that are taken apart where it is more than Python knows.
MAX_ESCAPED = 1_000_000
_ESCAPE = re.compile(rb"(\x1b\([BJI]|\x1b\$[@B]|\x1b\$\([@BD]|\x1b&@\x1b\$B)")


def codec(label: str) -> str:
    """The codec for a label such as ``x-sjis``; "" where it names none that documents are written in."""
    label = label.strip().lower()
    name = _LABELS.get(label) or (f"cp{label[-4:]}" if re.fullmatch(r"(?:x-)?cp125[0-8]", label) else label)
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    if _UNUSABLE.match(found.name.replace("_", "-")) or not found._is_text_encoding:
        return ""
    return _LARGER.get(found.name, found.name)


def decode(body: bytes, name: str, errors: str = "strict") -> str:
    """``body`` by one of :func:`codec`'s names; UnicodeError for bytes that are none, unless ``errors`` is replace."""
    if name.startswith("iso2022_jp"):
        try:
            return body.decode("iso2022_jp")
        except UnicodeError:
            return _iso2022_jp(body[:MAX_ESCAPED], errors)
    if name == "cp1252":
        return codecs.charmap_decode(body, errors, _CP1252)[0]
    if name in _MENDED:
        return body.decode(name, f"standfirst.{name}.{errors}")
    return body.decode(name, errors)


def _iso2022_jp(body: bytes, errors: str) -> str:
    """ISO-2022-JP with half-width katakana and NEC's characters: each part between two escapes by its set."""
    first, *rest = _ESCAPE.split(body)
    pieces = [first.decode("ascii", errors)]
    for mark, part in zip(rest[::2], rest[1::2], strict=True):
        if mark in (b"\x1b(B", b"\x1b(J"):
            pieces.append(part.decode("ascii", errors))
        elif mark == b"\x1b(I":
            pieces.append(bytes(byte | 0x80 if byte > 0x20 else byte for byte in part).decode("cp932", errors))
        else:
            wide = b"\x8f" if mark == b"\x1b$(D" else b""
            lines = part.splitlines(keepends=True)  # a line's end closes the set
            for line in lines:
                text = line.rstrip(b"\r\n")
                high = b"".join(
                    wide + bytes(byte | 0x80 for byte in text[at : at + 2]) for at in range(0, len(text), 2)
                )
                pieces += (decode(high, "euc_jp", errors), line[len(text) :].decode("ascii"))
    return "".join(pieces)


def _nec_in_euc_jp(pair: bytes) -> str:
    """Rows 13 and 89 to 92 of EUC-JP (circled numbers, ㈱, some kanji) by their places in Windows' Shift_JIS."""
    if len(pair) < 2 or min(pair) < 0xA1 or max(pair) > 0xFE or pair[0] not in _NEC_ROWS:
        return ""
    row, cell = pair[0] - 0xA1, pair[1] - 0xA1
    lead = row // 2 + (0x81 if row < 62 else 0xC1)
    trail = cell + 0x9F if row % 2 else cell + (0x40 if cell < 63 else 0x41)
    return bytes((lead, trail)).decode("cp932", "ignore")


def _eten_in_big5(pair: bytes) -> str:
    """What Windows' Big5 has beyond Hong Kong's: the euro sign and ETEN's own."""
    text = pair.decode("cp950", "ignore")
    return text if len(text) == 1 else ""


#: Windows-1252; the five bytes that it has no character for are controls to the standard, which no text keeps.
_CP1252 = "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
#: Codecs with a function that reads two bytes that they leave out.
_MENDED: dict[str, Callable[[bytes], str]] = {"euc_jp": _nec_in_euc_jp, "big5hkscs": _eten_in_big5}
_NEC_ROWS = frozenset((0xAD, 0xF9, 0xFA, 0xFB, 0xFC))


def _handler(name: str, errors: str) -> Callable[[UnicodeError], tuple[str | bytes, int]]:
    mend = _MENDED[name]
    otherwise = codecs.lookup_error(errors)

    def handle(error: UnicodeError) -> tuple[str | bytes, int]:
        assert isinstance(error, UnicodeDecodeError)
        text = mend(error.object[error.start : error.start + 2])
        return (text, error.start + 2) if text else otherwise(error)

    return handle


for _name in _MENDED:
    for _errors in ("strict", "replace"):
        codecs.register_error(f"standfirst.{_name}.{_errors}", _handler(_name, _errors))
