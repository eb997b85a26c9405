"""The real site behind its edge, and Chromium in a thread of its own.

Playwright keeps an event loop running in the thread that started it; in the tests' thread it would be in the way of
Django's records and of every asynchronous test that comes after.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import Any, ClassVar

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import LiveServerThread

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip
#: Seconds a visit may take in all, and milliseconds one step of it.
VISIT, STEP = 240, 30_000
Visit = Callable[[Any], None]


class Browser:
    """Chromium; ``browser(visit, **context)`` runs ``visit(page)`` in a new context and raises what it raises.

    ``ignore`` are pieces of what the console may say, such as the status of a page that is not there.
    """

    def __init__(self, executable: str) -> None:
        self.pool = ThreadPoolExecutor(1, "chromium")
        self.pool.submit(self._start, executable).result(VISIT)

    def _start(self, executable: str) -> None:
        from playwright.sync_api import sync_playwright

        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(executable_path=executable, args=list(FLAGS))

    def __call__(self, visit: Visit, ignore: tuple[str, ...] = (), **context: Any) -> None:
        self.pool.submit(self._visit, visit, ignore, context).result(VISIT)

    def _visit(self, visit: Visit, ignore: tuple[str, ...], options: dict[str, Any]) -> None:
        context = self.browser.new_context(**options)
        try:
            context.set_default_timeout(STEP)
            page = context.new_page()
            troubles: list[str] = []
            hosts: set[str] = set()
            page.on("console", lambda said: troubles.append(said.text) if said.type in ("error", "warning") else None)
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
            visit(page)
            assert [said for said in troubles if not any(piece in said for piece in ignore)] == []
            assert len(hosts) <= 1, "a third party was asked"
            assert context.cookies() == []
        finally:
            context.close()

    def close(self) -> None:
        """End Chromium and its thread."""

        def end() -> None:
            self.browser.close()
            self.playwright.stop()

        self.pool.submit(end).result(VISIT)
        self.pool.shutdown()


class Server(ThreadedWSGIServer):
    """A threaded server that ends its connections with itself: Chromium keeps them open after a context has closed."""

    daemon_threads = False  # so that closing waits for the threads
    accepted: ClassVar[list[socket.socket]] = []

    def get_request(self) -> tuple[Any, Any]:
        """The next connection, remembered."""
        request, address = super().get_request()
        self.accepted.append(request)
        return request, address

    def server_close(self) -> None:
        """End every connection, then wait for its thread."""
        while self.accepted:
            with suppress(OSError):  # ended already
                self.accepted.pop().shutdown(socket.SHUT_RDWR)
        super().server_close()


class House(LiveServerThread):
    """Django's live server with the server above."""

    server_class = Server


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Started once."""
    started = Browser(chromium)
    yield started
    started.close()


@pytest.fixture
def house(transactional_db: None, settings: Any) -> Iterator[str]:
    """The address of the site as it is served, its cache in front; permalinks have this address too."""
    from django.db import connections

    from standfirst.publishing.serving.edge import Edge

    shared = {each.alias: each for each in connections.all() if each.vendor == "sqlite" and each.is_in_memory_db()}
    for connection in shared.values():
        connection.inc_thread_sharing()
    # Django's own live server would take /static/ for its finders; our files have addresses of their own.
    server = House("localhost", static_handler=Edge, connections_override=shared)
    server.start()
    server.is_ready.wait(VISIT)
    assert server.error is None
    address = f"http://localhost:{server.port}"
    settings.NETWORK = replace(settings.NETWORK, values={**settings.NETWORK.values, "base_url": address})
    yield address
    server.terminate()
    for connection in shared.values():
        connection.dec_thread_sharing()
