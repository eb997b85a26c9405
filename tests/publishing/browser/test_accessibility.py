"""axe-core finds nothing to complain of on any type of page: light, dark, forced colours, on a phone, right to left."""

from __future__ import annotations

from typing import Any

import pytest

from tests.newsroom import factory

pytestmark = pytest.mark.browser

MISSING = "/no-such-page"
#: One of each type of page; ``{publication}`` is a publication's path.
PAGES = (
    "/",
    "/sports-and-competition",
    "/sports-and-competition?source=channel-6&mark=commentary",
    "/search?q=Harwick",
    "/search?q=nothingfound",
    "/source/channel-6",
    "/2026/11/22",
    "/about/method",
    "/about/marks",
    "/corrections",
    "/rights",
    "/sources",
    "/feeds",
    "/status",
    MISSING,
    "{publication}",
    "{print}",
)
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "phone": {"viewport": {"width": 390, "height": 800}, "has_touch": True},
    "arabic": {"viewport": {"width": 390, "height": 800}},
}
#: WCAG 2.2 at levels A and AA, and what axe-core calls best practice.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.mark.parametrize("look", LOOKS)
def test_no_violation(house: str, settings: Any, browser: Any, look: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    if look == "arabic":
        settings.LANGUAGE_CODE = "ar"
    factory.make(40)
    found: dict[str, list[str]] = {}

    def visit(page: Any) -> None:
        page.goto(house)
        story = page.locator("article h3 a").first.get_attribute("href").removeprefix(house)
        names = {"publication": story, "print": story.removesuffix(".html") + ".print.html"}
        axe = Axe()
        for path in PAGES:
            page.goto(house + path.format(**names))
            results = axe.run(page, options={"runOnly": list(TAGS), "resultTypes": ["violations"]})
            for each in results.response["violations"]:
                nodes = [node["html"][:120] for node in each["nodes"][:3]]
                found.setdefault(each["id"], []).append(f"{path}: {each['help']} {nodes}")

    browser(visit, ignore=("404",), **LOOKS[look])
    assert not found, "\n".join(f"{name}: {said}" for name, places in found.items() for said in places[:3])
