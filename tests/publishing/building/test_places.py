"""Addresses as files: everything the site has, and nothing outside the folder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.publishing.building.places import LONGEST_NAME, place


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/index.rss", "index.rss"),
        ("/2026/11/22", "2026/11/22/index.html"),
        ("/2026/11/22.json", "2026/11/22.json"),
        ("/sports-and-competition/before/k2p.atom", "sports-and-competition/before/k2p.atom"),
        ("/content/2026/11/22/gr%C3%B6%C3%9Fe.print.html", "content/2026/11/22/größe.print.html"),
        ("/story/0198/v1.2", "story/0198/v1.2/index.html"),
        ("/search?q=harbour#main", "search/index.html"),
        ("/search/", "search/index.html"),
        ("/static/0123456789abcdef/site.css", "static/0123456789abcdef/site.css"),
        ("/_redirects", "_redirects"),
        ("no-slash", ""),
        ("/a/../b.html", ""),
        ("/a/%2e%2e/b.html", ""),
        ("//etc/passwd.txt", ""),
        ("/a\\b.html", ""),
        ("/a%00b.html", ""),
        ("/a%0Ab.html", ""),
        (f"/{'漢' * 90}.html", ""),
    ],
)
def test_the_file_of_an_address(address: str, file: str) -> None:
    assert place(address) == file


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_no_address_leads_out_of_the_folder(address: str) -> None:
    parts = place(f"/{address}").split("/")
    assert parts == [""] or all(part not in ("", ".", "..") and len(part.encode()) <= LONGEST_NAME for part in parts)
