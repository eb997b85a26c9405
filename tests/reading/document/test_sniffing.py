"""Which encoding bytes read best in."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.document import encodings, sniffing
from tests.reading.languages import WRITTEN, in_its_encoding

ROWS = [row for row in WRITTEN if row[1] != "iso2022_jp"]  # which is ASCII, and told by its escapes


@pytest.mark.parametrize(("language", "codec", "label"), ROWS)
def test_the_right_one_scores_well_and_others_do_not(language, codec, label):
    body, text = in_its_encoding(language, codec)
    right = sniffing.score(body, encodings.codec(label))
    assert right > sniffing.GOOD
    for name in ("cp1252", "cp1251", "koi8-u", "cp1255", "cp932", "euc_jp", "gb18030", "cp949", "big5hkscs"):
        if encodings.decode(body, name, "replace") != text and language not in {"en", "fr", "de", "es"}:
            assert sniffing.score(body, name) < right


def test_a_declared_encoding_is_believed_while_it_reads_well():
    body, _ = in_its_encoding("ru", "koi8-r")
    assert sniffing.likeliest(body, ["koi8-r", "cp1251"]) == "koi8-r"
    assert sniffing.likeliest(body, ["cp1251", "koi8-r"]) == "koi8-r"
    assert sniffing.likeliest(b"caf\xe9", ["iso8859-15"]) == "iso8859-15"


def test_the_pages_language_settles_what_bytes_leave_open():
    czech = "škola, že".encode("cp1250")
    assert sniffing.likeliest(b'<html lang="cs">' + czech) == "cp1250"


def test_noise_is_what_was_declared_or_the_webs_default():
    noise = bytes(range(128, 256)) * 3
    assert sniffing.likeliest(noise) == "cp1252"
    assert sniffing.likeliest(noise, ["cp949"]) == "cp949"


def test_nothing_is_the_default():
    assert sniffing.likeliest(b"") == "cp1252"
    assert sniffing.score(b"", "cp932") == 0


@pytest.mark.parametrize("body", [b"\xe9" * 5_000_000, b"\xe9\n" * 2_500_000, b"<a\xe9" * 1_500_000, b"<" * 5_000_000])
def test_hostile_bytes_cost_little(body):
    began = time.process_time()
    sniffing.likeliest(body)
    assert time.process_time() - began < 1


@given(st.binary(max_size=300), st.lists(st.sampled_from(["cp1252", "cp932", "johab", "iso8859-3"]), max_size=3))
def test_any_bytes_have_a_likeliest(body, declared):
    encodings.decode(body, sniffing.likeliest(body, declared), "replace")
