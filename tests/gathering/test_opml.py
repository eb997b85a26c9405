from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from standfirst.gathering import opml
from standfirst.gathering.opml import OpmlFeed

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
FEEDS = st.builds(
    OpmlFeed,
    address=st.integers(0, 10_000).map("https://h.example/{}?a=1&b=2".format),
    title=NAMES,
    home=st.sampled_from(["", "https://h.example/"]),
    category=st.lists(NAMES.filter(lambda name: "/" not in name), max_size=3).map(opml.SEPARATOR.join),
)


def plain(text: str) -> bool:
    from standfirst.gathering import cleaning

    return all(cleaning.plain(part, 200) == part for part in text.split(opml.SEPARATOR))


@settings(deadline=None)
@given(st.lists(FEEDS, max_size=12, unique_by=lambda feed: feed.address))
def test_what_is_written_is_read_again(feeds: list[OpmlFeed]) -> None:
    feeds = [feed for feed in feeds if plain(feed.title) and plain(feed.category)]
    found, warnings = opml.read(opml.write(feeds, "Our sources"))
    assert sorted(found, key=lambda feed: feed.address) == sorted(feeds, key=lambda feed: feed.address)
    assert warnings == ()


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_title_is_written_as_xml(title: str, category: str) -> None:
    written = opml.write([OpmlFeed("https://h.example/", title, "", category)], title)
    root = etree.fromstring(written)
    assert root.get("version") == "2.0"
    assert [feed.address for feed in opml.read(written).feeds] == ["https://h.example/"]


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read(body: bytes) -> None:
    feeds, warnings = opml.read(body)
    assert feeds == ()
    assert warnings


FEED = OpmlFeed("https://h.example/feed", "Harbour Post")


@pytest.mark.parametrize(
    "body",
    [
        '<opml version="2.0"><body><outline type="rss" text="Harbour Post" xmlUrl="https://h.example/feed"/></body></opml>',
        '<opml><body><outline text="Harbour Post" XMLURL="https://h.example/feed"/></body></opml>',
        '<OPML xmlns="urn:x"><Body><Outline TITLE="Harbour Post" xmlurl=" https://h.example/feed "/></Body></OPML>',
        '<opml><head><outline type="rss" title="Harbour Post" url="https://h.example/feed"/></head></opml>',
        '<opml><body><outline text="Harbour Post" xmlUrl="https://h.example/feed">',
        '<opml><body><outline text="Harbour Post" xmlUrl=https://h.example/feed></body>',
        '\n\n<?xml version="1.0"?><opml><body><outline text="Harbour Post" xmlUrl="feed:https://h.example/feed"/></body></opml>',
    ],
)
def test_malformed_lists_are_read_all_the_same(body: str) -> None:
    assert opml.read(body.encode()).feeds == (FEED,)


def test_bare_ampersands_stay_in_addresses() -> None:
    body = b'<opml><body><outline text="A & B" xmlUrl="https://h.example/?a=1&b=2&amp;c=3"/></body></opml>'
    assert opml.read(body).feeds == (OpmlFeed("https://h.example/?a=1&b=2&c=3", "A & B"),)


def test_folders_become_categories() -> None:
    body = b"""<opml><body><outline text="Towns"><outline text="North"><outline xmlUrl="https://a.example/"/></outline>
    <outline xmlUrl="https://b.example/" category="/ignored"/></outline>
    <outline xmlUrl="https://c.example/" category="/Trade/Shipping"/></body></opml>"""
    assert [feed.category for feed in opml.read(body).feeds] == ["Towns / North", "Towns", "Trade/Shipping"]


def test_what_is_left_out_is_told() -> None:
    body = b"""<opml><body><outline xmlUrl="https://a.example/"/><outline xmlUrl="https://A.example:443/"/>
    <outline xmlUrl="ftp://a.example/"/><outline type="link" url="https://no.example/"/></body></opml>"""
    feeds, warnings = opml.read(body)
    assert [feed.address for feed in feeds] == ["https://a.example/"]
    assert "more than once" in warnings[0]
    assert "ftp: is not fetched here" in warnings[1]


@pytest.mark.parametrize("body", [b"", b"not xml", b"<html><p>x</p></html>", b"\x00\x01"])
def test_what_is_no_opml_says_so(body: bytes) -> None:
    feeds, (warning,) = opml.read(body)
    assert feeds == ()
    assert "this is no OPML" in warning


def test_entities_and_depth_do_no_harm(tmp_path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret words")
    bomb = (
        f'<!DOCTYPE o [<!ENTITY a SYSTEM "file://{secret}"><!ENTITY b "&a;&a;">]>'
        '<opml><body>&b;<outline text="&b;" xmlUrl="https://h.example/"/></body></opml>'
    )
    assert "secret words" not in repr(opml.read(bomb.encode()))
    deep = "<opml><body>" + '<outline text="x">' * 100_000
    assert opml.read(deep.encode()).feeds == ()
