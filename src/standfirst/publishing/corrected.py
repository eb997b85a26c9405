"""The corrections as a listing: what was corrected last stands first, whenever it went out."""

from __future__ import annotations

from django.utils.translation import gettext

from standfirst.newsroom import counts
from standfirst.newsroom.listings.rows import load
from standfirst.newsroom.models import Revision
from standfirst.publishing import Listing, View
from standfirst.publishing.entries import entries
from standfirst.publishing.listing import LESS, beginning
from standfirst.publishing.network import network

#: The latest corrections, as many as their page lists; a publication corrected several times stands once.
MOST = 100


def corrections(extension: str) -> Listing:
    """The publications that the latest corrections changed, the latest first, in a format."""
    found = Revision.objects.filter(correction=True, publication__withdrawn=None).order_by("-at", "-pk")
    positions = list(dict.fromkeys(found.values_list("publication_id", flat=True)[:MOST]))
    rows = {row.position: row for row in load(positions, whole=extension not in LESS)}
    ordered = [rows[position] for position in positions if position in rows]
    return Listing(
        view=View("corrections", format=extension),
        network=network(),
        title=gettext("Corrections"),
        entries=entries(ordered, network(), feeds=extension in ("rss", "atom")),
        updated=max((row.updated for row in ordered), default=None) or beginning(),
        namespace=counts.network_id(),
    )


__all__ = ["corrections"]
