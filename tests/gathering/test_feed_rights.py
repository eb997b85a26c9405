"""RSL in feeds: which terms hold for which entry."""

from __future__ import annotations

import time

import pytest

from standfirst.gathering import feeds
from standfirst.gathering.feed_rights import MAX_SIGNALS, stated
from standfirst.rights import judge

FEED = """<rss version="2.0" xmlns:rsl="https://rslstandard.org/rsl"><channel><title>Harbour Post</title>
<link>https://news.example/</link>{channel}
<item><title>One</title><link>https://news.example/news/1</link>{one}</item>
<item><title>Two</title><link>https://news.example/sport/2</link></item></channel></rss>"""
BARRED = "<rsl:license><rsl:prohibits>ai-input</rsl:prohibits></rsl:license>"
FREE = '<rsl:license><rsl:payment type="free"/></rsl:license>'


def content(url: str, terms: str) -> str:
    return f'<rsl:content url="{url}">{terms}</rsl:content>'


@pytest.mark.parametrize(
    ("channel", "one", "outcomes"),
    [
        ("", "", ["brief", "brief"]),
        (content("/", BARRED), "", ["card", "card"]),
        (content("/", BARRED), content("https://news.example/news/1", FREE), ["brief", "card"]),
        (content("/", FREE), content("/news/1", BARRED), ["card", "brief"]),
        ("", content("/news/", BARRED), ["card", "brief"]),
        (content("/", BARRED) + content("/", FREE), "", ["brief", "brief"]),
        (f"<rsl:rsl>{content('/sport/', BARRED)}</rsl:rsl>", "", ["brief", "card"]),
        ("", BARRED, ["card", "card"]),  # without an address it counts for the whole feed
    ],
)
def test_what_holds_for_an_entry(channel, one, outcomes) -> None:
    document = feeds.parse(FEED.format(channel=channel, one=one).encode(), "https://news.example/feed")
    assert [judge(item.signals).outcome for item in document.items] == outcomes
    assert {signal.where for item in document.items for signal in item.signals} <= {"feed"}


def test_many_terms_for_many_entries_are_bounded() -> None:
    terms = "".join(content(f"/*a*b{number}", BARRED) for number in range(5000))
    entries = "".join(f"<item><link>https://news.example/{'a' * 200}{number}</link></item>" for number in range(2000))
    body = FEED.format(channel=terms, one="").replace("</channel>", f"{entries}</channel>").encode()
    began = time.process_time()
    rows = stated(body)
    assert len(rows.rows) == MAX_SIGNALS
    for number in range(2000):
        rows.of(f"https://news.example/{'a' * 200}{number}")
    assert time.process_time() - began < 5
