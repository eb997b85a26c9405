"""What an editor expects the round to make of each of the town's pieces; the table beside the articles."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from standfirst.production.demo.town import tuples


@dataclass(frozen=True, slots=True)
class Expectation:
    """One row. ``key`` is the piece's, ``publisher/NN-slug``.

    ``outcomes``: acceptable ends, the best first (brief, card, held, duplicate, refused, not-article, failed).
    ``sections``: acceptable section slugs, the best first; "" among them allows unfiled; empty where nothing
    is published. ``marks``: codes that must stand beyond *summary*; ``may``: codes that may stand as well; any
    other is wrong. ``rights``: the verdict, brief, card or nothing. ``rule``: what decides where the outcome is
    no brief. ``notice``: the first statement has to say that the source does not answer its headline.
    ``missing``: what the brief has to list as not stated in the source, and nothing else.
    ``later``: what the second round makes of it, "corrected" or "withdrawn". ``why``: for people.
    """

    key: str
    outcomes: tuple[str, ...] = ("brief",)
    sections: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    rights: str = "brief"
    rule: str = ""
    notice: bool = False
    missing: tuple[str, ...] = ()
    later: str = ""
    why: str = ""


@cache
def expectations() -> dict[str, Expectation]:
    """The table, by key."""
    text = (files(__package__) / "expectations.toml").read_text(encoding="utf-8")
    return {key: Expectation(key=key, **tuples(row)) for key, row in tomllib.loads(text).items()}
