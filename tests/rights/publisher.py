"""A publisher on loopback for the rights' table: what it says goes out as real HTTP and comes back as a verdict."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from aiohttp import web

from standfirst import read
from standfirst.gathering import Failure, FeedDocument, Item, Page, feeds
from standfirst.gathering.fetcher import Fetcher
from standfirst.gathering.policy import Policy
from standfirst.reading import Article

PATH = "/news/ferry-returns"
PARAGRAPHS = (
    "The ferry Annabel Lee returned to Port Merrow on Tuesday morning, eleven months after a fire in her engine room.",
    "Harbour master Jonas Wick said that the ship had passed every test and would sail twice a day until October.",
    "“We waited a long winter for this,” said Mara Olsen, who runs the bakery on the quay and counted 340 passengers.",
    "The repair cost 2.4 million crowns, of which the county pays half; the rest comes from the shipping line itself.",
)


@dataclass(frozen=True)
class Says:
    """What a publisher says, place by place. ``robots`` a robots.txt or the status that stands in its place.

    ``head`` goes into the page's head, ``body`` behind its text, ``tag`` onto its body element, ``feed`` into its
    feed's item, ``channel`` into its feed; ``files`` are further documents, each a text or a status.
    """

    robots: str | int = 404
    tdmrep: str | int = 404
    headers: tuple[tuple[str, str], ...] = ()
    head: str = ""
    tag: str = ""
    body: str = ""
    status: int = 200
    feed: str = ""
    channel: str = ""
    files: dict[str, str | int] = field(default_factory=dict)
    licence: str = ""

    def page(self) -> str:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
        return (
            f"<!doctype html><html lang=en><head><title>Ferry returns after eleven months</title>{self.head}</head>"
            f"<body {self.tag}><main><article><h1>Ferry returns after eleven months</h1>{text}{self.body}</article>"
            "</main></body></html>"
        )

    def rss(self, base: str) -> str:
        return (
            '<rss version="2.0" xmlns:rsl="https://rslstandard.org/rsl"><channel><title>Harbour Post</title>'
            f"<link>{base}/</link>{self.channel}<item><title>Ferry returns</title><link>{base}{PATH}</link>"
            f"{self.feed}</item></channel></rss>"
        )


@dataclass(frozen=True)
class Heard:
    """What came of it: the article or failure, the paths asked for and the user agent they were asked by, in order."""

    found: Article | Failure
    asked: tuple[tuple[str, str], ...]

    def times(self, path: str) -> int:
        return sum(path == each for each, _ in self.asked)


async def _ask(said: Says, policy: Policy) -> Heard:
    asked: list[tuple[str, str]] = []
    documents = {"/robots.txt": said.robots, "/.well-known/tdmrep.json": said.tdmrep, **said.files}

    async def answer(request: web.BaseRequest) -> web.Response:
        asked.append((request.path, request.headers["User-Agent"]))
        if request.path == PATH:
            response = web.Response(status=said.status, text=said.page(), content_type="text/html")
            for name, value in said.headers:
                response.headers.add(name, value)
            return response
        document = documents.get(request.path, 404)
        return web.Response(status=document) if isinstance(document, int) else web.Response(text=document)

    runner = web.ServerRunner(web.Server(answer), shutdown_timeout=0.1)
    await runner.setup()
    try:
        await (at := web.TCPSite(runner, "127.0.0.1", 0)).start()
        base = f"http://127.0.0.1:{at._server.sockets[0].getsockname()[1]}"
        async with Fetcher(policy) as fetcher:
            page = await fetcher.get(base + PATH)
    finally:
        await runner.cleanup()
    if not isinstance(page, Page):
        return Heard(page, tuple(asked))
    item: Item | None = None
    if said.feed or said.channel:
        document = feeds.parse(said.rss(base).encode(), f"{base}/feed")
        assert isinstance(document, FeedDocument)
        (item,) = document.items
    article = read(page, item, licence=said.licence)
    assert isinstance(article, Article)
    return Heard(article, tuple(asked))


def hear(said: Says, **manners: object) -> Heard:
    """Let a publisher say something, fetch its page as a round does, and read it."""
    defaults = {"user_agent": "Standfirst/0.1 (+mailto:desk@example.org)", "seconds": 5, "host_delay": 0}
    return asyncio.run(_ask(said, Policy(**{**defaults, "allow_private": True, **manners})))
