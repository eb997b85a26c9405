"""The read API: one table of operations that routes and judges requests, and that the OpenAPI document tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from standfirst.publishing import Network
from standfirst.publishing.pages.labels import Text

#: Where the API lies, without the slash behind it.
PREFIX = "/api"
#: The version of its shapes; raised when a program would have to change.
VERSION = "1.0.0"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a parameter's value may be: its JSON Schema (2020-12), and what is said of a value that it refuses."""

    schema: Mapping[str, Any]
    reason: str
    way_out: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation. ``place``: query or path; ``many``: so often it may be given."""

    name: str
    help: Text
    kind: Kind
    place: str = "query"
    many: int = 1


@dataclass(frozen=True, slots=True)
class Operation:
    """A question that the API answers.

    ``path`` stands under :data:`PREFIX`, with ``{name}`` for each parameter of the path; ``answer`` is the frozen
    dataclass that ``find`` returns. ``example`` is an address of it under the prefix, with ``{section}``,
    ``{source}``, ``{publication}``, ``{story}`` and ``{day}`` for ones that the network has. ``gone``: what it names
    may have been withdrawn (410). ``live``: it changes without the data version, so that nothing keeps it.
    """

    name: str
    path: str
    summary: Text
    answer: type[Any]
    find: Callable[[Asked], Any]
    parameters: tuple[Parameter, ...] = ()
    example: str = ""
    gone: bool = False
    live: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was judged: its operation, and the parameters that were given, by name; many as a tuple."""

    operation: Operation
    values: Mapping[str, Any]
    network: Network

    def text(self, name: str) -> str:
        """A parameter's value, "" where it was not given."""
        return str(self.values.get(name, ""))

    def number(self, name: str) -> int:
        """A whole number, its default where it was not given."""
        kind = next(each.kind for each in self.operation.parameters if each.name == name)
        return int(self.values.get(name, kind.schema["default"]))

    def again(self, **changes: str) -> str:
        """The absolute address of this request with changes; parameters in the order of the table."""
        return address(self.network, self.operation, {**self.values, **changes})


def address(network: Network, operation: Operation, values: Mapping[str, Any]) -> str:
    """The absolute address of an operation with values."""
    path, query = operation.path, []
    for each in operation.parameters:
        given = values.get(each.name, ())
        for value in given if isinstance(given, tuple) else (given,):
            if each.place == "path":
                path = path.replace(f"{{{each.name}}}", quote(str(value), safe=":"))
            else:
                query.append(f"{each.name}={quote(str(value), safe='')}")
    return f"{network.base_url}{PREFIX}{path}" + (f"?{'&'.join(query)}" if query else "")


__all__ = ["PREFIX", "VERSION", "Asked", "Kind", "Operation", "Parameter", "address"]
