"""What is known of a source, in words: on its own page, and in short on the page of all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from standfirst.newsroom.facts import FeedFacts, SignalSeen, SourceFacts
from standfirst.publishing import SourceName, View, pages
from standfirst.publishing.pages import Beside, SourceRow, sources
from tests.publishing.pages import invented
from tests.publishing.pages.invented import GAZETTE, NETWORK

DAY = date(2026, 11, 22)
FACTS = SourceFacts(
    slug="harwick-gazette",
    name="Harwick Gazette",
    domain="gazette.example",
    home="https://gazette.example/",
    languages=("en-GB", "en", "de"),
    state="active",
    licence="",
    owner="Harwick Press & Sons",
    since=datetime(2025, 3, 1, tzinfo=UTC),
    publications=480,
    cards=48,
    barred=40,
    card_rules=(("tdmrep", 40), ("short-source", 7), ("somebodys-own", 1)),
    corrected=12,
    followed=11,
    ours=3,
    free=300,
    paid=20,
    outcome="brief",
    judged=DAY,
    signals=(SignalSeen("tdmrep", "1", "/.well-known/tdmrep.json", DAY), SignalSeen("new-kind", "<x>", "header")),
    feeds=(
        FeedFacts("https://gazette.example/feed", "News", "rss", True, datetime(2026, 11, 22, 11, tzinfo=UTC), 0, ""),
        FeedFacts("https://gazette.example/old", "", "rss", True, datetime(2026, 11, 1, tzinfo=UTC), 3, "status 500"),
        FeedFacts("javascript:alert(1)", "Bad", "rss", False, None, 0, ""),
    ),
)


def page(facts: SourceFacts | None, query: str = "") -> str:
    view = View("source", "harwick-gazette", query=query)
    return pages.listing(invented.listing(view=view, title="Harwick Gazette"), Beside(about=GAZETTE, facts=facts))


def test_the_page_tells_everything_above_its_rows() -> None:
    made = page(FACTS)
    told, _, rows = made.partition('<section class="known"')[2].partition("</section>")
    for words in (
        "gazette.example", "Harwick Press &amp; Sons", "English, German",
        "Some articles are for subscribers (20 of 480)",
        "It depends on the article (headlines only for 40 of 480)", "The last article read, on 22 November 2026:",
        "Briefs are allowed", "432 briefs (90%), 48 headlines only (10%)", "12 publications (2%)",
        "11 times because the source corrected itself", "3 times a mistake of ours", "1 March 2025",
        "text and data mining is reserved: 40", "the article is too short for a brief: 7", "somebodys-own: 1",
        "2 rights signals", "/.well-known/tdmrep.json", "last seen 22 Nov 2026", "&lt;x&gt;",
        "3 feeds we read", "could not be read at the last try", "status 500", "not read any more",
    ):  # fmt: skip
        assert words in told, words
    assert "javascript:" not in told
    assert '<article class="brief' in rows


def test_later_pages_and_filtered_ones_do_not_repeat_it() -> None:
    assert '<section class="known"' not in page(None)
    assert "The site of" in page(None)
    assert '<section class="known"' not in page(FACTS, "pier")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"barred": 0}, "Briefs are allowed"),
        ({"barred": 480}, "Headlines only, no briefs"),
        ({"rule": "opt-out", "outcome": "card"}, "Headlines only, no briefs"),
        ({"publications": 0, "barred": 0, "outcome": "nothing"}, "Nothing may be published"),
        ({"publications": 0, "barred": 0, "outcome": ""}, "Nothing has been read yet"),
    ],
)
def test_what_rights_allow_in_all(changes: dict, words: str) -> None:
    with override("en"):
        assert sources.rights(replace(FACTS, **changes), "en") == words


def test_a_source_without_corrections_says_so() -> None:
    with override("en"):
        assert sources.corrections(replace(FACTS, corrected=0, followed=0, ours=0), "en") == "Never so far"


@pytest.mark.parametrize(
    ("part", "whole", "shown"), [(0, 0, ""), (0, 9, "0%"), (1, 900, "1%"), (899, 900, "99%"), (9, 9, "100%")]
)
def test_a_share_never_rounds_something_away(part: int, whole: int, shown: str) -> None:
    assert sources.share(part, whole, "en") == shown


def test_many_sources_stand_under_letters() -> None:
    names = ["Ärzteblatt", "Abend", "7 Tage", "Zeit", "المرسى"] + [f"Blatt {n}" for n in range(30)]
    rows = [SourceRow(SourceName(name, f"s{n}", "https://x.example/")) for n, name in enumerate(names)]
    groups = sources.by_letter(rows)
    assert [group.letter for group in groups] == ["A", "B", "Z", "ا", "#"]
    assert [row.source.name for row in groups[0].rows] == ["Abend", "Ärzteblatt"]
    made = pages.about("sources", NETWORK, rows)
    assert 'href="#letter-2"' in made
    assert 'id="letter-2"' in made
    few = sources.by_letter(rows[:5])
    assert [group.letter for group in few] == [""]
    assert sources.by_letter([]) == []


def test_the_page_of_all_tells_each_in_short() -> None:
    made = pages.about("sources", NETWORK, [SourceRow(GAZETTE, count=480, facts=FACTS)])
    assert "English, German · Some articles are for subscribers · 432 briefs (90%), 48 headlines only (10%)" in made
    assert "12 corrected" in made
    opted = replace(FACTS, rule="opt-out", state="opted-out")
    assert "Headlines only" in pages.about("sources", NETWORK, [SourceRow(GAZETTE, "opted-out", facts=opted)])
