"""A network in Arabic in Debian's Chromium: from right to left, nothing cut, texts of others in their own direction."""

from __future__ import annotations

from typing import Any

import pytest

from tests.newsroom import factory

pytestmark = pytest.mark.browser
#: Where an element's text begins: its left edge in English, its right one in Arabic.
EDGE = (
    "each => [each.getBoundingClientRect().left, each.getBoundingClientRect().right, getComputedStyle(each).direction]"
)


@pytest.fixture
def arabic(settings: Any, house: str) -> str:
    """The address of a site in Arabic with forty publications."""
    settings.LANGUAGE_CODE = "ar"
    factory.make(40)
    return house


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_pages_run_from_right_to_left_and_nothing_is_cut(arabic: str, browser: Any, width: int) -> None:
    def visit(page: Any) -> None:
        page.goto(arabic)
        story = page.locator("article h3 a").first.get_attribute("href")
        for path in ("/", "/sports-and-competition?source=channel-6", "/about/marks", "/about/method", story):
            page.goto(arabic + path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
            assert page.locator("html").get_attribute("dir") == "rtl"
            name, search = (page.locator(each).evaluate(EDGE) for each in (".mast .name", ".ear.end"))
            assert name[1] > search[1], "the masthead begins on the right"
        # The last page is a publication in English: its statement and headline run from left to right.
        assert page.locator("h1").evaluate(EDGE)[2] == "ltr"
        assert page.locator(".statement").first.evaluate(EDGE)[2] == "ltr"
        assert page.locator(".statement .pointer").first.evaluate(EDGE)[2] == "rtl"
        assert page.locator(".to-source").evaluate(EDGE)[2] == "rtl"

    browser(visit, viewport={"width": width, "height": 800})


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ar"])
def test_no_weekday_of_a_calendar_breaks(settings: Any, house: str, browser: Any, language: str) -> None:
    settings.LANGUAGE_CODE = language
    made = factory.make(3)

    def visit(page: Any) -> None:
        for path in (f"/{made[0].published:%Y}", f"/{made[0].published:%Y/%m}"):
            page.goto(house + path)
            for size in ("usual", "largest"):
                page.evaluate("size => { document.documentElement.dataset.size = size }", size)
                heads = page.locator(".calendar th span[aria-hidden]")
                boxes = heads.evaluate_all("all => all.map(each => [each.getClientRects().length, each.offsetWidth])")
                assert len(boxes) % 7 == 0
                assert {lines for lines, _ in boxes} == {1}, (path, size)
                assert min(width for _, width in boxes) > 0
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, size)

    browser(visit, viewport={"width": 360, "height": 800})
