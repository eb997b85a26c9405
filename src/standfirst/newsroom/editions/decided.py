"""What editors have decided of a day's edition, as it is read: of each publication the latest decision holds."""

from __future__ import annotations

from datetime import date

from standfirst.newsroom.editions.makeup import Choice
from standfirst.newsroom.models import EditionChoice

#: Decisions about one day that are looked at, the latest of them.
MOST = 1000


def holding(day: date) -> tuple[Choice, ...]:
    """The decisions that hold for the edition of ``day``, oldest first."""
    latest: dict[int, Choice] = {}
    rows = EditionChoice.objects.filter(day=day).order_by("-id")
    columns = ("publication_id", "action", "place", "reason", "id")
    for position, action, place, reason, number in reversed(rows.values_list(*columns)[:MOST]):
        latest[position] = Choice(position, action, place or 0, reason, number)
    return tuple(each for each in latest.values() if each.action != EditionChoice.Action.UNDO)


__all__ = ["MOST", "holding"]
