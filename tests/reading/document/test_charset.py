"""Bytes to text: what decides, for encodings declared, undeclared and declared wrongly."""

from __future__ import annotations

import codecs
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.document.charset import MAX_BYTES, decode
from tests.reading.languages import REPORTS, WRITTEN, in_its_encoding

FRENCH, GREEK, RUSSIAN = REPORTS["fr"], REPORTS["el"], REPORTS["ru"]


def page(text: str, head: str = "") -> str:
    return f"<html><head>{head}<title>x</title></head><body><p>{text}</p></body></html>"


def attribute(label: str) -> str:
    return f'<meta charset="{label}">'


def http_equiv(label: str) -> str:
    return f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'


DECLARATIONS = {
    "header": (lambda label: f"text/html; charset={label}", lambda label: ""),
    "meta charset": (lambda label: "text/html", attribute),
    "meta http-equiv": (lambda label: "", http_equiv),
}


@pytest.mark.parametrize("place", DECLARATIONS)
@pytest.mark.parametrize(("language", "codec", "label"), WRITTEN)
def test_declared(place, language, codec, label):
    header, head = DECLARATIONS[place]
    body, text = in_its_encoding(language, codec)
    before, after = page("|", head(label)).split("|")
    assert decode(before.encode() + body + after.encode(), header(label)) == before + text + after


@pytest.mark.parametrize(("language", "codec", "label"), WRITTEN)
def test_sniffed(language, codec, label):
    body, text = in_its_encoding(language, codec)
    assert decode(b"<html><p>" + body + b"</p>") == f"<html><p>{text}</p>"


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "no-such-set", "us-ascii"])
@pytest.mark.parametrize(("language", "codec", "label"), WRITTEN)
def test_declared_as_something_else(declared, language, codec, label):
    body, text = in_its_encoding(language, codec)
    assert decode(b"<html><p>" + body, f"text/html; charset={declared}") == "<html><p>" + text


@pytest.mark.parametrize("wrong", ["iso-8859-1", "windows-1252", "utf-8"])
@pytest.mark.parametrize(("language", "codec", "label"), WRITTEN)
def test_header_contradicts_meta(wrong, language, codec, label):
    body, text = in_its_encoding(language, codec)
    html = page("|", attribute(label)).encode().replace(b"|", body)
    assert decode(html, f"text/html; charset={wrong}") == page(text, attribute(label))
    html = page("|", attribute(wrong)).encode().replace(b"|", body)
    assert decode(html, f"text/html; charset={label}") == page(text, attribute(wrong))


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "shift_jis", "gb2312", "euc-kr", "utf-16", "none"])
@pytest.mark.parametrize("language", REPORTS)
def test_utf_8_is_utf_8_whatever_is_declared(declared, language):
    html = page(REPORTS[language], attribute(declared))
    assert decode(html.encode(), f"text/html; charset={declared}") == html


@pytest.mark.parametrize("language", REPORTS)
@pytest.mark.parametrize("header", ["", "text/html; charset=utf-16", "text/html; charset=iso-8859-1"])
def test_utf_16_is_told_by_its_mark_or_its_form(language, header):
    html = page(REPORTS[language])
    for body in (
        codecs.BOM_UTF16_LE + html.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + html.encode("utf-16-be"),
        html.encode("utf-16-le"),
        html.encode("utf-16-be"),
    ):
        assert decode(body, header) == html


@pytest.mark.parametrize("header", ["", "text/html; charset=windows-1251"])
def test_a_mark_of_utf_8_decides(header):
    assert decode(codecs.BOM_UTF8 + FRENCH.encode(), header) == FRENCH


@pytest.mark.parametrize(
    ("body", "header", "text"),
    [
        # what a label stands for: the larger sets that browsers read
        (b"\x93caf\xe9\x94 \x80 5", "text/html; charset=ISO-8859-1", "“café” € 5"),
        ("①㈱髙".encode("cp932"), "text/html; charset=shift_jis", "①㈱髙"),
        (b"\xad\xa1\xad\xea" + "の検査".encode("euc_jp"), "text/html; charset=x-euc-jp", "①㈱の検査"),
        (b"\x1b$B-!\x1b(B " + "渡し船".encode("iso2022_jp"), "text/html; charset=iso-2022-jp", "① 渡し船"),
        ("똠방각하의 날이다".encode("cp949"), "text/html; charset=euc-kr", "똠방각하의 날이다"),
        ("朱镕基的是在".encode("gbk"), "text/html; charset=gb2312", "朱镕基的是在"),
        ("香港喺嘅".encode("big5hkscs"), "text/html; charset=big5", "香港喺嘅"),
        ("的是在 5 €".encode("cp950"), "text/html; charset=big5", "的是在 5 €"),
        # where the declaration stands
        (b'<?xml version="1.0" encoding="koi8-r"?>' + RUSSIAN.encode("koi8-r"), "",
         f'<?xml version="1.0" encoding="koi8-r"?>{RUSSIAN}'),
        (b'<!-- <meta charset="utf-7"> --><META CHARSET=\'iso-8859-7\' />' + GREEK.encode("iso8859-7"), "",
         f'<!-- <meta charset="utf-7"> --><META CHARSET=\'iso-8859-7\' />{GREEK}'),
        (b'<meta name="note" content="charset=big5"><meta charset=koi8-r>' + RUSSIAN.encode("koi8-r"), "",
         f'<meta name="note" content="charset=big5"><meta charset=koi8-r>{RUSSIAN}'),
        # what no page may ask for
        (b"plain", "text/html; charset=no-such-set", "plain"),
        (b"plain", "text/html; charset=hex", "plain"),
        (b"+AGEAYg-", "text/html; charset=utf-7", "+AGEAYg-"),
        # controls are no text
        (b"a\x00b\x07c", "", "abc"),
        ("a\x92b\x81c\ufdd0\ufffe".encode(), "", "a’bc"),
        (b"", "", ""),
    ],
)  # fmt: skip
def test_particulars(body, header, text):
    assert decode(body, header) == text


def test_a_few_broken_bytes_do_not_change_the_encoding():
    body = ("Der Zug fährt über die Brücke. " * 40).encode() + b"\xff\xfe" + "Später hält er.".encode()
    text = decode(body)
    assert text.startswith("Der Zug fährt über die Brücke. ")
    assert text.endswith("Später hält er.")
    assert text.count("\ufffd") == 2


@pytest.mark.parametrize(("language", "codec"), [("ja", "cp932"), ("ja", "euc_jp"), ("zh", "gbk"), ("ko", "cp949")])
def test_broken_bytes_in_other_encodings(language, codec):
    text = REPORTS[language] * 5
    body = text.encode(codec) + b"\xff " + text.encode(codec)
    for header in ("", f"text/html; charset={codec.removeprefix('cp932')}"):
        found = decode(b"<p>" + body, header)
        assert found.startswith(f"<p>{text}")
        assert found.endswith(text)
        assert len(found) <= len(text) * 2 + 6


def test_a_byte_of_windows_1252_pasted_into_utf_8_is_read():
    assert decode((FRENCH * 3).encode() + b" caf\xe9 \x93ouvert\x94") == FRENCH * 3 + " café “ouvert”"


@pytest.mark.parametrize("by", ["latin-1", "cp1252"])
def test_text_that_was_made_utf_8_twice_is_read_once(by):
    text = "It’s “too late, said the café’s owner – for 5 £, naïvely…"
    assert decode(text.encode().decode(by).encode()) == text


@pytest.mark.parametrize("text", ["“AMANHÃ” É “MANHÔ, “NÃO” “Ã©”", RUSSIAN + " Ã©", FRENCH + " Â£ Â£ Â£"])
def test_what_only_looks_so_stays(text):
    assert decode(text.encode()) == text


def test_a_character_cut_at_the_end_is_dropped():
    assert decode("café".encode()[:-1]) == "caf"


def test_no_more_than_the_limit_is_read():
    assert len(decode(b"x" * (MAX_BYTES + 10))) == MAX_BYTES


@given(st.binary(max_size=400), st.text(max_size=40))
def test_any_bytes_give_text(body, name):
    text = decode(body, f"text/html; charset={name}")
    assert not any(each < " " and each not in "\t\n\r" for each in text)
    assert not any("\x7f" <= each <= "\x9f" for each in text)
    text.encode()


@given(st.sampled_from(WRITTEN), st.binary(max_size=60), st.integers(0, 400))
def test_noise_in_any_encoding_gives_text(written, noise, at):
    language, codec, label = written
    body, _ = in_its_encoding(language, codec)
    decode(body[:at] + noise + body[at:], f"text/html; charset={label}").encode()


@pytest.mark.shared
def test_no_saved_page_is_decoded_with_more_gaps_than_its_bytes_have(shared):
    for file in sorted((shared / "corpora" / "pages").glob("*/*.html.gz")):
        body = gzip.decompress(file.read_bytes())
        assert decode(body).count("\ufffd") <= body.count("\ufffd".encode()), file.name
