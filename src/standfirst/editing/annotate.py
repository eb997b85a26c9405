"""Annotations: the days and months a statement names, resolved against its source's date."""

from __future__ import annotations

from datetime import datetime

from standfirst.editing import DateNote
from standfirst.language import dates

#: What is annotated: an ISO 8601 day or month. A year alone needs no note.
_KINDS = frozenset({"day", "month", "weekday", "relative"})


def notes(text: str, language: str, published: datetime | None) -> tuple[DateNote, ...]:
    """Notes on the dates of ``text``, in order: "Tuesday" becomes the day it was when the source was ``published``.

    Without ``published`` only dates written in full have a value. The day is that of the source's own clock, the
    zone of ``published``.
    """
    reference = published.date() if published else None
    return tuple(
        DateNote(found.start, found.end, found.value)
        for found in dates.find(text, language, reference)
        if found.kind in _KINDS and len(found.value) >= len("2026-11")
    )
