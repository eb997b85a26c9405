"""The demo's town: its sites stand and behave as planned, its table is whole, its prose is sound."""

import http.client
import json
import re
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from urllib.parse import urlsplit

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.errors import StandfirstError
from standfirst.production.demo import expectations, load, serve
from standfirst.production.demo.dates import PLACEHOLDER, day_zero, fill, moment
from standfirst.production.demo.site import fold
from standfirst.production.demo.town import parse

START = datetime(2026, 3, 11, 14, 30, tzinfo=UTC)
MARKS = {
    "commentary",
    "speculation",
    "sponsored",
    "press-release",
    "satire",
    "agency-copy",
    "subscription",
    "one-source",
}
OUTCOMES = {"brief", "card", "held", "duplicate", "refused", "not-article", "failed"}
SECTIONS = {
    "automotive-and-transportation", "sports-and-competition", "media-and-entertainment", "business-and-finance",
    "science-and-technology", "politics-and-government", "health-and-fitness", "food-and-drink", "house-and-home",
    "travel-and-leisure", "weather-and-environment", "crime-and-justice", "education-and-learning",
    "world-and-conflict", "society-and-belief", "oddities",
}  # fmt: skip
#: Pieces with a text of their own, long enough to be read as articles.
ARTICLES = [piece for piece in load().pieces if piece.words >= 200 and not piece.body_from]
HOSTS = re.compile(r"https?://([^/\"'<>\s)]+)")


@pytest.fixture(scope="module")
def running():
    with serve(load(), start=START) as town:
        yield town


def get(address, method="GET", **headers):
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    try:
        connection.request(method, parts.path + (f"?{parts.query}" if parts.query else ""), headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def test_every_page_answers_as_planned(running):
    for piece in load().pieces:
        answer, body = get(running.address(piece.key))
        assert answer.status == (404 if piece.kind == "missing" else 200), piece.key
        assert b"{{" not in body, piece.key
        if piece.kind == "article" and piece.publisher != "foreshore":
            assert fill(piece.title, day_zero(START), piece.language or "en") in body.decode().replace("&#39;", "'")


def test_feeds_parse_and_name_every_piece(running):
    named = set()
    for publisher in load().publishers:
        for feed in publisher.feeds:
            _, body = get(running.bases[publisher.id] + feed.path)
            if feed.kind == "json":
                addresses = [item["url"] for item in json.loads(body)["items"]]
            elif feed.kind == "news-sitemap":
                addresses = re.findall(r"<loc>(.*?)</loc>", body.decode())
            else:
                parsed = feedparser.parse(body)
                assert not parsed.bozo, (feed.path, parsed.get("bozo_exception"))
                addresses = [entry.link for entry in parsed.entries]
            assert addresses
            keys = {running.key_of(address) for address in addresses}
            assert None not in keys, feed.path
            named |= keys
    assert named == {piece.key for piece in load().pieces}


def test_only_the_undated_page_has_no_date(running):
    _, feed = get(running.bases["herald"] + "/rss/news.xml")
    undated = [entry.link for entry in feedparser.parse(feed).entries if "published" not in entry]
    assert [running.key_of(address) for address in undated] == ["herald/12-harbour-walk"]
    answer, body = get(undated[0])
    assert answer.getheader("Last-Modified") is None
    assert b"datePublished" not in body
    assert b"<time" not in body


def test_nothing_is_published_after_the_start_whatever_the_hour():
    for hour in range(24):
        start = START.replace(hour=hour, minute=1)
        for piece in load().pieces:
            assert not piece.when or moment(piece.when, start) <= start, (piece.key, hour)


def test_a_weekday_in_the_prose_is_within_six_days_of_the_article():
    for piece in load().pieces:
        for match in PLACEHOLDER.finditer(" ".join([piece.title, piece.standfirst, piece.text])):
            if match[1] == "weekday" and piece.when:
                assert abs(int(match[2]) - int(piece.when.split()[0])) <= 6, (piece.key, match[0])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Tuesday, 23 March, 23 March 2026, May, 2023"),
        ("de", "Dienstag, 23. März, 23. März 2026, Mai, 2023"),
        ("es", "martes, 23 de marzo, 23 de marzo de 2026, mayo, 2023"),
    ],
)
def test_dates_are_written_in_the_articles_language(language, said):
    text = "{{weekday:-1}}, {{day_month:+12}}, {{date:+12}}, {{month:+2}}, {{year:-3}}"
    assert fill(text, day_zero(START), language) == said


@given(st.integers(0, 60 * 24 * 365 * 90), st.integers(-12, 14))
def test_day_zero_is_the_day_of_the_latest_noon(minutes, offset):
    start = datetime(2000, 1, 1, tzinfo=timezone(timedelta(hours=offset))) + timedelta(minutes=minutes)
    noon = moment("0 12:00", start)
    assert noon <= start < noon + timedelta(days=1)


def test_every_piece_has_its_row_and_every_row_a_piece():
    table, pieces = expectations(), {piece.key: piece for piece in load().pieces}
    assert set(table) == set(pieces)
    for key, row in table.items():
        assert set(row.outcomes) <= OUTCOMES, key
        assert set(row.sections) <= SECTIONS | {""}, key
        assert set(row.marks) | set(row.may) <= MARKS, key
        assert row.rights in ("brief", "card", "nothing"), key
        assert (row.outcomes[0] == "brief") == (row.rule == ""), key
        assert bool(row.sections) == (row.outcomes[0] in ("brief", "card", "held")), key
        assert row.later == {"corrected": "corrected", "gone": "withdrawn", "": ""}[pieces[key].later], key


def test_the_town_is_large_and_varied_enough():
    assert len(ARTICLES) >= 64
    first = {row.sections[0] for row in expectations().values() if row.outcomes[0] == "brief"}
    assert len(first) >= 12
    assert {piece.language for piece in ARTICLES} >= {"de", "es", "ar"}
    assert {feed.kind for publisher in load().publishers for feed in publisher.feeds} == {
        "rss", "atom", "json", "rdf", "news-sitemap",
    }  # fmt: skip
    assert len({publisher.kind for publisher in load().publishers}) >= 6


def test_no_two_articles_share_their_sentences():
    seen = {}
    for piece in ARTICLES:
        for sentence in re.split(r"(?<=[.!?])\s+", piece.text):
            if len(sentence.split()) >= 6:
                assert seen.setdefault(sentence, piece.key) == piece.key, sentence


def test_news_opens_with_a_sentence_that_a_brief_can_use():
    for piece in ARTICLES:
        first = re.split(r"(?<=[.!?])\s", piece.text)[0]
        assert 8 <= len(first.split()) <= 50, piece.key
        assert 200 <= piece.words <= 550, piece.key


def test_agency_copies_are_word_for_word():
    pieces = {piece.key: piece for piece in load().pieces}
    copies = [piece for piece in pieces.values() if piece.agency]
    assert {piece.publisher for piece in copies} == {"herald", "post"}
    for piece in copies:
        assert piece.text == pieces[piece.body_from].text
        assert piece.title != pieces[piece.body_from].title


def test_nothing_points_outside_the_town(running):
    allowed = {urlsplit(base).netloc for base in running.bases.values()}
    known = {"schema.org", "ogp.me", "www.w3.org", "www.sitemaps.org", "purl.org", "www.google.com", "jsonfeed.org"}
    for server in running.servers.values():
        for path, document in server.documents.items():
            assert set(HOSTS.findall(document.body.decode())) <= allowed | known, path


def test_conditional_requests_are_answered_with_304(running):
    address = running.bases["herald"] + "/rss/news.xml"
    first, body = get(address)
    again, nothing = get(address, **{"If-None-Match": first.getheader("ETag")})
    assert (first.status, again.status, nothing) == (200, 304, b"")
    dated, _ = get(address, **{"If-Modified-Since": first.getheader("Last-Modified")})
    assert dated.status == 304
    stale, _ = get(address, **{"If-None-Match": '"other"', "If-Modified-Since": first.getheader("Last-Modified")})
    assert stale.status == 200
    head, empty = get(address, method="HEAD")
    assert (head.getheader("Content-Length"), empty) == (str(len(body)), b"")
    assert running.requests[-4].conditional


def test_rights_stand_where_publishers_put_them(running):
    answer, _ = get(running.address("tern/08-dune-camping-spots"))
    assert answer.getheader("X-Robots-Tag") == "noindex, nosnippet"
    answer, _ = get(running.address("post/10-cockle-bread"))
    assert answer.getheader("tdm-reservation") == "1"
    answer, body = get(running.bases["slackwater"] + "/.well-known/tdmrep.json")
    assert json.loads(body) == [{"location": "/essays/*", "tdm-reservation": 1}]
    assert urlsplit(running.address("slackwater/06-essay-mud")).path.startswith("/essays/")
    _, body = get(running.bases["herald"] + "/robots.txt")
    assert b"Disallow: /print-archive/" in body
    assert urlsplit(running.address("herald/16-hundred-years-ago")).path.startswith("/print-archive/")
    _, body = get(running.address("herald/11-restaurant-closed-mice"))
    assert b'<meta name="robots" content="nosnippet">' in body
    _, body = get(running.address("lantern/06-tidal-turbine"))
    assert b"max-snippet:160" in body
    _, body = get(running.address("post/04-ferry-finances"))
    assert b'"isAccessibleForFree":false' in body
    assert b'class="subscribers-only"></div>' in body
    _, body = get(running.address("tern/03-ambulance-waits"))
    assert body.count(b"data-nosnippet") == 1


def test_what_needs_javascript_has_its_text_in_the_feed_alone(running):
    piece = next(piece for piece in load().pieces if piece.key == "foreshore/01-seal-census")
    _, page = get(running.address(piece.key))
    _, feed = get(running.bases["foreshore"] + "/notes.atom")
    last = piece.blocks[-1].text
    assert last not in page.decode()
    assert last in feed.decode()


def test_tracking_parameters_lead_to_the_same_page(running):
    _, feed = get(running.bases["herald"] + "/rss/most-read.xml")
    link = feedparser.parse(feed).entries[0].link
    assert "utm_source=" in link
    assert get(link)[1] == get(link.partition("?")[0])[1]
    assert fold("/press-releases/view.php?id=3&utm_source=x") == "/press-releases/view.php?id=3"


def test_advance_brings_out_a_correction_and_takes_back_a_page():
    with serve(load(), start=START) as town:
        corrected, gone = town.address("herald/10-infirmary-waiting-list"), town.address("coastwise/07-ferry-order")
        before, text = get(corrected)
        assert b"1,240" in text
        assert get(gone)[0].status == 200
        town.advance(START + timedelta(hours=2))
        after, text = get(corrected)
        assert after.getheader("ETag") != before.getheader("ETag")
        assert b"Correction: an earlier version" in text
        assert b'"dateModified": "2026-03-11T16:30:00+00:00"' in text
        assert get(gone)[0].status == 410
        assert gone.encode() not in get(town.bases["coastwise"] + "/wire.rdf")[1]


def test_a_town_closes_and_names_a_port_that_is_taken():
    with serve(load()) as first:
        port = int(first.bases["herald"].rpartition(":")[2])
        with pytest.raises(StandfirstError, match="cannot listen"), serve(load(), base_port=port):
            pass
    with pytest.raises(ConnectionRefusedError):
        get(f"http://127.0.0.1:{port}/")
    with pytest.raises(StandfirstError, match="time zone"):
        serve(load(), start=datetime(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    "source", ["no front matter", '+++\ntitle = "x"\nsomething = 1\n+++\n', "+++\ntitle = \n+++\n"]
)
def test_a_wrong_file_is_named(source):
    with pytest.raises(StandfirstError, match="the article herald/99"):
        parse("herald/99", source)


def test_headings_and_lists_are_blocks():
    piece = parse("a/01", '+++\ntitle = "T"\n+++\nOne\nline.\n\n## Head\n\n- item\n\n!time 9am\n')
    assert [(block.kind, block.text) for block in piece.blocks] == [
        ("text", "One line."), ("heading", "Head"), ("list-item", "item"), ("time", "9am"),
    ]  # fmt: skip


def test_publishers_look_different(running):
    """No two publishers mark up an article alike: each reads with other classes."""
    classes = {}
    for publisher in load().publishers:
        piece = next(piece for piece in publisher.pieces if piece.kind == "article")
        _, body = get(running.address(piece.key))
        classes[publisher.id] = frozenset(re.findall(r'class="([^"]+)"', body.decode()))
    for (one, first), (other, second) in pairwise(classes.items()):
        assert len(first & second) <= 2, (one, other)
