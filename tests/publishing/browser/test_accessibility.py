"""axe-core finds nothing to complain of on any type of page: light, dark, forced colours, on a phone, right to left."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.newsroom import factory
from tests.publishing import page_types

pytestmark = pytest.mark.browser

#: WCAG 2.2 at levels A and AA, and what axe-core calls best practice.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.mark.parametrize("look", page_types.LOOKS)
def test_no_violation(house: str, settings: Any, browser: Any, look: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    if look == "arabic":
        settings.LANGUAGE_CODE = "ar"
    newsletter = {"smtp_host": "127.0.0.1", "letter_from": "letter@digest.example"}  # so that one can sign up
    settings.NETWORK = replace(settings.NETWORK, values={**settings.NETWORK.values, **newsletter})
    factory.make(40)
    found: dict[str, list[str]] = {}

    def visit(page: Any) -> None:
        page.goto(house)
        story = page.locator("article h3 a").first.get_attribute("href").removeprefix(house)
        axe = Axe()
        for path in page_types.addresses(story).values():
            page.goto(house + path)
            results = axe.run(page, options={"runOnly": list(TAGS), "resultTypes": ["violations"]})
            for each in results.response["violations"]:
                nodes = [node["html"][:120] for node in each["nodes"][:3]]
                found.setdefault(each["id"], []).append(f"{path}: {each['help']} {nodes}")

    browser(visit, ignore=("404", "400"), **page_types.LOOKS[look])
    assert not found, "\n".join(f"{name}: {said}" for name, places in found.items() for said in places[:3])
