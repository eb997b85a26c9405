"""The addresses that every format of a view carries: itself, its page, the next page, its identity."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from email.utils import format_datetime

from django.utils.translation import gettext

from standfirst.publishing import Listing, Network, View
from standfirst.publishing.hosts import on_section, origin
from standfirst.publishing.looks.assets import static_url
from standfirst.publishing.view import address, filtered

#: What a WebSub hub is told of: the listings that are topics, each in these formats.
TOPICS = ("front", "section", "source", "mark", "story")
TOPIC_FORMATS = ("html", "rss", "atom", "json")
#: How a title says what a filter is set to, by its kind, where the value alone would not do.
_SET_TO = {"from": "{0.label} {0.value}", "to": "{0.label} {0.value}", "q": "{0.label}: {0.value}"}


def to(network: Network, view: View, **changes: object) -> str:
    """The absolute address of a view, with changes: on its section's host where sections have their own."""
    path = address(view, **changes)
    if network.section_hosts and view.kind == "section":
        path, mark, query = path.partition("?")
        section, place = on_section(path, (view.key,))
        return origin(network.base_url, section) + place + mark + query
    return network.base_url + path


def href(network: Network, view: View, **changes: object) -> str:
    """The address of a view as pages link to it: without the host, but where sections have their own."""
    return to(network, view, **changes) if network.section_hosts else address(view, **changes)


def absolute(listing: Listing, view: View | None = None, **changes: object) -> str:
    """The absolute address of the listing's view, or of another, with changes."""
    return to(listing.network, view or listing.view, **changes)


def self_address(listing: Listing) -> str:
    """The listing's own address in its own format."""
    return absolute(listing)


def page_address(listing: Listing) -> str:
    """The address of the same publications as a page."""
    return absolute(listing, format="html")


def next_address(listing: Listing) -> str:
    """The next page in the same format, "" on the last."""
    return absolute(listing, listing.next) if listing.next else ""


def hub(listing: Listing) -> str:
    """The WebSub hub that a listing names beside itself (W3C Recommendation, section 4); "" where it names none.

    Who subscribes waits to be told, so the hub is named only where it is told of changes: by the first page of a
    listing that goes on, without filters.
    """
    view = listing.view
    told = view.kind in TOPICS and view.format in TOPIC_FORMATS and view.before is None and not filtered(view)
    return listing.network.hub if told else ""


def identity(listing: Listing) -> str:
    """The view's own identifier, one for all its pages and formats: a UUID of its path (RFC 9562, version 5).

    Named after the network and not its host, so that neither a new host nor hosts of sections change it.
    """
    first = address(listing.view, format="html", before=None, slug="")
    if not listing.namespace:
        return uuid.uuid5(uuid.NAMESPACE_URL, listing.network.base_url + first).urn
    return uuid.uuid5(uuid.UUID(listing.namespace), first).urn


def feed_title(listing: Listing) -> str:
    """The listing's title in a list of feeds: the network's name, the view's where it is not the front, its filters."""
    name = listing.network.name
    title = name if listing.view.kind == "front" else f"{name}: {listing.title}"
    return with_filters(title, listing)


def with_filters(title: str, listing: Listing) -> str:
    """A title of the listing with what its filters are set to, in brackets."""
    return f"{title} ({set_to})" if (set_to := _filters(listing)) else title


def _filters(listing: Listing) -> str:
    """What the listing's filters are set to, as the chips of its page name it; "" where none is."""
    view = listing.view
    if not filtered(view):
        return ""
    from standfirst.publishing.pages import Beside  # pages link to listings, too
    from standfirst.publishing.pages.chips import chips
    from standfirst.publishing.pages.clock import Clock
    from standfirst.publishing.pages.words import listed

    clock = Clock(listing.network.language, listing.network.time_zone)
    found = chips(view, Beside(sources=listing.sources), clock)
    return listed(
        _SET_TO.get(chip.kind, "{0.value}").format(chip)
        for chip in found
        if chip.kind != "q" or view.kind != "search"  # whose title has the words
    )


def feed_about(listing: Listing) -> str:
    """What a listing in a list of feeds is, in a sentence."""
    if listing.view.kind == "corrections":
        sentence = gettext("What %(network)s has corrected, the latest correction first.")
    else:
        sentence = gettext(
            "%(network)s: short summaries of other publishers’ articles, each with a link to the original."
        )
    return sentence % {"network": listing.network.name}


def icon(network: Network) -> str:
    """The address of the network's icon: the operator's, else ours."""
    return network.base_url + (network.look.icon or static_url("icon.svg"))


def rfc822(moment: datetime) -> str:
    """A moment as RSS and HTTP want it (RFC 5322), in GMT."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)
