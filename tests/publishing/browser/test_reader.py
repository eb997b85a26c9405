"""Readers without accounts, in Debian's Chromium: what they choose stays in the browser and is easy to take back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.newsroom import factory

pytestmark = pytest.mark.browser

KEY = "standfirst"
SPORT = "sports-and-competition"
STORED = f"JSON.parse(localStorage.getItem('{KEY}'))"
#: Headlines of the rows that can be seen.
SEEN = """() => [...document.querySelectorAll('main .brief, main .lead')].filter(row => row.checkVisibility())
  .map(row => row.querySelector('h2 a, h3 a').textContent)"""


@pytest.fixture
def published(house: str) -> str:
    """The address of a site with forty publications."""
    factory.make(40)
    return house


def choose(page: Any, address: str, **state: Any) -> None:
    """Let the browser hold this state, as an earlier visit would have left it."""
    page.goto(f"{address}/status")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps({"version": 1, **state})])


def test_nothing_is_kept_until_something_is_chosen(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        for path in ("/", f"/{SPORT}", "/reader"):
            page.goto(published + path)
        page.goto(f"{published}/{SPORT}")
        page.locator("article.brief h3 a").first.click()
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0

    browser(visit)


def test_a_muted_source_is_folded_to_a_line_that_opens(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.goto(published)
        before = page.evaluate(SEEN)
        sources = page.locator("main .source").all_text_contents()
        page.goto(f"{published}/source/channel-6")
        rows = page.locator("article.brief:visible").count()
        group = page.get_by_role("group", name="Channel 6 Harwick")
        group.get_by_role("button", name="Mute").click()
        expect(group.get_by_role("button", name="Unmute")).to_be_visible()
        assert page.locator("article.brief:visible").count() == rows, "its own page still shows it"

        page.goto(published)
        assert len(page.evaluate(SEEN)) == len(before) - sources.count("Channel 6 Harwick") > 0
        lines = page.locator(".folded")
        said = [int(text.split()[2]) for text in lines.all_text_contents()]
        assert sum(said) == sources.count("Channel 6 Harwick")
        assert lines.first.inner_text().startswith("Muted publications: ")
        expect(page.get_by_text("You are up to date.")).to_be_visible()
        for _ in range(lines.count()):
            show = page.locator(".folded button[aria-expanded=false]").first
            show.focus()
            page.keyboard.press("Enter")
        assert page.evaluate(SEEN) == before, "each stands where it stood"
        page.locator(".folded button").first.press("Space")
        assert len(page.evaluate(SEEN)) < len(before)

        page.goto(f"{published}/source/channel-6")
        page.get_by_role("button", name="Unmute").click()
        page.goto(published)
        assert page.evaluate(SEEN) == before

    browser(visit)


def test_a_muted_section_is_folded_in_every_listing_but_its_own(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        page.goto(f"{published}/mark/summary")
        every = page.locator("article.brief").count()
        inside = page.locator(f"article.brief[data-in={SPORT}]").count()
        choose(page, published, mute={"section": [[SPORT, "Sport"]]})
        page.goto(f"{published}/mark/summary")
        assert 0 < len(page.evaluate(SEEN)) == every - inside
        page.goto(f"{published}/{SPORT}")
        assert page.locator(".folded").count() == 0

    browser(visit)


def test_words_are_whole_and_know_no_case_or_accent(house: str, browser: Any) -> None:
    for number, headline in enumerate(
        ("Rovers win the cup", "Straße in Łódź gesperrt", "الميناء يعلن", "東京都で花火大会", "Pier 3, closed again")
    ):
        factory.make_publication(number, headline=headline, slug=f"row-{number}", text=headline)
    cases = {
        "ROVERS": [0],
        "rover": [],
        "win the": [0],
        "the win": [],
        "strasse": [1],
        "lodz": [1],
        "المِيناء": [2],
        "花火": [3],
        "pier 3": [4],
        "pier 3 closed": [4],
        "Pier 30": [],
        "cup idris": [],  # no phrase reaches from the headline into the statement
        "kaya": [0, 1, 2, 3, 4],  # the first statements
        "channel": [0, 1, 2, 3, 4],  # the source
        "...": [],
    }

    def visit(page: Any) -> None:
        for word, rows in cases.items():
            choose(page, house, mute={"word": [[word, word]]})
            page.goto(f"{house}/{SPORT}")
            hidden = page.evaluate("[...document.querySelectorAll('article.brief')].map(row => row.hidden)")
            assert [number for number, each in enumerate(hidden) if each] == rows, word

    browser(visit)


def test_what_is_followed_is_named_first_and_the_edition_stays_whole(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.goto(published)
        before = page.evaluate(SEEN)
        assert page.locator(".followed").count() == 0
        page.locator(".brief h3 a").first.click()
        page.locator(".tools .own").first.get_by_role("button", name="Follow").click()
        expect(page.get_by_role("button", name="Unfollow")).to_have_count(1)
        page.goto(published)
        followed = page.get_by_role("region", name="What you follow")
        expect(followed).to_be_visible()
        assert 0 < followed.get_by_role("link").count() <= 6
        assert set(followed.get_by_role("link").all_text_contents()) <= set(before)
        assert page.evaluate(SEEN) == before
        # Muting goes over following.
        word = followed.get_by_role("link").first.inner_text().split()[0]
        state = page.evaluate(STORED)
        choose(page, published, follow=state["follow"], mute={"word": [[word, word]]})
        page.goto(published)
        assert word not in " ".join(page.locator(".followed a").all_text_contents())

    browser(visit)


def test_what_was_read_bears_a_tick_and_folds_when_asked(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        address = f"{published}/{SPORT}"
        page.goto(address)
        first = page.locator("article.brief").first
        page.get_by_role("button", name="Mark as I read").click()
        unread = page.get_by_role("button", name="Unread only")
        expect(unread).to_have_attribute("aria-pressed", "false")
        first.locator("h3 a").click()
        path = page.evaluate("location.pathname")
        page.wait_for_function(f"() => {STORED}.read.length === 1")
        assert page.evaluate(STORED)["read"] == [path]
        page.go_back()
        expect(first).to_have_class("brief seen")
        assert "✓" in first.evaluate("row => getComputedStyle(row, '::after').content")
        assert first.get_by_role("link").first.inner_text().endswith("(read)")
        assert page.locator("article.brief.seen").count() == 1

        rows = page.locator("article.brief").count()
        page.get_by_role("button", name="Unread only").click()
        expect(page.get_by_text("Publications already read: 1")).to_be_visible()
        assert page.locator("article.brief:visible").count() == rows - 1
        page.reload()
        assert page.locator("article.brief:visible").count() == rows - 1
        expect(unread).to_have_attribute("aria-pressed", "true")

    browser(visit)


def test_tabs_agree(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        choose(page, published, marks=True)
        page.goto(f"{published}/{SPORT}")
        other = page.context.new_page()
        other.goto(f"{published}/{SPORT}")
        other.locator("article.brief h3 a").first.click()
        expect(page.locator("article.brief").first).to_have_class("brief seen")
        other.goto(f"{published}/reader")
        other.get_by_label("Dark", exact=True).check()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        other.get_by_role("button", name="Delete everything").click()
        expect(page.locator("html")).to_have_attribute("data-theme", "system")
        expect(page.locator("article.brief").first).to_have_class("brief")

    browser(visit)


@pytest.mark.parametrize("system", ["light", "dark"])
def test_theme_and_size_stand_before_the_first_paint(published: str, browser: Any, system: str) -> None:
    colours = {"light": "rgb(253, 252, 248)", "dark": "rgb(22, 22, 19)"}
    ground = "getComputedStyle(document.documentElement).backgroundColor"

    def visit(page: Any) -> None:
        page.goto(published)
        assert page.evaluate(ground) == colours[system]
        for theme in ("light", "dark"):
            choose(page, published, theme=theme, size="large", contrast=True)
            page.route("**/reader.js", lambda route: route.abort())  # what comes later has no part in it
            page.goto(published)
            assert page.evaluate(ground) == colours[theme]
            assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == theme
            assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "18.4px"
            ink, dim = (page.locator(each).first.evaluate("each => getComputedStyle(each).color") for each in
                        ("h1", "main .meta"))  # fmt: skip
            assert ink == dim
            page.unroute("**/reader.js")
        scripts = page.evaluate(
            "[...document.head.children].filter(each => each.matches('script[src], link[rel=stylesheet]'))"
            ".map(each => [(each.src || each.href).split('/').pop(), Boolean(each.defer)])"
        )
        assert scripts[:2] == [["store.js", False], ["site.css", False]]
        assert all(deferred for _, deferred in scripts[2:])

    browser(visit, ignore=("ERR_FAILED",), color_scheme=system)


HOSTILE = {
    "no JSON": "{",
    "null": "null",
    "a number": "7",
    "a list": "[[1]]",
    "other types": json.dumps({"theme": 4, "size": [], "mute": 5, "follow": {"word": "x"}, "read": {"a": 1}}),
    "rules of other shapes": json.dumps({"mute": {"word": [None, 1, "x", [], [3], [["x"]], {"a": 1}, ["", "y"]]}}),
    "unknown choices": json.dumps({"theme": "__proto__", "size": "constructor", "contrast": "yes", "keys": 1}),
    "no paths": json.dumps({"marks": True, "read": ["https://elsewhere.example/", 4, None, "x" * 500]}),
}


def test_anything_may_be_stored(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        empty = page.goto(published) and page.evaluate("reader.clean(null)")
        for name, text in HOSTILE.items():
            page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
            for path in ("/", "/reader"):
                page.goto(published + path)
                expect(page.get_by_role("heading", level=1)).to_be_visible()
            state = page.evaluate("reader.state")
            assert state | {"marks": False} == empty, name
        many = [[f"word {n}", "n"] for n in range(5000)]
        paths = [f"/content/{n}.html" for n in range(9000)]
        bounded = page.evaluate("value => reader.clean(value)", {"mute": {"word": many}, "marks": True, "read": paths})
        assert bounded["mute"]["word"][-1] == many[-1]
        assert len(bounded["mute"]["word"]) == 200
        assert bounded["read"] == paths[-2000:]
        assert page.evaluate("value => JSON.stringify(reader.clean(reader.clean(value)))", bounded) == page.evaluate(
            "value => JSON.stringify(reader.clean(value))", bounded
        )

    browser(visit)


def test_without_storage_choices_hold_for_the_page(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
        )
        page.goto(f"{published}/reader")
        page.get_by_label("Dark", exact=True).check()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        page.get_by_label("A word or a name").fill("Rovers")
        page.get_by_role("button", name="Mute", exact=True).first.click()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        expect(page.get_by_role("group", name="Rovers")).to_be_visible()

    browser(visit)


def test_saved_deleted_and_loaded_again(published: str, browser: Any, tmp_path: Path) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.goto(f"{published}/reader")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.get_by_label("Largest").check()
        page.get_by_label("Put a tick beside publications").check()
        page.get_by_label("A word or a name").fill("Pier 3")
        page.get_by_role("button", name="Follow", exact=True).first.click()
        expect(page.get_by_role("group", name="Pier 3").get_by_role("button", name="Unfollow")).to_be_visible()
        kept = page.evaluate(STORED)
        assert kept["follow"]["word"] == [["Pier 3", "Pier 3"]]
        with page.expect_download() as download:
            page.get_by_role("button", name="Save as a file").click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert json.loads(saved.read_text(encoding="utf-8")) == kept

        status = page.get_by_role("status")
        page.get_by_role("button", name="Delete everything").click()
        expect(status).to_have_text("Everything was deleted.")
        assert page.evaluate("localStorage.length") == 0
        expect(page.get_by_label("Normal")).to_be_checked()
        page.get_by_role("button", name="Undo").click()
        assert page.evaluate(STORED) == kept
        expect(page.get_by_role("button", name="Delete everything")).to_be_focused()
        page.get_by_role("button", name="Delete everything").click()

        (tmp_path / "other.json").write_text('{"a": 1}', encoding="utf-8")
        for name, says in (("other.json", "could not be loaded"), (saved.name, "was loaded")):
            with page.expect_file_chooser() as chooser:
                page.get_by_role("button", name="Load a file").click()
            chooser.value.set_files(tmp_path / name)
            expect(status).to_contain_text(says)
        assert page.evaluate(STORED) == kept
        expect(page.get_by_label("Largest")).to_be_checked()
        assert [url for url in asked if not url.startswith("blob:") and not url.endswith("icon.svg")] == []

    browser(visit, accept_downloads=True)


def test_shortcuts_are_silent_until_chosen(published: str, browser: Any) -> None:
    def visit(page: Any) -> None:
        from playwright.sync_api import expect

        page.goto(f"{published}/{SPORT}")
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(request.url))
        for key in ("j", "m", "?", "o"):
            page.keyboard.press(key)
        assert page.evaluate("document.activeElement === document.body")
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert not [url for url in loaded if url.endswith(".js")]

        choose(page, published, keys=True)
        page.goto(f"{published}/{SPORT}")
        focus = "document.activeElement.closest('article.brief') && document.activeElement.href"
        page.wait_for_function("() => document.querySelector('script[src$=\"keys.js\"]')")
        page.wait_for_load_state("networkidle")
        links = page.eval_on_selector_all("article.brief h3 a", "all => all.map(each => each.href)")
        for key, place in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
            page.keyboard.press(key)
            assert page.evaluate(focus) == links[place]
        page.keyboard.press("Control+k")
        assert page.evaluate(focus) == links[1]
        page.keyboard.press("m")
        expect(page.locator("article.brief").nth(1)).to_have_class("brief seen")
        page.keyboard.press("m")
        expect(page.locator("article.brief").nth(1)).to_have_class("brief")
        page.keyboard.press("?")
        dialog = page.get_by_role("dialog", name="Shortcuts")
        expect(dialog).to_be_visible()
        page.keyboard.press("j")
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        assert page.evaluate(focus) == links[1], "focus is where it was"
        page.get_by_label("Words").focus()
        page.keyboard.type("jo?")
        expect(page.get_by_label("Words")).to_have_value("jo?")
        page.locator("article.brief h3 a").nth(1).focus()
        page.keyboard.press("o")
        page.wait_for_url(links[1])
        page.wait_for_load_state("networkidle")
        page.keyboard.press("h")
        page.wait_for_url(f"{published}/")

    browser(visit)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_what_readers_chose(published: str, browser: Any, theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    from tests.publishing.browser.test_accessibility import TAGS

    def visit(page: Any) -> None:
        page.goto(f"{published}/{SPORT}")
        story = page.locator("article.brief h3 a").first.get_attribute("href").removeprefix(published)
        choose(
            page, published, theme=theme, contrast=theme == "light", size="largest", marks=True, keys=True,
            read=[story], mute={"source": [["harwick-courier", "Courier"]]}, follow={"word": [["Kran", "Kran"]]},
        )  # fmt: skip
        for path in ("/", f"/{SPORT}", story, "/reader"):
            page.goto(published + path, wait_until="networkidle")
            for dialog in (False, True):
                if dialog:
                    page.keyboard.press("?")
                    assert page.get_by_role("dialog").is_visible()
                results = Axe().run(page, options={"runOnly": list(TAGS), "resultTypes": ["violations"]})
                found = {
                    each["id"]: [node["html"] for node in each["nodes"]] for each in results.response["violations"]
                }
                assert found == {}, path

    browser(visit)
