"""The inbox: bounded, every change recorded, senders' addresses not kept for ever."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from standfirst.errors import NotFoundError, UsageError
from standfirst.newsroom.correspondence import inbox, quotas

pytestmark = pytest.mark.django_db


def take(now: datetime, text: str = "The year is wrong.", most: int = 10, **values: str):
    return inbox.take("mistake", text, now, most=most, **values)


def test_a_message_is_taken_done_and_recorded(now: datetime) -> None:
    message = take(now, contact="jo@reader.example", about="/content/x.html")
    assert message
    assert [each.pk for each in inbox.messages()] == [message.pk]
    inbox.done(message, now, who="Mara", note="Corrected.")
    assert not inbox.messages()
    assert inbox.messages(everything=True, kind="mistake").count() == 1
    assert not inbox.messages(everything=True, kind="takedown")
    with pytest.raises(UsageError, match="done already"):
        inbox.done(message, now, who="Jo")
    inbox.reopen(message, now, who="Jo", note="There is more.")
    assert inbox.message(message.pk).handled is None
    assert [(each.state, each.who, each.note) for each in inbox.records(message)] == [
        ("open", "public", ""),
        ("done", "Mara", "Corrected."),
        ("open", "Jo", "There is more."),
    ]


def test_a_message_that_is_not_there(now: datetime) -> None:
    with pytest.raises(NotFoundError, match="inbox list"):
        inbox.message(7)


def test_so_many_an_hour_and_no_longer_than_the_bounds(now: datetime) -> None:
    taken = [take(now + timedelta(minutes=n), most=3, text="x" * 9000) for n in range(5)]
    assert [bool(each) for each in taken] == [True, True, True, False, False]
    assert len(taken[0].text) == inbox.MOST_TEXT
    assert take(now + timedelta(hours=1), most=3)


def test_an_address_is_forgotten_when_the_matter_is_done_for_long(now: datetime) -> None:
    waiting, message = take(now, contact="a@b.example"), take(now, contact="c@d.example")
    inbox.done(message, now, who="Mara")
    assert inbox.forget_old(now + timedelta(days=89)) == 0
    assert inbox.forget_old(now + timedelta(days=91)) == 1
    assert inbox.message(message.pk).contact == ""
    assert inbox.message(waiting.pk).contact == "a@b.example"


def test_a_quota_is_of_its_key_and_time(now: datetime) -> None:
    hour = timedelta(hours=1)
    assert [quotas.take("a", 2, hour, now) for _ in range(3)] == [True, True, False]
    assert quotas.take("b", 2, hour, now)
    assert not quotas.take("a", 2, hour, now + hour - timedelta(seconds=1))
    assert quotas.take("a", 2, hour, now + hour)
    assert quotas.take("a", 2, hour, now + hour)
    assert not quotas.take("a", 2, hour, now + hour)
