"""What a page may still be filtered by: the choices, most frequent first, and how many publications each leaves.

The whole network's numbers stand in the tallies that writes keep. A view's own come from a bounded look at its latest
publications (``newsroom/finding/facets.py``): for each kind of filter without what is set of that kind, because
choosing another source adds to the sources, and choosing another mark or language takes the old one's place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from django.db.models import Q

from standfirst.newsroom.listings import facets
from standfirst.newsroom.listings.facets import Facets
from standfirst.newsroom.models import Source, Tally
from standfirst.publishing import View
from standfirst.publishing.listing import filters_of
from standfirst.publishing.network import settings
from standfirst.publishing.pages import Amount
from standfirst.publishing.version import Version
from standfirst.publishing.view import filtered

T = TypeVar("T", int, str)
#: Choices of one kind that a page offers.
MOST, MOST_MONTHS = 40, 12
#: The filters that offer values, and the tallies of these values.
TALLIES = {"source": "source", "mark": "mark", "lang": "language"}


@dataclass(frozen=True, slots=True)
class Choices:
    """The sources, marks and languages to choose from, with those that are set; how many each leaves, by (filter,
    value); how many publications the view has, None where that is not looked at; and the first days of the latest
    months that have anything.
    """

    sources: tuple[Source, ...]
    marks: tuple[str, ...]
    languages: tuple[str, ...]
    counts: Mapping[tuple[str, str], Amount]
    found: Amount | None
    months: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a look at a view found for each kind of filter, and the view's own number."""

    sources: Facets
    marks: Facets
    languages: Facets
    found: Amount


def choices(view: View, version: Version) -> Choices:
    """The choices of a listing's page, as of the data version."""
    named = {*view.sources, *([view.key] if view.kind == "source" else [])}
    known = {each.slug: each for each in Source.objects.filter(slug__in=named)} if named else {}
    kept, months = _kept(version), _months(version)
    looked = _look(view, known, version) if view.kind != "search" or filtered(view) else None
    ids = _first(looked.sources.sources, ()) if looked else []
    slugs = [] if looked and looked.sources.whole else [*kept["source"]]
    known |= {each.slug: each for each in Source.objects.filter(Q(pk__in=ids) | Q(slug__in=slugs))}
    if looked is None:  # the page of search itself: the whole network
        numbers = {("month", key): Amount(count) for key, count in months.items()}
        counted: dict[str, tuple[Mapping[str, int], bool]] = {
            kind: (kept[tally], True) for kind, tally in TALLIES.items()
        }
    else:
        numbers = {}
        slug_of = {each.pk: each.slug for each in known.values()}
        of_sources = {slug_of[pk]: count for pk, count in looked.sources.sources.items() if pk in slug_of}
        counted = {
            "source": (of_sources, looked.sources.whole),
            "mark": (looked.marks.marks, looked.marks.whole),
            "lang": (looked.languages.languages, looked.languages.whole),
        }
    offered: dict[str, list[str]] = {}
    for kind, (values, whole) in counted.items():
        numbers |= {(kind, value): Amount(count, not whole) for value, count in values.items()}
        offered[kind] = _first(values, () if whole else kept[TALLIES[kind]])
    named_first = [slug for slug in dict.fromkeys([*offered["source"], *view.sources]) if slug in known]
    return Choices(
        tuple(known[slug] for slug in named_first),
        tuple(offered["mark"]),
        tuple(offered["lang"]),
        numbers,
        looked.found if looked else None,
        tuple(date.fromisoformat(f"{key}-01") for key in months),
    )


def _look(view: View, sources: Mapping[str, Source], version: Version) -> _Looked:
    """A look at the view for each kind of filter, without what is set of that kind."""
    filters, zone = filters_of(view, sources), settings().zone
    own = facets.look(filters, zone, version)
    return _Looked(
        sources=facets.look(replace(filters, sources=()), zone, version),
        marks=facets.look(filters_of(replace(view, mark=""), sources), zone, version),
        languages=facets.look(replace(filters, language=""), zone, version),
        found=Amount(own.total, not own.whole),
    )


@lru_cache(maxsize=4)
def _kept(version: Version) -> dict[str, dict[str, int]]:
    """The tallies of the whole network, most frequent first."""
    found: dict[str, dict[str, int]] = {"source": {}, "mark": {}, "language": {}}
    rows = Tally.objects.filter(kind__in=found, count__gt=0).order_by("-count", "key")
    for kind, key, count in rows.values_list("kind", "key", "count")[: MOST * 8]:
        if len(found[kind]) < MOST:
            found[kind][key] = count
    return found


@lru_cache(maxsize=4)
def _months(version: Version) -> dict[str, int]:
    """How many publications are out of the latest months that have any, by ISO month."""
    rows = Tally.objects.filter(kind="month", count__gt=0).order_by("-key")
    return dict(rows.values_list("key", "count")[:MOST_MONTHS])


def _first(counted: Mapping[T, int], others: Iterable[T]) -> list[T]:
    """The values counted, most frequent first, then the others; so many as a page offers."""
    ordered: list[T] = sorted(counted, key=lambda value: (-counted[value], str(value)))
    ordered.extend(value for value in others if value not in counted)
    return ordered[:MOST]


__all__ = ["MOST", "Choices", "choices"]
