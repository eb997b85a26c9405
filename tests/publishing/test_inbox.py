"""Forms of the public: a mistake, a takedown, an opt-out; bounded, from our own pages, without a cookie."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from lxml import html

from standfirst.newsroom.models import InboxMessage, Quota
from tests.newsroom import factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def network_with(settings: Any):
    """Sets settings of the network."""

    def change(**values: Any) -> None:
        settings.NETWORK = replace(settings.NETWORK, values={**settings.NETWORK.values, **values})

    return change


def described(body: bytes) -> dict[str, str]:
    """Each field that has an error, with the text that it is described by."""
    page = html.document_fromstring(body)
    found = {}
    for field in page.xpath("//*[@aria-invalid='true' or self::fieldset][@aria-describedby]"):
        for id in field.get("aria-describedby").split():
            (note,) = page.xpath(f"//*[@id='{id}']")
            if id.endswith("_error"):
                found[id.removeprefix("id_").removesuffix("_error")] = " ".join(note.text_content().split())
    return found


def test_a_mistake_is_reported_from_the_page_it_is_on(site: Client) -> None:
    publication = factory.make_publication(1, slug="größe-漢字")
    page = html.document_fromstring(site.get(publication.path).content)
    (link,) = page.xpath("//a[text()='Report a mistake']/@href")
    form = site.get(link)
    assert form.status_code == 200
    assert "public" in form["Cache-Control"]
    (about,) = html.document_fromstring(form.content).xpath("//input[@name='about']/@value")
    assert about == f"http://localhost:8000{quote(publication.path)}"
    answer = site.post("/report", {"about": about, "text": "The year is wrong.", "contact": ""})
    assert (answer.status_code, answer["Location"], answer["Cache-Control"]) == (303, "/report/sent", "no-store")
    assert not answer.cookies
    assert b"in our inbox" in site.get("/report/sent").content
    message = InboxMessage.objects.get()
    assert (message.kind, message.publication, message.state) == ("mistake", publication, "open")


def test_errors_stand_beside_the_field_and_values_are_kept(site: Client) -> None:
    answer = site.post("/report", {"about": "/content/2026/11/22/none.html", "text": "<no>", "contact": "jo@"})
    assert (answer.status_code, answer["Cache-Control"]) == (400, "no-store")
    errors = described(answer.content)
    assert set(errors) == {"about", "text", "contact"}
    assert errors["about"].startswith("No publication of this network")
    page = html.document_fromstring(answer.content)
    assert page.xpath("//textarea/text()")[0].strip() == "<no>"
    assert page.xpath("//input[@name='contact']/@value") == ["jo@"]
    assert not InboxMessage.objects.exists()
    # The description of a field without an error is its help.
    assert page.xpath("//*[@id='id_contact_helptext']")


def test_takedown_and_opt_out(site: Client) -> None:
    publication = factory.make_publication(1)
    empty = site.post("/rights", {})
    assert set(described(empty.content)) == {"kind", "about", "text", "contact"}
    for kind, about, found in (("takedown", publication.path, publication), ("opt-out", "https://six.example/", None)):
        sent = {"kind": kind, "about": about, "text": "I own the site.", "contact": "law@six.example"}
        assert site.post("/rights", sent)["Location"] == "/rights/sent"
        message = InboxMessage.objects.first()
        assert message
        assert (message.kind, message.publication, message.about) == (kind, found, about)
    assert site.post("/rights", {**sent, "kind": "mistake"}).status_code == 400
    assert b"What publishers have reserved" in site.get("/rights").content
    assert b"writes to you if anything is unclear" in site.get("/rights/sent").content


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "none"}, 303),
        ({"origin": "http://localhost:8000", "host": "localhost:8000"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://localhost:8000", "host": "127.0.0.1:8000"}, 303),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "http://localhost:8000.elsewhere.example"}, 403),
        ({"origin": "http://["}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_only_our_own_pages_send_our_forms(site: Client, headers: dict[str, str], status: int) -> None:
    publication = factory.make_publication(1)
    answer = site.post("/report", {"about": publication.path, "text": "The year is wrong."}, headers=headers)
    assert (answer.status_code, answer["Cache-Control"]) == (status, "no-store")
    assert InboxMessage.objects.count() == (status == 303)


def test_what_is_too_much_is_not_read(site: Client) -> None:
    publication = factory.make_publication(1)
    sent = {"about": publication.path, "text": "x" * 40_000}
    assert site.post("/report", sent).status_code == 413
    assert site.post("/report", "{}", content_type="application/json").status_code == 415
    assert site.put("/report", sent).status_code == 405
    long = site.post("/report", {**sent, "text": "x" * 5000})
    assert described(long.content).keys() == {"text"}
    assert not InboxMessage.objects.exists()


def test_programs_that_fill_in_everything_are_thanked_and_passed_over(site: Client) -> None:
    publication = factory.make_publication(1)
    answer = site.post("/report", {"about": publication.path, "text": "Buy now", "website": "https://spam.example"})
    assert answer["Location"] == "/report/sent"
    assert not InboxMessage.objects.exists()
    assert not Quota.objects.exists()


def test_an_hour_has_its_bound(site: Client, network_with: Any) -> None:
    network_with(inbox_per_hour=2)
    publication = factory.make_publication(1)
    sent = {"about": publication.path, "text": "The year is wrong."}
    assert [site.post("/report", sent).status_code for _ in range(3)] == [303, 303, 400]
    answer = site.post("/report", sent)
    assert b"Try again later" in answer.content
    assert b"The year is wrong." in answer.content


def test_without_forms_the_pages_name_the_contact(site: Client, network_with: Any) -> None:
    network_with(inbox_per_hour=0, contact="desk@digest.example")
    for path in ("/report", "/rights"):
        page = site.get(path).content
        assert b'method="post"' not in page
        assert b"mailto:desk@digest.example" in page
        assert site.post(path, {"text": "x"}).status_code == 200
    assert not InboxMessage.objects.exists()


def test_a_withdrawn_publication_can_be_reported_and_a_foreign_address_is_not_repeated(site: Client) -> None:
    publication = factory.make_publication(1, withdrawn=factory.NOON)
    assert publication.path in site.get(f"/report?about={publication.path}").content.decode()
    for about in ("https://elsewhere.example/x", "<script>", "%00", "\ud800", "x" * 3000):
        answer = site.get("/report", {"about": about.encode("utf-8", "replace").decode()})
        assert answer.status_code == 200
        assert not html.document_fromstring(answer.content).xpath("//input[@name='about']/@value")


def test_a_short_link_names_its_publication_and_no_text_makes_the_store_read_everything(
    site: Client, django_assert_max_num_queries: Any
) -> None:
    publication = factory.make_publication(1)
    for about in (f"http://localhost:8000/p/{publication.id}", f"/p/{publication.id}", publication.path):
        assert publication.path.encode() in site.get("/report", {"about": about}).content
    for about in ("/p/nonsense", publication.original, "http://[", "/content/none.html"):
        answer = site.post("/report", {"about": about, "text": "The year is wrong."})
        assert described(answer.content).keys() == {"about"}
    with django_assert_max_num_queries(0):
        site.get("/report", {"about": publication.original})


def test_controls_that_turn_text_are_not_taken(site: Client) -> None:
    publication = factory.make_publication(1)
    site.post("/report", {"about": publication.path, "text": "The \u202eyear\x00 is wrong."})
    assert InboxMessage.objects.get().text == "The year is wrong."


def test_files_that_nobody_serves_have_no_forms(network_with: Any) -> None:
    from standfirst.publishing.building import around

    network_with(contact="desk@digest.example", smtp_host="127.0.0.1")
    built = {each.address: each.body for each in around.documents()}
    for path in ("/report", "/rights", "/subscribe"):
        assert b'method="post"' not in built[path]
        assert b"mailto:desk@digest.example" in built[path]
