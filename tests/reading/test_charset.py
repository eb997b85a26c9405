"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.charset import MAX_BYTES, decode

GREEK, CHINESE, POLISH = "Το πλοίο επέστρεψε", "渡轮星期二早上回到了港口", "Żaglówka wróciła do portu"


@pytest.mark.parametrize(
    ("body", "header", "text"),
    [
        ("naïve café".encode(), "", "naïve café"),
        ("naïve café".encode(), "text/html; charset=iso-8859-1", "naïve café"),  # UTF-8 whatever is said
        ("naïve “café”".encode("cp1252"), "text/html; charset=ISO-8859-1", "naïve “café”"),
        (GREEK.encode("iso8859-7"), 'text/html; charset="iso-8859-7"', GREEK),
        (
            b'<meta charset="gb2312">' + CHINESE.encode("gb18030"),
            "text/html; charset=utf-8",
            '<meta charset="gb2312">' + CHINESE,
        ),
        (
            b'<meta http-equiv="content-type" content="text/html; charset=iso-8859-2">' + POLISH.encode("iso8859-2"),
            "",
            '<meta http-equiv="content-type" content="text/html; charset=iso-8859-2">' + POLISH,
        ),
        (
            b'<?xml version="1.0" encoding="koi8-r"?>' + "Паром".encode("koi8-r"),
            "",
            '<?xml version="1.0" encoding="koi8-r"?>Паром',
        ),
        (codecs.BOM_UTF8 + POLISH.encode(), "text/html; charset=iso-8859-2", POLISH),
        (codecs.BOM_UTF16_LE + GREEK.encode("utf-16-le"), "", GREEK),
        ("日本".encode("iso2022_jp"), "text/html; charset=iso-2022-jp", "日本"),
        ("한국".encode("cp949"), "text/html; charset=euc-kr", "한국"),
        (b"a\x00b\x07c", "", "abc"),
        (b"plain", "text/html; charset=no-such-set", "plain"),
        (b"plain", "text/html; charset=hex", "plain"),
        (b"+AGEAYg-", "text/html; charset=utf-7", "+AGEAYg-"),
        (b"", "", ""),
    ],
)
def test_what_decides(body, header, text):
    assert decode(body, header) == text


def test_a_few_broken_bytes_do_not_change_the_encoding():
    body = ("Der Zug fährt über die Brücke. " * 40).encode() + b"\xff\xfe" + "Später hält er.".encode()
    text = decode(body)
    assert text.startswith("Der Zug fährt über die Brücke. ")
    assert text.endswith("Später hält er.")
    assert text.count("\ufffd") == 2


def test_an_undeclared_encoding_is_guessed():
    text = "Der Zug fährt über die Brücke nach Zürich, und später hält er in Köln. " * 20
    assert decode(text.encode("cp1252")) == text


def test_a_character_cut_at_the_end_is_dropped():
    assert decode("café".encode()[:-1]) == "caf"


def test_no_more_than_the_limit_is_read():
    assert len(decode(b"x" * (MAX_BYTES + 10))) == MAX_BYTES


@given(st.binary(max_size=400), st.text(max_size=40))
def test_any_bytes_give_text(body, name):
    text = decode(body, f"text/html; charset={name}")
    assert "\x00" not in text
    text.encode()
