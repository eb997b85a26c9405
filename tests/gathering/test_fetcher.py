from __future__ import annotations

import asyncio
import gzip
import hashlib
import subprocess
import sys
import time
import tracemalloc
import zlib
from datetime import UTC, datetime

import pytest
from aiohttp import web

from standfirst.gathering import Failure, Page, Validators
from standfirst.gathering.fetcher import Fetcher
from standfirst.gathering.policy import Policy
from standfirst.settings import Settings

ARTICLE = b"<html><title>Harbour bridge reopens</title><p>The bridge reopened on Monday.</html>"


def fetched(publisher, policy, pages, path="/", *, resolver=None, validators=None, obey_robots=True):
    """Serve ``pages``, get ``path`` and give the result with the requests that came."""

    async def go():
        async with publisher(pages) as site, Fetcher(policy, resolver) as fetcher:
            result = await fetcher.get(site.base + path, validators or Validators(), obey_robots=obey_robots)
            return result, site.requests

    return asyncio.run(go())


def test_a_page_with_all_that_is_needed_of_it(publisher, policy) -> None:
    page, requests = fetched(
        publisher, policy(), {"/a": {"body": ARTICLE, "headers": {"ETag": '"1"', "X-Robots-Tag": "a"}}}, "/a"
    )
    assert isinstance(page, Page)
    assert (page.status, page.body, page.unchanged) == (200, ARTICLE, False)
    assert page.validators == Validators('"1"', "", hashlib.sha256(ARTICLE).hexdigest())
    assert page.header("x-robots-tag") == "a"
    assert page.fetched.tzinfo is UTC
    assert [request.path for request in requests] == ["/robots.txt", "/a", "/.well-known/tdmrep.json"]
    for request in requests:
        assert request.headers["User-Agent"] == "Standfirst/0.1 (+mailto:desk@example.org)"
        assert "Cookie" not in request.headers


def test_every_value_of_a_repeated_header_is_kept(publisher, policy) -> None:
    async def twice(request):
        response = web.Response(body=ARTICLE)
        response.headers.add("X-Robots-Tag", "nosnippet")
        response.headers.add("X-Robots-Tag", "otherbot: noindex")
        return response

    page, _ = fetched(publisher, policy(), {"/": twice})
    assert page.header("x-robots-tag") == "nosnippet, otherbot: noindex"


def test_cookies_are_not_sent_back(publisher, policy) -> None:
    async def go():
        async with (
            publisher({"/": {"body": ARTICLE, "headers": {"Set-Cookie": "who=you"}}}) as site,
            Fetcher(policy()) as f,
        ):
            await f.get(site.base)
            await f.get(site.base)
            return site.requests

    assert all("Cookie" not in request.headers for request in asyncio.run(go()))


def test_conditional_request_and_304(publisher, policy) -> None:
    async def conditional(request):
        if request.headers.get("If-None-Match") == '"1"' and "If-Modified-Since" in request.headers:
            return web.Response(status=304)
        return web.Response(body=ARTICLE, headers={"ETag": '"1"'})

    before = Validators('"1"', "Mon, 16 Nov 2026 08:00:00 GMT", "0" * 64)
    page, _ = fetched(publisher, policy(), {"/": conditional}, validators=before)
    assert (page.status, page.body, page.unchanged, page.validators) == (304, b"", True, before)


def test_the_same_body_without_validators_is_unchanged(publisher, policy) -> None:
    known = Validators(body_hash=hashlib.sha256(ARTICLE).hexdigest())
    page, _ = fetched(publisher, policy(), {"/": ARTICLE}, validators=known)
    assert (page.status, page.unchanged, page.body) == (200, True, ARTICLE)
    changed, _ = fetched(publisher, policy(), {"/": ARTICLE + b"!"}, validators=known)
    assert not changed.unchanged


@pytest.mark.parametrize(
    ("status", "headers", "outcome", "words"),
    [
        (404, {}, "gone", "no such page"),
        (410, {}, "gone", "for good"),
        (401, {}, "refused", "sign-in"),
        (402, {}, "refused", "payment"),
        (403, {}, "refused", "refuses"),
        (451, {}, "refused", "legal"),
        (418, {}, "failed", "418"),
        (500, {}, "failed", "error"),
        (503, {}, "failed", "error"),
        (204, {}, "failed", "204"),
    ],
)
def test_statuses(publisher, policy, status, headers, outcome, words) -> None:
    failure, _ = fetched(publisher, policy(), {"/": {"status": status, "headers": headers}})
    assert isinstance(failure, Failure)
    assert (failure.code, failure.outcome, failure.status) == ("status", outcome, status)
    assert words in failure.reason
    assert "\n" not in failure.reason


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_silences_the_host(publisher, policy, status) -> None:
    async def go():
        busy = {"status": status, "headers": {"Retry-After": "30"}}
        async with publisher({"/": busy, "/other": ARTICLE}) as site, Fetcher(policy()) as fetcher:
            first = await fetcher.get(site.base)
            second = await fetcher.get(site.base + "/other")
            return first, second, site.asked("/other")

    first, second, asked = asyncio.run(go())
    assert (first.code, first.outcome, first.status) == ("status", "waiting", status)
    assert 25 < (first.until - datetime.now(UTC)).total_seconds() <= 30
    assert (second.code, second.outcome, second.until) == ("budget", "waiting", first.until)
    assert asked == 0


def test_redirects_are_followed_and_their_end_is_told(publisher, policy) -> None:
    pages = {
        "/": {"status": 301, "headers": {"Location": "/b#here"}},
        "/b": {"status": 302, "headers": {"Location": "c d"}},
        "/c d": ARTICLE,
    }
    page, requests = fetched(publisher, policy(), pages)
    assert page.body == ARTICLE
    assert page.final_address.endswith("/c%20d")
    assert page.address.startswith("http://127.0.0.1:")
    assert len(requests) == 5  # robots.txt, three hops, tdmrep.json


def test_redirect_loop(publisher, policy) -> None:
    pages = {path: {"status": 302, "headers": {"Location": to}} for path, to in (("/", "/b"), ("/b", "/"))}
    failure, requests = fetched(publisher, policy(), pages)
    assert (failure.code, failure.reason) == ("redirects", "it redirects in a circle")
    assert len(requests) == 3


def test_redirects_without_end(publisher, policy) -> None:
    async def on(request):
        return web.Response(status=307, headers={"Location": f"/{int(request.path.strip('/') or 0) + 1}"})

    failure, requests = fetched(publisher, policy(redirects=3), dict.fromkeys(["/", *map("/{}".format, range(99))], on))
    assert failure.code == "redirects"
    assert "more than 3" in failure.reason
    assert len(requests) == 5


@pytest.mark.parametrize(
    "to", ["ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "http://[::1", "http://a:b@127.0.0.1/"]
)
def test_redirect_to_what_is_not_fetched(publisher, policy, to) -> None:
    failure, _ = fetched(publisher, policy(), {"/": {"status": 302, "headers": {"Location": to}}})
    assert failure.code == "redirects"
    assert failure.reason.startswith("it redirects to")


def test_each_hop_asks_its_own_robots(publisher, policy) -> None:
    async def go():
        async with (
            publisher({"/robots.txt": "User-agent: *\nDisallow: /", "/x": ARTICLE}) as closed,
            publisher({"/": {"status": 301, "headers": {"Location": f"{closed.base}/x"}}}) as site,
            Fetcher(policy()) as fetcher,
        ):
            return await fetcher.get(site.base), closed.asked("/x")

    failure, asked = asyncio.run(go())
    assert (failure.code, failure.outcome, asked) == ("robots", "refused", 0)


def test_a_redirect_to_a_private_address_is_refused_and_nothing_is_sent_there(publisher, policy, stand_in) -> None:
    """Here loopback stands for the public network: the check alone is what lets it pass or not."""

    async def go():
        async with publisher({"/": {"status": 302, "headers": {"Location": "http://inside.example/"}}}) as site:
            resolver = stand_in({"inside.example": ["169.254.169.254"]})
            async with Fetcher(policy(), resolver) as fetcher:
                return await fetcher.get(site.base), resolver.asked

    failure, asked = asyncio.run(go())
    assert failure.code == "refused-address"
    assert "169.254.169.254 is a link-local address" in failure.reason
    assert asked == ["inside.example"]


@pytest.mark.parametrize("address", ["10.0.0.1", "127.0.0.1", "::ffff:127.0.0.1", "::1"])
def test_a_name_that_leads_inside_sends_nothing(publisher, policy, stand_in, address) -> None:
    async def go():
        async with publisher({"/": ARTICLE}) as site:
            port = site.base.rpartition(":")[2]
            async with Fetcher(policy(allow_private=False), stand_in({"news.example": [address]})) as fetcher:
                result = await fetcher.get(f"http://news.example:{port}/")
                literal = await fetcher.get(site.base)
            return result, literal, site.requests

    result, literal, requests = asyncio.run(go())
    assert result.code == literal.code == "refused-address"
    assert requests == []


def test_a_name_with_a_public_and_a_private_address_leads_only_outside(policy, stand_in) -> None:
    from standfirst.gathering.guard import GuardedResolver

    resolver = GuardedResolver(stand_in({"two.example": ["10.0.0.1", "93.184.216.34"]}), allow_private=False)
    found = asyncio.run(resolver.resolve("two.example", 443))
    assert [one["host"] for one in found] == ["93.184.216.34"]


def test_the_socket_is_checked_where_the_name_was_not(publisher, policy, stand_in) -> None:
    """A resolver whose answer changes after the check gains nothing: the socket is never made."""
    from standfirst.gathering import guard

    async def go():
        async with publisher({"/": ARTICLE}) as site:
            port = int(site.base.rpartition(":")[2])
            connector = guard.connector(stand_in({}))
            connector._resolver = stand_in({"news.example": ["127.0.0.1"]})
            import aiohttp

            async with aiohttp.ClientSession(connector=connector) as session:
                with pytest.raises(aiohttp.ClientConnectorError) as caught:
                    await session.get(f"http://news.example:{port}/")
            return caught.value.os_error, site.requests

    error, requests = asyncio.run(go())
    assert isinstance(error, guard.RefusedAddress)
    assert requests == []


@pytest.mark.parametrize(
    "bad", ["ftp://example.org/", "http://", "page.html", "http://2130706433/", "http://0x7f.1/", "https://a..b/"]
)
def test_what_cannot_be_asked_for(policy, stand_in, bad) -> None:
    async def go():
        async with Fetcher(policy(), stand_in({})) as fetcher:
            return await fetcher.get(bad)

    failure = asyncio.run(go())
    assert failure.code in {"address", "dns"}
    assert failure.address == bad


def test_an_unknown_name_and_a_closed_port(policy, stand_in, unused_port) -> None:
    async def go():
        async with Fetcher(policy(), stand_in({"shut.example": ["127.0.0.1"]})) as fetcher:
            return await fetcher.get("http://no.example/"), await fetcher.get(f"http://shut.example:{unused_port}/")

    unknown, shut = asyncio.run(go())
    assert (unknown.code, unknown.reason) == ("dns", "its host name is not known")
    assert (shut.code, shut.reason) == ("connect", "no connection to its host: connection refused")


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def test_http_spoken_where_tls_is_due(publisher, policy) -> None:
    async def go():
        async with publisher({"/": ARTICLE}) as site, Fetcher(policy()) as fetcher:
            return await fetcher.get(site.base.replace("http:", "https:"))

    assert asyncio.run(go()).code == "tls"


PACKED = {
    "gzip": gzip.compress(ARTICLE),
    "deflate": zlib.compress(ARTICLE),
    "br": None,
}


@pytest.mark.parametrize("name", PACKED)
def test_packed_bodies(publisher, policy, name) -> None:
    packed = PACKED[name] or pytest.importorskip("brotli").compress(ARTICLE)
    page, requests = fetched(publisher, policy(), {"/": {"body": packed, "headers": {"Content-Encoding": name}}})
    assert page.body == ARTICLE
    assert name in requests[1].headers["Accept-Encoding"]


def test_a_gzip_bomb_is_given_up_in_little_memory(publisher, policy) -> None:
    bomb = gzip.compress(bytes(200_000_000), 9)
    pages = {"/robots.txt": "", "/": {"body": bomb, "headers": {"Content-Encoding": "gzip"}}}
    tracemalloc.start()
    try:
        failure, _ = fetched(publisher, policy(max_bytes=1_000_000), pages)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (failure.code, failure.reason) == ("too-large", "it unpacks to more than 1,000,000 bytes")
    assert peak < 20_000_000


def test_a_feed_of_fifty_megabytes_is_not_read(publisher, policy) -> None:
    body = b"<rss><channel>" + b"<item><title>x</title></item>" * 1_724_138
    assert len(body) > 50_000_000
    failure, _ = fetched(publisher, policy(), {"/": body})
    assert failure.code == "too-large"
    assert "8,000,000" in failure.reason


def test_an_endless_body_ends(raw, policy) -> None:
    async def endless(reader, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            writer.write(b"x" * 65_536)
            await writer.drain()

    failure = of_raw(raw, policy(max_bytes=500_000), endless)
    assert (failure.code, failure.reason) == ("too-large", "it is more than 500,000 bytes")


def test_a_slow_drip_ends_in_time(raw, policy) -> None:
    async def drip(reader, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)

    began = time.monotonic()
    failure = of_raw(raw, policy(seconds=0.5), drip)
    assert (failure.code, failure.reason) == ("timeout", "no whole answer within 0.5 s")
    assert time.monotonic() - began < 10


def test_the_time_is_for_all_redirects_together(publisher, policy) -> None:
    async def slow(request):
        await asyncio.sleep(0.3)
        return web.Response(status=302, headers={"Location": f"/{int(request.path.strip('/') or 0) + 1}"})

    pages = dict.fromkeys(["/", "/1", "/2", "/3", "/4"], slow)
    failure, _ = fetched(publisher, policy(seconds=0.5), pages, obey_robots=False)
    assert failure.code == "timeout"


BROKEN = {
    "half": b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<p>half",
    "half packed": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(ARTICLE * 99)[:60],
    "not packed": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<p>plain",
    "packed oddly": b"HTTP/1.1 200 OK\r\nContent-Encoding: compress\r\n\r\nx",
    "nothing": b"",
    "not HTTP": b"220 mail.example ESMTP\r\n",
    "bad chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "long header": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
}


def test_headers_of_bytes_that_are_no_text(raw, policy) -> None:
    async def odd(reader, writer):
        if not asked:
            asked.append(1)
            writer.write(b"HTTP/1.1 302 Found\r\nLocation: /caf\xe9\r\nConnection: close\r\n\r\n")
        else:
            writer.write(b'HTTP/1.1 200 OK\r\nETag: "\xe9"\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx')
        await writer.drain()

    asked: list[int] = []
    page = of_raw(raw, policy(), odd)
    assert page.final_address.endswith("/caf%E9")
    assert page.validators.etag.encode()


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_answers_are_one_clear_line(raw, policy, kind) -> None:
    async def broken(reader, writer):
        writer.write(BROKEN[kind])
        await writer.drain()

    failure = of_raw(raw, policy(), broken)
    assert (failure.code, failure.outcome) == ("connect", "failed")
    assert 20 < len(failure.reason) < 150
    assert "\n" not in failure.reason


def of_raw(raw, policy, handle):
    async def go():
        async with raw(handle) as base, Fetcher(policy) as fetcher:
            return await fetcher.get(base + "/", obey_robots=False)

    return asyncio.run(go())


def test_what_is_no_text_is_not_read(publisher, policy) -> None:
    failure, _ = fetched(publisher, policy(), {"/": {"body": b"%PDF", "content_type": "application/pdf"}})
    assert (failure.code, failure.reason) == ("media-type", "it is application/pdf, neither a page nor a feed")


def test_the_environments_proxy_is_not_used(publisher, policy, monkeypatch, unused_port) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{unused_port}")
    page, _ = fetched(publisher, policy(), {"/": ARTICLE})
    assert isinstance(page, Page)


def test_one_host_is_asked_no_more_at_once_than_allowed(publisher, policy) -> None:
    now, most = 0, 0

    async def busy(request):
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.02)
        now -= 1
        return web.Response(body=ARTICLE)

    async def go():
        async with publisher({f"/{i}": busy for i in range(8)}) as site, Fetcher(policy(host_requests=2)) as fetcher:
            return await asyncio.gather(*(fetcher.get(f"{site.base}/{i}") for i in range(8)))

    assert all(isinstance(page, Page) for page in asyncio.run(go()))
    assert most == 2


def test_delay_between_requests_and_robots_crawl_delay(publisher, policy) -> None:
    starts: list[float] = []

    async def page(request):
        starts.append(time.monotonic())
        return web.Response(body=ARTICLE)

    async def go():
        pages = {"/robots.txt": "User-agent: *\nCrawl-delay: 0.3", "/a": page, "/b": page}
        async with publisher(pages) as site, Fetcher(policy(host_delay=0.05)) as fetcher:
            await asyncio.gather(fetcher.get(site.base + "/a"), fetcher.get(site.base + "/b"))

    asyncio.run(go())
    assert abs(starts[1] - starts[0]) >= 0.25


def test_a_turn_too_far_away_waits(publisher, policy) -> None:
    async def go():
        pages = {"/robots.txt": "User-agent: *\nCrawl-delay: 7200", "/a": ARTICLE, "/b": ARTICLE}
        async with publisher(pages) as site, Fetcher(policy(patience=1)) as fetcher:
            return await fetcher.get(site.base + "/a"), await fetcher.get(site.base + "/b")

    first, second = asyncio.run(go())
    assert isinstance(first, Page)
    assert (second.code, second.outcome) == ("budget", "waiting")
    assert 200 < (second.until - datetime.now(UTC)).total_seconds() <= 300  # bounded, and said
    assert "every 300 s" in second.reason


def test_policy_of_settings(tmp_path) -> None:
    settings = Settings(
        tmp_path, {"contact": "desk@example.org", "fetch_seconds": 7, "host_delay": 2.5, "allow_private": True}
    )
    policy = Policy.of(settings)
    assert policy == Policy(settings.user_agent, seconds=7, host_delay=2.5, allow_private=True)
    assert "desk@example.org" in policy.user_agent
    assert policy.token == "standfirst"


def test_saved_publishers_with_faults(shared, policy, unused_port) -> None:
    command = [sys.executable, str(shared / "tools" / "replay.py"), str(shared / "corpora" / "pages" / "fundus")]
    replay = subprocess.Popen([*command, "--port", str(unused_port), "--publishers", "2"], stdout=subprocess.PIPE)
    faults = {"slow": "timeout", "drop": "connect", "500": "status", "huge": "too-large", "loop": "redirects"}

    async def go(base):
        async with Fetcher(policy(seconds=2, max_bytes=2_000_000)) as fetcher:
            feed = await fetcher.get(f"{base}/feed.xml")
            again = await fetcher.get(f"{base}/feed.xml", feed.validators)
            failures = {fault: await fetcher.get(f"{base}/feed.xml?fault={fault}") for fault in faults}
            failures["429"] = await fetcher.get(f"{base}/feed.xml?fault=429")
            return feed, again, failures

    try:
        replay.stdout.readline()
        feed, again, failures = asyncio.run(go(f"http://127.0.1.1:{unused_port}"))
    finally:
        replay.terminate()
        replay.wait()
        replay.stdout.close()
    assert feed.status == 200
    assert (again.status, again.unchanged) == (304, True)
    assert {fault: failures[fault].code for fault in faults} == faults
    assert (failures["429"].code, failures["429"].outcome) == ("status", "waiting")
