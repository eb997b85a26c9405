"""Notifications applied: a reader whose address is refused for good on several days gets no more letters."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from standfirst.newsroom.correspondence import letters, readers, refusals
from standfirst.newsroom.models import Reader
from standfirst.production.bounces import Told, take
from standfirst.publishing.letters import tokens
from tests.newsroom.correspondence.test_returned import notice

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def reader(address: str = "mara@reader.example", **values: Any) -> Reader:
    known = {"state": "active", "asked": NOW, "confirmed": NOW - timedelta(days=90), "upto": letters.position(NOW)}
    return Reader.objects.create(address=address, **{**known, **values})


def bounce(of: Reader | None, ago: float = 0, *, status: str = "5.1.1", to: str = "mara@reader.example") -> bytes:
    """What came back ``ago`` days before, of a letter to ``of``."""
    back = "Subject: Monday"
    if of is not None:
        back += f"\nList-Unsubscribe: <https://digest.example/letter/stop/{tokens.reader(of.pk)}>"
    made = notice(status=f"Final-Recipient: rfc822; {to}\nAction: failed\nStatus: {status}", back=back)
    at = format_datetime(NOW - timedelta(days=ago))
    return made.replace(b"Mon, 23 Nov 2026 08:15:00 +0100 (CET)", at.encode())


@pytest.fixture
def network(settings: Any) -> Any:
    return settings.NETWORK


def test_five_days_end_it_with_the_reason(network: Any) -> None:
    mara, jo = reader(), reader("jo@reader.example")
    days = [bounce(mara, ago) for ago in (0, 4, 3, 1)]  # in no order
    assert take([*days, *days, bounce(mara, 3.1)], network, NOW) == {Told.COUNTED: 4, Told.KNOWN: 5}
    mara.refresh_from_db()
    assert (mara.state, mara.refusals, mara.refused) == ("active", 4, date(2026, 11, 23))
    later = NOW + timedelta(days=1)
    assert take([bounce(mara, -1, status="5.1.2")], network, later) == {Told.COUNTED: 1}
    mara.refresh_from_db()
    assert (mara.state, mara.refusals, mara.refusal, mara.asked) == ("unreachable", 5, "5.1.2", later)
    assert [each.address for each in refusals.refused()] == ["mara@reader.example"]
    assert list(readers.due("daily", later + timedelta(days=9), later + timedelta(days=9))) == [jo]
    # Whoever signs up again begins anew.
    readers.confirm(mara, later)
    mara.refresh_from_db()
    assert (mara.state, mara.refusals, mara.refused, mara.refusal) == ("active", 0, None, "")
    assert take(days, network, later) == {Told.KNOWN: 4}, "what came back before says nothing of who confirmed since"


def test_what_lies_before_a_pause_ends_nothing(network: Any) -> None:
    daily, weekly = reader(), reader("jo@reader.example", every="weekly")
    old = [bounce(each, ago) for each in (daily, weekly) for ago in (21, 20, 19, 18, 14)]
    assert take(old, network, NOW) == {Told.KNOWN: 5, Told.COUNTED: 5}
    assert set(Reader.objects.values_list("address", "state")) == {
        ("mara@reader.example", "active"), ("jo@reader.example", "unreachable"),
    }  # fmt: skip


def test_what_passes_and_what_is_no_fault_of_the_address_counts_nothing(network: Any) -> None:
    mara = reader()
    messages = [bounce(mara, ago, status=each) for ago, each in enumerate(("4.2.2", "5.7.1", "5.6.0", "4.4.7", "x"))]
    assert take([*messages, b"Subject: Hello\n\nThank you!"], network, NOW) == {Told.PASSING: 5, Told.OTHER: 1}
    mara.refresh_from_db()
    assert mara.refusals == 0


def test_nobody_can_make_a_notification_up(network: Any) -> None:
    mara = reader()
    forged = bounce(mara).replace(tokens.reader(mara.pk).encode(), f"{mara.pk.hex}~AAAA".encode())
    assert forged != bounce(mara)
    assert take([bounce(None), forged], network, NOW) == {Told.STRANGE: 2}
    assert take([bounce(None), forged], network, NOW, by_address=True) == {Told.COUNTED: 1, Told.KNOWN: 1}
    assert Reader.objects.get().refusals == 1
    # What is signed names the reader, whatever address the status names.
    assert take([bounce(reader("jo@reader.example"))], network, NOW, by_address=True) == {Told.COUNTED: 1}
    assert Reader.objects.get(address="jo@reader.example").refusals == 1


def test_readers_who_are_gone_and_addresses_of_nobody(network: Any) -> None:
    gone = reader()
    message = bounce(gone)
    readers.forget(gone.pk)
    assert take([message, bounce(None, to="x@y.example")], network, NOW, by_address=True) == {Told.STRANGE: 2}
    pending = reader(state="pending")
    assert take([bounce(pending)], network, NOW) == {Told.KNOWN: 1}
    assert Reader.objects.get().refusals == 0


def test_a_date_to_come_or_none_is_today(network: Any) -> None:
    mara = reader()
    undated = bounce(mara).replace(b"Date: ", b"X-Date: ")
    assert take([bounce(mara, -300), undated], network, NOW) == {Told.COUNTED: 1, Told.KNOWN: 1}
    mara.refresh_from_db()
    assert mara.refused == date(2026, 11, 23)
