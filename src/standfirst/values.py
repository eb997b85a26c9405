"""Frozen dataclasses to JSON and back, for the database, the API, the feeds and the command line.

Times become RFC 3339. Keys that a class does not have are passed over and missing ones take their defaults: data
outlives versions. A value of another type is refused with a ``ValueError`` that names its place.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def dump(value: object) -> Any:
    """A dataclass (or a sequence or mapping of them) as JSON-ready values; tuples stay tuples."""
    return msgspec.to_builtins(value, str_keys=True, enc_hook=_plain)


def load(kind: type[T], data: Any) -> T:
    """The reverse of :func:`dump`, of what was JSON in between or not."""
    return msgspec.convert(data, kind)


def encode(value: object) -> bytes:
    """A value as JSON in UTF-8. A lone surrogate that a source smuggled in becomes a question mark."""
    try:
        return _encoder().encode(value)
    except UnicodeEncodeError:
        return json.dumps(dump(value), ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


def decode(kind: type[T], text: str | bytes) -> T:
    """The reverse of :func:`encode`."""
    try:
        found: T = _decoder(kind).decode(text)  # type: ignore[arg-type]  # a class is hashable
    except msgspec.ValidationError:
        raise
    except ValueError:  # a lone surrogate, written as an escape
        found = load(kind, json.loads(text))
    return found


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder(enc_hook=_plain)


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def _plain(value: object) -> object:
    """A string or number of a library's own kind as the plain one that it is."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, float):
        return float.__float__(value)
    if isinstance(value, int):
        return int.__int__(value)
    raise TypeError(f"{type(value).__name__} is no value of JSON")
