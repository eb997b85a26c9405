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
