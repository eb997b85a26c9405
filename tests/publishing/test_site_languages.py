"""The site of a network in another language: what requests and feeds answer, beside what pages are made of."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from lxml import etree

from standfirst.newsroom.models import Publication
from standfirst.publishing import messages, pages
from standfirst.publishing.network import network
from standfirst.publishing.pages import environment
from standfirst.publishing.serving.edge import Edge
from tests.newsroom import factory

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"


@pytest.fixture
def german(settings: Any) -> None:
    """A network in German."""
    settings.LANGUAGE_CODE = "de"


@pytest.mark.usefixtures("german", "made")
def test_errors_and_their_ways_out_are_in_the_networks_language(site: Client) -> None:
    cases = {
        "/?source=nobody": "source=nobody: eine solche Quelle gibt es nicht. Alle Quellen stehen unter /sources",
        "/?from=2026-11-22&to=2026-11-01": "das liegt nach to=2026-11-01. Vertauschen Sie",
        f"/search?q={'a' * 300}": "das sind mehr als 200 Zeichen",
        "/nowhere": "/nowhere: diese Seite gibt es nicht. Beginnen Sie auf der Titelseite",
        "/static/nothing.css": "Diese Datei gibt es nicht",
        "/content/2026/11/22/nothing.html": "Diese Meldung gibt es nicht",
    }
    for address, said in cases.items():
        page = site.get(address).content.decode()
        assert said in page, address
        if "<html" in page:
            assert '<html lang="de" dir="ltr">' in page
            assert "Was Sie tun können" in page
    assert json.loads(site.get("/search.json?mark=nice").content)["title"] == "Dieser Filter geht nicht"


@pytest.mark.usefixtures("german", "db")
def test_what_was_withdrawn_says_when_and_why_in_the_networks_language(site: Client) -> None:
    gone = factory.make_publication(1, withdrawn=factory.NOON)
    Publication.objects.update(withdrawn_reason="The publisher has removed the article.")
    page = site.get(gone.path).content.decode()
    assert "Diese Meldung wurde am 22. November 2026 zurückgezogen. Der Verlag hat den Artikel entfernt." in page


@pytest.mark.usefixtures("german", "made")
def test_sections_and_feeds_are_named_in_the_networks_language(site: Client) -> None:
    assert dict(network().sections)["sports-and-competition"] == "Sport"
    assert b">Sport</a>" in site.get("/").content
    feed = etree.fromstring(site.get("/sports-and-competition.atom").content)
    assert feed.get(f"{XML}lang") == "de"
    assert feed.findtext(f"{ATOM}title", "").endswith(": Sport")
    assert b"<language>de</language>" in site.get("/index.rss").content


@pytest.mark.usefixtures("german", "made")
def test_our_words_in_a_feed_say_their_language_where_the_text_has_another(site: Client) -> None:
    for item in json.loads(site.get("/sports-and-competition.json").content)["items"]:
        assert "Den ganzen Artikel bei" in item["content_html"]
        assert ('<p lang="de" dir="ltr">' in item["content_html"]) == (item["language"] != "de")


def test_an_error_of_ours_keeps_its_english_for_commands() -> None:
    from standfirst.publishing.view import BadFilter, parse

    with pytest.raises(BadFilter, match=r"q=a+…: it is longer than 200 characters. Search for fewer words$"):
        parse("/search", f"q={'a' * 300}", ())


def test_a_host_that_is_not_ours_is_answered_in_the_networks_language(settings: Any) -> None:
    settings.LANGUAGE_CODE = "fr"
    said: list[str] = []
    edge = Edge(lambda environ, start: [])
    body = b"".join(edge({"HTTP_HOST": "elsewhere.example"}, lambda status, headers: said.append(status)))
    assert said == ["400 Bad Request"]
    assert "Ce site ne répond pas" in body.decode()


def test_a_network_brings_a_language_and_its_own_words(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert messages.main([str(tmp_path), "nl"]) == 0
    assert messages.main([str(tmp_path), "en"]) == 0
    for language, message, said in (("nl", "Method", "Werkwijze"), ("en", "Method", "How we work")):
        path = tmp_path / "locale" / language / messages.FILE
        text = path.read_text(encoding="utf-8").replace(f'"{message}"\nmsgstr ""', f'"{message}"\nmsgstr "{said}"')
        path.write_text(text, encoding="utf-8")
        assert messages.main([str(tmp_path), language]) == 0
    settings.LOCALE_PATHS = [tmp_path / "locale", *settings.LOCALE_PATHS]
    # A process has one set of catalogues, and its templates keep what they have translated.
    monkeypatch.setattr(environment, "environment", cache(lambda: environment.make(None)))
    for language, said in (("nl", "Werkwijze"), ("en", "How we work")):
        settings.LANGUAGE_CODE = language
        page = pages.about("method", network())
        assert f'<html lang="{language}" dir="ltr">' in page
        assert f">{said}</a>" in page
        assert "Articles are visited again" in page
