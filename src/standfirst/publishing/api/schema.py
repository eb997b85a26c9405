"""JSON Schema (2020-12) of frozen dataclasses, as :func:`standfirst.values.dump` writes them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Also:
    """Keywords that an annotated type's schema has beside its own; made by :func:`also`."""

    keywords: tuple[tuple[str, str | int], ...]


def also(**keywords: str | int) -> Also:
    """What ``Annotated`` is given, for keywords such as ``format`` and ``minimum``."""
    return Also(tuple(keywords.items()))


#: Where an OpenAPI document keeps its schemas.
PLACE = "#/components/schemas/"
_PLAIN: dict[type, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    NoneType: {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
}


def of(kind: Any) -> Schema:
    """The schema of a type; of a dataclass, the reference to it. Raises ``ValueError`` for what JSON cannot hold."""
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return {**of(inside[0]), **dict(inside[1].keywords)}
    if origin is Literal:
        return {"type": "string", "enum": list(inside)}
    if origin in (Union, UnionType):
        return {"anyOf": [of(each) for each in inside]}
    if origin is dict and inside[0] is str:
        return {"type": "object", "additionalProperties": of(inside[1])}
    if origin is tuple and inside[-1] is Ellipsis:
        return {"type": "array", "items": of(inside[0])}
    if origin is tuple:
        size = len(inside)
        return {"type": "array", "prefixItems": [of(each) for each in inside], "minItems": size, "maxItems": size}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"type": "string", "enum": [each.value for each in kind]}
    if is_dataclass(kind):
        return {"$ref": PLACE + kind.__name__}  # type: ignore[union-attr]
    raise ValueError(f"{kind!r} has no schema")


def whole(kind: type[Any]) -> Schema:
    """A dataclass's own schema: every field is always there, and no other. Its docstring says what it is."""
    hints = get_type_hints(kind, include_extras=True)
    names = [each.name for each in fields(kind)]
    return {
        "type": "object",
        "description": " ".join((inspect.getdoc(kind) or "").replace("``", "`").split()),
        "properties": {name: of(hints[name]) for name in names},
        "required": names,
        "additionalProperties": False,
    }


def all_of(*kinds: type[Any]) -> dict[str, Schema]:
    """The schemas of dataclasses and of all that stand in them, by name, in the order of the alphabet.

    Raises ``ValueError`` where two have one name.
    """
    found: dict[str, type[Any]] = {}
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        if found.setdefault(kind.__name__, kind) is not kind:
            raise ValueError(f"{kind!r} and {found[kind.__name__]!r} have one name")
        hints = get_type_hints(kind, include_extras=True)
        waiting += [each for name in hints for each in _inside(hints[name]) if each.__name__ not in found]
    return {name: whole(found[name]) for name in sorted(found)}


def _inside(kind: Any) -> Iterator[type[Any]]:
    """The dataclasses that a type names."""
    if isinstance(kind, type) and is_dataclass(kind):
        yield kind
    for each in get_args(kind):
        yield from _inside(each)


__all__ = ["Schema", "all_of", "also", "of", "whole"]
