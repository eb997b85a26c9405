"""How tasks are put together: every task once, a host's in their order, batches of bounded size."""

from hypothesis import given
from hypothesis import strategies as st

from standfirst.gathering import Item
from standfirst.newsroom.tasks import Task
from standfirst.production.work import batches


def tasks(hosts: list[int]) -> list[Task]:
    return [
        Task(
            str(number),
            f"http://h{host}.example/{number}",
            f"h{host}.example",
            Item(f"http://h{host}.example/{number}"),
        )
        for number, host in enumerate(hosts)
    ]


@given(st.lists(st.integers(0, 6), max_size=120), st.integers(1, 20))
def test_every_task_once_and_each_host_in_order(hosts, size):
    given_tasks = tasks(hosts)
    made = batches(given_tasks, size)
    assert all(0 < len(batch) <= size for batch in made)
    assert sorted(task.article for batch in made for task in batch) == sorted(task.article for task in given_tasks)
    for host in {task.host for task in given_tasks}:
        order = [int(task.article) for batch in made for task in batch if task.host == host]
        assert order == sorted(order)


@given(st.lists(st.integers(0, 6), max_size=120), st.integers(1, 20))
def test_a_small_host_is_never_divided(hosts, size):
    made = batches(tasks(hosts), size)
    for host in set(hosts):
        if hosts.count(host) < size:
            assert sum(any(task.host == f"h{host}.example" for task in batch) for batch in made) == 1
