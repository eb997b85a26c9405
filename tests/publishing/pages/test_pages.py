"""Each page, made from values: its parts and their order, and hostile texts that stay texts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from standfirst.errors import NotFoundError
from standfirst.publishing import SourceName, View, pages
from standfirst.publishing.pages import Beside, Change, Link, Related, SourceRow
from tests.publishing.pages import invented
from tests.publishing.pages.invented import ALL, CARD, NETWORK, NOW, OTHERS, PIER, REST, SOURCES

BESIDE = Beside(
    day=date(2026, 11, 22), previous=date(2026, 11, 21), sources=SOURCES, marks=("summary", "commentary"),
    languages=("en", "de", "ar"),
)  # fmt: skip
WAYS = [("/", "Front"), Link("/search", "Go")]
SOURCE_BESIDE = replace(BESIDE, about=SOURCES[0])
CHANGES = (Change(NOW + timedelta(minutes=65), "The number of piles was given as 47; the source now says 48.", True),)
RELATED = Related(OTHERS, REST[:5], CHANGES)
FILTERED = View("section", "sports-and-competition", ("channel-6",), language="en")
ROWS = tuple(SourceRow(source, "opted-out", 3, "en", "CC BY", (("tdmrep", "1", "header"),)) for source in SOURCES)

EVERY: dict[str, Callable[[], str]] = {
    "front": lambda: pages.listing(invented.edition(), BESIDE),
    "empty front": lambda: pages.listing(invented.edition(()), BESIDE),
    "day": lambda: pages.listing(invented.edition(view=View("day", "2026-11-22")), BESIDE),
    "section": lambda: pages.listing(invented.listing(view=FILTERED, next=replace(FILTERED, before=7)), BESIDE),
    "search": lambda: pages.listing(invented.listing((), View("search", query="eel")), BESIDE),
    "source": lambda: pages.listing(invented.listing(view=View("source", "channel-6")), SOURCE_BESIDE),
    "mark": lambda: pages.listing(invented.listing(view=View("mark", "commentary")), BESIDE),
    "publication": lambda: pages.publication(PIER, NETWORK, RELATED),
    "card": lambda: pages.publication(CARD, NETWORK, Related(latest=REST[:3])),
    "print": lambda: pages.print_publication(PIER, NETWORK, RELATED),
    "problem": lambda: pages.problem(404, "Nothing", "There is nothing.", WAYS, NETWORK),
    "method": lambda: pages.about("method", NETWORK),
    "marks": lambda: pages.about("marks", NETWORK),
    "feeds": lambda: pages.about("feeds", NETWORK),
    "corrections": lambda: pages.about("corrections", NETWORK, [(PIER, CHANGES[0])]),
    "sources": lambda: pages.about("sources", NETWORK, ROWS),
    "rights": lambda: pages.about("rights", NETWORK, ROWS),
    "status": lambda: pages.about("status", NETWORK, [("Latest round", NOW), ("Out", 7)]),
}  # fmt: skip


def order(text: str, *parts: str) -> None:
    """Every part is there, one after the other."""
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"{part!r} is missing after {text[max(at - 80, 0) : at]!r}"
        at = found + len(part)


@pytest.mark.parametrize("name", EVERY)
def test_every_page_is_whole_light_and_without_inline_code(name: str) -> None:
    made = EVERY[name]()
    document = html.document_fromstring(made)
    assert made.startswith("<!doctype html>")
    assert document.get("lang") == "en-GB"
    assert document.get("dir") == "ltr"
    assert len(document.findall(".//h1")) == 1
    assert len(document.findall(".//main")) == 1
    assert not document.xpath("//*[@style] | //style | //*[starts-with(name(@*), 'on')]")
    assert all(script.get("src") or script.get("type") == "application/ld+json" for script in document.iter("script"))
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(document.xpath("//*[@id=$id]", id=href[1:]) for href in document.xpath("//a/@href[starts-with(., '#')]"))
    assert len(gzip.compress(made.encode())) < 30_000
    assert "noreferrer" not in made


@pytest.mark.parametrize("name", EVERY)
def test_headings_do_not_skip_a_level(name: str) -> None:
    levels = [int(each.tag[1]) for each in html.document_fromstring(EVERY[name]()).xpath("//h1|//h2|//h3|//h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_publication_top_to_bottom() -> None:
    made = EVERY["publication"]()
    order(
        made,
        '<p class="kicker">', 'href="/politics-and-government"', "Story: 4 publications", "<h1", "Published in",
        "22 November 2026, 11:05", "Harwick Gazette", "(first published there: ", ">10:40<", "Corrected",
        "This publication is a summary of another publication.", "not checked by a person",
        "The source contains editorial commentary.", "(paragraph 9)", "4 of 4 statements traced",
        "Harwick council voted", "paragraphs 1–2", "Read the full article at <bdi>Harwick Gazette</bdi>",
        "Repairs are estimated", "paragraph 4", "The source does not say who pays", "At a glance", "Ana Reyes",
        "<blockquote", "Corrosion closes", "Not stated in the source:", "who pays; when", "Copy link",
        PIER.permalink, 'role="status"', ".print.html", ".txt", ".json", ".xml", "Report a mistake",
        "Where each statement comes from", "Paragraphs 1–2: the source’s own words",
        '<a href="/about/method#rule-12">Rule 12</a> is not fully met: ',
        "Changes", "Correction.", "Others on this story", "Ferry timetable", "The whole story",
        'aria-roledescription="carousel"', "Let the slides move", "Previous slide", 'aria-live="polite"', "1 of 8",
    )  # fmt: skip


def test_a_fact_is_named_once_and_a_role_beside_it() -> None:
    made = EVERY["publication"]()
    glance = made[made.index("At a glance") : made.index("<blockquote")]
    assert glance.count("<bdi>Ana Reyes</bdi>") == 1
    assert '<bdi>Ana Reyes</bdi>, <span class="role">the council’s engineer</span>' in glance


def test_what_needs_javascript_is_hidden_until_it_is_there() -> None:
    document = html.document_fromstring(EVERY["publication"]())
    buttons = document.xpath("//button")
    assert len(buttons) == 4 + 2 * 2 + 1  # copy and slider, follow and mute of source and section, the shortcuts' list
    assert all(button.xpath("ancestor-or-self::*[@hidden or self::dialog[not(@open)]]") for button in buttons)
    assert not document.xpath("//@aria-pressed")
    assert document.xpath("//div[@class='strip']/preceding-sibling::p//button")[0].get("class") == "lock"


def test_the_link_to_the_source_tells_the_publisher() -> None:
    link = html.document_fromstring(EVERY["publication"]()).xpath("//a[@class='go']")[0]
    assert (link.get("href"), link.get("rel"), link.get("target")) == (PIER.original, "external", None)


def test_a_card_says_why_and_has_nothing_more() -> None:
    made = EVERY["card"]()
    order(made, CARD.headline, "Tidewater Monthly", "A card: headline, first sentence, source, date and link.",
          "The page asks not to be quoted", "The full article is for subscribers.", "open to the rain",
          "Read the full article at")  # fmt: skip
    assert "At a glance" not in made
    assert "<blockquote" not in made


def test_a_card_without_a_recorded_reason_gives_its_rule_or_right() -> None:
    assert "nosnippet" in pages.publication(replace(CARD, reason=""), NETWORK)
    freed = replace(CARD.content, original=PIER.content.original)
    assert "the source has 96 words" in pages.publication(replace(CARD, reason="", content=freed), NETWORK)


def test_a_card_without_a_word_of_the_source() -> None:
    bare = replace(CARD, lead="", content=replace(CARD.content, statements=()))
    made = pages.publication(bare, NETWORK)
    order(made, "<h1", "A card: headline, source, date and link.", "Read the full article at", "Copy link")
    assert "traced to the source" not in made
    assert "Where each statement comes from" not in made


def test_unfiled_and_dated_by_day_alone() -> None:
    stamp = replace(PIER.content.original.published, precise=False)
    content = replace(PIER.content, original=replace(PIER.content.original, published=stamp))
    made = pages.publication(replace(PIER, section=None, content=content), NETWORK, RELATED)
    order(
        made, "Not filed in a section", "Published on", "Harwick Gazette", '<time datetime="2026-11-22">', "More news"
    )


def test_an_entry_without_content_is_refused() -> None:
    with pytest.raises(ValueError, match="without its content"):
        pages.publication(replace(PIER, content=None), NETWORK)


def test_structured_data_and_robots() -> None:
    made = EVERY["publication"]()
    document = html.document_fromstring(made)
    data = json.loads(document.xpath("//script[@type='application/ld+json']")[0].text)
    assert data["url"] == PIER.permalink
    assert document.xpath("//link[@rel='canonical']/@href") == [PIER.permalink]
    assert document.xpath("//meta[@property='og:title']/@content") == [PIER.headline]
    assert document.xpath("//meta[@property='og:description']/@content") == [f"“{PIER.lead}”"]
    assert 'content="noindex, follow"' in made
    assert "noindex" not in pages.publication(PIER, replace(NETWORK, index_briefs=True))


def test_languages_and_directions_are_each_texts_own() -> None:
    made = EVERY["front"]()
    arabic = html.document_fromstring(made).xpath("//h3[@lang='ar']")[0]
    assert arabic.get("dir") == "rtl"
    assert "<bdi>المرسى</bdi>" in made
    right = pages.listing(invented.edition(network=replace(NETWORK, language="ar")), BESIDE)
    document = html.document_fromstring(right)
    assert (document.get("lang"), document.get("dir")) == ("ar", "rtl")
    assert document.xpath("//h3[@lang='en']")[0].get("dir") == "ltr"


def test_the_edition_is_dated_finite_and_ends() -> None:
    made = EVERY["front"]()
    order(made, "<h1", "Sunday, 22 November 2026", "17 publications from 8 sources", '<article class="lead"',
          PIER.lead,
          "Will there be a second season", 'id="in-business-and-finance"', "Other news", "Lost parrot",
          "You are up to date.", 'href="/2026/11/21"', "Saturday, 21 November 2026", "This view:")  # fmt: skip
    document = html.document_fromstring(made)
    assert document.xpath("//link[@rel='alternate']/@href") == [
        "/index.rss", "/index.atom", "/index.json", "/index.xml", "/index.csv",
    ]  # fmt: skip
    shown = document.xpath("//main//article//a[starts-with(@href, '/content/')]/@href")
    assert sorted(shown) == sorted(entry.path for entry in invented.ALL)


def test_an_edition_says_how_many_more_its_day_has() -> None:
    for published, said in ((17, False), (40, True)):
        made = pages.listing(invented.edition(), replace(BESIDE, published=published))
        assert ("40 published on this day" in made) is said, published
    day = View("day", "2026-11-22", language="en")
    assert "on this day" not in pages.listing(invented.edition(view=day), replace(BESIDE, published=40))


def test_an_empty_edition_says_so() -> None:
    order(EVERY["empty front"](), "Sunday, 22 November 2026", "Nothing has been published for this day.", "/2026/11/21")


def test_a_listing_its_chips_and_its_formats() -> None:
    made = EVERY["section"]()
    order(made, "<h1", "Sports and Competition", "Remove filter", "Channel 6 Harwick", "Remove all filters",
          "This view:",
          "Sunday, 22 November 2026", "Saturday, 21 November 2026", ">Earlier<", "Add a filter",
          "Harwick Gazette", "Commentary", "German")  # fmt: skip
    document = html.document_fromstring(made)
    chips = document.xpath("//ul[@class='chips']//a[@class='chip']/@href")
    assert chips == ["/sports-and-competition?lang=en", "/sports-and-competition?source=channel-6"]
    feeds = document.xpath("//link[@rel='alternate']/@href")
    assert feeds[0] == "/sports-and-competition.rss?source=channel-6&lang=en"
    assert feeds == document.xpath("//ul[@class='formats']//a/@href")
    assert document.xpath("//form//input[@type='hidden']/@name") == ["source", "lang"]
    assert document.xpath("//link[@rel='next']/@href") == ["/sports-and-competition/before/7?source=channel-6&lang=en"]
    assert document.xpath("//nav[@class='sections']//a[@aria-current]/text()") == ["Sports and Competition"]
    assert "noindex" in made


def test_a_title_names_the_filters() -> None:
    for made, title in (
        (replace(invented.listing(view=FILTERED), sources=SOURCES), "Competition (Channel 6 Harwick, English) – "),
        (invented.edition(view=View("day", "2026-11-22", language="en")), "– Sunday, 22 November 2026 (English)"),
        (invented.listing(), "Sports and Competition – "),
    ):
        assert title in html.document_fromstring(pages.listing(made, BESIDE)).findtext(".//title")


def test_an_empty_result_says_which_filter_to_remove() -> None:
    made = pages.listing(invented.listing((), replace(FILTERED, query="eel")), BESIDE)
    order(
        made,
        "Nothing here matches all of these filters.",
        "Remove the filter “Source:",
        "Remove the filter “Language:",
        "Remove the filter “Words:",
    )
    assert "Nothing has been published here yet." in pages.listing(invented.listing(()), BESIDE)
    beyond = pages.listing(invented.listing((), View("section", "food-and-drink", before=1)), BESIDE)
    order(beyond, "There is nothing earlier.", 'href="/food-and-drink"')


def test_a_static_build_leaves_filters_out() -> None:
    made = pages.listing(invented.listing(), Beside(filters=False))
    assert 'method="get"' not in made
    assert "Add a filter" not in made
    assert 'method="get"' in pages.listing(invented.listing(), BESIDE)


def test_a_search_for_nothing_offers_no_feeds_of_it() -> None:
    empty, asked = View("search"), View("search", query="eel")
    for view, offered in ((empty, False), (asked, True), (replace(empty, language="en"), True)):
        assert ("This view:" in pages.listing(invented.listing((), view), BESIDE)) is offered, view


def test_a_card_in_a_listing_says_whether_it_shows_a_sentence() -> None:
    for entry, said in ((CARD, "First sentence only"), (replace(CARD, lead=""), "Headline only")):
        made = pages.listing(invented.listing((entry,), View("mark", "subscription")), BESIDE)
        assert f'<span class="mark plain">{said}</span>' in made
        told = pages.publication(PIER, NETWORK, replace(RELATED, story=(entry,)))
        assert f'<span class="mark plain">{said}</span>' in told


def test_a_storys_page_says_how_many_carry_an_agencys_text() -> None:
    view = View("story", PIER.story, slug="pier-3")
    copies = [replace(entry, marks=("summary", "agency-copy")) for entry in ALL[:2]]
    made = pages.listing(replace(invented.listing((*copies, ALL[2]), view), total=3), BESIDE)
    order(made, "3 publications · 2 carry an agency’s text")
    assert "an agency’s text" not in pages.listing(replace(invented.listing(ALL[:3], view), total=3), BESIDE)
    some = invented.listing((*copies, ALL[2]), view, next=replace(view, before=1))
    long = pages.listing(replace(some, total=40), BESIDE)
    assert "an agency’s text" not in long


def test_the_register_names_signals_in_words_and_links_its_publishers() -> None:
    made = EVERY["rights"]()
    order(made, "What publishers have reserved", f'<a href="/source/{SOURCES[0].slug}">', "opted out",
          "Text and data mining (TDMRep): <code>1</code> (header)")  # fmt: skip


def test_every_rule_stands_at_its_anchor() -> None:
    from standfirst.editing.checks import checks

    document = html.document_fromstring(EVERY["method"]())
    assert document.xpath("//section[@id='rules']/ol/li/@id") == [f"rule-{rule.number}" for _, rule in checks.items()]


def test_a_storys_page_has_filters_only_where_it_is_long() -> None:
    view = View("story", PIER.story, slug="pier-3")
    made = pages.listing(invented.listing(ALL[:3], view), BESIDE)
    assert 'method="get"' not in made
    assert "others on this story" not in made
    assert 'method="get"' in pages.listing(invented.listing(ALL[:3], view, next=replace(view, before=1)), BESIDE)


def test_print_has_the_labels_and_addresses_and_no_navigation() -> None:
    made = EVERY["print"]()
    order(made, PIER.headline, "This publication is a summary", "Harwick council voted", "Two ferry lines",
          "At a glance", "Not stated in the source", "Where each statement comes from", "Changes", PIER.original,
          PIER.permalink)  # fmt: skip
    assert "<nav" not in made
    assert "carousel" not in made
    assert 'content="noindex, follow"' in made


def test_every_mark_is_explained_at_its_anchor() -> None:
    document = html.document_fromstring(EVERY["marks"]())
    codes = document.xpath("//main//section/@id")
    assert codes == [
        "summary", "commentary", "speculation", "sponsored", "press-release", "satire", "agency-copy", "subscription",
        "one-source", "corrected",
    ]  # fmt: skip


def test_mistakes_are_reported_at_a_page_of_ours_and_by_letter_where_the_contact_reads_them() -> None:
    assert 'href="mailto:desk@digest.example?subject=A%20mistake' in EVERY["publication"]()
    for contact in ("desk@digest.example", "https://d.example/c", ""):
        page = pages.publication(PIER, replace(NETWORK, contact=contact))
        assert f'href="/report?about={PIER.path}"' in page
        assert ("Report it by email" in page) == ("@" in contact)


def test_an_unknown_page_about_the_network() -> None:
    with pytest.raises(NotFoundError, match="there is no such page"):
        pages.about("nowhere", NETWORK)


HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202eevil\u2066{{ 7*7 }}%(x)s"


def poisoned(value: object) -> object:
    """The value with every text in it hostile; codes and dates that decide something stay."""
    kept = {"kind", "path", "permalink", "id", "language", "direction", "role", "code", "consequence", "slug", "key"}
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            field.name: poisoned(getattr(value, field.name))
            for field in fields(value)
            if field.init and not (field.name in kept and isinstance(getattr(value, field.name), str))
        }
        return replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(poisoned(each) for each in value)
    if type(value) is str:
        return HOSTILE
    return value


def assert_harmless(made: str) -> None:
    document = html.document_fromstring(made)
    assert not document.xpath("//img | //*[@onerror]")
    for script in document.iter("script"):
        assert script.get("src") or json.loads(script.text)
    assert "\u202e" not in made
    assert "\u2066" not in made
    assert not [href for href in document.xpath("//a/@href") if href.lower().startswith("javascript:")]


def test_hostile_texts_stay_texts_in_a_publication() -> None:
    entry = replace(poisoned(PIER), section=("food-and-drink", HOSTILE), marks=("summary", HOSTILE))
    related = Related(tuple(poisoned(each) for each in OTHERS), (), (Change(NOW, HOSTILE, True),))
    related = replace(related, story=tuple(replace(each, section=None, marks=(HOSTILE,)) for each in related.story))
    for make in (pages.publication, pages.print_publication):
        made = make(entry, replace(NETWORK, name=HOSTILE, contact=HOSTILE), related)
        assert_harmless(made)
        assert "alert(1)" in made
        assert "{{ 7*7 }}" in made


def test_hostile_texts_stay_texts_in_listings() -> None:
    source = SourceName(HOSTILE, "channel-6", "javascript:alert(1)")
    entries = tuple(
        replace(
            each, headline=HOSTILE, lead=HOSTILE, source=source, section=("food-and-drink", HOSTILE), marks=(HOSTILE,)
        )
        for each in REST
    )
    network = replace(NETWORK, name=HOSTILE, sections=(("food-and-drink", HOSTILE),))
    beside = Beside(sources=(source,), marks=("summary",), languages=("en", HOSTILE), about=source)
    view = View("source", "channel-6", query=HOSTILE)
    assert_harmless(pages.listing(invented.listing(entries, view, network=network, title=HOSTILE), beside))
    assert_harmless(pages.listing(invented.listing((), view, network=network, title=HOSTILE), beside))
    assert_harmless(pages.listing(invented.edition(entries, network=network), beside))


def test_hostile_texts_stay_texts_elsewhere() -> None:
    source = SourceName(HOSTILE, "channel-6", "javascript:alert(1)")
    row = SourceRow(source, HOSTILE, 1, HOSTILE, HOSTILE, ((HOSTILE, HOSTILE, HOSTILE),))
    network = replace(NETWORK, name=HOSTILE, contact=HOSTILE)
    assert_harmless(pages.problem(410, HOSTILE, HOSTILE, [("/", HOSTILE)], network))
    assert_harmless(pages.about("sources", network, [row]))
    assert_harmless(pages.about("rights", network, [row]))
    assert_harmless(pages.about("status", network, [(HOSTILE, HOSTILE)]))
    assert_harmless(pages.about("method", network))


def test_the_style_sheet_and_script_are_light() -> None:
    folder = Path(pages.__file__).parents[1] / "static" / "standfirst"
    assert len(gzip.compress((folder / "site.css").read_bytes())) < 12_000  # scripts: browser/test_budgets.py
    sheet = (folder / "site.css").read_text(encoding="utf-8")
    assert "[hidden] { display: none !important }" in sheet
    assert not [
        side
        for side in ("margin-left", "margin-right", "padding-left", "padding-right", "text-align: left")
        if side in sheet
    ]
    assert "url(" not in sheet
