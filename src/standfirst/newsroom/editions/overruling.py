"""An editor's decisions about a day's edition: appended, never changed; the latest about a publication holds."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from standfirst.errors import NotFoundError, UsageError
from standfirst.newsroom.editions import edition
from standfirst.newsroom.editions.decided import MOST, holding
from standfirst.newsroom.editions.makeup import Made
from standfirst.newsroom.models import EditionChoice, Publication
from standfirst.settings import Settings

ACTION = EditionChoice.Action


def decisions(day: date) -> list[dict[str, Any]]:
    """Everything that was decided about the edition of ``day``, latest first: who, when, what and why."""
    rows = EditionChoice.objects.filter(day=day).order_by("-id").annotate(path=F("publication__path"))
    return [dict(row) for row in rows.values("at", "who", "action", "place", "reason", "path")[:MOST]]


def decide(
    day: date, publication: Publication, action: str, settings: Settings, now: datetime, *,
    who: str, reason: str = "", place: int | None = None,
) -> Made:  # fmt: skip
    """Record a decision of ``who`` and make the edition of ``day`` again; the edition as it is now.

    Raises :class:`UsageError` for what cannot be, :class:`NotFoundError` for an undo where nothing was decided.
    """
    check(day, publication, action, settings, now, place=place)
    if action == ACTION.UNDO and publication.position not in {each.position for each in holding(day)}:
        raise NotFoundError(publication.path, f"nothing holds for it in the edition of {day}")
    with transaction.atomic():
        EditionChoice.objects.create(
            day=day, publication=publication, action=action, place=place, who=who[:150], reason=reason
        )
        return edition.store(day, settings, now)


def check(
    day: date, publication: Publication, action: str, settings: Settings, now: datetime, *, place: int | None
) -> None:
    """Raise :class:`UsageError` for a decision that cannot be carried out."""
    if publication.withdrawn and action not in (ACTION.LEAVE_OUT, ACTION.UNDO):
        raise UsageError(publication.path, "it was withdrawn", "What is withdrawn is in no edition.")
    if day > now.astimezone(settings.zone).date():
        raise UsageError(day.isoformat(), "this day is still to come", "Name today or a day before.")
    most = settings.number("edition_size")
    if action == ACTION.PIN and not (place and 1 <= place <= most):
        raise UsageError(f"place {place}", "there is no such place", f"Name one from 1, the lead, to {most}.")


__all__ = ["ACTION", "check", "decide", "decisions"]
