"""What a search found its rows by, where the rows do not show it: statements further down, the source's own title."""

from __future__ import annotations

from standfirst.newsroom.finding import texts as kept
from standfirst.publishing import Listing
from standfirst.publishing.pages.highlight import Marker

#: Statements of a publication that are looked through, beside the first.
MOST = 19


def texts(listing: Listing) -> dict[int, tuple[tuple[str, str], ...]]:
    """Further texts, as (field, text), of those entries of a search that do not show all its words; by position."""
    marker = Marker(listing.view.query)
    wanted = [entry.position for entry in listing.entries if marker.missing(entry)]
    if not wanted:
        return {}
    return {
        position: (*(("", text) for text in statements), ("", title), ("author", byline))
        for position, (statements, title, byline) in kept.texts(wanted, most=MOST).items()
    }


__all__ = ["texts"]
