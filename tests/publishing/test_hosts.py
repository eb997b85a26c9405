"""Section hosts: which host an address belongs to, and one process that answers on all of them."""

from __future__ import annotations

import pytest
from django.conf import settings as django_settings
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from standfirst.newsroom.models import Publication
from standfirst.publishing.hosts import label, on_network, on_section, origin, section_of
from standfirst.settings import Settings

BASE = "https://example.org"
SECTIONS = frozenset({"sports-and-competition", "politics-and-government", "health"})
OWN, SPORTS = "news.example", "sports-and-competition.news.example"


@pytest.mark.parametrize(
    ("path", "section", "place"),
    [
        ("/health", "health", "/"),
        ("/health.rss", "health", "/index.rss"),
        ("/health/before/1z", "health", "/before/1z"),
        ("/health/before/1z.csv", "health", "/before/1z.csv"),
        ("/", "", ""),
        ("/source/health", "", ""),
        ("/healthy", "", ""),
        ("/health.d/x", "", ""),
        ("/search", "", ""),
    ],
)
def test_a_sections_listing_stands_at_the_root_of_its_host(path: str, section: str, place: str) -> None:
    assert on_section(path, SECTIONS) == (section, place)
    if section:
        assert on_network(place, section) == path


@given(st.sampled_from(sorted(SECTIONS)), st.sampled_from(["", ".rss", ".csv", "/before/1z", "/before/1z.json"]))
def test_there_and_back(section: str, rest: str) -> None:
    found, place = on_section(f"/{section}{rest}", SECTIONS)
    assert on_network(place, found) == f"/{section}{rest}"


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ("health.example.org", "health"),
        ("HEALTH.example.org:8000", "health"),
        ("example.org", ""),
        ("example.org:443", ""),
        ("a.b.example.org", ""),
        ("healthexample.org", ""),
        ("example.org.evil.example", ""),
        ("", ""),
        ("[::1]:8000", ""),
    ],
)
def test_the_label_of_a_host(host: str, found: str) -> None:
    assert section_of(host, BASE) == found


def test_the_origin_keeps_scheme_and_port() -> None:
    assert origin("http://localhost:8000", "health") == "http://health.localhost:8000"
    assert origin(BASE, "") == BASE
    assert origin(BASE, "öffentliches") == f"https://{label('öffentliches')}.example.org"
    assert label("öffentliches").startswith("xn--")


@pytest.fixture
def hosts(made: list[Publication], monkeypatch: pytest.MonkeyPatch) -> list[Publication]:
    """The made network with section hosts on, its own host news.example."""
    ours = django_settings.NETWORK
    values = {**ours.values, "base_url": f"https://{OWN}", "section_hosts": True}
    monkeypatch.setattr(django_settings, "NETWORK", Settings(ours.folder, values))
    monkeypatch.setattr(django_settings, "ALLOWED_HOSTS", [OWN, f".{OWN}"])
    for each in made:
        each.first_section = each.section
    Publication.objects.bulk_update(made, ["first_section"])
    return made


def get(site: Client, host: str, path: str) -> tuple[int, str, bytes]:
    answer = site.get(path, headers={"host": host})
    return answer.status_code, answer.headers.get("Location", ""), answer.content


class TestHosts:
    def test_the_section_answers_at_the_root_of_its_host(self, hosts: list[Publication], site: Client) -> None:
        status, _, body = get(site, SPORTS, "/")
        assert status == 200
        page = html.fromstring(body)
        assert page.xpath("//link[@rel='canonical']/@href") == [f"https://{SPORTS}/"]
        assert page.xpath("//link[@rel='alternate']/@href")[0] == f"https://{SPORTS}/index.rss"
        assert page.xpath("//main//form/@action") == [f"https://{SPORTS}/"]
        # Every link names its host, so that none leads by way of another.
        assert not [each for each in page.xpath("//a/@href") if each.startswith("/") and each != "/reader"]
        following = page.xpath("//a[@rel='next']/@href")
        if following:
            assert following[0].startswith(f"https://{SPORTS}/before/")

    def test_a_readers_settings_stand_on_every_host(self, hosts: list[Publication], site: Client) -> None:
        for host in (OWN, SPORTS):
            assert get(site, host, "/reader")[0] == 200
        assert get(site, SPORTS, "/readers")[0] == 308

    def test_each_thing_is_led_to_its_own_host(self, hosts: list[Publication], site: Client) -> None:
        for host, path, target in (
            (OWN, "/sports-and-competition", f"https://{SPORTS}/"),
            (OWN, "/sports-and-competition.rss?source=channel-6", f"https://{SPORTS}/index.rss?source=channel-6"),
            (SPORTS, "/source/channel-6", f"https://{OWN}/source/channel-6"),
            (SPORTS, "/search?q=a%26b", f"https://{OWN}/search?q=a%26b"),
            (SPORTS, "/desk/", f"https://{OWN}/desk/"),
            (SPORTS, "/sports-and-competition.csv", f"https://{SPORTS}/index.csv"),
            (SPORTS, "/politics-and-government", f"https://politics-and-government.{OWN}/"),
            (f"nothing.{OWN}", "/", f"https://{OWN}/"),
        ):
            assert get(site, host, path)[:2] == (308, target), path

    def test_a_publication_stays_on_the_host_that_held_it_first(self, hosts: list[Publication], site: Client) -> None:
        moved = next(each for each in hosts if each.section == "sports-and-competition" and each.path.isascii())
        Publication.objects.filter(pk=moved.pk).update(section="health")
        permalink = f"https://{SPORTS}{moved.path}"
        assert get(site, SPORTS, moved.path)[0] == 200
        for host in (OWN, f"health.{OWN}", f"nothing.{OWN}"):
            assert get(site, host, moved.path)[:2] == (308, permalink)
            paper = moved.path.replace(".html", ".print.html")
            assert get(site, host, paper)[:2] == (308, permalink.replace(".html", ".print.html"))
            assert get(site, host, f"/p/{moved.id}")[:2] == (308, permalink)
        page = html.fromstring(get(site, SPORTS, moved.path)[2])
        assert page.xpath("//link[@rel='canonical']/@href") == [permalink]
        assert not [each for each in page.xpath("//a/@href") if each.startswith("/") and each != "/reader"]

    def test_feeds_and_sitemaps_name_each_things_own_host(self, hosts: list[Publication], site: Client) -> None:
        root = etree.fromstring(get(site, SPORTS, "/index.rss")[2])
        assert root.findtext("channel/link") == f"https://{SPORTS}/"
        own = root.find("channel/{http://www.w3.org/2005/Atom}link[@rel='self']")
        assert own.get("href") == f"https://{SPORTS}/index.rss"
        homes = {each.text.split("/content/")[0] for each in root.findall("channel/item/link")}
        assert f"https://{SPORTS}" in homes
        listed = etree.fromstring(get(site, OWN, "/sitemap/pages.xml")[2])
        places = [each.text for each in listed.iter("{*}loc")]
        assert f"https://{SPORTS}/" in places
        assert f"https://{OWN}/source/channel-6" in places
        assert f"Sitemap: https://{OWN}/sitemap.xml" in get(site, SPORTS, "/robots.txt")[2].decode()

    def test_every_host_serves_the_style_and_its_errors_help(self, hosts: list[Publication], site: Client) -> None:
        page = html.fromstring(get(site, SPORTS, "/")[2])
        style = page.xpath("//link[@rel='stylesheet']/@href")[0]
        assert get(site, SPORTS, style)[0] == 200
        status, _, body = get(site, SPORTS, "/?source=never-was")
        assert status == 400
        ways = html.fromstring(body).xpath("//main//a/@href")
        assert "/" in ways
        assert f"https://{OWN}/" in ways

    def test_a_feeds_id_outlives_a_change_of_host(self, hosts: list[Publication], site: Client) -> None:
        on_section = etree.fromstring(get(site, SPORTS, "/index.atom")[2]).findtext("{*}id")
        django_settings.NETWORK = Settings(
            django_settings.NETWORK.folder, {**django_settings.NETWORK.values, "section_hosts": False}
        )
        without = etree.fromstring(get(site, OWN, "/sports-and-competition.atom")[2]).findtext("{*}id")
        django_settings.NETWORK = Settings(
            django_settings.NETWORK.folder, {**django_settings.NETWORK.values, "base_url": f"https://www.{OWN}"}
        )
        elsewhere = etree.fromstring(get(site, f"www.{OWN}", "/sports-and-competition.atom")[2]).findtext("{*}id")
        assert on_section == without == elsewhere
        other = etree.fromstring(get(site, f"www.{OWN}", "/politics-and-government.atom")[2]).findtext("{*}id")
        assert other != elsewhere
