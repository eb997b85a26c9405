"""Labels of encodings to codecs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.document import encodings


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("UTF-8", "utf-8"), (" utf8 ", "utf-8"), ("unicode-1-1-utf-8", "utf-8"),
        ("ISO-8859-1", "cp1252"), ("latin1", "cp1252"), ("us-ascii", "cp1252"), ("windows-1252", "cp1252"),
        ("x-cp1251", "cp1251"), ("windows-1251", "cp1251"), ("iso-8859-9", "cp1254"), ("latin5", "cp1254"),
        ("iso-8859-8-i", "iso8859-8"), ("logical", "iso8859-8"), ("visual", "iso8859-8"), ("koi8-ru", "koi8-u"),
        ("koi", "koi8-r"), ("tis-620", "cp874"), ("iso-8859-11", "cp874"), ("dos-874", "cp874"), ("866", "cp866"),
        ("gb2312", "gb18030"), ("GB_2312-80", "gb18030"), ("x-gbk", "gb18030"), ("chinese", "gb18030"),
        ("big5", "big5hkscs"), ("cn-big5", "big5hkscs"), ("x-x-big5", "big5hkscs"), ("big5-hkscs", "big5hkscs"),
        ("shift_jis", "cp932"), ("x-sjis", "cp932"), ("windows-31j", "cp932"), ("ms_kanji", "cp932"),
        ("x-euc-jp", "euc_jp"), ("csiso2022jp", "iso2022_jp"), ("euc-kr", "cp949"), ("ks_c_5601-1987", "cp949"),
        ("korean", "cp949"), ("windows-949", "cp949"), ("macintosh", "mac-roman"), ("x-mac-cyrillic", "mac-cyrillic"),
        ("utf-16", ""), ("unicode", ""), ("utf-32", ""), ("utf-7", ""), ("idna", ""), ("punycode", ""), ("hex", ""),
        ("rot13", ""), ("unicode_escape", ""), ("raw_unicode_escape", ""), ("undefined", ""), ("", ""), ("é\x00", ""),
    ],
)  # fmt: skip
def test_labels(label, codec):
    assert encodings.codec(label) == codec


@pytest.mark.parametrize(
    ("body", "codec", "text"),
    [
        (b"\x1b$B\x25\x22\x1b(B, \x1b(I1\x1b(B.", "iso2022_jp", "ア, ｱ."),
        (b"\x1b$BF|K\\\n\x1b(Bok", "iso2022_jp", "日本\nok"),
        (b"\x1b$(D\x30\x21\x1b(B", "iso2022_jp", "丂"),
        (b"\xfc\xfe", "euc_jp", "＂"),
        (b"\x81\x8d\x92", "cp1252", "\x81\x8d’"),
    ],
)
def test_what_python_leaves_out(body, codec, text):
    assert encodings.decode(body, codec) == text


@pytest.mark.parametrize("codec", ["euc_jp", "big5hkscs", "iso2022_jp", "cp949"])
def test_bytes_that_are_none(codec):
    body = b"\x1b$B\x80\xff" if codec == "iso2022_jp" else b"a\xff\xffb"
    with pytest.raises(UnicodeError):
        encodings.decode(body, codec)
    assert "\ufffd" in encodings.decode(body, codec, "replace")


@given(st.sampled_from(["euc_jp", "big5hkscs", "iso2022_jp", "cp1252", "cp932", "gb18030"]), st.binary(max_size=200))
def test_any_bytes_are_replaced(codec, body):
    encodings.decode(body, codec, "replace")
    encodings.decode(b"\x1b$B" + body, codec, "replace")


@given(st.text(max_size=60))
def test_any_label_is_survived(label):
    assert isinstance(encodings.codec(label), str)
