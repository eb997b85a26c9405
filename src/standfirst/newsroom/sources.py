"""Sources and feeds as records: finding, adding, naming them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlsplit

from standfirst.errors import NotFoundError
from standfirst.gathering import FeedLink
from standfirst.gathering.addresses import source_domain
from standfirst.newsroom import counts, slugs
from standfirst.newsroom.finding import renewal
from standfirst.newsroom.models import Feed, Source
from standfirst.newsroom.states import note_source
from standfirst.rights import Verdict

#: A signal's parts as they are kept; how long without being seen again, and how many of a source, of what length.
SIGNAL = ("kind", "value", "where")
KEEP_SIGNALS = timedelta(days=60)
MOST_SIGNALS, LONGEST_SIGNAL = 30, 1000


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
    renewal.ask()
    counts.touch()


def switch(source: Source, state: str, *, reason: str = "") -> None:
    """Set a source active, disabled or opted-out, and record why."""
    source.state = state
    source.save(update_fields=["state"])
    note_source(source, state, reason=reason)
    counts.touch()


def set_owner(source: Source, owner: str) -> None:
    """Record who owns a source, as the operator knows; readers see it."""
    source.owner = owner[:255]
    source.save(update_fields=["owner"])
    note_source(source, "owner", reason=owner or "owner removed")
    counts.touch()


def observe(source: Source, rights: Verdict, day: date) -> None:
    """Keep what an article read on ``day`` says of its source: the verdict, and each signal with its day.

    A signal that no article repeats is forgotten after :data:`KEEP_SIGNALS`, and so are the oldest of very many.
    """
    verdict = {
        "outcome": str(rights.outcome), "rule": rights.rule, "reason": rights.reason, "day": day.isoformat()
    }  # fmt: skip
    old = [each for each in source.signals if isinstance(each, dict)]
    seen = {tuple(str(each.get(name, "")) for name in SIGNAL): str(each.get("seen", "")) for each in old}
    for signal in rights.signals:
        if signal.kind != "licence":  # the operator's own record, told with the source
            seen[signal.kind[:40], signal.value[:LONGEST_SIGNAL], signal.where[:LONGEST_SIGNAL]] = day.isoformat()
    since = (day - KEEP_SIGNALS).isoformat()
    kept = sorted(seen.items(), key=lambda pair: pair[1], reverse=True)[:MOST_SIGNALS]
    signals = [{**dict(zip(SIGNAL, key, strict=True)), "seen": at} for key, at in sorted(kept) if at >= since]
    if (source.signals, source.verdict) != (signals, verdict):
        source.signals, source.verdict = signals, verdict
        source.save(update_fields=["signals", "verdict"])


def record_licence(source: Source, licence: str) -> None:
    """Record the licence a publisher gave; it lifts reservations for payment and text and data mining."""
    source.licence = licence
    source.save(update_fields=["licence"])
    note_source(source, "licence", reason=licence or "licence removed")
