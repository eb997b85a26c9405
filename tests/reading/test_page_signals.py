"""The rights a page states, and what it keeps from being shown."""

from __future__ import annotations

import time

from standfirst.gathering import Item
from standfirst.reading import Article, read, signals
from standfirst.reading.document import dom
from standfirst.reading.stated import meta
from standfirst.rights import Outcome, Signal

SOLD = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry returns",
"isAccessibleForFree": false, "articleBody": "%s", "hasPart": {"@type": "WebPageElement",
"isAccessibleForFree": "False", "cssSelector": "article .sold, #also"}}</script>"""
SECRET = "Only subscribers learn that the Lenore will be sold to a shipping line in the north for nine million crowns."


def test_each_place_is_read(make_page, make_article):
    html = make_article(
        '<meta name="robots" content="max-snippet:90"><meta name="googlebot" content="nosnippet">'
        '<meta name="tdm-reservation" content="0">'
        '<link rel="license" type="application/rsl+xml" href="https://a.example/l.xml">'
        '<script type="application/rsl+xml"><rsl xmlns="https://rslstandard.org/rsl"><content url="/news/"><license>'
        '<prohibits type="usage">ai-train</prohibits></license></content></rsl></script>'
    )
    page = make_page(
        html, headers=(("x-robots-tag", "noarchive"), ("tdm-reservation", "1"), ("content-usage", "train-ai=n"))
    )
    verdict = read(page).rights
    assert [(signal.kind, signal.where) for signal in verdict.signals] == [
        ("x-robots-tag", "header"),
        ("tdmrep", "header"),
        ("aipref", "header"),
        ("robots-meta", '<meta name="robots">'),
        ("robots-meta", '<meta name="googlebot">'),
        ("tdmrep", '<meta name="tdm-reservation">'),
        ("rsl", '<link rel="license">'),
        ("rsl", "the page's own RSL"),
    ]
    assert (verdict.outcome, verdict.max_snippet) == (Outcome.BRIEF, 90)


def test_inline_rsl_for_other_pages_says_nothing_of_this_one(make_page, make_article):
    offer = "<license><prohibits>all</prohibits></license>"
    rsl = f'<rsl><content url="/video/">{offer}</content></rsl>'
    page = make_page(make_article(f'<script type="application/rsl+xml">{rsl}</script>'))
    assert read(page).rights.signals == ()


def test_inline_rsl_is_cut_down_to_this_page(make_page, make_article):
    free = '<content url="/video/"><license><payment type="free"/></license></content>'
    barred = '<content url="/news/*"><license><prohibits>all</prohibits></license></content>'
    page = make_page(make_article(f'<script type="application/rsl+xml"><rsl>{free}{barred}</rsl></script>'))
    verdict = read(page).rights
    assert verdict.outcome == Outcome.CARD
    assert "free" not in verdict.signals[0].value


def test_what_a_feed_states_counts(make_page, make_article):
    barred = Signal("rsl", "<content><license><prohibits>ai-input</prohibits></license></content>", "feed")
    assert read(make_page(make_article()), Item("", signals=(barred,))).rights.outcome == Outcome.CARD


def test_a_licence_lifts_the_reservation(make_page, make_article):
    page = make_page(make_article('<meta name="tdm-reservation" content="1">'))
    assert read(page).rights.outcome == Outcome.CARD
    assert read(page, licence="Letter of 3 May").rights.outcome == Outcome.BRIEF


def test_reserved_text_reaches_no_field(make_page, make_article):
    secret = "The captain's name was withheld at her own wish until the autumn."
    html = make_article(
        f'<meta name="description" content="{secret}"><script type="application/ld+json">{{"@type": "NewsArticle",'
        f'"headline": "Ferry returns", "articleBody": "{"Long body. " * 400}\\n{secret}"}}</script>',
        f"<div data-nosnippet><p>{secret}</p></div>",
    )
    found = read(make_page(html))
    assert isinstance(found, Article)
    assert "withheld" not in found.text + found.standfirst
    assert len(found.text) > 400


def test_a_reservation_on_the_whole_page_is_nosnippet(make_page, make_article):
    html = make_article().replace("<body>", "<body data-nosnippet>")
    assert read(make_page(html)).rights.outcome == Outcome.CARD


def test_what_is_sold_is_left_out_and_the_rest_stays(make_page, make_article, paragraphs):
    html = make_article(SOLD % f"{' '.join(paragraphs)} {SECRET * 30}", f'<div class="a sold"><p>{SECRET}</p></div>')
    found = read(make_page(html))
    assert found.rights.subscription
    assert found.free is False
    assert "nine million" not in found.text
    assert [each.text for each in found.paragraphs] == list(paragraphs)


def test_without_the_markup_of_parts_the_delivered_text_is_used(make_page, make_article, paragraphs):
    html = make_article(
        '<script type="application/ld+json">{"@type": "Article", "isAccessibleForFree": false}</script>'
    )
    found = read(make_page(html))
    assert found.rights.subscription
    assert len(found.paragraphs) == len(paragraphs)
    assert found.rights.outcome == Outcome.BRIEF


def test_reserved_elements_in_reserved_ones_go_with_them():
    root = dom.parse("<p>a<b data-nosnippet>one <i data-nosnippet>two</i></b> c<u data-nosnippet>three</u></p>").root
    assert signals.take_out(root) == ("one two", "three")
    assert dom.text_of(root) == "a c"


def test_reserved_text_in_pieces_of_html():
    assert signals.reserved_in("<p>a", "", "<p>a<b data-nosnippet>b c</b>") == ("b c",)


def test_what_is_sold_is_taken_once_where_it_nests():
    html = f"{SOLD % 'x'}<article><div class=sold>one <p class='sold'>two</p></div><p id=also>three</p></article>"
    root = dom.parse(html).root
    assert signals.sold(root, meta.head(root)) == ("one two", "three")


def test_comparing_is_bounded_and_then_leaves_out():
    pieces = [(f"Paragraph number {number} of the page.", "text") for number in range(5000)]
    reserved = [f"Reserved text number {number}." for number in range(5000)]
    began = time.process_time()
    kept = signals.without(pieces, reserved)
    assert time.process_time() - began < 2
    assert 0 < len(kept) < len(pieces)
    assert signals.without(pieces[:9], ["of no use"]) == tuple(pieces[:9])
