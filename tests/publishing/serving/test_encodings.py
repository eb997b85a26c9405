"""Which content coding a client is sent."""

from __future__ import annotations

import gzip

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.publishing.serving.encodings import CODINGS, chosen, encoded, worth_it


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", ""),
        ("br", "br"),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("GZIP, BR", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0.5, gzip", "gzip"),
        ("br;q=0.5, gzip;q=0.5", "br"),
        ("gzip ; q=0.3 , br ; Q=0.2", "gzip"),
        ("*", "br"),
        ("*;q=0.5, gzip", "gzip"),
        ("br;q=0, *", "gzip"),
        ("*;q=0", ""),
        ("br;q=0, gzip;q=0.000", ""),
        ("identity", ""),
        ("identity, gzip;q=0.5", ""),
        ("identity;q=0.5, gzip", "gzip"),
        ("identity;q=0, gzip;q=0.1", "gzip"),
        ("deflate, zstd", ""),
        ("gzip;q=high", ""),
        (",;,", ""),
    ],
)
def test_chosen(accepted: str, coding: str) -> None:
    assert chosen(accepted) == coding


@given(st.text(max_size=60))
def test_any_header_is_answered(accepted: str) -> None:
    assert chosen(accepted) in ("", *CODINGS)


@given(st.binary(max_size=2000))
def test_what_is_encoded_is_read_again(body: bytes) -> None:
    assert brotli.decompress(encoded(body, "br")) == body
    assert gzip.decompress(encoded(body, "gzip")) == body
    assert encoded(body, "gzip") == encoded(body, "gzip")


def test_what_is_worth_it() -> None:
    page = b"<p>The crane is back at the east quay.</p>" * 20
    assert worth_it(page, "text/html; charset=utf-8")
    assert worth_it(page, "image/svg+xml")
    assert worth_it(page, "application/feed+json")
    assert not worth_it(page[:100], "text/html")
    assert not worth_it(page, "image/png")
