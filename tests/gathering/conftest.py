"""Publishers on loopback, made up in each test: real sockets, real HTTP."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from standfirst.gathering.policy import Policy

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Publisher:
    """A site on loopback. ``pages`` maps a path to a body, a response's arguments or a handler."""

    def __init__(self, pages: dict[str, object]) -> None:
        self.pages = pages
        self.base = ""
        self.requests: list[web.Request] = []

    def asked(self, path: str) -> int:
        return sum(request.path == path for request in self.requests)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        page = self.pages.get(request.path)
        if page is None:
            return web.Response(status=404)
        if callable(page):
            return await page(request)
        if isinstance(page, dict):
            return web.Response(**page)
        body = page.encode() if isinstance(page, str) else page
        return web.Response(body=body, content_type="text/html")


@asynccontextmanager
async def _publisher(pages: dict[str, object], host: str = "127.0.0.1") -> AsyncIterator[Publisher]:
    site = Publisher(pages)
    runner = web.ServerRunner(web.Server(site.answer), shutdown_timeout=0.1)
    await runner.setup()
    try:
        await (at := web.TCPSite(runner, host, 0)).start()
        port = at._server.sockets[0].getsockname()[1]
        site.base = f"http://{host}:{port}"
        yield site
    finally:
        await runner.cleanup()


@asynccontextmanager
async def _raw(handle: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]) -> AsyncIterator[str]:
    """A server of bytes, for what no HTTP library would send."""
    tasks: set[asyncio.Task] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.add(asyncio.current_task())
        try:
            await reader.readuntil(b"\r\n\r\n")
            await handle(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()


class StandIn:
    """A resolver that knows the names it is told, and remembers what it was asked."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        self.names = names
        self.asked: list[str] = []

    async def resolve(self, host: str, port: int = 0, family: int = socket.AF_INET) -> list[dict]:
        self.asked.append(host)
        if host not in self.names:
            raise OSError(None, "no such name")
        return [
            {
                "hostname": host,
                "host": address,
                "port": port,
                "family": socket.AF_INET6 if ":" in address else socket.AF_INET,
                "proto": 0,
                "flags": socket.AI_NUMERICHOST,
            }
            for address in self.names[host]
        ]

    async def close(self) -> None:
        pass


@pytest.fixture
def publisher() -> Callable:
    return _publisher


@pytest.fixture
def raw() -> Callable:
    return _raw


@pytest.fixture
def stand_in() -> type[StandIn]:
    return StandIn


@pytest.fixture
def policy() -> Callable[..., Policy]:
    def make(**changes: object) -> Policy:
        defaults = {"user_agent": "Standfirst/0.1 (+mailto:desk@example.org)", "seconds": 5, "host_delay": 0}
        return Policy(**{**defaults, "allow_private": True, **changes})

    return make
