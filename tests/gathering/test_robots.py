from __future__ import annotations

import fnmatch
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.gathering import robots
from standfirst.rights import Signal

BASE = "https://news.example/robots.txt"


def parsed(text: str | bytes, token: str = "standfirst") -> robots.Robots:
    return robots.parse(text.encode() if isinstance(text, str) else text, BASE, token)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a/b", False),
        ("User-agent: *\nDisallow: /\nAllow: /news", "/news/1", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf?1", True),
        ("User-agent: otherbot\nDisallow: /", "/a", True),
        ("User-agent: Standfirst/9.9\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: standfirst\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: stand\nDisallow: /", "/a", True),
        ("User-agent: a\nUser-agent: *\nDisallow: /x", "/x", False),
        ("User-agent: *\nDisallow: /x\nSitemap: https://news.example/s\nDisallow: /y", "/y", False),
        ("user-agent: *   # everyone\n disallow: /x # this", "/x", False),
        ("<!doctype html><p>Disallow: /", "/a", True),
        ("User-agent: *\nDisallow: /robots.txt", "/robots.txt", True),
        ("User-agent: *\nDisallow: /é", "/%C3%A9", False),
    ],
)
def test_what_is_allowed(text: str, path: str, allowed: bool) -> None:
    assert parsed(text).allows(f"https://news.example{path}") is allowed


def test_delay_sitemaps_licences_and_wishes() -> None:
    found = parsed(
        "License: /all.xml\nUser-agent: *\nCrawl-delay: 2.5\nContent-Signal: search=yes, ai-train=no\n"
        "Content-Usage: /news/ train-ai=n\nSitemap: /news.xml\nSitemap: https://cdn.example/2.xml\n"
        "User-agent: gptbot\nLicense: https://else.example/no.xml\nContent-Usage: ai=n\n"
    )
    assert found.delay == 2.5
    assert not found.named
    assert found.sitemaps == ("https://news.example/news.xml", "https://cdn.example/2.xml")
    assert found.licences == ("https://news.example/all.xml",)
    assert found.wishes == (
        Signal("aipref", "search=yes, ai-train=no", "robots.txt"),
        Signal("aipref", "/news/ train-ai=n", "robots.txt"),
    )


def test_a_group_of_our_own_replaces_everyones() -> None:
    found = parsed(
        "User-agent: *\nCrawl-delay: 9\nContent-Usage: a=n\nUser-agent: Standfirst\nContent-Usage: b=n\nAllow: /"
    )
    assert found.named
    assert found.delay is None
    assert [wish.value for wish in found.wishes] == ["b=n"]


@pytest.mark.parametrize("delay", ["-1", "inf", "nan", "soon", ""])
def test_delays_that_are_none(delay: str) -> None:
    assert parsed(f"User-agent: *\nCrawl-delay: {delay}").delay is None


def test_only_the_first_500_kib_count() -> None:
    filler = b"# " + b"x" * 1000 + b"\n"
    text = b"User-agent: *\n" + filler * 600 + b"Disallow: /late\n"
    assert parsed(text).allows("https://news.example/late")


def test_many_agents_with_many_rules_cost_no_product() -> None:
    agents = b"".join(b"User-agent: a%d\n" % number for number in range(15_000))
    began = time.process_time()
    found = parsed(agents + b"User-agent: *\n" + b"Disallow: /*a*a*a*a*b$\n" * 9_000)
    assert found.allows("https://news.example/" + "a" * 1500)
    assert time.process_time() - began < 2


@settings(deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_are_read(body: bytes) -> None:
    assert parsed(body).allows("https://news.example/") in {True, False}


@settings(deadline=None)
@given(st.text("ab*", max_size=8), st.text("ab", max_size=8), st.booleans())
def test_patterns_match_as_globs_do(pattern: str, text: str, end: bool) -> None:
    glob = pattern if end else f"{pattern}*"
    assert robots.matches(pattern + "$" * end, text) is fnmatch.fnmatchcase(text, glob)
