"""A reader's way through the site in Debian's Chromium, with JavaScript and without."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.newsroom import factory

pytestmark = pytest.mark.browser

SECTION = "Sports and Competition"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture
def published(house: str) -> str:
    """The address of a site with forty publications."""
    factory.make(40)
    return house


def test_from_the_front_page_to_paper(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.goto(published)
        expect(page.get_by_text("You are up to date.")).to_be_visible()
        page.get_by_role("navigation", name="Sections").get_by_role("link", name=SECTION).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(SECTION)

        rows = page.locator("article.brief")
        before = rows.count()
        filters = page.get_by_role("complementary")
        filters.get_by_role("link", name="Channel 6 Harwick").click()
        chip = page.get_by_role("link", name="Remove filter Source: Channel 6 Harwick")
        expect(chip).to_be_visible()
        assert page.url.endswith("?source=channel-6")
        assert 0 < rows.count() < before
        assert set(page.locator("article.brief .source").all_text_contents()) == {"Channel 6 Harwick"}

        filters.get_by_role("link", name="Commentary").click()
        expect(page.get_by_role("link", name="Remove filter")).to_have_count(2)
        chip.click()
        assert page.url.endswith("?mark=commentary")
        page.get_by_role("link", name="Remove filter Mark: Commentary").click()
        expect(rows).to_have_count(before)

        rows.first.locator("h3 a").click()
        expect(page.get_by_role("link", name=re.compile("Read the full article at"))).to_be_visible()
        permalink = page.locator("#permalink").inner_text()
        assert permalink == page.url
        page.get_by_role("button", name="Copy link").click()
        expect(page.get_by_role("status")).to_have_text("Link copied.")
        assert page.evaluate("navigator.clipboard.readText()") == permalink

        page.get_by_role("link", name="Print").click()
        assert page.url == permalink.removesuffix(".html") + ".print.html"
        expect(page.get_by_role("button", name="Print this page")).to_be_visible()
        assert page.get_by_role("navigation").count() == 0
        expect(page.get_by_role("link", name=permalink)).to_be_visible()

    browser(visit, **CLIPBOARD)


def open_publication(page: Any, address: str) -> None:
    page.goto(f"{address}/sports-and-competition")
    page.locator("article.brief h3 a").first.click()


def test_the_slides_are_locked_until_asked_and_again_by_focus(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.clock.install()
        open_publication(page, published)
        strip, lock = page.locator(".strip"), page.locator(".slider button").first
        stands = "document.querySelector('.strip').scrollLeft"
        expect(lock).to_have_text("Let the slides move")
        assert lock.get_attribute("aria-pressed") is None
        expect(strip).to_have_attribute("aria-live", "polite")
        page.clock.run_for(30_000)
        assert page.evaluate(stands) == 0

        lock.focus()
        page.keyboard.press("Enter")
        expect(lock).to_have_text("Lock the slides")
        expect(strip).to_have_attribute("aria-live", "off")
        page.clock.run_for(7_000)
        page.wait_for_function(f"{stands} > 0")

        page.keyboard.press("Space")
        expect(lock).to_have_text("Let the slides move")
        expect(strip).to_have_attribute("aria-live", "polite")

        page.keyboard.press("Enter")
        expect(lock).to_have_text("Lock the slides")
        for _ in range(3):  # past the two other buttons, to the first slide
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.slide') !== null")
        expect(lock).to_have_text("Let the slides move")
        page.keyboard.press("Shift+Tab")
        page.clock.run_for(30_000)
        expect(lock).to_have_text("Let the slides move")

    browser(visit, reduced_motion="reduce")


def test_a_pointer_on_the_slides_locks_them(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        open_publication(page, published)
        lock = page.locator(".slider button").first
        lock.click()
        expect(lock).to_have_text("Lock the slides")
        page.locator(".slide").first.hover()
        expect(lock).to_have_text("Let the slides move")

    browser(visit)


def test_reading_on_without_javascript(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.goto(published)
        page.get_by_role("link", name="Search", exact=True).click()
        page.get_by_label("Words to find").fill("hafenmeisterin")
        page.get_by_role("button", name="Search").click()
        expect(page.get_by_role("link", name="Remove filter Words: hafenmeisterin")).to_be_visible()
        assert set(page.locator("article.brief .source").all_text_contents()) == {"Der Hafenbote"}
        page.get_by_label("To", exact=True).fill("2020-01-01")
        page.get_by_role("button", name="Filter").click()
        expect(page.get_by_text("Nothing here matches all of these filters.")).to_be_visible()
        page.get_by_role("link", name=re.compile("^Remove the filter “To:")).click()
        page.locator("article.brief h3 a").first.click()
        expect(page.locator("#permalink")).to_be_visible()
        assert page.locator("button:visible").count() == 0
        expect(page.locator(".slide").first).to_be_visible()
        page.get_by_role("link", name="Print").click()
        assert page.locator("button:visible").count() == 0

    browser(visit, java_script_enabled=False)


def test_nothing_is_cut_and_every_target_can_be_hit(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        open_publication(page, published)
        listing = f"{published}/sports-and-competition?source=channel-6&mark=commentary"
        for address in (page.url, published, listing, f"{published}/search?q=zzz", f"{published}/feeds"):
            page.goto(address)
            for width in (320, 360, 768, 1024, 1280):  # 320 is 1280 at 400 % zoom
                page.set_viewport_size({"width": width, "height": 780})
                over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                assert over <= 0, (address, width)
                assert page.evaluate(SMALL) == [], (address, width)

    browser(visit)


#: Controls under 24 by 24 pixels that are no words in a sentence (WCAG 2.2, 2.5.8).
SMALL = """() => [...document.querySelectorAll(
  'nav a, button, input:not([type=hidden]), summary, .chip, .clear, .formats a, .tools li a, .filters li a, .go,'
  + '.ear a, .earlier a')].filter(each => each.checkVisibility())
  .map(each => [each.textContent.trim() || each.name, each.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24).map(([text, box]) => `${text} ${box.width}x${box.height}`)"""


def test_all_through_the_sources_button_fits_a_phones_first_screen(house: str, browser: Any) -> None:
    made = factory.make_publication(
        marks=("summary", "commentary"), headline="Harwick council votes to close Pier 3 in March"
    )

    def visit(page: Any) -> None:
        page.goto(house + made.path)
        box = page.locator(".go").bounding_box()
        assert box["y"] + box["height"] <= 780

    browser(visit, viewport={"width": 360, "height": 780})
