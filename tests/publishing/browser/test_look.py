"""An operator's look in Debian's Chromium: nothing for axe-core to complain of, no word unread, nothing that moves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.newsroom import factory
from tests.publishing.browser.test_accessibility import TAGS
from tests.publishing.looks.test_look import DRAWING, TOML

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PAGES = (
    "/",
    "/search?q=rovers+%22quay+ground%22",
    "/search?q=-rovers+headline:kran",
    "/search?q=nothingatall",
    "/about/marks",
)
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"color_scheme": "dark", "viewport": {"width": 360, "height": 780}},
    "forced": {"forced_colors": "active"},
}  # fmt: skip


@pytest.fixture
def dressed(house: str, settings: Any, tmp_path: Path) -> str:
    (tmp_path / "standfirst.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "look").mkdir()
    for name in ("harbour.svg", "harbour-dark.svg", "icon.svg"):
        (tmp_path / "look" / name).write_bytes(DRAWING)
    settings.NETWORK = replace(settings.NETWORK, folder=tmp_path)
    factory.make(30)
    return house


@pytest.mark.parametrize("look", LOOKS)
def test_no_violation_with_colours_of_ones_own(dressed: str, browser: Any, look: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found: list[str] = []

    def visit(page: Any) -> None:
        for path in PAGES:
            page.goto(dressed + path)
            hints = page.locator("details.hints summary")
            if hints.count():
                hints.focus()
                page.keyboard.press("Enter")
                assert page.locator("details.hints dd").first.is_visible()
            results = Axe().run(page, options={"runOnly": list(TAGS), "resultTypes": ["violations"]})
            for each in results.response["violations"]:
                found.append(f"{path}: {each['help']} {[node['html'][:120] for node in each['nodes'][:3]]}")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if look != "forced":
            wanted = "rgb(122, 31, 61)" if look == "light" else "rgb(240, 166, 191)"
            colour = page.locator("footer a").first.evaluate("node => getComputedStyle(node).color")
            assert colour == wanted
            assert ("dark" in shown(page)) == (look != "light")

    browser(visit, **LOOKS[look])
    assert not found, "\n".join(found)


def test_readers_who_choose_a_theme_see_the_operators_colours_of_it(dressed: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        page.goto(f"{dressed}/about/marks")
        for theme, wanted in (("dark", "rgb(240, 166, 191)"), ("light", "rgb(122, 31, 61)")):
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            assert page.locator("footer a").first.evaluate("node => getComputedStyle(node).color") == wanted

    browser(visit, color_scheme="light")
    browser(visit, color_scheme="dark")


@pytest.mark.parametrize("device", ["light", "dark"])
def test_the_logo_follows_the_theme_that_a_reader_chose(dressed: str, browser: Any, device: str) -> None:
    def visit(page: Any) -> None:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{dressed}/reader", wait_until="networkidle")
        assert ("dark" in shown(page)) == (device == "dark")
        assert sum("harbour" in each for each in asked) == 1, "the other logo is not loaded"
        for label, dark in (("Dark", True), ("Light", False), ("Same as my device", device == "dark")):
            page.get_by_label(label, exact=True).check()
            assert ("dark" in shown(page)) == dark, label
            page.goto(f"{dressed}/about/marks", wait_until="networkidle")
            assert ("dark" in shown(page)) == dark, label
            assert page.locator(".mast .name a").evaluate("node => node.offsetHeight") >= 50 - 1
            page.goto(f"{dressed}/reader")
        page.get_by_label("Dark", exact=True).check()
        page.emulate_media(media="print")
        assert "dark" not in shown(page), "paper is white"

    browser(visit, color_scheme=device)


@pytest.mark.parametrize("device", ["light", "dark"])
def test_without_javascript_the_logo_follows_the_device(dressed: str, browser: Any, device: str) -> None:
    def visit(page: Any) -> None:
        page.goto(f"{dressed}/about/marks")
        assert ("dark" in shown(page)) == (device == "dark")

    browser(visit, color_scheme=device, java_script_enabled=False)


def shown(page: Any) -> str:
    """The address of the one logo that can be seen."""
    seen = page.locator(".mast .name img:visible")
    assert seen.count() == 1
    return str(seen.get_attribute("src"))


def test_paper_is_black_on_white_all_the_same(dressed: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        page.goto(f"{dressed}/search?q=rovers")
        page.emulate_media(media="print", color_scheme="dark")
        style = "node => [getComputedStyle(node).color, getComputedStyle(node).backgroundColor]"
        assert page.locator("html").evaluate(style) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]

    browser(visit)
