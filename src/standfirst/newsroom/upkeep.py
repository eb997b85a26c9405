"""What every round does for the store itself."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

from standfirst.newsroom import readings


def tidy(now: datetime) -> int:
    """Delete source texts whose time is over, and let SQLite renew the statistics it plans by; how many texts."""
    forgotten = readings.forget(now)
    if connection.vendor == "sqlite":  # PostgreSQL does so by itself
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA optimize")
    return forgotten
