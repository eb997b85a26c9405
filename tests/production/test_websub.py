"""WebSub over real HTTP: a hub is told which feeds changed, and fetches them as their subscribers would."""

from __future__ import annotations

import json
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote
from uuid import UUID

import pytest
from django.test import Client
from lxml import etree, html

from standfirst.newsroom import ids
from standfirst.newsroom.models import Announcement, Edition, Publication
from standfirst.newsroom.publications.changing import withdraw
from standfirst.newsroom.publications.corrections import correct, refile
from standfirst.production import changes, rounds, websub
from standfirst.production.changes import Change, Topic
from standfirst.publishing import Listing, Network, View, links
from standfirst.publishing.links import self_address
from standfirst.publishing.view import token
from standfirst.settings import Settings
from tests.newsroom import factory

SPORT, POLITICS, MEDIA = factory.SECTIONS
NOW = datetime.now(UTC).replace(microsecond=0)
HOUR = timedelta(hours=1)


class Hub(ThreadingHTTPServer):
    """Takes pings, or answers with an error; remembers what it was told, request by request."""

    def __init__(self) -> None:
        self.told: list[list[str]] = []
        self.status = 204
        self.agents: set[str] = set()
        super().__init__(("127.0.0.1", 0), Pinged)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hub"

    @property
    def topics(self) -> list[str]:
        return [topic for batch in self.told for topic in batch]


class Pinged(BaseHTTPRequestHandler):
    server: Hub

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode(), strict_parsing=True)
        assert form["hub.mode"] == ["publish"]
        assert self.headers["Content-Type"] == "application/x-www-form-urlencoded"
        self.server.agents.add(self.headers["User-Agent"])
        if self.server.status < 300:
            self.server.told.append(form["hub.url"])
        self.send_response(self.server.status)
        self.send_header("Location", self.path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def hub() -> Iterator[Hub]:
    server = Hub()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def ours(hub: Hub, settings: Any, tmp_path: Any) -> Settings:
    """The network's settings, the hub among them; pages know it too."""
    values = {**settings.NETWORK.values, "websub_hub": hub.address, "allow_private": True, "host_delay": 0.0}
    settings.NETWORK = replace(settings.NETWORK, folder=tmp_path, values=values)
    return settings.NETWORK


def paths(hub: Hub) -> set[str]:
    """What the hub was told, without host and format."""
    found = [topic.removeprefix("http://localhost:8000") for topic in hub.topics]
    assert len(found) == len(set(found))
    stems = {topic.removesuffix(".rss") for topic in found if topic.endswith(".rss")}
    feeds = {f"{stem}.{form}" for stem in stems for form in ("rss", "atom", "json")}
    assert feeds | {"/" if stem == "/index" else stem for stem in stems} == set(found)
    hub.told.clear()
    return stems


def put(n: int, published: datetime, made: datetime | None = None, **values: Any) -> Publication:
    """A publication that was made at ``made``, when it says that it was published, or later."""
    publication = factory.make_publication(n, published=published, **values)
    publication.id = UUID(int=ids.first(made or published).int + n)
    Publication.objects.filter(pk=publication.pk).update(id=publication.id)
    return publication


def at(hours: float) -> datetime:
    return NOW - hours * HOUR


@pytest.mark.parametrize(
    ("made", "topics"),
    [
        ([], {}),
        (
            [Change(at(1), (SPORT, ""), "kob-4", story="s1")],
            {("front", ""): 1, ("section", SPORT): 1, ("source", "kob-4"): 1, ("story", "s1"): 1},
        ),
        ([Change(at(1), ("", ""), "kob-4")], {("front", ""): 1, ("source", "kob-4"): 1}),
        ([Change(at(1))], {("front", ""): 1}),
        (
            [
                Change(at(3), (SPORT, MEDIA), "kob-4"),
                Change(at(2), (MEDIA, ""), "al-marsa", ("opinion", "summary")),
                Change(at(4), (), "kob-4"),
            ],
            {
                ("front", ""): 2,
                ("section", MEDIA): 2,
                ("section", SPORT): 3,
                ("source", "al-marsa"): 2,
                ("source", "kob-4"): 3,
                ("mark", "opinion"): 2,
                ("mark", "summary"): 2,
            },
        ),
    ],
)
def test_what_changed_decides_which_listings_are_told(made: list[Change], topics: dict[Any, float]) -> None:
    found = changes.listings(made)
    assert found == {topic: at(hours) for topic, hours in topics.items()}
    assert list(found) == list(topics)


@pytest.mark.parametrize("hosts", [False, True])
@pytest.mark.parametrize(
    "topic", [("front", ""), ("section", SPORT), ("source", "größe"), ("mark", "opinion"), ("story", "1")]
)
def test_what_is_told_is_what_a_feed_calls_itself(topic: Topic, hosts: bool) -> None:
    network = Network("Harwick", "https://news.example", "en", "UTC", "", ((SPORT, "Sport"),), section_hosts=hosts)
    for form, address in zip(links.TOPIC_FORMATS, websub.addresses(topic, network, "a-fire"), strict=True):
        view = View(*topic, slug="a-fire", format=form)
        assert address == self_address(Listing(view, network, "", (), NOW))
        assert address.startswith(f"https://{SPORT}." if hosts and topic[0] == "section" else "https://news.example/")


@pytest.mark.parametrize(
    ("last", "start"),
    [
        (None, NOW - timedelta(days=1)),
        (at(1), at(1) - timedelta(minutes=10)),
        (at(24 * 30), NOW - timedelta(days=7)),
        (NOW + HOUR, NOW - timedelta(minutes=10)),
    ],
)
def test_how_far_it_looks_back(last: datetime | None, start: datetime) -> None:
    assert websub.since(last, NOW) == start


@pytest.mark.django_db
def test_publications_corrections_and_withdrawals_are_told_once(ours: Settings, hub: Hub) -> None:
    old = put(1, NOW - timedelta(days=3), section=SPORT)
    new = put(2, at(1), section=MEDIA, source=factory.make_source("größe", "Größe"))
    row = websub.announce(ours, NOW)
    assert row
    assert (row.announced, row.waiting, row.reason) == (20, 0, "")
    source = f"/source/{quote('größe')}"
    assert paths(hub) == {"/index", f"/{MEDIA}", source, "/mark/summary", f"/story/{new.story_id}/{new.story.slug}"}
    assert hub.agents == {ours.user_agent}
    assert websub.announce(ours, NOW) is None
    assert hub.told == []
    refile(old, POLITICS, NOW + HOUR, who="mara")
    websub.announce(ours, NOW + HOUR)
    story = f"/story/{old.story_id}/{old.story.slug}"
    assert paths(hub) == {"/index", f"/{SPORT}", f"/{POLITICS}", "/source/channel-6", "/mark/summary", story}
    withdraw(old, "It is asked for.", NOW + 2 * HOUR, who="mara")
    websub.announce(ours, NOW + 2 * HOUR)
    assert paths(hub) == {"/index", f"/{POLITICS}", "/source/channel-6", "/mark/summary", story}


@pytest.mark.django_db
def test_an_edition_that_an_editor_changes_is_told(ours: Settings, hub: Hub) -> None:
    publication = put(1, NOW - HOUR)
    websub.announce(ours, NOW)
    paths(hub)
    edition = Edition.objects.create(day=NOW.date(), positions=[publication.position])
    websub.announce(ours, edition.made)
    assert paths(hub) == {"/index"}
    assert websub.announce(ours, edition.made + HOUR) is None


@pytest.mark.django_db
def test_a_change_that_shows_late_is_told_all_the_same(ours: Settings, hub: Hub) -> None:
    put(1, NOW)
    websub.announce(ours, NOW)
    paths(hub)
    late = put(2, NOW - timedelta(minutes=5), section=MEDIA)
    websub.announce(ours, NOW)
    assert paths(hub) == {f"/{MEDIA}", f"/story/{late.story_id}/{late.story.slug}"}


@pytest.mark.django_db
def test_what_a_back_fill_publishes_under_an_earlier_date_is_told(ours: Settings, hub: Hub) -> None:
    put(1, at(3))
    websub.announce(ours, at(2))
    paths(hub)
    source = factory.make_source("al-marsa", "Al Marsa")
    old = put(2, NOW - timedelta(days=900), made=at(1), section=MEDIA, source=source, marks=("opinion",))
    websub.announce(ours, NOW)
    story = f"/story/{old.story_id}/{old.story.slug}"
    assert paths(hub) == {"/index", f"/{MEDIA}", "/source/al-marsa", "/mark/opinion", story}
    assert websub.announce(ours, NOW) is None


@pytest.mark.django_db
def test_a_mark_that_a_correction_takes_away_is_told_too(ours: Settings, hub: Hub) -> None:
    one = put(1, at(30), marks=("summary", "opinion"))
    websub.announce(ours, at(29))
    paths(hub)
    correct(one, at(1), who="mara", note="Wrong.", headline="Another")
    Publication.objects.filter(pk=one.pk).update(marks=["corrected"])
    websub.announce(ours, NOW)
    assert {"/mark/summary", "/mark/opinion", "/mark/corrected"} <= paths(hub)


@pytest.mark.django_db
def test_a_large_back_fill_tells_of_its_latest_stories(
    ours: Settings, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [put(n, NOW - timedelta(days=900 + n), made=at(1) - timedelta(minutes=n)) for n in range(6)]
    monkeypatch.setattr(websub, "MOST_STORIES", 2)
    websub.announce(ours, NOW)
    stories = {f"/story/{each.story_id}/{each.story.slug}" for each in made[:2]}
    assert paths(hub) == {"/index", f"/{SPORT}", "/source/channel-6", "/mark/summary"} | stories


@pytest.mark.django_db
@pytest.mark.parametrize("status", [500, 503, 404, 308])
def test_a_hub_in_trouble_is_told_later(
    ours: Settings, hub: Hub, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    put(1, NOW)
    hub.status = status
    row = websub.announce(ours, NOW)
    assert row
    assert (row.announced, row.waiting, row.reason) == (0, 20, f"it answers {status}")
    assert hub.address in caplog.text
    hub.status = 202
    row = websub.announce(ours, NOW + HOUR)
    assert row
    assert (row.announced, row.waiting) == (20, 0)
    assert len(paths(hub)) == 5


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "private", "reason"),
    [
        ("http://127.0.0.1:9/", True, "connection"),
        ("http://127.0.0.1:{port}/hub", False, "loopback"),
        ("http://169.254.169.254/hub", True, "link-local"),
        ("ftp://hub.example/", True, ""),
        ("not an address", True, ""),
    ],
)
def test_a_hub_that_cannot_be_reached_costs_nothing(
    ours: Settings, hub: Hub, address: str, private: bool, reason: str
) -> None:
    put(1, NOW)
    values = {**ours.values, "websub_hub": address.format(port=hub.server_port), "allow_private": private}
    row = websub.announce(replace(ours, values=values), NOW)
    assert row
    assert (row.announced, row.waiting) == (0, 20)
    assert row.reason
    assert reason in row.reason
    assert hub.told == []


@pytest.mark.django_db
def test_a_slow_hub_is_given_up(ours: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket
    import time

    put(1, NOW)
    monkeypatch.setattr(websub, "SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        began = time.monotonic()
        row = websub.announce(replace(ours, values={**ours.values, "websub_hub": address}), NOW)
        assert time.monotonic() - began < 5
    assert row
    assert "0.2 s" in row.reason


@pytest.mark.django_db
def test_a_process_that_dies_loses_nothing(ours: Settings, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    put(1, NOW)

    async def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(websub, "publish", killed)
        with pytest.raises(KeyboardInterrupt):
            websub.announce(ours, NOW)
    websub.announce(ours, NOW + timedelta(days=2))
    assert len(paths(hub)) == 5


@pytest.mark.django_db
def test_many_listings_go_in_batches_the_rest_in_the_next_round(
    ours: Settings, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(12):
        put(n, NOW - n * timedelta(minutes=1), section="")
    monkeypatch.setattr(websub, "ROWS", 4)
    monkeypatch.setattr(websub, "MOST_REQUESTS", 2)
    row = websub.announce(ours, NOW)
    assert row
    assert (row.announced, row.waiting, row.reason) == (32, 28, "")
    assert [len(batch) for batch in hub.told] == [16, 16]
    first = paths(hub)
    assert {"/index", "/source/channel-6"} <= first
    row = websub.announce(ours, NOW)
    assert row
    assert (row.announced, row.waiting) == (28, 0)
    assert not paths(hub) & first


@pytest.mark.django_db
def test_what_was_told_is_forgotten_but_for_how_far_we_are(ours: Settings, hub: Hub) -> None:
    put(1, NOW)
    websub.announce(ours, NOW)
    put(2, NOW + timedelta(days=2), section=MEDIA)
    websub.announce(ours, NOW + timedelta(days=2))
    kinds = sorted(Announcement.objects.values_list("kind", "key"))
    assert ("section", SPORT) not in kinds
    assert ("section", MEDIA) in kinds
    assert ("front", "") in kinds


@pytest.mark.django_db(transaction=True)
def test_a_round_tells_the_hub_and_its_report_says_so(ours: Settings, hub: Hub) -> None:
    from standfirst.cli.reports import lines
    from standfirst.newsroom.models import Round

    put(1, datetime.now(UTC) - HOUR)
    report = rounds.run_round(ours)
    assert len(paths(hub)) == 5
    kept = Round.objects.get()
    assert kept.report["hub"] == {"address": hub.address, "announced": 20, "waiting": 0, "reason": ""}
    assert "hub: 20 addresses announced" in list(lines(report))
    assert rounds.run_round(ours).hub is None
    assert hub.told == []


@pytest.mark.django_db(transaction=True)
def test_a_round_without_a_hub_asks_nobody(ours: Settings, hub: Hub) -> None:
    put(1, datetime.now(UTC) - HOUR)
    assert rounds.run_round(replace(ours, values={**ours.values, "websub_hub": ""})).hub is None
    assert not Announcement.objects.exists()
    assert hub.told == []


def test_the_hub_finds_each_topic_with_its_links(live_server: Any, ours: Settings, hub: Hub, settings: Any) -> None:
    """Each address that is announced answers with Link headers to the hub and to itself, and says so inside, too."""
    settings.NETWORK = replace(ours, values={**ours.values, "base_url": live_server.url})
    publication = put(1, NOW - HOUR)
    websub.announce(settings.NETWORK, NOW)
    assert len(hub.topics) == 20
    for topic in hub.topics:
        with urllib.request.urlopen(topic) as answer:
            links, body, kind = answer.headers["Link"].split(", "), answer.read(), answer.headers["Content-Type"]
        assert [each for each in links if 'rel="self"' in each] == [links[0]]
        assert links[0].startswith(f'<{topic}>; rel="self"')
        assert f'<{hub.address}>; rel="hub"' in links
        assert publication.path.encode() in body
        if kind.startswith("text/html"):
            found = {each.get("rel"): each.get("href") for each in html.document_fromstring(body).iterfind("head/link")}
            assert (found["hub"], found["self"]) == (hub.address, topic)
        elif topic.endswith(("rss", "atom")):
            found = {each.get("rel"): each.get("href") for each in etree.fromstring(body).iter("{*}link")}
            assert (found["hub"], found["self"]) == (hub.address, topic)
        else:
            feed = json.loads(body)
            assert (feed["hubs"], feed["feed_url"]) == ([{"type": "WebSub", "url": hub.address}], topic)
    assert Publication.objects.count() == 1


@pytest.mark.django_db
def test_only_what_is_told_names_the_hub(ours: Settings, hub: Hub, client: Client) -> None:
    """Neither later pages, nor filters, nor past days, nor formats that nobody is told of."""
    made = [factory.make_publication(n) for n in range(40)]
    day = f"{made[0].published:/%Y/%m/%d}"
    stems = (f"/{SPORT}/before/{token(made[3].position)}", day, "/search")
    addresses = [f"{stem}{form}" for stem in stems for form in ("", ".rss", ".atom", ".json")]
    addresses += [f"/{SPORT}.atom?mark=summary", "/?source=channel-6", f"/{SPORT}.csv", f"/{SPORT}.xml", made[0].path]
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert 'rel="hub"' not in answer.get("Link", ""), address
        assert hub.address.encode() not in answer.content, address
    assert hub.address.encode() in client.get(f"/{SPORT}").content


def test_without_a_hub_a_page_names_none(client: Client, db: None) -> None:
    factory.make(3)
    answer = client.get(f"/{SPORT}")
    assert "Link" not in answer
    assert b'rel="self"' not in answer.content
