"""Every listing in every format: valid by its standard, the same publications, the links it must carry."""

from __future__ import annotations

import email.utils
import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import feedparser
import pytest
from django.test import Client
from lxml import etree, html

from standfirst.newsroom.models import Publication, Revision
from standfirst.publishing import Look, View
from standfirst.publishing.formats import formats
from standfirst.publishing.listing import listing_of
from tests.newsroom import factory
from tests.publishing import documents
from tests.publishing.documents import ATOM, NAR, TOMB

FORMS = ("rss", "atom", "json", "xml", "csv")
SPORT = factory.SECTIONS[0]
VIEWS = (
    "/index",
    "/2026/11/21",
    f"/{SPORT}",
    f"/{SPORT}?source=channel-6",
    f"/{SPORT}?source=channel-6&source=harwick-courier&lang=en&from=2026-11-21",
    "/source/al-marsa",
    "/mark/commentary",
    "/search?q=rovers",
    "/search?q=nothing-like-it",
    "/search?lang=de",
    "/index?source=der-hafenbote",
    "/2019/01/01",
    f"/{SPORT}?to=2019-01-01",
)
pytestmark = pytest.mark.django_db


def in_form(address: str, form: str) -> str:
    stem, mark, query = address.partition("?")
    return f"{stem}.{form}{mark}{query}"


def get(site: Client, address: str) -> bytes:
    answer = site.get(address)
    assert answer.status_code == 200, (address, answer.content)
    return answer.content


@pytest.mark.parametrize("address", VIEWS)
def test_every_view_is_valid_and_the_same_in_every_format(
    made: list[Publication], site: Client, shared: Path, address: str
) -> None:
    found = {}
    for form in FORMS:
        body = get(site, in_form(address, form))
        documents.check(form, body, shared)
        found[form] = documents.ids(form, body)
    assert len(set(map(tuple, found.values()))) == 1
    page = get(site, address.replace("/index", "/")).decode()
    positions = [Publication.objects.get(id=each.removeprefix("urn:uuid:")) for each in found["rss"]]
    assert all(each.path in page for each in positions)
    assert bool(found["rss"]) == ("2019" not in address and "nothing" not in address)


def test_no_network_at_all_is_valid_too(site: Client, shared: Path) -> None:
    for form in FORMS:
        body = get(site, f"/index.{form}")
        documents.check(form, body, shared)
        assert documents.ids(form, body) == []


def test_pages_follow_each_other_without_gap_or_repeat(made: list[Publication], site: Client) -> None:
    address, found = "/search.json?q=rovers", []
    expected = [f"urn:uuid:{each.id}" for each in made if each.language == "en"]
    for _ in range(5):
        body = json.loads(get(site, address))
        found += [each["id"] for each in body["items"]]
        if "next_url" not in body:
            break
        address = body["next_url"].removeprefix("http://localhost:8000")
    assert found == expected


@pytest.mark.parametrize("form", FORMS)
def test_each_carries_itself_its_page_and_the_next(site: Client, form: str) -> None:
    source = factory.make_source()
    for n in range(32):
        factory.make_publication(n, source=source)
    address = f"/source/channel-6.{form}?lang=en"
    answer = site.get(address)
    header = answer["Link"]
    base = "http://localhost:8000"
    page, own = f"{base}/source/channel-6?lang=en", f"{base}{address}"
    if form == "rss":
        root = etree.fromstring(answer.content)
        links = {each.get("rel"): each.get("href") for each in root.iter(f"{ATOM}link")}
        links["alternate"] = root.findtext("channel/link")
    elif form == "atom":
        root = etree.fromstring(answer.content)
        links = {each.get("rel"): each.get("href") for each in root.findall(f"{ATOM}link")}
    elif form == "json":
        feed = json.loads(answer.content)
        links = {"self": feed["feed_url"], "alternate": feed["home_page_url"], "next": feed["next_url"]}
    elif form == "xml":
        meta = etree.fromstring(answer.content).find(f"{NAR}itemSet/{NAR}packageItem/{NAR}itemMeta")
        links = {each.get("reluri").rpartition("/")[2]: each.get("href") for each in meta.iter(f"{NAR}link")}
    else:
        links = {part.split('rel="')[1].split('"')[0]: part.split(">")[0].strip(" <") for part in header.split(",")}
    assert (links["self"], links["alternate"]) == (own, page)
    assert "/source/channel-6/before/" in links["next"]
    assert f".{form}?lang=en" in links["next"]
    assert len(documents.ids(form, get(site, links["next"].removeprefix(base)))) == 2
    assert f'<{own}>; rel="self"' in header


def test_hostile_text_harms_no_format(site: Client, shared: Path) -> None:
    headline = "=cmd|'/c calc'!A0 \x00\x0b\x1b ]]> </title><script>alert(1)</script> \ud83d\ude00 & \"q\" \uffff"
    headline = headline.encode("utf-16", "surrogatepass").decode("utf-16").replace("\x00", "")
    factory.make_publication(1, headline=headline, source=factory.make_source("ö", "A & B <C>\x08"))
    for form in FORMS:
        body = get(site, f"/index.{form}")
        documents.check(form, body, shared)
        assert len(documents.ids(form, body)) == 1
        assert "😀".encode() in body
    publication = Publication.objects.get()
    for form in ("html", "print.html", "xml"):
        assert b"<script>alert" not in get(site, publication.path.replace(".html", f".{form}"))


def test_csv_cells_are_guarded_and_raw_gives_them_as_they_are(site: Client) -> None:
    cells = ["=1+1", "+1", "-1", "@x", "\tx", 'a "b", c', "two\nlines", "plain"]
    for n, cell in enumerate(cells):
        factory.make_publication(n, headline=cell)
    guarded = documents.rows(get(site, f"/{SPORT}.csv"))
    raw = documents.rows(get(site, f"/{SPORT}.csv?raw=1"))
    assert [row["headline"] for row in raw] == cells
    assert [row["headline"] for row in guarded] == [f"'{cell}" if n < 5 else cell for n, cell in enumerate(cells)]
    body = get(site, f"/{SPORT}.csv?raw=1")
    assert body.replace(b"\r\n", b"").count(b"\r") == 0
    assert body.startswith(b"id,kind,headline,lead,permalink,")


def test_rss_by_the_profile(site: Client) -> None:
    factory.make_publication(1, marks=("summary", "commentary"), second_section=factory.SECTIONS[1])
    channel = etree.fromstring(get(site, f"/{SPORT}.rss")).find("channel")
    assert [each.tag for each in channel][:3] == ["title", "link", "description"]
    assert len([each for each in channel.iter(f"{ATOM}link") if each.get("rel") == "self"]) == 1
    item = channel.find("item")
    tags = [each.tag for each in item]
    assert tags.index("description") < tags.index("{http://purl.org/rss/1.0/modules/content/}encoded")
    assert item.find("guid").get("isPermaLink") == "false"
    assert item.find("source").get("url") == "https://channel-6.example/feed.xml"
    assert item.find("source").text == "Channel 6 Harwick"
    assert email.utils.parsedate_to_datetime(item.findtext("pubDate")) == factory.NOON - timedelta(hours=1)
    assert {each.text for each in item.iter("category")} == {
        "Sports and Competition",
        "Politics and Government",
        "sport",
        "Summary",
        "Commentary",
    }
    assert all(each.get("domain").startswith("http") for each in item.iter("category"))
    assert "<" not in item.findtext("title") + item.findtext("description").replace("<the side>", "")
    assert item.findtext("{http://purl.org/dc/elements/1.1/}language") == "en"


def test_atom_tells_of_corrections_other_sources_and_withdrawals(site: Client) -> None:
    first = factory.make_publication(3)
    courier = factory.make_source("harwick-courier", "Harwick Courier")
    factory.make_publication(2, source=courier, story=first.story, corrected=factory.NOON)
    gone = factory.make_publication(1, withdrawn=factory.NOON)
    other = factory.make_publication(0, withdrawn=factory.NOON, section=factory.SECTIONS[1])
    listing = listing_of(View("section", SPORT, format="atom"), now=factory.NOON + timedelta(days=1))
    body = b"".join(formats["atom"].listing(listing))
    feed = etree.fromstring(body)
    entry = feed.find(f"{ATOM}entry")
    assert re.fullmatch(r"2026-11-22T12:00:00\.\d{6}Z", entry.findtext(f"{ATOM}updated"))
    assert entry.findtext(f"{ATOM}published") == "2026-11-22T10:00:00Z"
    links = {each.get("rel"): each.get("href") for each in entry.iter(f"{ATOM}link")}
    assert links["via"] == "https://harwick-courier.example/news/2"
    assert links["related"] == "https://channel-6.example/news/3"
    assert {each.get("term") for each in entry.iter(f"{ATOM}category")} >= {"corrected", "summary", SPORT}
    stones = [each.get("ref") for each in feed.iter(f"{TOMB}deleted-entry")]
    assert stones == [f"urn:uuid:{gone.id}"]
    assert f"urn:uuid:{other.id}" not in body.decode()
    assert f"urn:uuid:{gone.id}" not in documents.ids("atom", body)
    assert not feedparser.parse(body).bozo


def test_json_feed_carries_marks_evidence_and_provenance(site: Client) -> None:
    publication = factory.make_publication(1, marks=("summary", "commentary"))
    feed = json.loads(get(site, f"/{SPORT}.json"))
    item = feed["items"][0]
    assert feed["_standfirst"]["about"].startswith("http")
    assert item["url"] == f"http://localhost:8000{publication.path}"
    assert item["external_url"] == publication.original
    ours = item["_standfirst"]
    assert [mark["code"] for mark in ours["marks"]] == ["summary", "commentary"]
    assert ours["marks"][1]["evidence"][0]["end"] > 0
    said = publication.said.content["statements"]
    assert [each["text"] for each in ours["statements"]] == [each["text"] for each in said]
    assert all(each["evidence"] for each in ours["statements"])
    assert ours["versions"]["writer"] == "excerpt-1"
    assert ours["traced"] == {"statements": 3, "with_evidence": 3}


def test_a_card_says_no_more_than_its_content(site: Client) -> None:
    card = factory.make_publication(1, kind="card")
    card.said.content["statements"] = []
    card.lead = ""
    card.save()
    card.said.save()
    said = factory.STATEMENTS["en"]
    for form in FORMS:
        body = get(site, f"/{SPORT}.{form}").decode()
        assert not any(text[:30] in body for text in said)
        assert card.original in body


def test_newsml_names_kind_topics_source_and_original(site: Client) -> None:
    factory.make_publication(1, marks=("summary", "commentary"))
    item = etree.fromstring(get(site, f"/{SPORT}.xml")).find(f".//{NAR}newsItem")
    meta = item.find(f"{NAR}contentMeta")
    assert meta.find(f"{NAR}digitalSourceType").get("qcode") == "digsrctype:algorithmicMedia"
    assert "medtop:15000000" in {each.get("qcode") for each in meta.iter(f"{NAR}subject")}
    assert [each.findtext(f"{NAR}name") for each in meta.iter(f"{NAR}genre")] == ["Summary", "Commentary"]
    assert meta.findtext(f"{NAR}infoSource/{NAR}name") == "Channel 6 Harwick"
    assert len(item.findall(f"{NAR}itemMeta/{NAR}edNote")) == 3
    links = {each.get("reluri").rpartition("/")[2]: each.get("href") for each in item.iter(f"{NAR}link")}
    assert links["via"] == "https://channel-6.example/news/1"
    aliases = {each.get("alias") for each in item.iter(f"{NAR}scheme")}
    codes = {each.get(name) for each in item.iter() for name in ("qcode", "role") if each.get(name)}
    assert {code.partition(":")[0] for code in codes} <= aliases


def test_a_filtered_feed_says_so_in_its_title(made: list[Publication], site: Client) -> None:
    address = f"/{SPORT}.atom?source=channel-6&source=harwick-courier&mark=commentary&lang=en&from=2026-11-21&q=rovers"
    title = etree.fromstring(get(site, address)).findtext(f"{ATOM}title")
    said = "Channel 6 Harwick, Harwick Courier, Commentary, English, From Nov 21, 2026, Words: rovers"
    assert title.endswith(f": Sports and Competition ({said})")
    plain = etree.fromstring(get(site, f"/{SPORT}.atom"))
    assert plain.findtext(f"{ATOM}title").endswith(": Sports and Competition")
    assert "other publishers’ articles" in plain.findtext(f"{ATOM}subtitle")
    # A source without anything in the view is named all the same, and a search's title has its words once.
    empty = json.loads(get(site, "/2019/01/01.json?source=harwick-courier"))
    assert empty["title"].endswith("(Harwick Courier)")
    found = json.loads(get(site, "/search.json?q=rovers&source=channel-6"))["title"]
    assert found.endswith(": Search: “rovers” (Channel 6 Harwick)")


def test_the_corrections_are_a_feed_whose_latest_stands_first(site: Client, shared: Path) -> None:
    old, new = factory.make_publication(50), factory.make_publication(1)
    plain, again = factory.make_publication(2), factory.make_publication(70)
    gone = factory.make_publication(3, withdrawn=factory.NOON)
    for hours, each in ((1, again), (2, new), (3, gone), (4, old), (5, again)):
        at = factory.NOON + timedelta(hours=hours)
        number = Revision.objects.filter(publication=each).count() + 1
        Revision.objects.create(publication=each, number=number, at=at, who="round", correction=True, note="A figure.")
        each.corrected = each.updated = at
        each.save()
    Revision.objects.create(publication=plain, number=1, at=factory.NOON, who="round", correction=False, note="")
    for form in FORMS:
        body = get(site, f"/corrections.{form}")
        documents.check(form, body, shared)
        assert documents.ids(form, body) == [f"urn:uuid:{each.id}" for each in (again, old, new)], form
    channel = etree.fromstring(get(site, "/corrections.rss")).find("channel")
    assert channel.findtext("title").endswith(": Corrections")
    assert channel.findtext("link") == "http://localhost:8000/corrections"
    assert channel.find(f"{ATOM}link").get("href") == "http://localhost:8000/corrections.rss"
    assert [each.findtext(f"{ATOM}updated") for each in channel.iter("item")] == [
        "2026-11-22T17:00:00Z", "2026-11-22T16:00:00Z", "2026-11-22T14:00:00Z"
    ]  # fmt: skip
    page = get(site, "/corrections").decode()
    assert 'href="/corrections.rss"' in page
    assert 'type="application/atom+xml"' in page.partition("</head>")[0]
    assert 'href="/corrections.rss"' in get(site, "/feeds").decode()


def test_topics_are_named_and_doubtful_ones_left_out(site: Client) -> None:
    publication = factory.make_publication(1)
    publication.said.content["filing"]["topics"] = [["medtop:07000000", 0.62], ["15000000", 0.31], ["99999999", 0.5]]
    publication.said.save()
    entry = etree.fromstring(get(site, f"/{SPORT}.atom")).find(f"{ATOM}entry")
    found = [(each.get("term"), each.get("label")) for each in entry.iter(f"{ATOM}category")]
    assert [each for each in found if each[0].isdigit()] == [("07000000", "health"), ("99999999", "99999999")]
    assert ("summary", "Summary") in found
    item = etree.fromstring(get(site, publication.path.replace(".html", ".xml")))
    subjects = {each.get("qcode"): each for each in item.iter(f"{NAR}subject") if each.get("qcode")}
    assert set(subjects) == {"medtop:07000000", "medtop:99999999"}
    assert subjects["medtop:07000000"].findtext(f"{NAR}name") == "health"
    ninjs = json.loads(get(site, publication.path.replace(".html", ".json")))["subjects"]
    assert [(each.get("name"), each.get("confidence")) for each in ninjs][1:] == [("health", 62), ("99999999", 50)]
    kept = json.loads(get(site, f"/{SPORT}.json"))["items"][0]["_standfirst"]["filing"]["topics"]
    assert len(kept) == 3


def test_topics_have_the_names_of_the_networks_language() -> None:
    from standfirst.publishing.formats.topics import name

    assert name("15000000", "de") == name("15000000", "de-AT") == "Sport"
    assert name("07000000", "ar") == "صحة"
    assert name("07000000", "tlh") == "health"


def test_the_summary_is_ours_and_the_reporter_stands_with_the_original(site: Client) -> None:
    publication = factory.make_publication(1)
    item = etree.fromstring(get(site, publication.path.replace(".html", ".xml")))
    ninjs = json.loads(get(site, publication.path.replace(".html", ".json")))
    network = item.findtext(f"{NAR}itemMeta/{NAR}provider/{NAR}name")
    assert item.findtext(f"{NAR}contentMeta/{NAR}by") == ninjs["by"] == network
    assert item.findtext(f"{NAR}contentMeta/{NAR}infoSource/{NAR}note") == "By Nell Ortega"
    assert ninjs["associations"][0]["by"] == "By Nell Ortega"


def test_the_sources_words_are_quoted_wherever_they_are_read(site: Client) -> None:
    publication = factory.make_publication(1, source=factory.make_source("der-hafenbote", "Der Hafenbote", "de"))
    first = publication.said.content["statements"][0]["text"]
    item = etree.fromstring(get(site, f"/{SPORT}.rss")).find("channel/item")
    assert item.findtext("description") == f"„{first}“"
    assert f'<q cite="{publication.original}">{first}</q>' in item.findtext(
        "{http://purl.org/rss/1.0/modules/content/}encoded"
    )
    entry = etree.fromstring(get(site, f"/{SPORT}.atom")).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary") == f"„{first}“"
    feed = json.loads(get(site, f"/{SPORT}.json"))["items"][0]
    assert feed["summary"] == f"„{first}“"
    # Where a field says whose words they are, they stand as they are.
    assert feed["_standfirst"]["statements"][0]["text"] == first
    assert feed["_standfirst"]["statements"][0]["verbatim"] is True
    row = documents.rows(get(site, f"/{SPORT}.csv"))[0]
    assert row["lead"] == row["text"].splitlines()[0] == f"„{first}“"
    ninjs = json.loads(get(site, publication.path.replace(".html", ".json")))
    assert ninjs["descriptions"][0]["value"] == f"„{first}“"
    assert ninjs["bodies"][0]["value"].splitlines()[0] == f"„{first}“"
    item = etree.fromstring(get(site, publication.path.replace(".html", ".xml")))
    assert item.findtext(f"{NAR}contentMeta/{NAR}description") == f"„{first}“"
    page = html.fromstring(get(site, publication.path))
    assert page.xpath("//meta[@property='og:description']/@content") == [f"„{first}“"]


def test_feeds_name_the_networks_icon_and_rss_a_logo_that_it_allows(site: Client) -> None:
    factory.make_publication(1)
    feed = json.loads(get(site, f"/{SPORT}.json"))
    assert feed["icon"] == feed["favicon"]
    assert site.get(feed["icon"].removeprefix("http://localhost:8000")).status_code == 200
    atom = etree.fromstring(get(site, f"/{SPORT}.atom"))
    assert atom.findtext(f"{ATOM}icon") == feed["icon"]
    assert atom.find(f"{ATOM}logo") is None
    assert etree.fromstring(get(site, f"/{SPORT}.rss")).find("channel/image") is None

    listing = listing_of(View("section", SPORT, format="rss"))
    own = Look(icon="/static/1/look/i.png", logo="/static/1/look/l.png", logo_size=(144, 40))
    for look, valid in ((own, True), (replace(own, logo_size=(145, 40)), False), (replace(own, logo="/l.svg"), False)):
        given = replace(listing, network=replace(listing.network, look=look))
        channel = etree.fromstring(b"".join(formats["rss"].listing(given))).find("channel")
        assert (channel.find("image") is not None) == valid
        atom = etree.fromstring(b"".join(formats["atom"].listing(given)))
        assert atom.findtext(f"{ATOM}icon") == "http://localhost:8000/static/1/look/i.png"
        assert atom.findtext(f"{ATOM}logo") == f"http://localhost:8000{look.logo}"
        if valid:
            image = {each.tag: each.text for each in channel.find("image")}
            assert image == {
                "url": "http://localhost:8000/static/1/look/l.png", "title": channel.findtext("title"),
                "link": channel.findtext("link"), "width": "144", "height": "40",
            }  # fmt: skip
