from __future__ import annotations

import asyncio
import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.gathering import body

PACK = {
    "": lambda data: data,
    "identity": lambda data: data,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "raw deflate": lambda data: zlib.compress(data)[2:-4],
    "gzip of two members": lambda data: gzip.compress(data[:5]) + gzip.compress(data[5:]),
    "gzip with padding": lambda data: gzip.compress(data) + bytes(9),
    "br": lambda data: pytest.importorskip("brotli").compress(data),
}


def name_of(kind: str) -> str:
    return "deflate" if "deflate" in kind else "gzip" if kind.startswith("gzip") else kind


def unpack(data: bytes, name: str, most: int, *, step: int = 7, cut: bool = False) -> bytes:
    async def pieces():
        for start in range(0, len(data), step):
            yield data[start : start + step]

    return asyncio.run(body.read(pieces(), name, most, cut=cut))


@settings(deadline=None, max_examples=30)
@given(st.binary(max_size=2000), st.sampled_from(sorted(PACK)), st.integers(1, 300))
def test_what_was_packed_is_unpacked_whatever_the_pieces(data: bytes, kind: str, step: int) -> None:
    assert unpack(PACK[kind](data), name_of(kind), 3000, step=step) == data


@pytest.mark.parametrize("kind", PACK)
def test_the_limit_holds_to_the_byte(kind: str) -> None:
    data = bytes(range(256)) * 8
    packed = PACK[kind](data)
    most = max(len(data), len(packed))
    assert unpack(packed, name_of(kind), most) == data
    with pytest.raises(body.TooLarge):
        unpack(PACK[kind](bytes(5000)), name_of(kind), 4999)
    assert unpack(PACK[kind](bytes(5000)), name_of(kind), 4999, cut=True) == bytes(4999)


@pytest.mark.parametrize("kind", ["gzip", "br", "deflate"])
def test_what_breaks_off_or_is_not_packed_is_said(kind: str) -> None:
    packed = PACK[kind](bytes(range(256)) * 99)
    with pytest.raises(body.Garbled, match="breaks off"):
        unpack(packed[: len(packed) // 2], kind, 100_000)
    with pytest.raises(body.Garbled, match="not packed as its header says"):
        unpack(b"\x00<html> plain text", kind, 100_000)


@pytest.mark.parametrize("name", ["compress", "zstd", "gzip, gzip", "gzip, br", "x" * 999])
def test_packings_that_were_not_asked_for(name: str) -> None:
    with pytest.raises(body.Garbled, match="not asked for"):
        unpack(b"x", name, 10)
