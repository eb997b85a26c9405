"""What every round does for the store itself."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

from standfirst.newsroom import counts, readings
from standfirst.newsroom.correspondence import inbox, quotas, readers
from standfirst.newsroom.finding import renewal


def tidy(now: datetime) -> int:
    """Delete source texts and people's addresses whose time is over, renew old entries of the search table, and let
    SQLite renew the statistics it plans by; how many texts.
    """
    forgotten = readings.forget(now)
    renewal.renew()
    counts.renew()
    for room in (inbox, readers):  # addresses of people that nothing needs any more
        room.forget_old(now)
    quotas.forget(now)
    if connection.vendor == "sqlite":  # PostgreSQL does so by itself
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA optimize")
    return forgotten
