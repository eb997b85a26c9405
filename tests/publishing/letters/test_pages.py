"""The newsletter's pages: sign up, confirm, choose, sign off; nobody learns who reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from lxml import html

from standfirst.newsroom.correspondence import letters, readers
from standfirst.newsroom.models import Quota, Reader
from standfirst.publishing.letters import tokens

pytestmark = pytest.mark.django_db
SENT = {"address": "mara@reader.example", "every": "daily"}


@pytest.fixture
def network_with(settings: Any):
    """Sets settings of the network."""

    def change(**values: Any) -> None:
        settings.NETWORK = replace(settings.NETWORK, values={**settings.NETWORK.values, **values})

    change(smtp_host="127.0.0.1", letter_from="letter@digest.example")
    return change


@pytest.fixture
def mara(network_with: Any) -> Reader:
    """A reader who has confirmed."""
    now = datetime.now(UTC)
    return Reader.objects.create(address="mara@reader.example", state="active", asked=now, upto=letters.position(now))


def test_without_a_mail_server_there_is_no_sign_up(site: Client) -> None:
    page = site.get("/subscribe").content
    assert b"has no newsletter" in page
    assert b'href="/feeds"' in page
    assert b'method="post"' not in page
    assert b'href="/subscribe"' not in site.get("/").content
    assert site.post("/subscribe", SENT).status_code == 200
    assert not Reader.objects.exists()


def test_who_signs_up_gets_nothing_until_a_button_is_pressed(site: Client, network_with: Any) -> None:
    assert b'href="/subscribe"' in site.get("/").content
    page = html.document_fromstring(site.get("/subscribe").content)
    assert len(page.xpath("//input[@name='sections']")) == 16
    answer = site.post("/subscribe", {**SENT, "every": "weekly", "sections": ["oddities", "food-and-drink"]})
    assert (answer.status_code, answer["Location"], answer["Cache-Control"]) == (303, "/subscribe/sent", "no-store")
    assert not answer.cookies
    reader = Reader.objects.get()
    assert (reader.state, reader.every, reader.sections) == ("pending", "weekly", ["food-and-drink", "oddities"])
    link = f"/letter/confirm/{tokens.confirming(reader.pk)}"
    looked = site.get(link)  # as a program that looks into mail does
    assert (looked.status_code, looked["Cache-Control"]) == (200, "no-store")
    assert b"noindex" in looked.content
    assert Reader.objects.get().state == "pending"
    (action,) = html.document_fromstring(looked.content).xpath("//main//form/@action")
    assert site.post(action)["Location"] == "/letter/confirmed"
    assert Reader.objects.get().state == "active"
    assert b"You are signed up" in site.get("/letter/confirmed").content


def test_the_same_answer_whoever_is_known(site: Client, mara: Reader) -> None:
    answers = []
    for address in ("mara@reader.example", "MARA@reader.example", "new@reader.example", "mara@reader.example"):
        answer = site.post("/subscribe", {**SENT, "address": address})
        answers.append((answer.status_code, dict(answer.headers), answer.content))
    assert answers[0] == answers[1] == answers[2] == answers[3]
    assert {each.address: each.state for each in Reader.objects.all()} == {
        "mara@reader.example": "active",
        "new@reader.example": "pending",
    }


@pytest.mark.parametrize(
    "address", ["", "mara", "mara@", "a b@c.example", "a@b.example\r\nBcc: x@y.example", "a" * 300]
)
def test_an_address_that_cannot_be_is_said(site: Client, network_with: Any, address: str) -> None:
    answer = site.post("/subscribe", {**SENT, "address": address})
    assert answer.status_code == 400
    assert b'id="id_address_error"' in answer.content
    assert not Reader.objects.exists()


def test_choices_that_are_not_offered(site: Client, network_with: Any) -> None:
    for sent in ({**SENT, "every": "hourly"}, {**SENT, "sections": ["nonsense"]}, {"address": "a@b.example"}):
        assert site.post("/subscribe", sent).status_code == 400
    assert not Reader.objects.exists()


def test_bounds_programs_and_other_sites(site: Client, network_with: Any) -> None:
    assert site.post("/subscribe", {**SENT, "website": "x"})["Location"] == "/subscribe/sent"
    assert site.post("/subscribe", SENT, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert not Reader.objects.exists()
    assert not Quota.objects.exists()
    network_with(signups_per_hour=1)
    assert site.post("/subscribe", SENT).status_code == 303
    assert site.post("/subscribe", {**SENT, "address": "b@c.example"}).status_code == 400
    assert Reader.objects.count() == 1


def test_a_reader_chooses_anew(site: Client, mara: Reader) -> None:
    link = f"/letter/change/{tokens.reader(mara.pk)}"
    page = site.get(link)
    assert page["Cache-Control"] == "no-store"
    assert b"mara" not in page.content  # whoever is shown a letter learns no address
    assert html.document_fromstring(page.content).xpath("//input[@checked]/@value") == ["daily"]
    assert site.post(link, {"every": "weekly", "sections": ["oddities"]})["Location"] == "/letter/changed"
    mara.refresh_from_db()
    assert (mara.every, mara.sections) == ("weekly", ["oddities"])
    assert html.document_fromstring(site.get(link).content).xpath("//input[@checked]/@value") == ["weekly", "oddities"]
    assert site.post(link, {"every": "never"}).status_code == 400
    assert site.post(link, {"every": "daily"}, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    mara.refresh_from_db()
    assert mara.every == "weekly"


def test_signing_off_takes_a_button_and_deletes(site: Client, mara: Reader) -> None:
    link = f"/letter/stop/{tokens.reader(mara.pk)}"
    assert site.get(link).status_code == 200
    assert site.post(link, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert Reader.objects.exists()
    assert site.post(link)["Location"] == "/letter/stopped"
    assert not Reader.objects.exists()
    assert site.post(link)["Location"] == "/letter/stopped"  # pressed twice
    assert b"unsubscribed" in site.get("/letter/stopped").content
    assert site.get(link.replace("stop", "change")).status_code == 404


@pytest.mark.parametrize("encoding", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"])
def test_one_click_from_anywhere(mara: Reader, encoding: str) -> None:
    body = (
        "List-Unsubscribe=One-Click"
        if "urlencoded" in encoding
        else '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
    )
    link = f"/letter/stop/{tokens.reader(mara.pk)}"
    strict = Client(enforce_csrf_checks=True)
    for _ in range(2):  # and again, as mail programs do that had no answer
        answer = strict.post(link, body, content_type=encoding, headers={"origin": "https://mail.example"})
        assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
        assert not answer.cookies
    assert not Reader.objects.exists()


def test_links_that_do_not_hold(site: Client, mara: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    good, confirming = tokens.reader(mara.pk), tokens.confirming(mara.pk)
    for page, token in (
        ("change", good[:-1]),
        ("change", "x" + good[1:]),
        ("change", confirming),
        ("confirm", good),
        ("stop", tokens.confirming(mara.pk)),
        ("stop", f"{uuid4().hex}~nonsense"),
        ("change", tokens.reader(uuid4())),
    ):
        for answer in (site.get(f"/letter/{page}/{token}"), site.post(f"/letter/{page}/{token}", {"every": "weekly"})):
            assert (answer.status_code, answer["Cache-Control"]) == (404, "no-store"), (page, token)
            assert b"/subscribe" in answer.content
    one_click = site.post(f"/letter/stop/{good[:-1]}", {"List-Unsubscribe": "One-Click"})
    assert one_click.status_code == 200  # the same answer, and nobody is deleted
    assert Reader.objects.get().every == "daily"
    monkeypatch.setattr("django.core.signing.time.time", lambda: datetime.now(UTC).timestamp() + 4 * 86400)
    assert tokens.read_confirming(confirming) is None
    assert tokens.read(good) == mara.pk


def test_a_pending_reader_has_no_page_to_change(site: Client, mara: Reader) -> None:
    Reader.objects.update(state="pending")
    assert site.get(f"/letter/change/{tokens.reader(mara.pk)}").status_code == 404
    readers.confirm(mara, datetime.now(UTC))
    assert site.get(f"/letter/change/{tokens.reader(mara.pk)}").status_code == 200


def test_pages_that_anybody_may_see_are_cached_as_any_page(site: Client, network_with: Any) -> None:
    for path in ("/subscribe", "/subscribe/sent", "/letter/confirmed", "/letter/changed", "/letter/stopped", "/report"):
        answer = site.get(path)
        assert answer.status_code == 200
        assert "public" in answer["Cache-Control"]
        assert not answer.cookies
        assert "form-action 'self'" in answer["Content-Security-Policy"]
        assert site.head(path).status_code == 200
