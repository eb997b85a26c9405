"""A view in a format, written to a stream: what the site serves, without a site."""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO

from standfirst.errors import UsageError
from standfirst.publishing.formats import formats
from standfirst.publishing.listing import listing_of
from standfirst.publishing.network import network
from standfirst.publishing.view import listing_formats, parse_address


def write(address: str, format: str, stream: BinaryIO, pages: int = 1) -> int:
    """Write the listing at ``address`` in ``format``; how many publications it holds.

    CSV may follow the listing over several pages: one header row, then every page's rows.
    """
    known = [extension for extension in listing_formats() if extension]
    if format not in known:
        raise UsageError(f"--format {format}", "there is no such format", f"There are: {', '.join(sorted(known))}.")
    view = replace(parse_address(address, {slug for slug, _ in network().sections}), format=format)
    written = 0
    for number in range(pages):
        listing = listing_of(view)
        document = b"".join(formats[format].listing(listing))
        stream.write(document.partition(b"\r\n")[2] if number else document)
        written += len(listing.entries)
        if listing.next is None:
            break
        view = replace(listing.next, format=format)
    return written
