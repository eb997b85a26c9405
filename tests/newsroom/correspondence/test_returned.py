"""Delivery status notifications as mail servers write them, broken in every way; none raises, none takes long."""

from __future__ import annotations

import time
from base64 import b64encode
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.newsroom.correspondence import returned
from standfirst.newsroom.correspondence.returned import Notice, Recipient

STOP = "https://digest.example/letter/stop/0123~abc"


def notice(
    *,
    status: str = "Final-Recipient: rfc822; mara@reader.example\nAction: failed\nStatus: 5.1.1",
    back: str = f"List-Unsubscribe: <{STOP}>\nSubject: Monday",
    kind: str = "message/rfc822",
    encoding: str = "7bit",
    boundary: str = '"=_quay 3"',
) -> bytes:
    """A notification, as Postfix puts one together, about one recipient."""
    mark = boundary.strip('"')
    return f"""\
Return-Path: <>
Date: Mon, 23 Nov 2026 08:15:00 +0100 (CET)
From: MAILER-DAEMON@mail.harbour.example
To: letter@digest.example
Subject: It could not be delivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary={boundary}

This is a MIME message.

--{mark}
Content-Type: text/plain; charset=us-ascii

No mailbox of that name is here.

--{mark}
Content-Description: Delivery report
Content-Type: message/delivery-status
Content-Transfer-Encoding: {encoding}

Reporting-MTA: dns; mail.harbour.example
Arrival-Date: Mon, 23 Nov 2026 08:00:01 +0100

{status}

--{mark}
Content-Type: {kind}

{back}

The letter itself: --{mark} is no mark here.
--{mark}--
""".encode()


AT = datetime(2026, 11, 23, 7, 15, tzinfo=UTC)
REFUSED = Recipient(("mara@reader.example",), True, "5.1.1")


def test_a_notification_is_read() -> None:
    assert returned.read(notice()) == Notice(AT, (REFUSED,), STOP)


@pytest.mark.parametrize(
    "values",
    [
        {"boundary": "plain-mark"},
        {"kind": "text/rfc822-headers; charset=us-ascii"},
        {"kind": "MESSAGE/RFC822"},
        {"back": f"Subject: Monday\nList-Unsubscribe:\n <{STOP}>,\n <mailto:x@y.example>"},
        {"status": "\n\nFINAL-RECIPIENT : RFC822 ;<Mara@Reader.example>\naction:  Failed \nstatus: 5.1.1 (no user)"},
    ],
)
def test_as_others_write_it(values: dict[str, str]) -> None:
    made = notice(**values)
    found = returned.read(made)
    assert found is not None
    assert (found.at, found.stop) == (AT, STOP)
    assert found.recipients[0].addresses == REFUSED.addresses
    assert found.recipients[0].final
    assert returned.read(made.replace(b"\n", b"\r\n")) == found


@pytest.mark.parametrize(
    ("status", "final", "said"),
    [
        ("Action: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2\n It is full", True, "552 5.2.2 It is full"),
        ("Action: failed\nStatus: 4.4.7", False, "4.4.7"),
        ("Action: delayed\nStatus: 4.4.1", False, "4.4.1"),
        ("Action: relayed\nStatus: 2.1.9", False, "2.1.9"),
        ("Action: failed\nStatus: five", False, "five"),
        ("Action: failed", False, ""),
        ("Status: 5.1.1", False, "5.1.1"),
        ("Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 \x1b[31mNo\x07", True, "550 [31mNo"),
    ],
)  # fmt: skip
def test_what_is_for_good(status: str, final: bool, said: str) -> None:
    found = returned.read(notice(status=f"Final-Recipient: rfc822;mara@reader.example\n{status}"))
    assert found
    assert found.recipients == (Recipient(("mara@reader.example",), final, said),)


def test_forwarded_mail_names_both_addresses() -> None:
    both = "Original-Recipient: rfc822;Mara@reader.example\nFinal-Recipient: rfc822; m@other.example\nAction: failed"
    found = returned.read(notice(status=f"{both}\nStatus: 5.1.1"))
    assert found
    assert found.recipients[0].addresses == ("mara@reader.example", "m@other.example")


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit", "unheard-of"])
def test_encoded_parts(encoding: str) -> None:
    whole = "Reporting-MTA: dns; x.example\n\nFinal-Recipient: rfc822; mara@reader.example\n"
    whole += "Action: failed\nStatus: 5.1.1"
    coded = {
        "base64": b64encode(whole.encode()).decode(),
        "quoted-printable": whole.replace("failed", "f=61il=\ned"),
    }.get(encoding, whole)  # fmt: skip
    made = notice(encoding=encoding, status="@@@")
    head, _, tail = made.decode().partition("Reporting-MTA")
    found = returned.read((head + coded + "\n\n" + tail.partition("@@@")[2].lstrip()).encode())
    assert found
    assert found.recipients == (REFUSED,)


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\n",
        b"From: jo@reader.example\nSubject: Thank you\n\nFinal-Recipient: rfc822; mara@reader.example\n",
        notice().replace(b"multipart/report", b"multipart/mixed"),
        notice().replace(b"message/delivery-status", b"text/plain"),
        notice().replace(b"boundary", b"border"),
        notice()[:300],
    ],
)
def test_other_mail_is_no_notification(message: bytes) -> None:
    assert returned.read(message) is None


@pytest.mark.parametrize("date", ["yesterday", "Mon, 99 Nov 2026 08:15:00", "Mon, 23 Nov 99999 08:15:00 +9999", ""])
def test_a_date_that_is_none(date: str) -> None:
    found = returned.read(notice().replace(b"Mon, 23 Nov 2026 08:15:00 +0100 (CET)", date.encode()))
    assert found
    assert found.at is None


def test_a_status_that_comes_back_broken_names_nobody() -> None:
    found = returned.read(notice(encoding="base64", status="a"))
    assert found
    assert found.recipients == ()


def test_files_with_one_message_or_many() -> None:
    one = notice()
    assert list(returned.messages(one)) == [one]
    box = b"".join(b"From daemon Mon Nov 23 08:15:00 2026\n" + one + b"\n" for _ in range(3))
    for data in (box, box.replace(b"\n", b"\r\n")):
        found = [returned.read(each) for each in returned.messages(data)]
        assert found == [Notice(AT, (REFUSED,), STOP)] * 3
    assert list(returned.messages(b"From ")) == [b""]


PIECES = [
    b"\n", b"\r\n", b"\n\n", b": ", b" ", b"\t", b"--", b"--=_quay 3", b"--=_quay 3--", b"\x00", b"\xff\xfe", b"=",
    b"<", b">", b";", b"Content-Type: message/delivery-status\n\n", b"Content-Transfer-Encoding: base64\n", b"rfc822;",
    b"Final-Recipient: rfc822; a@b.example\n", b"Content-Type: multipart/report; boundary=", b"Action: failed\n",
    b"Status: 5", b"Date: ",
]  # fmt: skip
JUNK = st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map(b"".join))


@given(JUNK, st.integers(0, 1100), st.booleans())
def test_no_message_raises_and_every_size_is_bounded(junk: bytes, at: int, inside: bool) -> None:
    made = notice()
    message = made[:at] + junk + made[at:] if inside else junk
    for each in returned.messages(message):
        found = returned.read(each)
        if found:
            assert len(found.recipients) <= returned.MOST_RECIPIENTS
            assert len(found.stop) <= 2 * returned.LONGEST
            assert all(len(recipient.said) <= 200 for recipient in found.recipients)


HUGE = {
    "one line": b"x" * 9_000_000,
    "fields": b"a: b\n" * 1_800_000,
    "a folded field": b"Content-Type: multipart/report;\n" + b" boundary=\n" * 900_000,
    "spaces": b"Content-Type: multipart/report; boundary" + b" " * 9_000_000,
    "marks": notice() + b"--=_quay 3\n" * 800_000,
    "recipients": notice(status="Final-Recipient: rfc822; a@b.example\n\n" * 200_000),
    "base64": notice(encoding="base64", status="QUJD\n" * 1_800_000),
    "an mbox": b"From x\n\n" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HUGE)
def test_large_messages_take_no_longer_than_their_size(name: str) -> None:
    began = time.process_time()
    for each in returned.messages(HUGE[name]):
        returned.read(each)
    assert time.process_time() - began < 3
