"""The counts that every write keeps, and the number under which rendered bytes are cached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db import connection
from django.db.models import F
from django.utils import timezone

from standfirst.newsroom.models import DataVersion, Publication, Tally


def keys(publication: Publication) -> list[tuple[str, str]]:
    """Which tallies a publication counts in."""
    found = [("all", ""), ("source", publication.source.slug), ("language", publication.language)]
    found += [("section", name) for name in {publication.section, publication.second_section} if name]
    return found + [("mark", code) for code in set(publication.marks)]


def add(changes: Iterable[tuple[tuple[str, str], int]]) -> None:
    """Add to tallies: ``((kind, key), change)``. One statement a tally, so that writers never read first."""
    total: Counter[tuple[str, str]] = Counter()
    for key, change in changes:
        total[key] += change
    rows = [(kind, key[:120], change) for (kind, key), change in sorted(total.items()) if change]
    if rows:
        table = connection.ops.quote_name(Tally._meta.db_table)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {table} (kind, key, count) VALUES (%s, %s, %s) "  # noqa: S608 (our own table's name)
                f"ON CONFLICT (kind, key) DO UPDATE SET count = {table}.count + excluded.count",
                rows,
            )


def of(kind: str, key: str = "") -> int:
    """How many publications are out of that kind and key."""
    return Tally.objects.filter(kind=kind, key=key).values_list("count", flat=True).first() or 0


def touch() -> None:
    """Raise the network's data version: something visible changed."""
    if not DataVersion.objects.filter(pk=1).update(number=F("number") + 1, changed=timezone.now()):
        DataVersion.objects.get_or_create(pk=1, defaults={"number": 1})


def data_version() -> int:
    """The present data version."""
    return DataVersion.objects.filter(pk=1).values_list("number", flat=True).first() or 0
