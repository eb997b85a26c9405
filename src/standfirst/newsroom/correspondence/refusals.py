"""Readers whose address is refused for good: which refusal counts, and when letters to it stop.

Days are counted and not letters, since one refusal may be told in the conversation with the mail server, in a message
that comes back later (``returned``), or in both, and read twice.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from standfirst.newsroom.correspondence.letters import DAILY, WEEKLY
from standfirst.newsroom.models import Reader

#: A reader who was refused for good on so many days counts as unreachable.
MOST = 5
#: Days without a refusal after which those before count no more: the letters in between have arrived.
PAUSE = {DAILY: 7, WEEKLY: 21}
#: Characters that are kept of what a mail server said.
LONGEST = 200
#: An enhanced status code (RFC 3463) for good that is about the letter (5.6) or about its sender (5.7).
_NOT_THE_ADDRESS = re.compile(r"(?<![\d.])5\.[67]\.\d")


def blames_address(said: str) -> bool:
    """Whether a refusal for good is about the reader's address.

    ``said`` is an SMTP reply or an enhanced status code. What is refused by a filter or a policy (5.7), or for what
    is in it (5.6), says nothing of the address: a sender in disrepute must not lose its readers.
    """
    return not _NOT_THE_ADDRESS.search(said)


def counted(known: int, last: date | None, day: date, today: date, every: str) -> int | None:
    """On how many days a reader was refused for good, ``day`` among them; None where it adds nothing.

    ``known`` days are counted, the last of them ``last``. They are counted in their order, none twice, and none that
    lies before a pause.
    """
    if not 0 <= (today - day).days <= PAUSE[every]:
        return None
    if last is None or (day - last).days > PAUSE[every]:
        return 1
    return known + 1 if day > last else None


def refuse(id: UUID, day: date, said: str, *, now: datetime, today: date) -> bool:
    """Count a day on which a reader's address was refused for good, and stop the letters where it is one too many.

    Whether it counts: see :func:`counted`. Nothing does from before the reader confirmed.
    """
    reader = Reader.objects.filter(pk=id, state=Reader.State.ACTIVE).first()
    if reader is None or (reader.confirmed and day < reader.confirmed.date()):
        return False
    number = counted(reader.refusals, reader.refused, day, today, reader.every)
    if number is None:
        return False
    changed = {"refusals": number, "refused": day, "refusal": said[:LONGEST]}
    if number >= MOST:
        changed |= {"state": Reader.State.UNREACHABLE, "asked": now}
    mine = Reader.objects.filter(pk=id, refusals=reader.refusals, refused=reader.refused)
    return bool(mine.update(**changed))


def refused() -> QuerySet[Reader]:
    """Readers whose address was refused for good: who is unreachable first, then the latest."""
    return Reader.objects.exclude(refused=None).order_by("-state", "-refused", "address")
