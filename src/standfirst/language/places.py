"""A gazetteer: countries from CLDR (babel), cities of the time-zone names, and our own lists of regions and cities."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from standfirst.language.words import fold, primary

_LISTS = Path(__file__).with_name("gazetteer.toml")
# Written in zone names without their accents or with another word order.
_NOT_CITIES = frozenset(
    {"gmt", "utc", "uct", "zulu", "universal", "greenwich", "center", "knox", "easter", "south pole"},
)


@lru_cache(maxsize=16)
def known(language: str) -> frozenset[str]:
    """Folded names of countries (in ``language`` and English), of their regions and of large cities."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    names: set[str] = set()
    for code in {primary(language), "en"}:
        try:
            territories = Locale.parse(code).territories
        except (UnknownLocaleError, ValueError, TypeError):
            continue
        names.update(name for place, name in territories.items() if place.isalpha() and len(place) == 2)
    for zone in get_global("zone_territories"):
        if "/" in zone:
            names.add(zone.rsplit("/", 1)[1].replace("_", " "))
    return (
        frozenset(fold(name) for name in names) - _NOT_CITIES | _listed("regions") | _listed("cities") | abbreviated()
    )


def abbreviated() -> frozenset[str]:
    """Folded abbreviations of countries and unions, without a last full stop: "u.s"."""
    return _listed("abbreviations")


def demonyms() -> frozenset[str]:
    """Folded English words for who or what comes from a country or region: "dutch"."""
    return _listed("demonyms")


@cache
def _listed(name: str) -> frozenset[str]:
    table = tomllib.loads(_LISTS.read_text(encoding="utf-8"))
    return frozenset(fold(word.replace("_", " ")) for word in str(table[name]).split())
