"""A network with a look of its own: its pages, files, contrast and bytes; and what is refused."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from lxml import html

from standfirst.errors import SettingError
from standfirst.production.doctor import examine
from standfirst.publishing.building.build import build, key
from standfirst.publishing.looks import assets, look
from standfirst.publishing.looks.drawing import unsafe
from standfirst.publishing.looks.look import TABLE, given
from standfirst.publishing.pages import environment
from tests.newsroom import factory

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"><path d="M0 0h200v50z"/></svg>'
TOML = """
name = "The Harbour Digest"

[look]
logo = "harbour.svg"
logo_dark = "harbour-dark.svg"
logo_alt = "Harbour & <Digest>"
logo_width = 200
logo_height = 50
icon = "icon.svg"
footer = "Published by <the> Harbour Press.\\n\\n3 Quay Street"

[look.light]
paper = "#fff"
link = "#7a1f3d"

[look.dark]
link = "#f0a6bf"

[look.links]
"Imprint & more" = "https://harbour.example/imprint?a=1&b=2"
"المرسى" = "http://marsa.example/"
"""
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def make(toml: str = TOML, **files: bytes) -> Path:
        (tmp_path / "standfirst.toml").write_text(toml, encoding="utf-8")
        drawings = {"look/harbour.svg": DRAWING, "look/harbour-dark.svg": DRAWING + b"\n", "look/icon.svg": DRAWING}
        for name, body in {**drawings, **files}.items():
            path = tmp_path / name.replace("__", "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        return tmp_path

    return make


@pytest.fixture
def dressed(make: Make, settings: Any) -> Path:
    """A network with a look, as the site's own."""
    files = {
        "look/site.css": b".mast { letter-spacing: .01em }",
        "static/fonts/quay.woff2": b"wOF2quay",
        "static/größe.png": b"x",
    }
    folder = make(**files)
    settings.NETWORK = replace(settings.NETWORK, folder=folder)
    return folder


def page(site: Client, address: str = "/about/marks") -> html.HtmlElement:
    return html.document_fromstring(site.get(address).content.decode())


@pytest.mark.django_db
def test_pages_wear_the_look(dressed: Path, site: Client) -> None:
    found = page(site)
    sheets = [each.get("href") for each in found.cssselect("link[rel=stylesheet]")]
    assert [each.rpartition("/")[2] for each in sheets] == ["site.css", "look.css"]
    image, dark = found.cssselect(".mast .name a img")
    for each in (image, dark):
        assert (each.get("alt"), each.get("width"), each.get("height")) == ("Harbour & <Digest>", "200", "50")
    assert (image.get("class"), dark.get("class")) == ("day", "night")
    assert dark.get("src") != image.get("src")
    icon = found.cssselect("link[rel=icon]")[0]
    assert (icon.get("type"), icon.get("href").rpartition("/")[2]) == ("image/svg+xml", "icon.svg")
    foot = found.cssselect("footer")[0]
    assert [each.text_content() for each in foot.cssselect("p")][-2:] == [
        "Published by <the> Harbour Press.", "3 Quay Street",
    ]  # fmt: skip
    links = {each.text_content(): each.get("href") for each in foot.cssselect("ul")[-1].cssselect("a")}
    assert links == {
        "Imprint & more": "https://harbour.example/imprint?a=1&b=2", "المرسى": "http://marsa.example/",
    }  # fmt: skip
    for address in (*sheets, image.get("src"), dark.get("src"), icon.get("href")):
        answer = site.get(address)
        assert (answer.status_code, "immutable" in answer["Cache-Control"]) == (200, True), address
    style = site.get(sheets[1]).content.decode()
    assert "--link: #7a1f3d" in style
    assert style.endswith(".mast { letter-spacing: .01em }")
    assert "style-src 'self';" in site.get("/about/marks")["Content-Security-Policy"]


@pytest.mark.django_db
def test_one_logo_serves_both_themes_and_needs_no_style(make: Make, settings: Any, site: Client) -> None:
    folder = make("[look]\nlogo = 'harbour.svg'\nlogo_width = 200\nlogo_height = 50")
    settings.NETWORK = replace(settings.NETWORK, folder=folder)
    (image,) = page(site).cssselect(".mast .name a img")
    assert (image.get("class"), image.get("loading")) == (None, None)
    assert site.get("/static/look.css").status_code == 404


@pytest.mark.django_db
def test_the_page_for_paper_wears_it_too(dressed: Path, site: Client) -> None:
    publication = factory.make_publication(1)
    found = page(site, publication.path.replace(".html", ".print.html"))
    assert found.cssselect("link[rel=stylesheet]")[-1].get("href") == assets.static_url("look.css")


@pytest.mark.django_db
def test_without_a_look_nothing_is_added(site: Client) -> None:
    found = page(site)
    assert len(found.cssselect("link[rel=stylesheet]")) == 1
    assert found.cssselect(".mast .name bdi")
    assert not found.cssselect(".mast img")
    assert site.get("/static/look.css").status_code == 404


@pytest.mark.django_db
def test_an_operators_template_has_the_blocks_of_ours(make: Make, settings: Any, site: Client) -> None:
    own = (
        b'{% extends "standfirst/listing.html" %}{% block main %}<p id="own">{{ network.name }}</p>'
        b'<img alt="" src="{{ static_url("quay.png") }}">{{ super() }}{% endblock %}'
    )
    folder = make("name = 'x'", **{"templates/listing.html": own, "static/quay.png": b"png"})
    settings.NETWORK = replace(settings.NETWORK, folder=folder)
    environment.environment.cache_clear()
    factory.make(3)
    found = page(site, f"/{factory.SECTIONS[0]}")
    environment.environment.cache_clear()
    assert found.cssselect("#own")
    assert found.cssselect("article.brief")
    assert site.get(found.cssselect("#own + img")[0].get("src")).content == b"png"


@pytest.mark.django_db
def test_a_drawing_runs_nothing(dressed: Path, site: Client) -> None:
    for address in (assets.static_url("look/harbour.svg"), assets.static_url("icon.svg"), "/static/look/icon.svg"):
        policy = site.get(address)["Content-Security-Policy"]
        assert "sandbox" in policy
        assert "default-src 'none'" in policy
        assert "script-src" not in policy


@pytest.mark.django_db
def test_own_files_are_served_and_nothing_else_of_the_folder(dressed: Path, site: Client) -> None:
    (dressed / "secret.txt").write_text("secret")
    (dressed / "static" / ".hidden.txt").write_text("secret")
    (dressed / "static" / "run.exe").write_bytes(b"secret")
    (dressed / "static" / "large.png").write_bytes(b"secret" * 400_000)
    (dressed / "static" / "out.txt").symlink_to(dressed / "secret.txt")
    (dressed / "static" / "away").symlink_to(dressed)
    assets.own_files.cache_clear()
    font = site.get(assets.static_url("fonts/quay.woff2"))
    assert (font.status_code, font["Content-Type"], font.content) == (200, "font/woff2", b"wOF2quay")
    assert site.get("/static/fonts/quay.woff2")["Cache-Control"] == "public, max-age=86400"
    assert site.get(assets.static_url("größe.png")).status_code == 200
    assert "%C3%B6" in assets.static_url("größe.png")
    for path in (
        "secret.txt", "../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "fonts/../../secret.txt", ".hidden.txt",
        "run.exe", "large.png", "out.txt", "away/secret.txt", "away/standfirst.toml", "0123456789abcdef/../secret.txt",
        "/etc/hostname", "look/../standfirst.toml", "look/site.css", "fonts", "fonts/", "standfirst.sqlite3", "\x00",
    ):  # fmt: skip
        answer = site.get(f"/static/{path}")
        assert answer.status_code == 404, path
        assert b"secret" not in answer.content, path
    told = " ".join(assets.own_files(dressed)[1])
    assert all(each in told for each in ("run.exe: files of this type", "large.png: it is larger", "out.txt: it leads"))


def test_an_operators_file_stands_in_for_ours(make: Make, settings: Any) -> None:
    folder = make("name = 'x'", **{"static/icon.svg": DRAWING})
    settings.NETWORK = replace(settings.NETWORK, folder=folder)
    found = assets.asset("icon.svg")
    assert found
    assert found[0] == DRAWING


def test_files_are_bounded(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "MOST", 5)
    folder = make("name = 'x'", **{f"static/{n}.txt": b"x" for n in range(9)})
    files, refused = assets.own_files(folder)
    assert (len(files), len(refused)) == (5, 7)


REFUSED = [
    ("[look]\nlogos = 'x.svg'", "look.logos", "no such setting"),
    ("look = 3", "look in", "it is a table"),
    ("[look]\nlight = 3", "look.light", "it is a table"),
    ("[look.light]\nink = 'red'", "look.light.ink", "'red' is no colour"),
    ("[look.light]\nink = '#fff; } body { color: red'", "look.light.ink", "is no colour"),
    ("[look.light]\nglow = '#fff'", "look.light.glow", "no such colour"),
    ("[look.light]\nlink = '#9cc6ff'", "look.light", "link #9cc6ff on paper #fdfcf8 has a contrast of 1.71:1, which"),
    ("[look.dark]\npaper = '#888888'", "look.dark", "ink #ecebe4 on paper #888888 has a contrast of"),
    ("[look]\nlogo = 'harbour.svg'", "look.logo", "its size is not set"),
    ("[look]\nlogo = '../secret.svg'", "look.logo", "no file of look/"),
    ("[look]\nlogo = '/etc/passwd.svg'", "look.logo", "no file of look/"),
    ("[look]\nlogo = 'page.html'", "look.logo", "no file of look/"),
    ("[look]\nicon = 'gone.png'", "look.icon", "there is no"),
    ("[look]\nicon = 'bad.svg'", "look.icon", "holds <script>"),
    ("[look]\nicon = 'large.png'", "look.icon", "larger than 100,000 bytes"),
    ("[look]\nlogo_height = 5000", "look.logo_height", "over 300"),
    (f"[look]\nfooter = '{'x' * 2001}'", "look.footer", "longer than 2000"),
    ("[look.links]\n'Go' = 'javascript:alert(1)'", "look.links 'Go'", "is no web address"),
    ("[look.links]\n'Go' = '/about'", "look.links 'Go'", "is no web address"),
    ("[look.links]\n' ' = 'https://x.example'", "look.links ' '", "1 to 500 characters"),
    ("[look.links]\n'Go' = 3", "look.links 'Go'", "is no web address"),
]  # fmt: skip


@pytest.mark.parametrize(("toml", "thing", "reason"), REFUSED)
def test_what_cannot_be_is_refused_with_its_place(make: Make, toml: str, thing: str, reason: str) -> None:
    script = DRAWING.replace(b"<path", b"<script>alert(1)</script><path")
    folder = make(toml, **{"look/bad.svg": script, "look/large.png": b"x" * 100_001, "secret.svg": DRAWING})
    with pytest.raises(SettingError) as refused:
        given(folder)
    assert thing in refused.value.thing
    assert "standfirst.toml" in refused.value.thing
    assert reason in refused.value.reason


def test_every_command_says_what_cannot_be_read(make: Make) -> None:
    folder = make("[look.light]\nlink = '#9cc6ff'")
    command = [sys.executable, "-m", "standfirst.cli", "doctor", "--network", str(folder)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "link #9cc6ff on paper #fdfcf8 has a contrast of 1.71:1, which must be 4.5:1" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_sheet_that_is_too_large_or_no_text_is_refused(make: Make) -> None:
    folder = make("name = 'x'", **{"look/site.css": b"a" * 64_001})
    with pytest.raises(SettingError, match="larger than 64,000 bytes"):
        given(folder)
    (folder / "look" / "site.css").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingError, match="UTF-8"):
        given(folder)


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        (b"<script>x</script>", "holds <script>"), (b"<g onload='x()'/>", "holds onload="),
        (b"<foreignObject/>", "holds <foreignobject>"), (b"<image href='https://t.example/x.png'/>", "loads https://t.example/x.png"),
        (b"<a href=' JavaScript:x()'/>", "loads JavaScript:x()"), (b"<use href='#a'/>", ""), (b"<path d='M0 0'/>", ""),
        (b"<unclosed>", "is no XML"), (b"<x:script xmlns:x='http://www.w3.org/2000/svg'/>", "holds <script>"),
    ],
)  # fmt: skip
def test_drawings(inside: bytes, why: str) -> None:
    assert unsafe(b'<svg xmlns="http://www.w3.org/2000/svg">' + inside + b"</svg>") == why
    assert unsafe(b"<html/>") == "is no drawing"
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>'
    assert unsafe(bomb) in ("", "is no XML")


@pytest.mark.django_db
def test_the_doctor_tells_of_the_look(dressed: Path, settings: Any) -> None:
    (found,) = (each for each in examine(settings.NETWORK) if each.what == "look")
    assert (found.good, found.state) == (True, "a logo, an icon, own style, own words, own links, 5 files")
    (dressed / "static" / "run.exe").write_bytes(b"x")
    assets.own_files.cache_clear()
    (found,) = (each for each in examine(settings.NETWORK) if each.what == "look")
    assert not found.good
    assert "run.exe" in found.state


@pytest.mark.django_db
def test_the_static_build_writes_the_look_and_follows_its_changes(dressed: Path, site: Client, tmp_path: Path) -> None:
    factory.make(3)
    out = tmp_path / "out"
    before = key()
    assert build(out, lambda *_: None).dead == ()
    for address in (assets.static_url("look.css"), assets.static_url("look/harbour.svg"), "/static/fonts/quay.woff2"):
        assert (out / address[1:]).read_bytes() == site.get(address).content
    (dressed / "look" / "site.css").write_text(".mast { color: inherit }")
    for cached in (assets.own_files, assets._asset, assets._look, look.given):
        cached.cache_clear()
    assert key() != before


def test_the_guide_names_every_setting_and_colour() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "guide" / "look.md").read_text(encoding="utf-8")
    for name in (*(setting.name for setting in TABLE), *look.SCHEMES["light"], "look.light", "look.dark", "look.links"):
        assert f"`{name}`" in guide or f"[{name}]" in guide, name
