"""Sources and feeds as records: finding, adding, naming them."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from standfirst.errors import NotFoundError
from standfirst.gathering import FeedLink
from standfirst.gathering.addresses import source_domain
from standfirst.newsroom import counts, slugs
from standfirst.newsroom.models import Feed, Source
from standfirst.newsroom.states import note_source


def of_address(address: str, *, name: str = "", home: str = "", language: str = "") -> Source:
    """The source of an address, made if it is new; named as it names itself, unless the operator renamed it."""
    domain = source_domain(address)
    source = Source.objects.filter(domain=domain).first()
    if source is None:
        parts = urlsplit(address)
        taken = set(Source.objects.values_list("slug", flat=True))
        source, _ = Source.objects.get_or_create(
            domain=domain,
            defaults={
                "name": (name or domain)[:255],
                "slug": slugs.numbered(slugs.slug(name or domain, most=100, otherwise="source"), taken),
                "home": home or f"{parts.scheme}://{parts.netloc}/",
                "language": language[:35],
            },
        )
    elif name and not source.renamed and source.name == source.domain:
        source.name = name[:255]
        source.save(update_fields=["name"])
    return source


def add_feeds(source: Source, links: Iterable[FeedLink]) -> list[Feed]:
    """Enter feeds of a source; one that is known already is switched on again. New ones only are returned."""
    added = []
    for link in links:
        feed, new = Feed.objects.get_or_create(
            address=link.address, defaults={"source": source, "kind": link.kind[:20], "title": link.title[:500]}
        )
        if not new and not feed.active:
            feed.active, feed.next_fetch, new = True, None, True
            feed.save(update_fields=["active", "next_fetch"])
        if new:
            added.append(feed)
    return added


def named(what: str) -> Source:
    """The source an operator names by slug, domain, name, or any address of it.

    Raises :class:`NotFoundError` with the way to the list.
    """
    for field in ("slug", "domain", "name__iexact"):
        source = Source.objects.filter(**{field: what}).first()
        if source:
            return source
    if "://" in what or "." in what:
        source = Source.objects.filter(domain=source_domain(what if "://" in what else f"https://{what}")).first()
        if source:
            return source
    raise NotFoundError(what, "there is no such source", "List them with: standfirst source list")


def rename(source: Source, name: str) -> None:
    """Give a source the operator's name for it; its slug, and so its addresses, stay."""
    note_source(source, "renamed", reason=f"{source.name} → {name}")
    source.name, source.renamed = name[:255], True
    source.save(update_fields=["name", "renamed"])
    counts.touch()


def switch(source: Source, state: str, *, reason: str = "") -> None:
    """Set a source active, disabled or opted-out, and record why."""
    source.state = state
    source.save(update_fields=["state"])
    note_source(source, state, reason=reason)
    counts.touch()


def record_licence(source: Source, licence: str) -> None:
    """Record the licence a publisher gave; it lifts reservations for payment and text and data mining."""
    source.licence = licence
    source.save(update_fields=["licence"])
    note_source(source, "licence", reason=licence or "licence removed")
