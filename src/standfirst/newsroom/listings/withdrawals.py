"""What was withdrawn from a view, for the formats that tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from standfirst.newsroom.listings.filters import Filters, bounds, meeting
from standfirst.newsroom.models import Publication


def tombstones(filters: Filters, *, zone: ZoneInfo, since: datetime, limit: int = 50) -> list[Publication]:
    """The publications of a view that were withdrawn from ``since`` on, latest withdrawal first.

    A search has none: what is withdrawn is found by no word any more.
    """
    return [] if filters.query else of_view(withdrawn(since, limit=limit * 20), filters, zone=zone, limit=limit)


def withdrawn(since: datetime, *, limit: int = 1000) -> list[Publication]:
    """Everything that was withdrawn from ``since`` on, latest withdrawal first."""
    found = Publication.objects.filter(withdrawn__gte=since).select_related("source", "story")
    return list(found.order_by("-withdrawn", "-position")[:limit])


def of_view(found: Iterable[Publication], filters: Filters, *, zone: ZoneInfo, limit: int = 50) -> list[Publication]:
    """Those of what was withdrawn that pass the filters, dates among them but not words; the first ``limit``."""
    bottom, top = bounds(filters.since, filters.until, zone)
    dated = {
        each.position: each
        for each in found
        if (bottom is None or each.position >= bottom) and (top is None or each.position < top)
    }
    rest = replace(filters, since=None, until=None)
    passed = meeting(dated, rest, withdrawn=True) if rest else dated
    return [dated[position] for position in islice(passed, limit)]


__all__ = ["of_view", "tombstones", "withdrawn"]
