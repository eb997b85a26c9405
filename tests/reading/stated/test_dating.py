"""Where a page tells its dates, and which of them is believed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from standfirst.reading.document import dom
from standfirst.reading.stated import dating, jsonld, meta, surroundings

FETCHED = datetime(2026, 11, 22, tzinfo=UTC)
LD = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "x", {}}}</script>'


def read(head: str = "", body: str = "", address: str = "https://a.example/ferry", language: str = "en-GB"):
    root = dom.parse(f'<html lang="{language}"><head>{head}</head><body>{body}</body></html>').root
    found = meta.head(root)
    beside = surroundings.lines(next(root.iter("h1"), None))
    return dating.read(root, found, jsonld.article(found.nodes), beside, address, FETCHED)


def day(stamp):
    return (stamp.at.date().isoformat(), stamp.found) if stamp else None


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        (LD.format('"datePublished": "2026-05-03T08:00:00Z"'), "<h1>x</h1><p>1 May 2026</p>", ("2026-05-03",
         "json-ld")),
        (LD.format('"datePublished": "May 3, 2026"'), "", ("2026-05-03", "json-ld")),
        ('<meta name="pubdate" content="Dec 17th 2025">', "", ("2025-12-17", "meta")),
        ('<meta name="x-publishing-day" content="July 17, 2025">', "", ("2025-07-17", "meta")),
        ("", '<h1>x</h1><time itemprop="datePublished" datetime="2026-05-03">3.5.</time>', ("2026-05-03", "time")),
        ("", "<h1>x</h1><p>By Mara Olsen | 3 May 2026</p>", ("2026-05-03", "text")),
        ("", "<h1>x</h1><p>Updated 4 May 2026, published 3 May 2026</p>", ("2026-05-03", "text")),
        ("<title>Ferry returns | Harbour Post | 03.05.2026</title>", "", ("2026-05-03", "text")),
        ("", "<h1>x</h1><p class=caption>Quay, 1 May 2026</p><p>3 May 2026</p>", ("2026-05-03", "text")),
        ("", "<p>x</p><footer><i class=post-date>Published On: 3 May 2026</i></footer>", ("2026-05-03", "text")),
        ("", "<fieldset><legend>Ferry</legend>3 May 2026</fieldset>", ("2026-05-03", "text")),
        ("",
         "<h1>x</h1><p>" + "The ferry line said to its crews on 3 May 2026 that the old ship would be sold abroad.</p>",
         None),
        ("", "<h1>x</h1><p>Updated 4 May 2026</p>", None),
        ("", "<h1>x</h1>", None),
    ],
)  # fmt: skip
def test_published(head, body, found):
    assert day(read(head, body)[0]) == found


def test_a_change_is_told_apart():
    published, modified = read(body="<h1>x</h1><p>Published 3 May 2026 · Updated 4 May 2026</p>")
    assert (day(published), day(modified)) == (("2026-05-03", "text"), ("2026-05-04", "text"))
    assert day(read(body="<h1>x</h1><p>Zuletzt aktualisiert: 4. Mai 2026</p>")[1]) == ("2026-05-04", "text")


@pytest.mark.parametrize(("language", "found"), [("en-US", "2026-05-03"), ("en-GB", "2026-03-05"), ("", "2026-05-03")])
def test_figures_are_read_as_the_pages_country_does(language, found):
    assert day(read(body="<h1>x</h1><p>5/3/2026</p>", language=language)[0]) == (found, "text")


@pytest.mark.parametrize(
    ("body", "address", "at", "zone"),
    [
        ("<h1>x</h1><p>May 2, 2026 10:00 PM</p>", "https://a.example/x", "2026-05-02T23:00:00-03:00", False),
        ("<h1>x</h1>", "https://a.example/2026/05/02/ferry", "2026-05-02T23:00:00-03:00", False),
        ("<h1>x</h1><p>May 1, 2026</p>", "https://a.example/x", "2026-05-03T02:00:00+00:00", True),
    ],
)
def test_the_day_that_the_page_prints_is_kept_and_the_instant_too(body, address, at, zone):
    published, _ = read(LD.format('"datePublished": "2026-05-03T02:00:00Z"'), body, address)
    assert published.at.isoformat() == at
    assert published.at == datetime(2026, 5, 3, 2, tzinfo=UTC)
    assert published.zone is zone
