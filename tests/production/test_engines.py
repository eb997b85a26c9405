"""The three engines do the same work; a killed worker costs a repeat, never a loss."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from standfirst.editing import Style
from standfirst.gathering import Item
from standfirst.gathering.policy import Policy
from standfirst.newsroom.tasks import Task
from standfirst.production import crew
from standfirst.production.demo.server import serve
from standfirst.production.demo.town import load
from standfirst.production.work import Batch
from standfirst.settings import Settings

pytestmark = pytest.mark.slow
POLICY = Policy("Standfirst-Test/1", host_delay=0.0, host_requests=4, allow_private=True)


@pytest.fixture(scope="module")
def jobs():
    with serve(load()) as running:
        keys = [piece.key for piece in load().pieces if piece.kind == "article"][::3]
        tasks = [Task(key, running.address(key), key.partition("/")[0], Item(running.address(key))) for key in keys]
        hosts: dict[str, list[Task]] = {}
        for task in tasks:
            hosts.setdefault(task.host, []).append(task)
        yield [Batch(tuple(group), POLICY, Style()) for group in hosts.values()]


def settings(engine: str) -> Settings:
    return Settings(Path(), {"engine": engine, "workers": 2})


def outcomes(results) -> dict[str, tuple]:
    return {
        each.article: (each.brief.outcome.kind, each.brief.statements)
        if each.brief
        else (each.failure or each.not_article)
        for each in results
    }


@pytest.fixture(scope="module")
def wanted(jobs) -> dict[str, tuple]:
    return outcomes(result for results in crew.run(jobs, settings("inline")) for result in results)


def test_inline_brings_every_task_back(jobs, wanted):
    assert sorted(wanted) == sorted(task.article for job in jobs for task in job.tasks)


@pytest.mark.parametrize("engine", ["processes", "dask"])
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # dask leaves sockets to the collector when it closes
def test_other_engines_bring_the_same(jobs, wanted, engine):
    if engine == "dask":
        pytest.importorskip("distributed")
    assert outcomes(result for results in crew.run(jobs, settings(engine)) for result in results) == wanted


def children() -> list[int]:
    """The processes that this one started with spawn and that do the work."""
    listed = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii").split()
    return [int(pid) for pid in listed if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def test_a_killed_process_loses_nothing(jobs, wanted):
    killed = threading.Event()

    def kill() -> None:
        for _ in range(600):
            time.sleep(0.05)
            if found := children():
                time.sleep(1.5)
                os.kill(found[-1], signal.SIGKILL)
                killed.set()
                return

    thread = threading.Thread(target=kill)
    thread.start()
    found = outcomes(result for results in crew.run(jobs, settings("processes")) for result in results)
    thread.join()
    assert killed.is_set()
    assert found == wanted
