"""What the first view of a page costs in Debian's Chromium: bytes by kind, third parties, fonts, layout shift."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.newsroom import factory

pytestmark = pytest.mark.browser

#: Bytes of each kind, as they are sent (gzip), all files of the kind together.
BUDGETS = {"document": 30_000, "stylesheet": 12_000, "script": 8_000, "font": 0}
#: Every shift that no click or key of the reader's came before, as PerformanceObserver reports it.
WATCH = """
window.shifts = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(
    [entry.value, entry.sources.map(({node}) => (node && (node.outerHTML || node.data) || '').slice(0, 100))]);
}).observe({type: 'layout-shift', buffered: true});
"""
STATES: dict[str, dict[str, Any]] = {
    "first visit": {},
    "everything chosen": {
        "theme": "dark", "size": "large", "marks": True, "unread": True, "keys": True,
        "follow": {"word": [["Kaya", "Kaya"]]},
        "mute": {"source": [["harwick-courier", "Harwick Courier"]], "word": [["Teil 6", "Teil 6"]]},
    },
}  # fmt: skip
#: Scripts that are let in after the first paint: all but the one that must stand before it.
LATE = re.compile(r"/(fold|reader|site|settings)\.js$")


@pytest.fixture
def published(house: str) -> str:
    """The address of a site with sixty publications, the story of one of them told by six."""
    made = factory.make(60)
    for number in range(6):
        factory.make_publication(100 + number, story=made[0].story, headline=f"The same match, told again, {number}")
    return house


def paths(page: Any, address: str) -> dict[str, str]:
    """A full listing, an edition, a publication with others on its story and a full slider, the settings."""
    page.goto(f"{address}/mark/summary")
    assert page.locator("article.brief").count() == 30
    page.goto(f"{address}/sports-and-competition")
    story = page.locator("article.brief h3 a").first.get_attribute("href").removeprefix(address)
    return {"listing": "/mark/summary", "edition": "/", "publication": story, "settings": "/reader"}


def test_bytes_of_the_first_view(published: str, browser: Any) -> None:
    costs: dict[str, dict[str, int]] = {}

    def visit(page: Any) -> None:
        answered: list[Any] = []
        for name, path in paths(page, published).items():
            fresh = page.context.new_page()
            fresh.on("response", lambda response: answered.append(response))  # noqa: PLW0108 (Playwright takes no built-in)
            fresh.goto(published + path, wait_until="networkidle")
            if name == "publication":
                assert fresh.locator(".slide").count() == 12
                assert fresh.locator(".accounts .brief").count() == 6
            for response in answered:
                kind = response.request.resource_type
                assert response.url.startswith(published), "a third party"
                bytes_of_kind = costs.setdefault(name, {})
                size = response.request.sizes()["responseBodySize"] or len(response.body())
                bytes_of_kind[kind] = bytes_of_kind.get(kind, 0) + size
            answered.clear()
            fresh.close()

    browser(visit)
    assert set(costs) == {"listing", "edition", "publication", "settings"}
    for name, kinds in costs.items():
        assert {"document", "script", "stylesheet"} <= set(kinds), name
        for kind, most in BUDGETS.items():
            assert kinds.get(kind, 0) <= most, (name, kind, kinds)


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("state", STATES)
def test_nothing_moves_while_a_page_loads(published: str, browser: Any, state: str, width: int) -> None:
    def visit(page: Any) -> None:
        found = paths(page, published)
        chosen = {"version": 1, **STATES[state], "read": [found["publication"]] if STATES[state] else []}
        page.evaluate("text => localStorage.setItem('standfirst', text)", json.dumps(chosen))
        page.add_init_script(WATCH)
        held: list[Any] = []
        page.route(LATE, lambda route: held.append(route))  # noqa: PLW0108
        for name, path in found.items():
            page.goto(published + path, wait_until="commit")
            # The first paint waits for none of them.
            page.wait_for_function("() => performance.getEntriesByName('first-paint').length === 1")
            page.wait_for_timeout(200)
            for route in held:
                route.continue_()
            held.clear()
            page.wait_for_load_state("networkidle")
            for _ in range(3):
                page.mouse.wheel(0, 900)
                page.wait_for_timeout(60)
            assert page.evaluate("window.shifts") == [], (name, state, width)

    browser(visit, viewport={"width": width, "height": 800})


def test_the_watch_sees_what_moves(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        page.add_init_script(WATCH)
        page.goto(published, wait_until="networkidle")
        page.evaluate("document.querySelector('main').style.marginBlockStart = '200px'")
        page.wait_for_function("() => window.shifts.length > 0")

    browser(visit)
