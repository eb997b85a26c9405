"""The public's forms in Debian's Chromium, without JavaScript: sign up to sign off, a report with its errors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from standfirst.newsroom.models import InboxMessage, Reader
from standfirst.publishing.letters import tokens
from tests.newsroom import factory
from tests.publishing.browser.test_accessibility import TAGS

pytestmark = pytest.mark.browser


@pytest.fixture
def letters(house: str, settings: Any) -> str:
    """The address of a site whose network has a newsletter."""
    values = {**settings.NETWORK.values, "smtp_host": "127.0.0.1", "letter_from": "letter@digest.example"}
    settings.NETWORK = replace(settings.NETWORK, values=values)
    return house


def test_from_sign_up_to_sign_off_without_javascript(letters: str, browser: Any) -> None:
    def sign_up(page: Any) -> None:
        page.goto(f"{letters}/")
        page.click("footer >> text=Newsletter")
        page.get_by_label("Your email address").fill("mara@reader.example")
        page.get_by_label("Once a week").check()
        page.get_by_label("Oddities").check()
        page.click("text=Sign up")
        assert page.url == f"{letters}/subscribe/sent"

    browser(sign_up, java_script_enabled=False)
    reader = Reader.objects.get()
    assert (reader.state, reader.every, reader.sections) == ("pending", "weekly", ["oddities"])

    def confirm_and_go(page: Any) -> None:
        page.goto(f"{letters}/letter/confirm/{tokens.confirming(reader.pk)}")
        page.click("text=Yes, send it to me")
        assert page.url == f"{letters}/letter/confirmed"
        page.goto(f"{letters}/letter/change/{tokens.reader(reader.pk)}")
        assert page.get_by_label("Oddities").is_checked()
        page.get_by_label("Every day").check()
        page.click("text=Keep this choice")
        assert page.url == f"{letters}/letter/changed"

    browser(confirm_and_go, java_script_enabled=False)
    reader.refresh_from_db()
    assert (reader.state, reader.every) == ("active", "daily")

    def go(page: Any) -> None:
        page.goto(f"{letters}/letter/stop/{tokens.reader(reader.pk)}")
        page.get_by_role("button", name="Unsubscribe").click()
        assert page.url == f"{letters}/letter/stopped"

    browser(go, java_script_enabled=False)
    assert not Reader.objects.exists()


def test_a_report_with_an_error_is_mended_and_sent_without_javascript(house: str, browser: Any) -> None:
    publication = factory.make_publication(1)

    def visit(page: Any) -> None:
        page.goto(house + publication.path)
        page.click("text=Report a mistake")
        page.get_by_label("What is wrong").fill("A year")
        page.get_by_label("Your email address").fill("jo@reader")  # a browser takes that, and we do not
        page.click("text=Send the report")
        wrong = page.locator("#id_contact_error")
        assert wrong.is_visible()
        assert "id_contact_error" in page.get_by_label("Your email address").get_attribute("aria-describedby")
        assert page.get_by_label("What is wrong").input_value() == "A year"
        assert not page.locator("[name=website]").is_visible()
        page.get_by_label("Your email address").fill("jo@reader.example")
        page.click("text=Send the report")
        assert page.url == f"{house}/report/sent"

    browser(visit, ignore=("400",), java_script_enabled=False)
    message = InboxMessage.objects.get()
    assert (message.publication, message.contact) == (publication, "jo@reader.example")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_on_a_form_with_errors_and_on_a_readers_page(letters: str, browser: Any, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    reader = Reader.objects.create(address="a@b.example", state="active", asked=factory.NOON)
    found: list[str] = []

    def visit(page: Any) -> None:
        def check() -> None:
            results = Axe().run(page, options={"runOnly": list(TAGS), "resultTypes": ["violations"]})
            found.extend(
                f"{page.url}: {each['help']} {each['nodes'][0]['html']}" for each in results.response["violations"]
            )

        for path in ("/report", "/rights", "/subscribe"):
            page.goto(letters + path)
            page.evaluate("document.querySelector('main form').noValidate = true")
            page.locator("main form button").click()
            page.wait_for_selector(".wrong")
            check()
        for path in ("change", "stop"):
            page.goto(f"{letters}/letter/{path}/{tokens.reader(reader.pk)}")
            check()

    browser(visit, ignore=("400",), color_scheme=scheme)
    assert found == []
