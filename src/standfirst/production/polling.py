"""Asks the feeds that are due, all at once and politely, and takes their items in."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from standfirst.gathering import Failure, FeedDocument, Page, Validators
from standfirst.gathering.feeds import parse
from standfirst.gathering.fetcher import ACCEPT_FEED, Fetcher
from standfirst.gathering.policy import Policy
from standfirst.newsroom import sources
from standfirst.newsroom.intake import Taken, take_in
from standfirst.newsroom.models import Feed, Round
from standfirst.newsroom.policy import RETRIES
from standfirst.newsroom.report import FeedRow
from standfirst.production.work import memory

#: Feeds asked at the same time; more would only wait for their hosts.
AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class Question:
    """A feed to ask, as values."""

    feed: int
    address: str
    kind: str
    validators: Validators


def ask(questions: Sequence[Question], policy: Policy) -> list[tuple[Page | Failure, FeedDocument | Failure | None]]:
    """Fetch and parse feeds, in the questions' order; an unchanged feed has no document."""
    return asyncio.run(_ask(questions, policy))


async def _ask(
    questions: Sequence[Question], policy: Policy
) -> list[tuple[Page | Failure, FeedDocument | Failure | None]]:
    gate = asyncio.Semaphore(AT_ONCE)
    async with Fetcher(policy, memory=memory) as fetcher:

        async def one(question: Question) -> tuple[Page | Failure, FeedDocument | Failure | None]:
            async with gate:
                page = await fetcher.get(question.address, question.validators, ACCEPT_FEED)
            if isinstance(page, Failure) or page.unchanged:
                return page, None
            document = await asyncio.to_thread(
                parse, page.body, page.final_address, page.header("content-type"), kind=question.kind
            )
            return page, document

        return list(await asyncio.gather(*(one(question) for question in questions)))


def poll(policy: Policy, now: datetime, round: Round | None = None) -> tuple[list[FeedRow], list[Taken]]:
    """Ask every active feed that is due, record how each answered, and take its items in, in the feeds' order."""
    due = Feed.objects.filter(active=True, source__state="active").select_related("source").order_by("id")
    feeds = [feed for feed in due if feed.next_fetch is None or feed.next_fetch <= now]
    questions = [
        Question(feed.pk, feed.address, feed.kind, Validators(feed.etag, feed.last_modified, feed.body_hash))
        for feed in feeds
    ]
    rows: list[FeedRow] = []
    taken: list[Taken] = []
    for feed, (page, document) in zip(feeds, ask(questions, policy), strict=True):
        row, items = settle(feed, page, document, now, round)
        rows.append(row)
        taken.extend(items)
    return rows, taken


def settle(
    feed: Feed, page: Page | Failure, document: FeedDocument | Failure | None, now: datetime, round: Round | None
) -> tuple[FeedRow, list[Taken]]:
    """Write down how a feed answered; what it names is taken in before its validators are kept."""
    feed.last_fetch = now
    failure = page if isinstance(page, Failure) else document if isinstance(document, Failure) else None
    if failure is not None:
        feed.failures += 1
        feed.last_error = failure.reason
        pause: timedelta = RETRIES[min(feed.failures, len(RETRIES)) - 1]
        feed.next_fetch = max(now + pause, failure.until or now)
        feed.save()
        feed.source.last_error = f"{feed.address}: {failure.reason}"
        feed.source.save(update_fields=["last_error"])
        return FeedRow(feed.address, failure.outcome, reason=failure.reason), []
    assert isinstance(page, Page)
    feed.failures, feed.last_error, feed.next_fetch = 0, "", None
    if feed.source.last_error:
        feed.source.last_error = ""
        feed.source.save(update_fields=["last_error"])
    taken: list[Taken] = []
    if isinstance(document, FeedDocument):
        feed.title, feed.language = document.title[:500] or feed.title, document.language[:35]
        if document.title:
            sources.of_address(feed.source.home or feed.address, name=document.title)
        taken = take_in(feed, document, now, round)
    feed.etag, feed.last_modified = page.validators.etag[:500], page.validators.last_modified[:100]
    feed.body_hash = page.validators.body_hash
    feed.save()
    if not isinstance(document, FeedDocument):
        return FeedRow(feed.address, "unchanged"), []
    return FeedRow(feed.address, "read", items=len(taken), warnings=document.warnings), taken
