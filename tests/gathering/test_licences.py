"""RSL documents that pages name by address: sought in a page, asked for once, guarded and bounded."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.gathering import reservations
from standfirst.gathering.fetcher import Fetcher
from standfirst.gathering.sites import MAX_LICENCES
from standfirst.rights import Signal

PAGE = "https://news.example/a/story"
TERMS = '<content url="/"><license><prohibits>all</prohibits></license></content>'
LICENCE = f'<rsl xmlns="https://rslstandard.org/rsl">{TERMS}</rsl>'
NAMES = '<html><link rel=license type="application/rsl+xml" href="%s"><p>A page.</html>'


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<link rel="license" type="application/rsl+xml" href="/l.xml">', ["https://news.example/l.xml"]),
        ("<LINK TYPE=application/rsl+xml HREF=l.xml REL=license>", ["https://news.example/a/l.xml"]),
        ("<link rel='license' type='application/rsl+xml' href='//cdn.example/l?a&amp;b'/>", ["https://cdn.example/l?a&b"]),
        ('<link rel="license" href="/by"><link rel="next" type="application/rsl+xml" href="/l">', []),
        ('<!-- <link rel="license" type="application/rsl+xml" href="/l.xml"> -->', []),
        ('<!-- never closed <link rel="license" type="application/rsl+xml" href="/l.xml">', []),
        ('<link rel="license" type="application/rsl+xml" href="javascript:x">', []),
        ('<link rel="license" type="application/rsl+xml">', []),
        ("".join(f'<link rel=license type=application/rsl+xml href=/{n}>' for n in range(9)),
         [f"https://news.example/{n}" for n in range(3)]),
    ],
)  # fmt: skip
def test_what_a_page_names(body, found) -> None:
    assert [address for address, _ in reservations.named((), body.encode(), PAGE)] == found


def test_the_header_goes_before_the_page() -> None:
    header = ("link", '</h.xml>; rel="license"; type="application/rsl+xml"')
    found = reservations.named([header], (NAMES % "/p.xml").encode() + (NAMES % "/h.xml").encode(), PAGE)
    assert found == (("https://news.example/h.xml", "header"), ("https://news.example/p.xml", '<link rel="license">'))


@pytest.mark.parametrize(
    "piece", [b"<link rsl+xml ", b"<!--", b"<link " + b"a=" * 2000, b"<link href='", b"<link>rsl+xml"]
)
def test_hostile_pages_are_sought_in_linear_time(piece) -> None:
    body = b"rsl+xml" + piece * (4_000_000 // len(piece))
    began = time.process_time()
    assert reservations.named((), body, PAGE) == ()
    assert time.process_time() - began < 1


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_sought(noise: bytes) -> None:
    reservations.named([("link", noise.decode("latin-1"))], b"rsl+xml<link " + noise + b">" + noise, PAGE)


def got(publisher, policy, pages, *paths, change=lambda site: site):
    """Pages one after the other with one memory, which ``change`` may age in between; their signals, and the site."""

    async def go():
        memory: dict = {}
        signals = []
        async with publisher(pages) as site:
            for path in paths:
                async with Fetcher(policy, memory=memory) as fetcher:
                    signals.append((await fetcher.get(site.base + path)).signals)
                memory.update({origin: change(each) for origin, each in memory.items()})
        return signals, site

    return asyncio.run(go())


def test_a_named_licence_is_asked_for_once_a_site(publisher, policy) -> None:
    pages = {"/l.xml": LICENCE, **{f"/{n}": NAMES % "/l.xml" for n in range(4)}}
    signals, site = got(publisher, policy(), pages, "/0", "/1", "/2", "/3")
    assert site.asked("/l.xml") == 1
    assert all([signal.where for signal in each] == ['<link rel="license">'] for each in signals)
    assert all("prohibits" in signal.value for each in signals for signal in each)


def test_one_that_could_not_be_had_is_asked_for_again_after_a_while(publisher, policy) -> None:
    def older(site):
        return replace(site, licences=tuple(replace(x, asked=x.asked - timedelta(minutes=16)) for x in site.licences))

    for change, times in ((lambda site: site, 1), (older, 3)):
        pages = {"/l.xml": {"status": 503}, "/": NAMES % "/l.xml"}
        signals, site = got(publisher, policy(), pages, "/", "/", "/", change=change)
        assert site.asked("/l.xml") == times
        assert {signal.kind for each in signals for signal in each} == {"rsl-unread"}


def test_a_site_that_names_another_licence_on_each_page_fills_no_memory(publisher, policy) -> None:
    pages = {f"/{n}": NAMES % f"/l{n}.xml" for n in range(MAX_LICENCES + 5)}
    pages |= {f"/l{n}.xml": LICENCE for n in range(MAX_LICENCES + 5)}
    pages["/robots.txt"] = "License: /l0.xml"
    held = []
    paths = [f"/{n}" for n in range(MAX_LICENCES + 5)]
    signals, site = got(publisher, policy(), pages, *paths, change=lambda site: held.append(site.licences) or site)
    assert max(map(len, held)) == MAX_LICENCES
    assert site.asked("/l0.xml") == 1  # robots.txt's own stays
    assert [len(each) for each in signals] == [1] + [2] * (len(paths) - 1)


def test_a_licence_is_guarded_as_every_address_is(policy, stand_in, publisher) -> None:
    async def go():
        names = stand_in({"news.example": ["127.0.0.1"], "inside.example": ["169.254.169.254"]})
        async with publisher({"/": ""}) as site:
            port = site.base.rpartition(":")[2]
            site.pages["/"] = NAMES % f"http://inside.example:{port}/l.xml"
            async with Fetcher(policy(), names) as fetcher:
                return (await fetcher.get(f"http://news.example:{port}/")).signals, port

    signals, port = asyncio.run(go())
    assert signals == (Signal("rsl-unread", f"http://inside.example:{port}/l.xml", '<link rel="license">'),)


def test_a_large_licence_is_read_to_its_limit(publisher, policy) -> None:
    pages = {"/": NAMES % "/l.xml", "/l.xml": LICENCE.replace("</rsl>", "<x/>" * 500_000)}
    (signals,), _ = got(publisher, policy(), pages, "/")
    assert [signal.kind for signal in signals] == ["rsl"]
    assert len(signals[0].value) <= reservations.MAX_LICENCE
    assert "prohibits" in signals[0].value


def test_a_page_asked_for_without_obedience_asks_for_no_licence(publisher, policy) -> None:
    async def go():
        async with publisher({"/": NAMES % "/l.xml"}) as site, Fetcher(policy()) as fetcher:
            return (await fetcher.get(site.base, obey_robots=False)).signals, site

    signals, site = asyncio.run(go())
    assert signals == ()
    assert site.asked("/l.xml") == 0
