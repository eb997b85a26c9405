"""The static build: the server's bytes as files, made anew where something changed, and every link among them."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import Client

from standfirst.errors import StandfirstError, UsageError
from standfirst.newsroom.editions import edition
from standfirst.newsroom.models import Publication, Source, Story
from standfirst.newsroom.publications import corrections
from standfirst.newsroom.publications.changing import withdraw
from standfirst.publishing.building.build import build
from standfirst.publishing.building.places import place
from standfirst.publishing.network import sections
from tests.newsroom import factory

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


def silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def files(folder: Path) -> dict[str, dict]:
    return json.loads((folder / "manifest.json").read_bytes())["files"]


def address_of(path: str) -> str:
    """The address that a file answers at."""
    return "/" + quote(path.removesuffix("index.html").removesuffix("/"))


@pytest.fixture
def busy(db: None) -> list[Publication]:
    """Ninety-six publications over three days: cards, unfiled ones, stories of several, corrections, withdrawals."""
    made = factory.make(96)
    factory.make_publication(200, slug="größe-漢字", published=factory.NOON - timedelta(hours=3))
    story = made[5].story
    assert story
    for n in range(20):
        factory.make_publication(300 + n, story=story, published=factory.NOON - timedelta(minutes=7 * n + 1))
    corrections.correct(made[7], NOW, who="Mara", note="The attendance was wrong.", headline="Rovers <win> again")
    withdraw(made[11], "The publisher asked for it.", NOW, who="Mara")
    withdraw(made[40], "", NOW, who="Mara")
    edition.store(factory.NOON.date(), __import__("django.conf").conf.settings.NETWORK)
    return made


def test_every_file_holds_the_servers_bytes(busy: list[Publication], site: Client, tmp_path: Path) -> None:
    report = build(tmp_path / "out", silent)
    assert not report.dead
    assert not report.left_out
    listed = ("source/", "mark/", "story/", *(slug for slug, _ in sections()))
    compared = 0
    for path, row in files(tmp_path / "out").items():
        address, body = address_of(path), (tmp_path / "out" / path).read_bytes()
        # What has a form on the server names the contact in files; there is no API in them.
        if path.startswith(("_redirects", "search/", "404.", "rights/", "report/", "subscribe/", "api/")):
            continue
        answer = site.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (row["status"], row["type"]), path
        if path.startswith(listed) and path.endswith(".html"):
            body, sent = (_without_filters(each) for each in (body, answer.content))
            assert body == sent, path
        else:
            assert body == answer.content, path
        compared += 1
    assert compared > 900


def _without_filters(page: bytes) -> bytes:
    """A listing's page but for its filters to add, which a static build leaves out."""
    for start, end in ((b'<aside class="filters"', b"</aside>\n"), (b'<p class="jump">', b"</p>\n")):
        before, found, rest = page.partition(start)
        page = before + rest.partition(end)[2] if found else page
    return page.replace(b'<div class="beside">', b'<div class="alone">')


def test_everything_that_is_out_has_its_files(busy: list[Publication], tmp_path: Path) -> None:
    build(tmp_path / "out", silent)
    built = files(tmp_path / "out")
    redirects = (tmp_path / "out" / "_redirects").read_text().splitlines()
    for each in Publication.objects.all():
        for form in ("html", "print.html", "json", "xml", "txt"):
            assert built[each.path[1:].replace(".html", f".{form}")]["status"] == (410 if each.withdrawn else 200)
        assert f"/p/{each.id} {quote(each.path)} 308" in redirects
    told = Counter(Publication.objects.exclude(story=None).values_list("story_id", flat=True))
    assert {1, 2} <= {min(number, 2) for number in told.values()}
    for story in Story.objects.filter(pk__in=told):
        # What was always alone on its story is led to by its own permalink and by nothing else.
        assert (f"story/{story.id}/{story.slug}/index.html" in built) == (told[story.pk] > 1)
    for source in Source.objects.all():
        assert f"source/{source.slug}.rss" in built


def test_pages_follow_each_other_to_the_end(busy: list[Publication], tmp_path: Path) -> None:
    build(tmp_path / "out", silent)
    address, seen = "/source/channel-6.json", []
    while address:
        feed = json.loads((tmp_path / "out" / place(address)).read_bytes())
        seen += [item["id"] for item in feed["items"]]
        address = feed.get("next_url", "").removeprefix("http://localhost:8000")
    out = Publication.objects.filter(withdrawn=None, source__slug="channel-6").order_by("-position")
    assert seen == [f"urn:uuid:{each.id}" for each in out]
    assert len(seen) > 30


def test_a_second_build_writes_nothing(busy: list[Publication], tmp_path: Path) -> None:
    first = build(tmp_path / "out", silent, now=NOW)
    before = (tmp_path / "out" / "manifest.json").read_bytes()
    second = build(tmp_path / "out", silent, now=NOW)
    assert (second.written, second.removed) == (0, 0)
    assert second.kept == first.written
    assert (tmp_path / "out" / "manifest.json").read_bytes() == before


@pytest.mark.parametrize("change", ["publish", "correct", "withdraw", "rename", "refile"])
def test_a_later_build_equals_a_whole_one(busy: list[Publication], tmp_path: Path, change: str) -> None:
    build(tmp_path / "out", silent, now=NOW)
    if change == "publish":
        factory.make_publication(500, published=factory.NOON + timedelta(minutes=5))
    elif change == "correct":
        corrections.correct(busy[20], NOW, who="Mara", note="Another figure.", headline="Rovers lose")
    elif change == "withdraw":
        withdraw(busy[3], "Asked for.", NOW, who="Mara")
    elif change == "rename":
        Source.objects.filter(slug="channel-6").update(name="Channel Six")
    else:
        corrections.refile(busy[20], factory.SECTIONS[0], NOW, who="Mara")
    later = build(tmp_path / "out", silent, now=NOW)
    whole = build(tmp_path / "whole", silent, now=NOW)
    assert 0 < later.written < whole.written
    a, b = files(tmp_path / "out"), files(tmp_path / "whole")
    assert {path: (row["sha256"], row["status"], row["version"]) for path, row in a.items()} == {
        path: (row["sha256"], row["status"], row["version"]) for path, row in b.items()
    }
    for path in a:
        assert (tmp_path / "out" / path).read_bytes() == (tmp_path / "whole" / path).read_bytes(), path


def test_what_vanished_is_removed_and_nothing_else(busy: list[Publication], tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(out, silent)
    (out / "CNAME").write_text("news.example\n")
    gone = Source.objects.get(slug="al-marsa")
    path = out / "source" / "al-marsa" / "index.html"
    assert path.is_file()
    for each in gone.publications.all():
        each.article.delete()
    gone.delete()
    report = build(out, silent)
    assert report.removed > 0
    assert not path.parent.exists()
    assert (out / "CNAME").read_text() == "news.example\n"


def test_a_file_that_was_lost_comes_back(busy: list[Publication], tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(out, silent, now=NOW)
    page = out / busy[0].path[1:]
    text = page.read_bytes()
    page.unlink()
    assert build(out, silent, now=NOW).written == 1
    assert page.read_bytes() == text


def test_a_build_that_was_killed_leaves_nothing_for_good(busy: list[Publication], tmp_path: Path) -> None:
    out = tmp_path / "out"

    def killed(stage: str, done: int, total: int) -> None:
        if stage == "listings":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(out, killed)
    assert not (out / "manifest.json").exists()
    publication = Publication.objects.filter(withdrawn=None).latest("position")
    assert (out / publication.path[1:]).is_file()
    publication.article.delete()
    build(out, silent)
    assert not (out / publication.path[1:]).exists()
    assert not list(out.glob(".build-journal"))


def test_a_folder_with_something_else_is_refused(db: None, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(UsageError, match="no build has made"):
        build(tmp_path, silent)
    assert (tmp_path / "letter.txt").read_text() == "Dear all"
    (tmp_path / "letter.txt").unlink()
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(StandfirstError, match="no manifest"):
        build(tmp_path, silent)


def test_two_builds_do_not_meet_in_one_folder(db: None, tmp_path: Path) -> None:
    def meet(stage: str, done: int, total: int) -> None:
        with pytest.raises(StandfirstError, match="another build"):
            build(tmp_path / "out", silent)

    build(tmp_path / "out", meet)


def test_a_dead_link_is_found(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from standfirst.publishing.building import around

    monkeypatch.setattr(around, "PAGES", tuple(each for each in around.PAGES if each != "/status"))
    report = build(tmp_path / "out", silent)
    assert [each.target for each in report.dead] == ["/status"]
    assert report.dead_count == 1


def test_an_empty_network_is_built(db: None, tmp_path: Path) -> None:
    report = build(tmp_path / "out", silent)
    assert (report.publications, report.dead) == (0, ())
    assert b"Nothing has been published" in (tmp_path / "out" / "index.html").read_bytes()
