"""Bounds on what strangers may set off: so often within a time, counted in the store for all processes together."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection
from django.utils.crypto import salted_hmac

from standfirst.newsroom.models import Quota


def take(key: str, most: int, within: timedelta, now: datetime) -> bool:
    """Count one more use of ``key``; whether it is among the first ``most`` of its time.

    The time begins with the first use and is as long as ``within``. One statement, so that two processes cannot both
    take the last place.
    """
    table = connection.ops.quote_name(Quota._meta.db_table)
    over = f"{table}.since <= %s"
    since, start = (connection.ops.adapt_datetimefield_value(each) for each in (now, now - within))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (key, since, count) VALUES (%s, %s, 1) "  # noqa: S608 (our own table's name)
            f"ON CONFLICT (key) DO UPDATE SET count = CASE WHEN {over} THEN 1 ELSE {table}.count + 1 END, "
            f"since = CASE WHEN {over} THEN excluded.since ELSE {table}.since END RETURNING count",
            [key[:80], since, start, start],
        )
        return int(cursor.fetchone()[0]) <= most


def of_person(what: str, name: str) -> str:
    """The key of a person's quota: a hash that only this network's secret can make again."""
    return f"{what}/{salted_hmac(f'quota/{what}', name, algorithm='sha256').hexdigest()[:40]}"


def forget(now: datetime, longest: timedelta = timedelta(days=1)) -> int:
    """Delete the counts that bound nothing any more; how many."""
    return Quota.objects.filter(since__lt=now - longest).delete()[0]
