"""What came back of letters, applied: an address that is refused for good on several days gets no more of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from standfirst.newsroom.correspondence import refusals, returned
from standfirst.newsroom.correspondence.returned import Notice, Recipient
from standfirst.newsroom.models import Reader
from standfirst.publishing.letters import tokens
from standfirst.settings import Settings

#: The path of the sign-off address that every letter carries.
STOP = "/letter/stop/"


class Told(StrEnum):
    """What a message that came back says. ``KNOWN``: the day counts already, or counts no more."""

    COUNTED = "counted"
    KNOWN = "known"
    PASSING = "not for good, or not about the address"
    STRANGE = "of no letter to a reader"
    OTHER = "no notification"


def take(messages: Iterable[bytes], settings: Settings, now: datetime, *, by_address: bool = False) -> Counter[Told]:
    """Count refusals that messages tell of, the oldest first; how many messages said what.

    A reader is known by the signed address in the letter that came back, so that nobody can make a notification up.
    With ``by_address`` one that brings nothing back is believed, too.
    """
    found: Counter[Told] = Counter()
    notices: list[Notice] = []
    for message in messages:
        notice = returned.read(message)
        if notice is None:
            found[Told.OTHER] += 1
        else:
            notices.append(notice)
    for notice in sorted(notices, key=lambda each: each.at or now):
        found[_taken(notice, settings, now, by_address)] += 1
    return found


def _taken(notice: Notice, settings: Settings, now: datetime, by_address: bool) -> Told:
    today = now.astimezone(settings.zone).date()
    day = min(now, notice.at or now).astimezone(settings.zone).date()
    refused = [each for each in notice.recipients if each.final and refusals.blames_address(each.said)]
    if not refused:
        return Told.PASSING
    counted = [
        refusals.refuse(id, day, said, now=now, today=today) for id, said in _readers(notice, refused, by_address)
    ]
    return Told.COUNTED if any(counted) else Told.KNOWN if counted else Told.STRANGE


def _readers(notice: Notice, refused: list[Recipient], by_address: bool) -> Iterator[tuple[UUID, str]]:
    """The readers whom a notification is about, each with what was said of the address."""
    id = tokens.read(notice.stop.partition(STOP)[2])
    if id is not None and Reader.objects.filter(pk=id).exists():
        yield id, refused[0].said
    elif id is None and by_address:
        for each in refused:
            for known in Reader.objects.filter(address__in=each.addresses).values_list("pk", flat=True):
                yield known, each.said


__all__ = ["Told", "take"]
