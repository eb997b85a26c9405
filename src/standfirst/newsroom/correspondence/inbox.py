"""The inbox: what the public sends, taken within bounds, and dealt with by a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from standfirst.errors import NotFoundError, UsageError
from standfirst.newsroom.correspondence import quotas
from standfirst.newsroom.models import InboxMessage, InboxRecord, Publication

#: Bounds of a message: characters of its text, fewest and most; of an address it is about; of an address to answer to.
LEAST_TEXT, MOST_TEXT, MOST_ABOUT, MOST_CONTACT = 5, 4000, 2000, 254
#: So long after a message is done its sender's address is kept, for questions that come back.
KEEP_CONTACT = timedelta(days=90)


def take(
    kind: str,
    text: str,
    now: datetime,
    *,
    most: int,
    publication: Publication | None = None,
    about: str = "",
    contact: str = "",
) -> InboxMessage | None:
    """Put a message into the inbox; None where ``most`` were taken within the hour already."""
    if not quotas.take("inbox", most, timedelta(hours=1), now):
        return None
    with transaction.atomic():
        message = InboxMessage.objects.create(
            kind=kind,
            publication=publication,
            about=about[:MOST_ABOUT],
            text=text[:MOST_TEXT],
            contact=contact[:MOST_CONTACT],
        )
        _record(message, "public", now)
    return message


def messages(*, everything: bool = False, kind: str = "") -> QuerySet[InboxMessage]:
    """The messages that wait, the oldest first; ``everything`` also those that are done."""
    found = InboxMessage.objects.select_related("publication").order_by("pk")
    if not everything:
        found = found.filter(state=InboxMessage.State.OPEN)
    return found.filter(kind=kind) if kind else found


def message(number: int) -> InboxMessage:
    """The message of that number; raises :class:`NotFoundError`."""
    found = InboxMessage.objects.select_related("publication").filter(pk=number).first()
    if found is None:
        raise NotFoundError(str(number), "there is no such message", "See: standfirst inbox list")
    return found


def records(message: InboxMessage) -> Sequence[InboxRecord]:
    """What became of a message, oldest first."""
    return list(message.records.all())


def done(message: InboxMessage, now: datetime, *, who: str, note: str = "") -> None:
    """Record that a message was dealt with, and how. Raises :class:`UsageError` where it was already."""
    with transaction.atomic():
        changed = InboxMessage.objects.filter(pk=message.pk, state=InboxMessage.State.OPEN).update(
            state=InboxMessage.State.DONE, handled=now, handled_by=who[:150]
        )
        if not changed:
            raise UsageError(str(message.pk), "it is done already", f"See: standfirst inbox show {message.pk}")
        message.refresh_from_db()
        _record(message, who, now, note)


def reopen(message: InboxMessage, now: datetime, *, who: str, note: str = "") -> None:
    """Let a message wait again."""
    with transaction.atomic():
        InboxMessage.objects.filter(pk=message.pk).update(state=InboxMessage.State.OPEN, handled=None, handled_by="")
        message.refresh_from_db()
        _record(message, who, now, note)


def forget_old(now: datetime) -> int:
    """Delete the addresses of senders whose messages are done for long; how many."""
    old = InboxMessage.objects.filter(state=InboxMessage.State.DONE, handled__lt=now - KEEP_CONTACT).exclude(contact="")
    return old.update(contact="")


def _record(message: InboxMessage, who: str, now: datetime, note: str = "") -> None:
    InboxRecord.objects.create(message=message, state=message.state, note=note, who=who[:150], at=now)
