"""What pages show beside their rows: filters to add, an edition's neighbours, a story's others, changes.

Only pages ask for this; no format pays for it. Choices come from the tallies, so nothing is counted.
"""

from __future__ import annotations

from standfirst.newsroom import edition
from standfirst.newsroom.listings import Filters, rows
from standfirst.newsroom.models import Publication, Revision, Source, Tally
from standfirst.publishing import Entry, Listing, Network
from standfirst.publishing.entries import entries, source_name
from standfirst.publishing.network import settings
from standfirst.publishing.pages import Beside, Change, Related

#: Choices of one kind that a page offers, and rows beside a publication.
MOST_CHOICES, MOST_BESIDE, MOST_CHANGES = 40, 12, 100


def beside_listing(listing: Listing) -> Beside:
    """What stands beside a listing's rows."""
    view, zone = listing.view, settings().zone
    if listing.day:
        return Beside(
            day=listing.day,
            previous=edition.neighbour(listing.day, zone, later=False),
            following=edition.neighbour(listing.day, zone, later=True),
            filters=False,
        )
    offered: dict[str, list[str]] = {"source": [], "mark": [], "language": []}
    counted = Tally.objects.filter(kind__in=offered, count__gt=0).order_by("-count", "key").values_list("kind", "key")
    for kind, key in counted[: MOST_CHOICES * 8]:
        if len(offered[kind]) < MOST_CHOICES:
            offered[kind].append(key)
    wanted = {*offered["source"], *view.sources, *([view.key] if view.kind == "source" else [])}
    sources = {source.slug: source for source in Source.objects.filter(slug__in=wanted)}
    named = [slug for slug in dict.fromkeys([*offered["source"], *view.sources]) if slug in sources]
    return Beside(
        sources=tuple(source_name(sources[slug]) for slug in named),
        marks=tuple(offered["mark"]),
        languages=tuple(offered["language"]),
        about=source_name(sources[view.key]) if view.kind == "source" and view.key in sources else None,
    )


def beside_publication(publication: Publication, entry: Entry, network: Network) -> Related:
    """What stands around a publication: the story's others, the section's latest, and its changes."""
    zone = settings().zone
    story: list[Publication] = []
    if entry.others:
        story = rows(Filters(story=entry.story), zone=zone, limit=MOST_BESIDE + 1, content=False)
    latest: list[Publication] = []
    if entry.section:
        latest = rows(Filters(section=entry.section[0]), zone=zone, limit=MOST_BESIDE + 1, content=False)
    changes = Revision.objects.filter(publication=publication).order_by("-number")[:MOST_CHANGES]
    return Related(
        story=_without(story, publication, network),
        latest=_without(latest, publication, network),
        changes=tuple(Change(each.at, each.note, each.correction) for each in changes),
    )


def _without(found: list[Publication], publication: Publication, network: Network) -> tuple[Entry, ...]:
    others = [each for each in found if each.position != publication.position][:MOST_BESIDE]
    return entries(others, network, content=False, feeds=False)
