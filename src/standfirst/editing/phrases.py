"""The word lists of this room, from ``phrases.toml``: patterns by section and key."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("phrases.toml")


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return table


@cache
def pattern(section: str, key: str, before: str = "", after: str = "", *, exact: bool = False) -> re.Pattern[str]:
    """The list ``key`` of ``section`` as one pattern between ``before`` and ``after``; case counts if ``exact``."""
    alternatives = "|".join(_table()[section][key].split("\n")[:-1])
    return re.compile(f"{before}(?:{alternatives}){after}", 0 if exact else re.IGNORECASE)


def patterns(section: str, before: str = "", after: str = "", *, exact: bool = False) -> dict[str, re.Pattern[str]]:
    """Every list of ``section`` by its key (a language, a kind), in the file's order."""
    return {key: pattern(section, key, before, after, exact=exact) for key in _table()[section]}


def words(section: str, key: str) -> frozenset[str]:
    """A list of plain words."""
    return frozenset(_table()[section][key].split())
