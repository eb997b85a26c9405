"""Every type of page of every made network is valid HTML, and the style sheet valid CSS, by the Nu HTML checker."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from standfirst.newsroom.models import Publication
from standfirst.publishing.looks import assets
from standfirst.publishing.uris import uri
from tests.publishing import page_types
from tests.publishing.validators import asking, made, nu

#: Publications of a network whose pages are looked at.
SINGLES = 24


@pytest.mark.django_db
def test_every_page_is_valid_html(settings: Any, tmp_path: Path) -> None:
    nu.jar()
    addresses: dict[str, str] = {}

    def keep(network: str, address: str, body: bytes) -> None:
        name = f"{len(addresses):05}.html"
        (tmp_path / name).write_bytes(body)
        addresses[name] = f"{network}: {address}"

    for name in made.NETWORKS:
        asking.set_up(settings)
        with asking.network(name) as site:
            for document in asking.pages(site, "html"):
                keep(name, document.address, document.body)
            for path in made.publications()[:SINGLES]:
                for form in ("html", "print.html"):
                    keep(name, path, asking.ask(site, path.replace(".html", f".{form}")).body)
            for path in page_types.ABOUT.values():
                keep(name, path, asking.ask(site, path).body)
            for path, status in (("/no-such-page", 404), ("/?source=nobody", 400), ("/search?from=x", 400)):
                keep(name, path, asking.ask(site, path, status=status).body)
            for path in Publication.objects.exclude(withdrawn=None).values_list("path", flat=True)[:2]:
                keep(name, path, asking.ask(site, uri(path), status=410).body)
    settings.LANGUAGE_CODE = "ar"
    settings.NETWORK = replace(settings.NETWORK, values={**settings.NETWORK.values, "index_briefs": False})
    with asking.network("full") as site:
        for path in ("/", "/sports-and-competition", *page_types.ABOUT.values(), *made.publications()[:4]):
            keep("arabic", path, asking.ask(site, path).body)
    found = nu.check(tmp_path, "--skip-non-html")
    assert not found, nu.shown(found, addresses)
    assert len(addresses) > 300


def test_style_sheets_and_pictures_are_valid_and_the_checker_finds_faults(tmp_path: Path) -> None:
    nu.jar()
    (tmp_path / "faulty.html").write_text('<!doctype html><title>x</title><p id="a"><p id="a">', encoding="utf-8")
    (tmp_path / "faulty.css").write_text("p { colour: red }", encoding="utf-8")
    sheets = sorted(assets.FOLDER.rglob("*.css"))
    for sheet in sheets:
        (tmp_path / sheet.name).write_bytes(sheet.read_bytes())
    for picture in assets.FOLDER.rglob("*.svg"):
        (tmp_path / picture.name).write_bytes(picture.read_bytes())
    assert sheets
    found = nu.check(tmp_path, "--also-check-css", "--also-check-svg")
    ours = [each for each in found if "faulty" not in str(each["url"])]
    assert not ours, nu.shown(ours, {})
    assert {str(each["url"]).rpartition("/")[2] for each in found} == {"faulty.html", "faulty.css"}
