"""What pages show beside their rows: filters to add, an edition's neighbours, a story's others, changes.

Only pages ask for this; no format pays for it. Choices and their numbers are found in bounded time (``choices.py``).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from standfirst.newsroom import counts
from standfirst.newsroom.editions import edition
from standfirst.newsroom.facts import SourceFacts, facts_of
from standfirst.newsroom.listings.filters import Filters
from standfirst.newsroom.listings.pages import rows
from standfirst.newsroom.listings.rows import Row
from standfirst.newsroom.models import Publication, Revision, Source
from standfirst.publishing import Entry, Listing, Network, View
from standfirst.publishing.choices import choices
from standfirst.publishing.entries import entries, source_name
from standfirst.publishing.found import texts
from standfirst.publishing.network import settings
from standfirst.publishing.pages import Beside, Change, Related
from standfirst.publishing.version import Version

#: Rows beside a publication, and its changes.
MOST_BESIDE, MOST_CHANGES = 12, 100
#: Listings whose filters are remembered, about ten kilobytes each.
MOST_KEPT = 512


def beside_listing(listing: Listing, version: Version) -> Beside:
    """What stands beside a listing's rows, as of the data ``version`` (``version.data_version``)."""
    view = listing.view
    if listing.day:
        return _around(listing.day, version)
    found = _filters(replace(view, before=None, format="html", raw=False), version)
    if view.kind == "source" and view.before is None:
        found = replace(found, facts=_facts(view.key, version))
    return replace(found, texts=texts(listing)) if view.query else found


@lru_cache(maxsize=MOST_KEPT)
def _around(day: date, version: Version) -> Beside:
    """What stands beside an edition, as of the data version."""
    zone = settings().zone
    return Beside(
        day=day,
        previous=edition.neighbour(day, zone, later=False),
        following=edition.neighbour(day, zone, later=True),
        published=counts.of("day", day.isoformat()),
        filters=False,
        places=edition.of(day, settings()).places,
    )


@lru_cache(maxsize=MOST_KEPT)
def _facts(slug: str, version: Version) -> SourceFacts:
    """What is known of a source, as of the data version."""
    return facts_of(Source.objects.get(slug=slug))


@lru_cache(maxsize=MOST_KEPT)
def _filters(view: View, version: Version) -> Beside:
    """What the filters of a listing offer, the same on all its pages, as of the data version."""
    offered = choices(view, version)
    about = Source.objects.filter(slug=view.key).first() if view.kind == "source" else None
    return Beside(
        sources=tuple(source_name(each) for each in offered.sources),
        marks=offered.marks,
        languages=offered.languages,
        about=source_name(about) if about else None,
        counts=offered.counts,
        found=offered.found,
        months=offered.months,
        fragments={},
    )


def beside_publication(publication: Publication, entry: Entry, network: Network) -> Related:
    """What stands around a publication: the story's others, the section's latest (of all, where it is in none), and
    its changes.
    """
    zone = settings().zone
    story: list[Row] = []
    if entry.others:
        story = rows(Filters(story=entry.story), zone=zone, limit=MOST_BESIDE + 1, content=False)
    section = entry.section[0] if entry.section else ""
    latest = rows(Filters(section=section), zone=zone, limit=MOST_BESIDE + 1, content=False)
    changes = Revision.objects.filter(publication=publication).order_by("-number")[:MOST_CHANGES]
    return Related(
        story=_without(story, publication, network),
        latest=_without(latest, publication, network),
        changes=tuple(Change(each.at, each.note, each.correction) for each in changes),
    )


def _without(found: list[Row], publication: Publication, network: Network) -> tuple[Entry, ...]:
    others = [each for each in found if each.position != publication.position][:MOST_BESIDE]
    return entries(others, network, content=False, feeds=False)
