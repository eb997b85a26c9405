"""A response's body: read and unpacked in pieces, and given up once it is too large as sent or unpacked."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator
from importlib.util import find_spec
from typing import Any, Protocol


class TooLarge(Exception):
    """The body goes beyond the limit. ``unpacked`` tells that only unpacking made it so."""

    def __init__(self, *, unpacked: bool) -> None:
        self.unpacked = unpacked
        super().__init__(unpacked)


class Garbled(Exception):
    """The body is not packed as its header says."""


def accepted() -> str:
    """What to send as ``Accept-Encoding``: only what can be unpacked in bounded pieces here."""
    return "gzip, deflate, br" if find_spec("brotli") else "gzip, deflate"


class Unpacker(Protocol):
    """Unpacks a body piece by piece; ``finished`` once the end that the packing marks has been seen."""

    finished: bool

    def unpack(self, piece: bytes, room: int) -> bytes:
        """At most ``room`` bytes of what has come; the caller stops when it gets them all."""
        ...


class Gzip:
    """gzip (RFC 1952): one member after another, and passing over what some servers pad the last with."""

    def __init__(self) -> None:
        self.finished = False
        self._machine = zlib.decompressobj(zlib.MAX_WBITS | 16)

    def unpack(self, piece: bytes, room: int) -> bytes:
        """See :class:`Unpacker`."""
        out = b""
        rest = self._machine.unconsumed_tail + piece
        while rest and len(out) < room:
            if self.finished:
                if not rest.startswith(b"\x1f"):
                    return out
                self._machine = zlib.decompressobj(zlib.MAX_WBITS | 16)
            out += self._machine.decompress(rest, room - len(out))
            self.finished = self._machine.eof
            rest = self._machine.unused_data
        return out


class Deflate:
    """Deflate with zlib's header, as RFC 9110 says, or without, as some servers send it."""

    def __init__(self) -> None:
        self.finished = False
        self._machine: Any = None

    def unpack(self, piece: bytes, room: int) -> bytes:
        """See :class:`Unpacker`."""
        if self.finished or not piece:
            return b""
        if self._machine is None:
            self._machine = zlib.decompressobj(zlib.MAX_WBITS if piece[0] & 0x0F == 8 else -zlib.MAX_WBITS)
        out: bytes = self._machine.decompress(self._machine.unconsumed_tail + piece, room)
        self.finished = self._machine.eof
        return out


class Brotli:
    """Brotli (RFC 7932), where the library is installed."""

    def __init__(self) -> None:
        import brotli  # type: ignore[import-untyped, unused-ignore]

        self.finished = False
        self._machine: Any = brotli.Decompressor()

    def unpack(self, piece: bytes, room: int) -> bytes:
        """See :class:`Unpacker`. With a limit the library takes new input only when the old is used up."""
        out = b""
        while len(out) < room and not self.finished:
            more = bytes(self._machine.process(piece, output_buffer_limit=room - len(out)))
            out, piece = out + more, b""
            self.finished = self._machine.is_finished()
            if self._machine.can_accept_more_data():
                break
        return out


UNPACKERS: dict[str, type[Gzip] | type[Deflate] | type[Brotli]] = {
    "gzip": Gzip,
    "x-gzip": Gzip,
    "deflate": Deflate,
    "br": Brotli,
}


async def read(pieces: AsyncIterator[bytes], encoding: str, most: int, *, cut: bool = False) -> bytes:
    """The whole body, unpacked, of at most ``most`` bytes; ``cut`` keeps the beginning of a longer one.

    ``pieces`` are as they came from the network, ``encoding`` the Content-Encoding header.

    Raises :class:`TooLarge` and :class:`Garbled`. No more than the limit and one piece is ever held.
    """
    names = [name.strip().lower() for name in encoding.split(",") if name.strip().lower() not in {"", "identity"}]
    if len(names) > 1 or (names and names[0] not in UNPACKERS) or (names == ["br"] and not find_spec("brotli")):
        raise Garbled(f"it is packed as {encoding[:40]!r}, which was not asked for")
    unpacker: Unpacker | None = UNPACKERS[names[0]]() if names else None
    sent = 0
    body = bytearray()
    async for piece in pieces:
        sent += len(piece)
        try:
            body += piece if unpacker is None else unpacker.unpack(piece, most + 1 - len(body))
        except Exception as error:  # zlib.error and brotli.error have no common name
            raise Garbled(f"it is not packed as its header says ({names[0]})") from error
        if sent > most or len(body) > most:
            if cut:
                return bytes(body[:most])
            raise TooLarge(unpacked=sent <= most)
    if unpacker is not None and sent and not unpacker.finished:
        raise Garbled("it breaks off before its end")
    return bytes(body)
