"""Pieces of the statements that we write ourselves, for both stores."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection

#: Values beside a statement.
MOST_BESIDE = 500


def among(column: str, values: list[Any]) -> tuple[str, list[Any]]:
    """The condition that ``column`` has one of ``values``, and its values.

    Few pass beside the statement, so that the store knows it again and need not read it anew; a store takes only so
    many of them, so that more, which are numbers, are written out.
    """
    if len(values) <= MOST_BESIDE:
        return f"{column} IN ({', '.join(['%s'] * len(values))})", values
    return f"{column} IN ({listed(values)})", []


def listed(numbers: Iterable[int]) -> str:
    """Numbers as SQL's list, written out."""
    return ",".join([f"{number:d}" for number in numbers])


def stored(identifier: str) -> str:
    """The text of a UUID as a value of a statement."""
    return identifier.replace("-", "") if connection.vendor == "sqlite" else identifier
