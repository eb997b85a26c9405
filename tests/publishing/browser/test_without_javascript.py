"""Every type of page with JavaScript off, in Debian's Chromium: it reads, filters, searches, pages and prints."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.newsroom import factory
from tests.publishing import page_types

pytestmark = pytest.mark.browser

OFF = {"java_script_enabled": False}
SPORT = "sports-and-competition"
#: What can be seen and does nothing: links that lead nowhere, buttons outside forms that a server answers, controls
#: that wait for a script, room that is kept for them.
DEAD = (
    "a:not([href]):visible", "a[href='']:visible", "a[href='#']:visible", "button:not(form[method] button):visible",
    "form:not([action]):visible", "dialog:visible", ".kept:visible", "[hidden]:visible", "[aria-controls]:visible",
)  # fmt: skip


@pytest.fixture
def published(house: str) -> str:
    """The address of a site with 140 publications: a section has a second page."""
    factory.make(140)
    return house


def first(page: Any, address: str) -> str:
    """The path of a section's latest publication."""
    page.goto(f"{address}/{SPORT}")
    return str(page.locator("article.brief h3 a").first.get_attribute("href")).removeprefix(address)


def test_nothing_dead_is_visible_on_any_page(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        for path in page_types.addresses(first(page, published)).values():
            page.goto(published + path)
            for selector in DEAD:
                assert page.locator(selector).count() == 0, (path, selector)
            assert page.locator("h1:visible").count() == 1, path

    browser(visit, ignore=("404", "400"), **OFF)


def test_the_settings_say_why_they_are_not_there(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        page.goto(f"{published}/reader")
        assert page.get_by_text("These settings need JavaScript.").is_visible()
        assert page.locator("main").locator("input:visible, button:visible").count() == 0

    browser(visit, **OFF)


def test_reading_filtering_paging_and_printing(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.goto(published)
        expect(page.get_by_text("You are up to date.")).to_be_visible()
        page.get_by_role("navigation", name="Sections").get_by_role("link", name="Sports and Competition").click()
        rows = page.locator("article.brief h3 a")
        latest = rows.all_text_contents()
        page.get_by_role("link", name="Earlier", exact=True).click()
        assert set(rows.all_text_contents()).isdisjoint(latest)
        page.get_by_role("link", name="Back to the latest").click()
        assert rows.all_text_contents() == latest

        page.get_by_role("complementary").get_by_role("link", name="Der Hafenbote").click()
        assert set(page.locator("article.brief .source").all_text_contents()) == {"Der Hafenbote"}
        page.get_by_role("link", name="Remove filter Source: Der Hafenbote").click()
        assert rows.all_text_contents() == latest
        page.get_by_label("From", exact=True).fill("2026-11-22")
        page.get_by_role("button", name="Filter").click()
        assert page.locator("h2 time").all_text_contents() == ["Sunday, November 22, 2026"]

        rows.first.click()
        for name in ("Print", "Text", "JSON", "XML"):
            assert page.get_by_role("main").get_by_role("link", name=name, exact=True).is_visible()
        expect(page.get_by_role("link", name=re.compile("Read the full article at"))).to_be_visible()
        if page.locator(".slide").count():
            strip = page.locator(".strip")
            assert strip.evaluate("each => getComputedStyle(each).overflowX") == "auto"
            page.locator(".slide a").last.focus()
            assert strip.evaluate("each => each.scrollLeft") > 0, "it scrolls to what has the focus"
        page.get_by_role("link", name="Print", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.get_by_role("navigation").count() == 0

    browser(visit, **OFF, viewport={"width": 800, "height": 700})


def test_searching(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.goto(published)
        page.get_by_role("link", name="Search", exact=True).click()
        page.get_by_label("Words to find").fill("hafenmeisterin")
        page.get_by_role("button", name="Search").click()
        assert page.locator("article.brief").count() > 0
        page.get_by_label("Words to find").fill("nothingatall")
        page.get_by_role("button", name="Search").click()
        expect(page.get_by_text("Nothing was found for")).to_be_visible()

    browser(visit, **OFF)


def test_the_dark_scheme_needs_no_script(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        page.goto(published)
        ground = page.locator("html").evaluate("each => getComputedStyle(each).backgroundColor")
        assert ground == "rgb(22, 22, 19)"

    browser(visit, **OFF, color_scheme="dark")
