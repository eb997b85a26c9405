"""The desk's list of what the public sent: filtered, dealt with by actions that leave a record, never edited."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from standfirst.newsroom.correspondence import inbox
from standfirst.newsroom.models import InboxMessage, User

pytestmark = pytest.mark.django_db
LIST = "/desk/newsroom/inboxmessage/"


@pytest.fixture
def desk() -> Client:
    client = Client()
    client.force_login(User.objects.create(username="mara", is_staff=True, is_superuser=True))
    return client


def test_messages_are_dealt_with_from_the_list(desk: Client, now: datetime) -> None:
    first, second = (inbox.take("takedown", f"Number {n} <b>", now, most=9) for n in range(2))
    assert first
    assert second
    page = desk.get(f"{LIST}?state__exact=open").content.decode()
    assert "Number 0 &lt;b&gt;" in page
    assert "Number 1 &lt;b&gt;" in page
    desk.post(LIST, {"action": "mark_done", "_selected_action": [first.pk, second.pk]})
    desk.post(LIST, {"action": "mark_open", "_selected_action": [second.pk]})
    assert [each.pk for each in inbox.messages()] == [second.pk]
    assert [(each.state, each.who) for each in inbox.records(second)] == [
        ("open", "public"),
        ("done", "mara"),
        ("open", "mara"),
    ]
    shown = desk.get(f"{LIST}{second.pk}/change/").content.decode()
    assert shown.count("mara") >= 2


def test_a_message_is_neither_changed_nor_deleted(desk: Client, now: datetime) -> None:
    message = inbox.take("mistake", "The year is wrong.", now, most=9)
    assert message
    assert desk.post(f"{LIST}{message.pk}/change/", {"text": "x"}).status_code == 403
    assert desk.post(f"{LIST}{message.pk}/delete/", {"post": "yes"}).status_code == 403
    assert InboxMessage.objects.get().text == "The year is wrong."


def test_readers_addresses_are_not_at_the_desk(desk: Client) -> None:
    assert desk.get("/desk/newsroom/reader/").status_code == 404
    assert desk.get("/desk/newsroom/lettercount/").status_code == 200
