"""Links inside the built files: which are looked at, and which are dead."""

from __future__ import annotations

import pytest

from standfirst.publishing.building.layout import Layout
from standfirst.publishing.building.linking import Links

BASE = "https://news.example"
FILES = dict.fromkeys(("index.html", "about/marks/index.html", "a.html", "größe.rss", "search/index.html"))


@pytest.mark.parametrize(
    ("file", "text", "dead"),
    [
        ("a.html", '<a href="/">', []),
        ("a.html", '<a href="/b.html">', ["/b.html"]),
        ("a.html", '<img src="/x.svg"><form action="/nowhere">', ["/nowhere", "/x.svg"]),
        ("a.html", '<a href="/gr%C3%B6%C3%9Fe.rss">', []),
        ("a.html", '<a href="/search?q=x&amp;lang=en">', []),
        (
            "a.html",
            '<a href="https://elsewhere.example/b.html"><a href="//x/y"><a href="mailto:a@b"><a href="#top">',
            [],
        ),
        ("a.html", f'<link rel="canonical" href="{BASE}/c.html">', ["/c.html"]),
        ("a.html", f"a sentence that names {BASE}/c.html", []),
        ("a.json", f'{{"next_url":"{BASE}/a/before/k.json"}}', ["/a/before/k.json"]),
        ("a.xml", f"<loc>{BASE}</loc><loc>{BASE}/a.html</loc>", []),
        ("a.txt", f"See {BASE}/a.html.\n{BASE}/d.html)", ["/d.html"]),
        ("a.html", '<a href="/about/marks#summary">', []),
        ("a.html", '<a href="/about/marks#no-such">', ["/about/marks#no-such"]),
        ("a.css", 'url("/b.png")', []),
    ],
)
def test_dead_links(file: str, text: str, dead: list[str]) -> None:
    links = Links(Layout(BASE))
    links.see("about/marks/index.html", b'<section id="summary">')
    links.see(file, text.encode())
    assert sorted((each.target, each.file) for each in links.dead(FILES)) == sorted((each, file) for each in dead)


def test_files_in_pieces_are_seen_as_whole_ones() -> None:
    links = Links(Layout(BASE))
    item = f"<link>{BASE}/b.html</link>".encode()
    links.see("a.rss", b"<rss>", item, f"<link>{BASE}/c.html</link></rss>".encode())
    links.see("d.rss", f"<link>{BASE}/e.html</link>".encode(), item)
    found = [(each.file, each.target) for each in links.dead(FILES)]
    assert found == [("a.rss", "/b.html"), ("a.rss", "/c.html"), ("d.rss", "/e.html")]


def test_a_dead_link_is_named_once() -> None:
    links = Links(Layout(BASE))
    links.see("a.html", b'<a href="/b.html"></a>' * 3 + f'<a href="{BASE}/b.html">'.encode())
    links.see("c.html", b'<a href="/b.html">')
    assert [(each.file, each.target) for each in links.dead(FILES)] == [("a.html", "/b.html")]
