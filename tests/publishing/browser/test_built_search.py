"""The search of a static build in Debian's Chromium: no server but one of files, and the server's own answers."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from standfirst.newsroom.finding import search
from standfirst.publishing.building.build import build
from standfirst.publishing.serving.headers import PUBLIC
from tests.newsroom import factory

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
#: Words as people write them, in many scripts; the browser must cut and fold them as the server does.
WORDS = (
    "Straße", "ŁÓDŹ", "Ærø", "œuvre", "naïve", "İstanbul", "ΣΊΣΥΦΟΣ", "Ёлка", "مُوسَى", "שָׁלוֹם", "हिन्दी",
    "東京都", "カタカナ", "ｶﾞﾗｽ", "한국어", "ภาษาไทย", "co-operate", "3–1", "don’t", "x²", "ﬁsh", "soft\u00adhyphen",
)  # fmt: skip


class Files(SimpleHTTPRequestHandler):
    """Files as any web server gives them, under the site's own security headers."""

    def end_headers(self) -> None:
        for name, value in PUBLIC.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Silent."""


@pytest.fixture
def built(db: None, tmp_path: Path, settings: Any) -> Iterator[str]:
    """The address of a built network, served as files."""
    out = tmp_path / "out"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=str(out))) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        settings.NETWORK = replace(settings.NETWORK, values={**settings.NETWORK.values, "base_url": address})
        factory.make(40)
        factory.make_publication(90, headline="Straße in Łódź gesperrt", slug="strasse")
        factory.make_publication(91, headline="東京都で花火大会", slug="hanabi")
        assert build(out, lambda *_: None).dead == ()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


def asked(text: str) -> str:
    """The words that the server looks for."""
    return " ".join(word for term in search.parse(text).wanted for word in term.words)


def test_words_find_what_the_server_finds(built: str, browser: Any) -> None:
    from django.test import Client

    queries = (
        "rovers", "kran -10", "STRASSE lodz", "花火", '"Idris Kaya" 8', "الميناء", "花", "headline:rovers 8",
        "source:hafenbote 2", 'source:"al marsa"', "Author:Ortega -lang:de -lang:ar -mark:commentary", "headline:花",
        "section:media -source:marsa 6", "-rovers -lang:de", '-"idris kaya" -kran', "nothingatall",
    )  # fmt: skip
    expected = {}
    for query in queries:
        page = Client().get("/search.json", {"q": query}).json()
        expected[query] = {item["url"] for item in page["items"]}
    assert [query for query in queries if not expected[query]] == ["nothingatall"]

    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.goto(f"{built}/")
        page.get_by_role("link", name="Search").click()
        for query in queries:
            page.get_by_role("searchbox").fill(query)
            page.get_by_role("button", name="Search").click()
            if not expected[query]:
                expect(page.get_by_role("status")).to_have_text(re.compile("^Nothing was found. Only whole words"))
                continue
            expect(page.get_by_role("status")).to_contain_text("Publications found:")
            expect(page.locator("article.brief").first).to_be_visible()
            found = {built + each.get_attribute("href") for each in page.locator("article.brief h3 a").all()}
            assert found == expected[query], query
            if query == "rovers":  # what listings say of a publication stands here, too
                expect(page.locator("article.brief", has_text="Commentary").first).to_be_visible()
                card = page.locator("article.brief .mark.plain").first
                expect(card).to_have_text("First sentence only")
        page.goto(f"{built}/search/?q=headline:lodz%20gesperrt")
        expect(page.locator("h3 mark")).to_have_text(["Łódź", "gesperrt"])
        page.goto(f"{built}/search/?q=花火")
        expect(page.locator("h3 mark")).to_have_text(["花火"])
        page.goto(f"{built}/search/?q=gesperrt")
        page.get_by_role("link", name="Straße in Łódź gesperrt").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Straße in Łódź gesperrt")

    browser(visit)


def test_the_browser_cuts_words_as_the_server_does(built: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        page.goto(f"{built}/search/")
        for text in WORDS:
            assert page.evaluate("text => words(text).join(' ').trim()", text) == asked(text), text

    browser(visit)


def test_without_javascript_the_page_says_where_else_to_look(built: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.goto(f"{built}/search/")
        expect(page.get_by_text("Search here needs JavaScript.")).to_be_visible()
        page.get_by_role("main").get_by_role("link", name="Sources").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Sources")

    browser(visit, java_script_enabled=False)


def test_what_is_muted_is_folded_in_the_browsers_search_too(built: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.goto(f"{built}/reader/")
        page.get_by_label("A word or a name").fill("strasse")
        page.get_by_role("button", name="Mute", exact=True).first.click()
        page.goto(f"{built}/search/?q=gesperrt")
        expect(page.get_by_text("Muted publications: 1")).to_be_visible()
        expect(page.get_by_role("link", name="Straße in Łódź gesperrt")).to_be_hidden()
        page.get_by_role("button", name="Show", exact=True).click()
        expect(page.get_by_role("link", name="Straße in Łódź gesperrt")).to_be_visible()

    browser(visit)
