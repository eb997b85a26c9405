"""A delivery status notification (RFC 3464): what a mail server sends back where it could not deliver a letter. Pure.

Read with a reader of our own, of which nothing is asked but the few fields that matter: the standard library's parses
every part of a message and goes as deep as it is nested. One pass, bounded in every size, and nothing raises.
"""

from __future__ import annotations

import quopri
import re
from binascii import Error, a2b_base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: Bounds: bytes of a message that are read, of a field's value, fields of a block, parts, and recipients.
LARGEST, LONGEST, MOST_FIELDS, MOST_PARTS, MOST_RECIPIENTS = 512_000, 1000, 200, 20, 50
#: A report's parts: the status, and the letter or its header as it came back (RFC 3464, 6522, 6533).
STATUS = frozenset(("message/delivery-status", "message/global-delivery-status"))
LETTER = frozenset(("text/rfc822-headers", "message/rfc822", "message/global-headers", "message/global"))
_BOUNDARY = re.compile(r'boundary\s{0,9}=\s{0,9}(?:"([^"]{1,70})"|([^\s;"]{1,70}))', re.IGNORECASE)
_CLASS = re.compile(r"\s{0,9}([245])\.\d{1,3}\.\d{1,3}")

Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody whom a letter did not reach. ``addresses``: as it was sent, and as it was last tried.

    ``final``: refused for good. ``said`` is the last server's reply, else the status code.
    """

    addresses: tuple[str, ...]
    final: bool
    said: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A notification: when it was written, for whom, and the sign-off address of the letter that came back with it."""

    at: datetime | None
    recipients: tuple[Recipient, ...]
    stop: str = ""


def messages(data: bytes) -> Iterator[bytes]:
    """The messages of a file: one, or those of an mbox (RFC 4155)."""
    if not data.startswith(b"From "):
        yield data
        return
    for each in data.replace(b"\r\n", b"\n").split(b"\n\nFrom "):
        yield each.partition(b"\n")[2]


def read(message: bytes) -> Notice | None:
    """The notification in a message (RFC 5322); None where it is another message."""
    lines = message[:LARGEST].split(b"\n")
    start, head = _fields(lines, 0)
    kind = head.get("content-type", "")
    boundary = _BOUNDARY.search(kind)
    if not kind.lower().startswith("multipart/report") or boundary is None:
        return None
    recipients: list[Recipient] = []
    told, stop = False, ""
    for fields, body in _parts(lines[start:], (boundary[1] or boundary[2]).encode("utf-8", "replace")):
        media = fields.get("content-type", "").partition(";")[0].strip().lower()
        if media in STATUS:
            told = True
            recipients += _recipients(_decoded(body, fields))
        elif media in LETTER:
            address = _fields(_decoded(body, fields), 0)[1].get("list-unsubscribe", "")
            stop = stop or address.partition("<")[2].partition(">")[0].strip()
    return Notice(_moment(head.get("date", "")), tuple(recipients[:MOST_RECIPIENTS]), stop) if told else None


def _fields(lines: Sequence[bytes], start: int) -> tuple[int, Fields]:
    """The fields from a line on, unfolded, by name in small letters; and where what follows the blank line begins."""
    found: Fields = {}
    name = ""
    for number in range(start, len(lines)):
        line = lines[number].rstrip(b"\r")
        if not line.strip():
            return number + 1, found
        text = line[:LONGEST].decode("utf-8", "replace")
        if text[0] in " \t":
            if name and len(found[name]) < LONGEST:
                found[name] += text
            continue
        key, colon, value = text.partition(":")
        name = key.strip().lower() if colon and len(found) < MOST_FIELDS else ""
        if name in found:  # the first counts
            name = ""
        if name:
            found[name] = value.strip()
    return len(lines), found


def _parts(lines: Sequence[bytes], boundary: bytes) -> Iterator[tuple[Fields, Sequence[bytes]]]:
    """The parts of a multipart body, each as its fields and the lines under them."""
    line, last = b"--" + boundary, b"--" + boundary + b"--"
    marks = [number for number, each in enumerate(lines) if each.startswith(line) and each.rstrip() in (line, last)]
    for begin, end in zip(marks[:MOST_PARTS], [*marks[1:], len(lines)], strict=False):
        if lines[begin].rstrip() == last:
            return
        part = lines[begin + 1 : end]
        start, fields = _fields(part, 0)
        yield fields, part[start:]


def _decoded(body: Sequence[bytes], fields: Fields) -> Sequence[bytes]:
    """A part's lines, its transfer encoding undone."""
    encoding = fields.get("content-transfer-encoding", "").strip().lower()
    try:
        if encoding == "base64":
            return a2b_base64(b"".join(body)).split(b"\n")
    except Error:
        return ()
    return quopri.decodestring(b"\n".join(body)).split(b"\n") if encoding == "quoted-printable" else body


def _recipients(lines: Sequence[bytes]) -> Iterator[Recipient]:
    """The blocks of a status that name a recipient; the first block is of the message as a whole."""
    start = number = 0
    while start < len(lines) and number < MOST_RECIPIENTS:
        start, fields = _fields(lines, start)
        named = [_after(fields.get(name, "")) for name in ("original-recipient", "final-recipient")]
        addresses = tuple(dict.fromkeys(each.strip("<> ").lower() for each in named if each))
        if not addresses:
            continue
        number += 1
        status = fields.get("status", "")
        good = _CLASS.match(status)
        final = fields.get("action", "").strip().lower() == "failed" and good is not None and good[1] == "5"
        yield Recipient(addresses, final, _line(_after(fields.get("diagnostic-code", "")) or status))


def _after(value: str) -> str:
    """What follows the type in ``rfc822; mara@reader.example``."""
    return value.partition(";")[2].strip()


def _line(value: str) -> str:
    """What was said, as one line that a terminal can show."""
    return " ".join("".join(each if each.isprintable() else " " for each in value).split())[:200]


def _moment(value: str) -> datetime | None:
    """A date as messages write it; None where it is none."""
    try:
        at = parsedate_to_datetime(value[:200])
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


__all__ = ["Notice", "Recipient", "messages", "read"]
