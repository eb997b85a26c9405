"""Hands batches to an engine and brings every result back, also when workers die."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from contextlib import ExitStack
from dataclasses import dataclass, replace

from standfirst.gathering import Failure
from standfirst.newsroom.tasks import Result
from standfirst.production import work
from standfirst.production.engines import ENGINES
from standfirst.production.work import Batch
from standfirst.settings import Settings

#: A batch during which the engine broke so often is worked off alone, task by task, to find the culprit.
SUSPECT = 2


@dataclass(frozen=True, slots=True)
class Job:
    """A batch and how often the engine broke while it was out."""

    batch: Batch
    breaks: int = 0

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts it asks."""
        return frozenset(task.host for task in self.batch.tasks)


def run(batches: Sequence[Batch], settings: Settings) -> Iterator[tuple[Result, ...]]:
    """Results of each batch as it is done. A host is never out to two workers at once.

    When the engine breaks (a worker was killed, a scheduler is gone) it is opened anew and what was out is
    sent again; a task that alone breaks it is given up as failed.
    """
    waiting: deque[Job] = deque(Job(batch) for batch in batches)
    while waiting:
        with ExitStack() as stack:
            engine: Executor = stack.enter_context(ENGINES[settings.text("engine")](settings))
            yield from _until_broken(engine, waiting, settings)


def _until_broken(engine: Executor, waiting: deque[Job], settings: Settings) -> Iterator[tuple[Result, ...]]:
    """Work off ``waiting`` until it is empty or the engine breaks; what was out then waits again."""
    out: dict[Future[tuple[Result, ...]], Job] = {}
    most = 1 if settings.text("engine") == "inline" else settings.number("workers") * 2
    while waiting or out:
        while len(out) < most and (job := _next(waiting, out)):
            try:
                out[engine.submit(work.do, job.batch)] = job
            except (BrokenExecutor, RuntimeError, OSError):  # it broke while nothing of this job was out
                waiting.appendleft(job)
                yield from _again(out, waiting)
                return
        done, _ = wait(out, return_when=FIRST_COMPLETED)
        for future in done:
            job = out.pop(future)
            try:
                results = future.result()
            except (BrokenExecutor, CancelledError, OSError) as error:
                out[future] = job
                yield from _again(out, waiting, str(error))
                return
            except Exception as error:  # Dask's own KilledWorker, a batch that cannot be sent, …
                results = None
                yield from _again({future: job}, waiting, str(error))
            if results is not None:
                yield results


def _next(waiting: deque[Job], out: dict[Future[tuple[Result, ...]], Job]) -> Job | None:
    """The first job whose hosts are free; a suspect goes out only alone."""
    if any(job.breaks >= SUSPECT for job in out.values()):
        return None
    busy = frozenset().union(*(job.hosts for job in out.values())) if out else frozenset()
    for index, job in enumerate(waiting):
        if job.breaks >= SUSPECT and out:
            continue
        if not job.hosts & busy:
            del waiting[index]
            return job
    return None


def _again(
    out: dict[Future[tuple[Result, ...]], Job], waiting: deque[Job], error: str = ""
) -> Iterator[tuple[Result, ...]]:
    """Put what was out back, divided once it is suspect; give up what alone broke the engine as a suspect."""
    for job in reversed(out.values()):
        tasks, breaks = job.batch.tasks, job.breaks + 1
        if breaks > SUSPECT and len(tasks) == 1:
            reason = f"a worker died twice while reading it{': ' + error[:200] if error else ''}"
            yield (Result(tasks[0].article, failure=Failure(tasks[0].address, "internal", reason)),)
        elif breaks >= SUSPECT:
            waiting.extendleft(Job(replace(job.batch, tasks=(task,)), SUSPECT) for task in reversed(tasks))
        else:
            waiting.appendleft(Job(job.batch, breaks))
    out.clear()
