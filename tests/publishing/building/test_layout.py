"""Where files stand, with and without a host for each section; a build with section hosts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client

from standfirst.newsroom.models import Publication
from standfirst.publishing.building.build import build
from standfirst.publishing.building.layout import Layout
from standfirst.settings import Settings

OWN = "news.example"
SPORTS = "sports-and-competition"
ONE = Layout(f"https://{OWN}", frozenset({SPORTS}))
MANY = Layout(f"https://{OWN}", frozenset({SPORTS}), True)


@pytest.mark.parametrize(
    ("address", "first", "one", "many"),
    [
        ("/", "", "index.html", f"{OWN}/index.html"),
        (f"/{SPORTS}", "", f"{SPORTS}/index.html", f"{SPORTS}.{OWN}/index.html"),
        (f"/{SPORTS}.rss", "", f"{SPORTS}.rss", f"{SPORTS}.{OWN}/index.rss"),
        (f"/{SPORTS}/before/1z", "", f"{SPORTS}/before/1z/index.html", f"{SPORTS}.{OWN}/before/1z/index.html"),
        ("/content/2026/11/22/a.html", SPORTS, "content/2026/11/22/a.html",
         f"{SPORTS}.{OWN}/content/2026/11/22/a.html"),
        ("/content/2026/11/22/a.html", "", "content/2026/11/22/a.html", f"{OWN}/content/2026/11/22/a.html"),
    ],
)  # fmt: skip
def test_the_file_of_an_address(address: str, first: str, one: str, many: str) -> None:
    assert ONE.file(address, first) == one
    assert MANY.file(address, first) == many


@pytest.mark.parametrize(
    ("link", "file"),
    [
        (f"https://{SPORTS}.{OWN}/", f"{SPORTS}.{OWN}/index.html"),
        (f"https://{OWN}/source/x", f"{OWN}/source/x/index.html"),
        ("/static/1/site.css", f"{SPORTS}.{OWN}/static/1/site.css"),
        ("https://elsewhere.example/", None),
        (f"http://{OWN}/", None),
        ("//x/y", None),
        ("#top", None),
        ("mailto:a@b", None),
    ],
)
def test_where_a_link_leads(link: str, file: str | None) -> None:
    assert MANY.led(link, f"{SPORTS}.{OWN}/index.html") == file


@pytest.mark.django_db
def test_each_host_has_a_folder_with_the_servers_bytes(
    made: list[Publication], site: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = django_settings.NETWORK
    values = {**ours.values, "base_url": f"https://{OWN}", "section_hosts": True}
    monkeypatch.setattr(django_settings, "NETWORK", Settings(ours.folder, values))
    monkeypatch.setattr(django_settings, "ALLOWED_HOSTS", [OWN, f".{OWN}"])
    for each in made:
        each.first_section = each.section
    Publication.objects.bulk_update(made, ["first_section"])
    refiled = next(each for each in made if each.section == SPORTS and each.path.isascii())
    Publication.objects.filter(pk=refiled.pk).update(section="")

    report = build(tmp_path / "out", lambda *_: None)
    assert not [(each.file, each.target) for each in report.dead]
    assert not report.left_out
    files = json.loads((tmp_path / "out" / "manifest.json").read_bytes())["files"]
    hosts = {path.partition("/")[0] for path in files}
    assert {OWN, f"{SPORTS}.{OWN}"} <= hosts
    for host in hosts:
        assert {f"{host}/robots.txt", f"{host}/404.html", f"{host}/reader/index.html"} <= set(files)
    for path in (f"/content/{refiled.path.split('/content/')[1]}", "/index.rss", "/index.json", "/robots.txt"):
        answer = site.get(path, headers={"host": f"{SPORTS}.{OWN}"})
        assert answer.status_code == 200
        assert (tmp_path / "out" / f"{SPORTS}.{OWN}" / path[1:]).read_bytes() == answer.content, path
    again = build(tmp_path / "out", lambda *_: None)
    assert again.written == 0
    assert not again.dead
