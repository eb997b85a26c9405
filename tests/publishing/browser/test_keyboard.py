"""Every type of page by keyboard, at 400 % zoom, with large text and in forced colours, in Debian's Chromium."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.newsroom import factory
from tests.publishing import page_types

pytestmark = pytest.mark.browser

#: Numbers everything that Tab must reach, in the order of the document; of a group of radio buttons the chosen one, or
#: the first where none is chosen.
NUMBER = """() => {
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.disabled)
    .filter(each => {
      if (each.type !== 'radio') return true;
      const group = [...document.querySelectorAll(`input[type=radio][name="${each.name}"]`)];
      return each === (group.find(one => one.checked) || group[0]);
    });
  all.forEach((each, place) => each.setAttribute('data-place', place));
  return all.length;
}"""
#: The place of what has the focus, null outside the page; "" where its focus cannot be seen.
FOCUSED = """() => {
  const each = document.activeElement;
  if (!each || each === document.body) return null;
  const style = getComputedStyle(each), box = each.getBoundingClientRect();
  // A date's button for the calendar is the browser's own, and shows its own focus.
  const seen = each.type === 'date' || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
  const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  return seen && inside ? Number(each.dataset.place) : `hidden focus: ${each.outerHTML.slice(0, 120)}`;
}"""
#: Targets that are too small (WCAG 2.2, 2.5.8): under 24 by 24 pixels, no words in a sentence, and so near to another
#: target that a circle of 24 pixels about their middle touches it or its circle.
CROWDED = """() => {
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.closest('.skip'));
  const boxes = all.map(each => {
    const label = each.closest('label');
    return (label || each).getBoundingClientRect();
  });
  const small = box => box.width < 23.99 || box.height < 23.99;
  const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
  const inline = each => getComputedStyle(each).display === 'inline'
    && each.parentElement.textContent.trim() !== each.textContent.trim();
  return all.filter((each, place) => {
    if (!small(boxes[place]) || inline(each)) return false;
    const [x, y] = middle(boxes[place]);
    return boxes.some((other, at) => {
      if (at === place || all[at].contains(each) || each.contains(all[at])) return false;
      const away = Math.hypot(x - Math.max(other.left, Math.min(x, other.right)),
        y - Math.max(other.top, Math.min(y, other.bottom)));
      const [a, b] = middle(other);
      return away < 12 || (small(other) && Math.hypot(x - a, y - b) < 24);
    });
  }).map(each => `${each.outerHTML.slice(0, 100)} ${JSON.stringify(each.getBoundingClientRect())}`);
}"""
#: A publication and its form for paper.
LAST = ("publication", "print")
OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def published(house: str) -> str:
    """The address of a site with forty publications and readers' choices worth showing."""
    factory.make(40)
    return house


def addresses(page: Any, site: str) -> list[str]:
    """One of each type of page; a publication and its form for paper come last."""
    page.goto(f"{site}/sports-and-competition")
    story = page.locator("article.brief h3 a").first.get_attribute("href").removeprefix(site)
    every = page_types.addresses(story)
    return [site + every.pop(name) for name in [*(name for name in list(every) if name not in LAST), *LAST]]


@pytest.mark.slow
@pytest.mark.parametrize("colours", ["none", "active"])
def test_tab_reaches_everything_in_order_and_can_be_seen(published: str, browser: Any, colours: str) -> None:
    def visit(page: Any) -> None:
        every = addresses(page, published)
        for address in every if colours == "none" else every[-2:]:
            page.goto(address)
            page.wait_for_load_state("networkidle")
            count = page.evaluate(NUMBER)
            assert count > 0, address
            walked: list[Any] = []
            for _ in range(count * 3):  # a field for a date has several stops
                page.keyboard.press("Tab")
                at = page.evaluate(FOCUSED)
                if at is None or (at == 0 and len(walked) == count):
                    break  # to the browser's own controls, or past them to the first again
                if not walked or walked[-1] != at:
                    walked.append(at)
            assert walked == list(range(count)), address
            page.locator(f"[data-place='{count - 1}']").focus()
            page.keyboard.press("Shift+Tab")
            assert page.evaluate(FOCUSED) == max(count - 2, 0), "and back"

    browser(visit, ignore=("404", "400"), forced_colors=colours)


def test_the_skip_link_comes_first_and_leads_past_the_navigation(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        for address in addresses(page, published)[:-1]:  # paper has nothing to skip
            page.goto(address)
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.getAttribute('href')") == "#main", address
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate(
                "document.activeElement.closest('main') !== null || !document.querySelector('main a, main button')"
            ), address

    browser(visit, ignore=("404", "400"))


def test_disclosures_open_and_close_by_enter_and_space(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        opened = 0
        for address in addresses(page, published):
            page.goto(address)
            for summary in page.locator("summary:visible").all():
                summary.focus()
                for key, state in (("Enter", True), ("Space", False)):
                    page.keyboard.press(key)
                    assert summary.evaluate("each => each.parentElement.open") is state, address
                opened += 1
        assert opened

    browser(visit, ignore=("404", "400"))


def test_the_lock_comes_first_in_the_slider(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        page.goto(addresses(page, published)[-2])
        controls = page.locator(".slider").locator("a:visible, button:visible")
        assert controls.first.evaluate("each => each.className") == "lock"
        assert page.locator(".slider .lock").get_attribute("aria-pressed") is None

    browser(visit)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", ["usual", "largest"])
def test_nothing_is_cut_or_crowded(published: str, browser: Any, settings: Any, size: str, language: str) -> None:
    settings.LANGUAGE_CODE = language

    def visit(page: Any) -> None:
        every = addresses(page, published)
        page.evaluate("text => localStorage.setItem('standfirst', text)", json.dumps({"version": 1, "size": size}))
        for address in every:
            page.goto(address)
            for width in (320, 1280):  # 320 is 1280 at 400 % zoom
                page.set_viewport_size({"width": width, "height": 780})
                assert page.evaluate(OVER) <= 0, (address, width)
                assert page.evaluate(CROWDED) == [], (address, width)

    browser(visit, ignore=("404", "400"))


def test_the_measure_of_targets_finds_what_is_crowded(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        page.goto(f"{published}/status")
        page.evaluate("document.querySelector('footer ul').style = 'display: block; line-height: 1'")
        page.evaluate("document.querySelectorAll('footer a').forEach(each => each.style = 'padding: 0')")
        assert page.evaluate(CROWDED)

    browser(visit)
