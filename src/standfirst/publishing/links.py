"""The addresses that every format of a view carries: itself, its page, the next page, its identity."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from email.utils import format_datetime

from standfirst.publishing import Listing, View
from standfirst.publishing.view import address


def absolute(listing: Listing, view: View | None = None, **changes: object) -> str:
    """The absolute address of the listing's view, or of another, with changes."""
    return listing.network.base_url + address(view or listing.view, **changes)


def self_address(listing: Listing) -> str:
    """The listing's own address in its own format."""
    return absolute(listing)


def page_address(listing: Listing) -> str:
    """The address of the same publications as a page."""
    return absolute(listing, format="html")


def next_address(listing: Listing) -> str:
    """The next page in the same format, "" on the last."""
    return absolute(listing, listing.next) if listing.next else ""


def identity(listing: Listing) -> str:
    """The view's own identifier, one for all its pages and formats: a UUID of its address (RFC 9562, version 5)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, absolute(listing, format="html", before=None, slug="")).urn


def feed_title(listing: Listing) -> str:
    """The listing's title in a list of feeds: the network's name, and the view's where it is not the front."""
    name = listing.network.name
    return name if listing.view.kind == "front" else f"{name}: {listing.title}"


def rfc822(moment: datetime) -> str:
    """A moment as RSS and HTTP want it (RFC 5322), in GMT."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)
