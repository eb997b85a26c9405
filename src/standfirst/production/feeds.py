"""Adding publishers and looking after their feeds: the operator's side of gathering."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from standfirst.gathering import Failure, FeedLink, Page, opml
from standfirst.gathering.discover import discover
from standfirst.gathering.feeds import parse
from standfirst.gathering.fetcher import ACCEPT_FEED, Fetcher
from standfirst.gathering.policy import Policy
from standfirst.newsroom import sources
from standfirst.newsroom.models import Feed, Source
from standfirst.settings import Settings


@dataclass(frozen=True, slots=True)
class Added:
    """What ``source add`` found: the source and its feeds, or why there is none."""

    source: Source | None = None
    feeds: tuple[FeedLink, ...] = ()
    new: int = 0
    failure: Failure | None = None


def add_site(settings: Settings, address: str, name: str = "") -> Added:
    """Find the feeds of a site, or take a feed directly, and enter them."""

    async def look() -> Any:
        async with Fetcher(Policy.of(settings)) as fetcher:
            return await discover(fetcher, address)

    found = asyncio.run(look())
    if found.failure is not None:
        return Added(failure=found.failure)
    with transaction.atomic():
        source = sources.of_address(found.home or address, name=found.name, home=found.home, language=found.language)
        if name:
            sources.rename(source, name)
        new = sources.add_feeds(source, found.feeds)
    return Added(source, found.feeds, len(new))


@dataclass(frozen=True, slots=True)
class Listed:
    """What an OPML list brought."""

    added: int
    known: int
    warnings: tuple[str, ...]


def add_opml(body: bytes, where: str) -> Listed:
    """Enter the feeds of an OPML list; those that are no feeds show at the next round. Nothing is fetched."""
    feeds, warnings = opml.read(body)
    added = 0
    with transaction.atomic():
        for each in feeds:
            source = sources.of_address(each.home or each.address, name=each.title, home=each.home)
            added += len(sources.add_feeds(source, [FeedLink(each.address, "", each.title, where)]))
    return Listed(added, len(feeds) - added, tuple(warnings))


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document, or why there is none."""

    body: bytes = b""
    failure: Failure | None = None


def fetch(settings: Settings, address: str) -> Fetched:
    """Fetch one document for a command."""

    async def get() -> Page | Failure:
        async with Fetcher(Policy.of(settings)) as fetcher:
            return await fetcher.get(address)

    page = asyncio.run(get())
    return Fetched(failure=page) if isinstance(page, Failure) else Fetched(page.body)


def check_feeds(settings: Settings, source: Source) -> list[dict[str, Any]]:
    """Ask a source's feeds now, unconditionally, and say what they answer; nothing is kept."""

    async def ask(addresses: list[str]) -> list[Page | Failure]:
        async with Fetcher(Policy.of(settings)) as fetcher:
            return list(await asyncio.gather(*(fetcher.get(address, accept=ACCEPT_FEED) for address in addresses)))

    feeds = list(Feed.objects.filter(source=source))
    rows: list[dict[str, Any]] = []
    for feed, page in zip(feeds, asyncio.run(ask([feed.address for feed in feeds])), strict=True):
        document = (
            page
            if isinstance(page, Failure)
            else parse(page.body, page.final_address, page.header("content-type"), kind=feed.kind)
        )
        if isinstance(document, Failure):
            rows.append({"address": feed.address, "good": False, "answer": document.reason, "items": 0})
        else:
            answer = f"{document.kind}, {len(document.items)} items" + "".join(
                f"; {each}" for each in document.warnings[:3]
            )
            rows.append({"address": feed.address, "good": True, "answer": answer, "items": len(document.items)})
    if not feeds:
        rows.append({"address": source.home, "good": False, "answer": "it has no feed", "items": 0})
    return rows
