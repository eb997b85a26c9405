"""Pages as a format among the others: what a static build and an export ask for."""

from __future__ import annotations

from collections.abc import Iterable

from standfirst.publishing import Entry, Listing, Network, pages
from standfirst.publishing.formats import formats


class Html:
    """A listing or publication as its page, without what stands beside it (filters, the story's others)."""

    extension = ""  # a page's address has none: a publication's path ends in .html itself
    media_type = publication_type = "text/html; charset=utf-8"
    label = "HTML"

    def listing(self, listing: Listing) -> Iterable[bytes]:
        """The page of the listing, its filters to add left out."""
        return (pages.listing(listing, pages.Beside(filters=False)).encode(),)

    def publication(self, entry: Entry, network: Network) -> bytes | None:
        """The page of the publication."""
        return pages.publication(entry, network).encode()


formats.register("html", rank=0)(Html())
