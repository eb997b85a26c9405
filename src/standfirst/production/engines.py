"""Who does the work: this process, a pool of processes, or a Dask cluster, all behind ``concurrent.futures``."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from standfirst.errors import SettingError
from standfirst.production import work
from standfirst.settings import Settings


class InlineExecutor(Executor):
    """Runs what is submitted at once, in this process."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run it and return its finished future."""
        future: Future[Any] = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
            if isinstance(error, KeyboardInterrupt | SystemExit):
                raise
        return future


@contextmanager
def inline(settings: Settings) -> Iterator[Executor]:
    """This process itself: the least to set up, the easiest to follow."""
    yield InlineExecutor()


@contextmanager
def processes(settings: Settings) -> Iterator[Executor]:
    """A pool of processes, started afresh (spawn) and with the models loaded once in each."""
    pool = ProcessPoolExecutor(
        settings.number("workers"), mp_context=multiprocessing.get_context("spawn"), initializer=work.warm
    )
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def dask(settings: Settings) -> Iterator[Executor]:
    """A Dask cluster: the scheduler named in the settings, or workers started on this machine."""
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise SettingError(
            "engine dask", "the package distributed is not installed", "Install standfirst[dask]."
        ) from error
    logging.getLogger("distributed").setLevel(logging.ERROR)
    address = settings.text("dask_scheduler")
    cluster = None
    if not address:
        cluster = LocalCluster(
            n_workers=settings.number("workers"),
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            scheduler_kwargs={"dashboard": False},
            silence_logs=logging.ERROR,
        )
    try:
        with Client(address or cluster) as client:
            yield client.get_executor()
    finally:
        if cluster is not None:
            cluster.close()


ENGINES: dict[str, Callable[[Settings], Any]] = {"inline": inline, "processes": processes, "dask": dask}
