"""The crew brings every result back: hosts are not shared, a broken engine is opened anew, a culprit is found."""

from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from standfirst.editing import Style
from standfirst.gathering import Item
from standfirst.gathering.policy import Policy
from standfirst.newsroom.tasks import Result, Task
from standfirst.production import crew
from standfirst.production.work import Batch
from standfirst.settings import Settings


def batch(*articles: str, host: str = "h.example") -> Batch:
    tasks = tuple(Task(each, f"http://{host}/{each}", host, Item(f"http://{host}/{each}")) for each in articles)
    return Batch(tasks, Policy("Test/1"), Style())


class Fragile(Executor):
    """Finishes a batch after a moment, but breaks for good when it holds the poisoned article, like a killed pool."""

    def __init__(self, poison: str, log: list):
        self.poison, self.log, self.broken, self.out = poison, log, False, []

    def submit(self, function, given):
        if self.broken:
            raise BrokenExecutor("a worker died")
        future: Future = Future()
        self.out.append(future)
        self.log.append([task.article for task in given.tasks])
        Timer(0.02, self.finish, (future, given)).start()
        return future

    def finish(self, future, given):
        if self.broken or any(task.article == self.poison for task in given.tasks):
            self.broken = True
            future.set_exception(BrokenExecutor("a worker died"))
        else:
            future.set_result(tuple(Result(task.article, unchanged=True) for task in given.tasks))


@pytest.fixture
def log(monkeypatch):
    log: list = []

    @contextmanager
    def fragile(settings):
        yield Fragile("poison", log)

    monkeypatch.setitem(crew.ENGINES, "fragile", fragile)
    return log


def run(batches):
    settings = Settings(Path(), {"engine": "fragile", "workers": 2})
    return [result for results in crew.run(batches, settings) for result in results]


def test_all_results_come_back(log):
    found = run([batch("a", "b", host="one"), batch("c", host="two")])
    assert sorted(each.article for each in found) == ["a", "b", "c"]
    assert all(each.unchanged for each in found)


def test_the_culprit_is_given_up_and_nobody_else(log):
    found = run([batch("a", "poison", "b", host="one"), batch("c", "d", host="two")])
    by_article = {each.article: each for each in found}
    assert sorted(by_article) == ["a", "b", "c", "d", "poison"]
    assert len(found) == 5
    assert by_article.pop("poison").failure.code == "internal"
    assert all(each.unchanged for each in by_article.values())


def test_a_host_is_out_once_at_a_time(log, monkeypatch):
    out: list[str] = []
    most: list[int] = []
    finish = Fragile.finish

    def submit(self, function, given):
        out.append(given.tasks[0].host)
        most.append(out.count("one"))
        return plain(self, function, given)

    def finished(self, future, given):
        out.remove(given.tasks[0].host)
        finish(self, future, given)

    plain = Fragile.submit
    monkeypatch.setattr(Fragile, "submit", submit)
    monkeypatch.setattr(Fragile, "finish", finished)
    run([batch("a", host="one"), batch("b", host="one"), batch("c", host="one"), batch("d", host="two")])
    assert max(most) == 1
