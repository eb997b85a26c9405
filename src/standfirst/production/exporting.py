"""A view in a format, written to a stream: what the site serves, without a site."""

from __future__ import annotations

from typing import BinaryIO

from standfirst.errors import UsageError
from standfirst.publishing import formats
from standfirst.publishing.listing import listing_of
from standfirst.publishing.network import network
from standfirst.publishing.view import parse_address

LISTINGS = ("rss", "atom", "json", "xml", "csv")


def write(address: str, format: str, stream: BinaryIO, pages: int = 1) -> int:
    """Write the listing at ``address`` in ``format``, following it over ``pages`` pages; how many publications."""
    raise UsageError(address, format)
