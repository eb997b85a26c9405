"""What a worker does: fetch a batch's pages at their hosts' pace, read and edit them, return values.

A worker touches no database and prints nothing; whatever happens to one page is that page's result.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from standfirst import rights
from standfirst.editing import Style, edit
from standfirst.gathering import Failure, Page
from standfirst.gathering.fetcher import Fetcher
from standfirst.gathering.policy import Policy
from standfirst.gathering.sites import Memory
from standfirst.newsroom.tasks import Result, Task
from standfirst.reading import NotArticle, read
from standfirst.rights import signals
from standfirst.stories.fingerprint import fingerprint

#: Pages of one batch that may be in memory at the same time.
AT_ONCE = 8
NOT_MODIFIED = 304


#: What sites say of robots and rights, kept in each worker's process for as long as it may be believed.
memory: Memory = {}


@dataclass(frozen=True, slots=True)
class Batch:
    """Tasks of one or several hosts, with all a worker needs to know of the network."""

    tasks: tuple[Task, ...]
    policy: Policy
    style: Style


def do(batch: Batch) -> tuple[Result, ...]:
    """Work a batch off; results in the tasks' order."""
    return asyncio.run(_gather(batch))


async def _gather(batch: Batch) -> tuple[Result, ...]:
    gate = asyncio.Semaphore(AT_ONCE)
    # One thread reads and edits while the loop goes on receiving: no request times out over a long page.
    with ThreadPoolExecutor(1, thread_name_prefix="editing") as thread:
        async with Fetcher(batch.policy, memory=memory) as fetcher:

            async def one(task: Task) -> Result:
                async with gate:
                    page = await fetcher.get(task.address, validators=task.validators)
                    if isinstance(page, Page) and page.status == NOT_MODIFIED and not as_known(task, page):
                        page = await fetcher.get(task.address)  # other rights now, and no text to apply them to
                    return await asyncio.get_running_loop().run_in_executor(thread, make, task, page, batch.style)

            return tuple(await asyncio.gather(*(one(task) for task in batch.tasks)))


def make(task: Task, page: Page | Failure, style: Style) -> Result:
    """A fetched page to its result: read, edited, stamped and timed. Never raises."""
    if isinstance(page, Failure):
        return Result(task.article, failure=page)
    if as_known(task, page):
        return Result(task.article, page.validators, page.final_address, unchanged=True)
    try:
        return _make(task, page, style)
    except MemoryError:
        reason = "reading it needed more memory than there is"
    except Exception as error:  # one page must never cost the others of its batch
        reason = f"reading it failed: {type(error).__name__}: {str(error)[:200]}"
    return Result(task.article, page.validators, failure=Failure(task.address, "internal", reason))


def as_known(task: Task, page: Page) -> bool:
    """Whether a page is unchanged, and what is stated outside it (robots.txt, headers, feed) allows what it did."""
    if not page.unchanged or not task.known_text:
        return False
    stated = (*page.signals, *task.item.signals, *signals.from_headers(page.headers))
    return rights.judge(stated, licence=task.licence).outcome == task.known_rights


def _make(task: Task, page: Page, style: Style) -> Result:
    began = time.thread_time()
    article = read(page, task.item, id=task.article, licence=task.licence)
    done = time.thread_time()
    times = [("read", (done - began) * 1000)]
    if isinstance(article, NotArticle):
        return Result(task.article, page.validators, page.final_address, not_article=article, milliseconds=tuple(times))
    if article.text_hash == task.known_text and article.rights.outcome == task.known_rights:
        return Result(task.article, page.validators, page.final_address, unchanged=True, milliseconds=tuple(times))
    from standfirst.language.words import count

    brief = edit(article, style)
    times.append(("edit", (time.thread_time() - done) * 1000))
    return Result(
        task.article,
        page.validators,
        page.final_address,
        reading=article,
        brief=brief,
        fingerprint=fingerprint(article),
        words=count(article.text, article.language),
        milliseconds=tuple(times),
    )


def warm() -> None:
    """Load the models, once for each worker process."""
    from standfirst.language import vectors

    vectors.documents(["warm"])
    vectors.sentences(["warm"])


def batches(tasks: Sequence[Task], size: int) -> list[tuple[Task, ...]]:
    """Tasks in batches of about ``size``: one host's stay together in order, small hosts share a batch.

    A host with more than ``size`` tasks makes several batches, which :mod:`production.crew` never runs at
    the same time.
    """
    by_host: dict[str, list[Task]] = {}
    for task in tasks:
        by_host.setdefault(task.host, []).append(task)
    made: list[tuple[Task, ...]] = []
    shared: list[Task] = []
    for group in sorted(by_host.values(), key=len, reverse=True):
        for start in range(0, len(group), size):
            part = group[start : start + size]
            if len(group) >= size:
                made.append(tuple(part))
            else:
                if len(shared) + len(part) > size:
                    made.append(tuple(shared))
                    shared = []
                shared.extend(part)
    return [*made, tuple(shared)] if shared else made
