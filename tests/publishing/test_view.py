"""Addresses of listings: one view, one address, and hostile ones refused by name."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.errors import NotFoundError, UsageError
from standfirst.publishing import View
from standfirst.publishing.view import RESERVED, BadFilter, address, listing_formats, parse, parse_address, token

SECTIONS = {"sports-and-competition": "Sports", "политика": "Политика"}
STORY = "018f3c1e-7a5b-7c11-8d2e-2f4a6b8c9d0e"
slugs = st.text(alphabet="abcø9漢ж", min_size=1, max_size=6).flatmap(
    lambda word: st.just(word) | st.just(f"{word}-2") | st.just(f"a-{word}")
)
days = st.dates(date(1970, 1, 1), date(2199, 12, 31))


@st.composite
def views(draw: st.DrawFn) -> View:
    kind = draw(st.sampled_from(["front", "day", "section", "source", "story", "mark", "search"]))
    key = {
        "front": st.just(""),
        "day": days.map(date.isoformat),
        "section": st.sampled_from(sorted(SECTIONS)),
        "source": slugs,
        "story": st.uuids().map(str),
        "mark": st.sampled_from(["summary", "press-release"]),
        "search": st.just(""),
    }[kind]
    since, until = draw(st.tuples(st.none() | days, st.none() | days))
    if since and until and since > until:
        since, until = until, since
    form = draw(st.sampled_from(["html", *listing_formats().values()]))
    return View(
        kind=kind,
        key=draw(key),
        sources=tuple(sorted(draw(st.sets(slugs, max_size=4)))),
        mark=draw(st.sampled_from(["", "commentary"])),
        language=draw(st.sampled_from(["", "en", "pt-BR", "zh-Hant"])),
        since=since,
        until=until,
        query=" ".join(draw(st.text(alphabet="aé漢&=+%#?/\"'-:; ", max_size=20)).split()),
        before=None if kind in ("front", "day") else draw(st.none() | st.integers(1, 2**62)),
        format=form,
        raw=form == "csv" and draw(st.booleans()),
        slug=draw(st.just("") | slugs) if kind == "story" else "",
    )


@given(views())
def test_a_view_has_one_address_and_that_address_is_the_view(view: View) -> None:
    text = address(view)
    assert text.isascii()
    parts = urlsplit(text)
    assert parse(parts.path, parts.query, SECTIONS) == view
    assert parse_address(text, SECTIONS) == view
    assert address(view, before=None) == address(parse_address(address(view, before=None), SECTIONS))


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_address_is_a_view_or_a_clear_error(path: str, query: str) -> None:
    try:
        view = parse("/" + path, query, SECTIONS)
    except (UsageError, NotFoundError):
        return
    again = urlsplit(address(view))
    assert parse(again.path, again.query, SECTIONS) == view


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("/", View("front")),
        ("/index.rss", View("front", format="rss")),
        ("/2026/11/22", View("day", "2026-11-22")),
        ("/2026/11/22.atom", View("day", "2026-11-22", format="atom")),
        (
            "/sports-and-competition/before/zik0zj.rss?source=kob-4",
            View("section", "sports-and-competition", sources=("kob-4",), before=2147483647, format="rss"),
        ),
        ("/source/kob-4.json", View("source", "kob-4", format="json")),
        (f"/story/{STORY}/a-fire", View("story", STORY, slug="a-fire")),
        (f"/story/{STORY}/before/before/1.xml", View("story", STORY, slug="before", before=1, format="xml")),
        ("/mark/commentary.csv?raw=1", View("mark", "commentary", format="csv", raw=True)),
        ("/search?q=harbour%20swim", View("search", query="harbour swim")),
        (
            "/sports-and-competition?source=a&source=b&mark=summary&lang=en&from=2026-11-01&to=2026-11-22&q=x",
            View("section", "sports-and-competition", ("a", "b"), "summary", "en", date(2026, 11, 1),
                 date(2026, 11, 22), "x"),
        ),
    ],
)  # fmt: skip
def test_the_addresses_of_the_reference(text: str, view: View) -> None:
    assert parse_address(text, SECTIONS) == view
    assert address(view) == text


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("/?utm_source=mail&fbclid=x", "/"),
        ("/search?q=&from=&to=&source=", "/search"),
        ("/search?q=++a%09b%00+", "/search?q=a%20b"),
        ("/search?source=b&source=a&source=b", "/search?source=a&source=b"),
        ("/search.rss?raw=1", "/search.rss"),
        ("/search?lang=en&lang=en", "/search?lang=en"),
        (f"/{quote('политика')}", f"/{quote('политика')}"),
        ("/политика", f"/{quote('политика')}"),
    ],
)
def test_addresses_that_come_to_the_same(text: str, same: str) -> None:
    assert address(parse_address(text, SECTIONS)) == same


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("/?mark=nice", "mark"),
        ("/?lang=not_a_tag", "lang"),
        ("/?from=2026-02-30", "from"),
        ("/?to=yesterday", "to"),
        ("/?to=٢٠٢٦-٠١-٠١", "to"),
        ("/?from=2026-11-22&to=2026-11-21", "from"),
        ("/?lang=en&lang=de", "lang"),
        ("/?source=no%20slug", "source"),
        ("/?" + "&".join(f"source=s{n}" for n in range(11)), "source"),
        ("/?q=" + "x" * 201, "q"),
        ("/search.csv?raw=yes", "raw"),
        ("/?" + "&".join(["a=1"] * 70), "address"),
        ("/" + "x" * 5000, "address"),
    ],
)
def test_values_that_cannot_be_are_named(text: str, name: str) -> None:
    with pytest.raises(BadFilter) as caught:
        parse_address(text, SECTIONS)
    assert caught.value.name == name
    assert f"{name}=" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "/nowhere", "/index", "/.rss", "/sports-and-competition.html", "/sports-and-competition.txt",
        "/sports-and-competition/", "/2026/11/31", "/2026/1/1", "/2026/11", "/before/1", "/2026/11/22/before/1",
        "/sports-and-competition/before/0", "/sports-and-competition/before/01", "/sports-and-competition/before/ZZ",
        "/sports-and-competition/before/zzzzzzzzzzzzz", "/mark/nice", "/story/1", f"/story/{STORY.upper()}",
        "/source/a.b", "/source/", "/search/before/", "//", "/%ff", "/../etc/passwd",
    ],
)  # fmt: skip
def test_paths_that_are_no_listing(text: str) -> None:
    with pytest.raises(NotFoundError):
        parse(text, "", SECTIONS)


def test_no_section_takes_a_word_of_the_sites_own() -> None:
    from standfirst.editing import sections

    assert not RESERVED & {section.slug for section in sections.load()}


@given(st.integers(1, 2**62))
def test_tokens_are_base_36(position: int) -> None:
    assert int(token(position), 36) == position
