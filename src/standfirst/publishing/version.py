"""The network's data version: the number that every visible change raises, and when it was raised."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import connection

#: Number and time of the latest visible change.
Version = tuple[int, datetime | None]


def data_version() -> Version:
    """Number and time of the latest visible change; 0 and None before the first."""
    with connection.cursor() as cursor:  # asked with every page: the ORM would take ten times as long
        cursor.execute("SELECT number, changed FROM newsroom_dataversion WHERE id = 1")
        number, changed = cursor.fetchone() or (0, None)
    # SQLite keeps moments in UTC without saying so.
    return number, changed.replace(tzinfo=UTC) if changed is not None and changed.tzinfo is None else changed
