"""A gazetteer from what is installed: countries from CLDR (babel), large cities from the time-zone names."""

from __future__ import annotations

from functools import lru_cache

from standfirst.language.words import fold, primary

# Written in zone names without their accents or with another word order.
_NOT_CITIES = frozenset(
    {"gmt", "utc", "uct", "zulu", "universal", "greenwich", "center", "knox", "easter", "south pole"},
)
#: Large cities that are no zone, or are spelt otherwise in the languages that we read best.
_MORE = frozenset(
    {
        *("London", "Londres", "Londra", "Paris", "Berlin", "Madrid", "Barcelona", "Rome", "Roma", "Milan", "Milano"),
        *("Vienna", "Wien", "Munich", "München", "Hamburg", "Cologne", "Köln", "Frankfurt", "Lyon", "Marseille"),
        *("Washington", "Boston", "Beijing", "Delhi", "Mumbai", "Geneva", "Genève", "Genf", "Lisbon", "Lissabon"),
        *("Brussels", "Brüssel", "Bruxelles", "Bruselas", "Moscow", "Moskau", "Moscou", "Moscú", "Londen"),
    }
)


@lru_cache(maxsize=16)
def known(language: str) -> frozenset[str]:
    """Folded names of countries (in ``language`` and English) and of large cities."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    names = set(_MORE)
    for code in {primary(language), "en"}:
        try:
            territories = Locale.parse(code).territories
        except (UnknownLocaleError, ValueError, TypeError):
            continue
        names.update(name for place, name in territories.items() if place.isalpha() and len(place) == 2)
    for zone in get_global("zone_territories"):
        if "/" in zone:
            names.add(zone.rsplit("/", 1)[1].replace("_", " "))
    return frozenset(fold(name) for name in names) - _NOT_CITIES
