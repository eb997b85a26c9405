from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from standfirst.gathering import Failure, Page
from standfirst.gathering.fetcher import Fetcher
from standfirst.rights import Signal

ARTICLE = "<html><p>A page.</html>"


def got(publisher, policy, pages, *paths, memory=None):
    async def go():
        async with publisher(pages) as site, Fetcher(policy, memory=memory) as fetcher:
            return await asyncio.gather(*(fetcher.get(site.base + path) for path in paths)), site

    return asyncio.run(go())


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_robots_4xx_allows(publisher, policy, status) -> None:
    (page,), _ = got(publisher, policy(), {"/robots.txt": {"status": status}, "/": ARTICLE}, "/")
    assert isinstance(page, Page)


@pytest.mark.parametrize("status", [500, 502, 503])
def test_robots_5xx_waits_and_fetches_nothing(publisher, policy, status) -> None:
    results, site = got(publisher, policy(), {"/robots.txt": {"status": status}, "/": ARTICLE}, "/", "/")
    for failure in results:
        assert (failure.code, failure.outcome) == ("robots-unreachable", "waiting")
        assert failure.until > datetime.now(UTC) + timedelta(minutes=10)
        assert failure.address == site.base + "/"
    assert (site.asked("/"), site.asked("/robots.txt")) == (0, 1)


def test_robots_that_asks_us_to_slow_down_waits(publisher, policy) -> None:
    busy = {"status": 429, "headers": {"Retry-After": "60"}}
    (failure,), site = got(publisher, policy(), {"/robots.txt": busy, "/": ARTICLE}, "/")
    assert (failure.outcome, site.asked("/")) == ("waiting", 0)


def test_robots_is_asked_again_when_its_wait_is_over(publisher, policy) -> None:
    async def go():
        pages = {"/robots.txt": {"status": 503, "headers": {"Retry-After": "2"}}, "/": ARTICLE}
        async with publisher(pages) as site, Fetcher(policy()) as fetcher:
            first = await fetcher.get(site.base)
            pages["/robots.txt"] = ""
            early = await fetcher.get(site.base)
            await asyncio.sleep(2.05)
            return first, early, await fetcher.get(site.base)

    first, early, late = asyncio.run(go())
    assert first.outcome == early.outcome == "waiting"
    assert isinstance(late, Page)


def test_robots_that_breaks_off_waits(raw, policy) -> None:
    async def half(reader, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nUser-agent: *\n")
        await writer.drain()
        await asyncio.sleep(30)

    async def go():
        async with raw(half) as base, Fetcher(policy(seconds=0.3)) as fetcher:
            return await fetcher.get(base + "/")

    failure = asyncio.run(go())
    assert (failure.code, failure.outcome) == ("robots-unreachable", "waiting")
    assert "0.3 s" in failure.reason


def test_robots_that_redirects_for_ever_allows(publisher, policy) -> None:
    pages = {"/robots.txt": {"status": 302, "headers": {"Location": "/robots.txt"}}, "/": ARTICLE}
    (page,), _ = got(publisher, policy(), pages, "/")
    assert isinstance(page, Page)


def test_robots_disallow_is_a_refusal(publisher, policy) -> None:
    pages = {"/robots.txt": "User-agent: standfirst\nDisallow: /private", "/private": ARTICLE, "/open": ARTICLE}
    (closed, opened), site = got(publisher, policy(), pages, "/private", "/open")
    assert (closed.code, closed.outcome) == ("robots", "refused")
    assert "us by name" in closed.reason
    assert isinstance(opened, Page)
    assert site.asked("/private") == 0


def test_what_a_site_says_is_asked_once(publisher, policy) -> None:
    _, site = got(
        publisher, policy(host_requests=8), {f"/{i}": ARTICLE for i in range(6)}, *(f"/{i}" for i in range(6))
    )
    assert (site.asked("/robots.txt"), site.asked("/.well-known/tdmrep.json")) == (1, 1)


def test_memory_goes_from_one_fetcher_to_the_next_for_a_day(publisher, policy) -> None:
    async def go():
        memory: dict = {}
        async with publisher({"/": ARTICLE}) as site:
            for age in (0, 1, 25):
                memory.update({o: replace(s, asked=s.asked - timedelta(hours=age)) for o, s in memory.items()})
                async with Fetcher(policy(), memory=memory) as fetcher:
                    await fetcher.get(site.base)
            return site.asked("/robots.txt"), site.asked("/.well-known/tdmrep.json")

    assert asyncio.run(go()) == (2, 2)


def test_signals_of_the_site_stand_on_the_page(publisher, policy) -> None:
    licence = '<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license/></content></rsl>'
    pages = {
        "/robots.txt": "User-agent: *\nLicense: /rsl.xml\nContent-Usage: train-ai=n",
        "/rsl.xml": licence,
        "/.well-known/tdmrep.json": '[{"location": "/news/*", "tdm-reservation": 1, "tdm-policy": "/p"}]',
        "/news/1": ARTICLE,
        "/other": ARTICLE,
    }
    (news, other), _ = got(publisher, policy(), pages, "/news/1", "/other")
    assert news.signals[0] == Signal("aipref", "train-ai=n", "robots.txt")
    assert news.signals[1].kind == "rsl"
    assert "<content" in news.signals[1].value
    assert news.signals[2] == Signal("tdmrep", "1", "/.well-known/tdmrep.json")
    assert [signal.kind for signal in other.signals] == ["aipref", "rsl"]


def test_a_reservation_is_not_lost_to_a_long_crawl_delay(publisher, policy) -> None:
    pages = {
        "/robots.txt": "User-agent: *\nCrawl-delay: 300",
        "/.well-known/tdmrep.json": '[{"location": "/", "tdm-reservation": 1}]',
        "/": ARTICLE,
    }
    (page,), _ = got(publisher, policy(patience=0.5), pages, "/")
    assert page.signals == (Signal("tdmrep", "1", "/.well-known/tdmrep.json"),)


@pytest.mark.parametrize(
    "answer", [{"status": 500}, "<html>none</html>", {"status": 302, "headers": {"Location": "/"}}]
)
def test_a_reservation_that_cannot_be_had_says_nothing(publisher, policy, answer) -> None:
    (page,), _ = got(publisher, policy(), {"/.well-known/tdmrep.json": answer, "/": ARTICLE}, "/")
    assert page.signals == ()


def test_a_host_that_does_not_answer_fails_by_its_own_name(policy, stand_in) -> None:
    async def go():
        async with Fetcher(policy(), stand_in({})) as fetcher:
            return await fetcher.get("http://gone.example/story")

    failure = asyncio.run(go())
    assert failure == Failure("http://gone.example/story", "dns", "its host name is not known")
