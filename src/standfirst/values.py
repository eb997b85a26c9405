"""Frozen dataclasses to JSON-ready values and back, for the database, the API and the command line."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")


@cache
def _converter() -> Converter:
    from cattrs.preconf.json import make_converter

    return make_converter(forbid_extra_keys=False, omit_if_default=False)


def dump(value: object) -> Any:
    """A dataclass (or a sequence or mapping of them) as JSON-ready values; times become ISO 8601 strings."""
    return _converter().unstructure(value)


def load(kind: type[T], data: Any) -> T:
    """The reverse of :func:`dump`. Keys that ``kind`` does not have are passed over: data outlives versions."""
    return _converter().structure(data, kind)
