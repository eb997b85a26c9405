"""The counts that every write keeps, and the number under which rendered bytes are cached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from standfirst.newsroom.models import DataVersion, Publication, Revision, Tally

Key = tuple[str, str]
#: Raised when other tallies are kept than before; the next round then counts once.
SCHEME = "2"
#: Rules by which rights, and not editing, make a card.
RIGHTS = frozenset({"opt-out", "robots-meta", "x-robots-tag", "tdmrep", "rsl", "rights"})
#: Longest key.
LONGEST = 120


def keys(publication: Publication) -> list[Key]:
    """Which tallies a publication counts in."""
    return _keys(
        publication.position,
        publication.source_id,
        publication.source.slug,
        publication.language,
        (publication.section, publication.second_section),
        publication.marks,
        rule=publication.rule if publication.kind == Publication.Kind.CARD else None,
        free=publication.free,
        corrected=publication.corrected is not None,
    )


def _keys(
    position: int, source: int, slug: str, language: str, sections: Iterable[str], marks: Iterable[str], *,
    rule: str | None, free: Any, corrected: bool,
) -> list[Key]:  # fmt: skip
    """The tallies by what they count: all, day, month, section, language, mark; and of a source by its number.

    ``rule`` is a card's, None for a brief. ``free`` is what the source says of access, None where it says nothing.
    """
    day = datetime.fromtimestamp(position // 1_000_000, UTC).astimezone(_zone()).date().isoformat()
    found = [("all", ""), ("source", slug), ("language", language), ("day", day), ("month", day[:7])]
    found.append(("spoken", f"{source}/{language}"))
    found += [("section", name) for name in set(sections) if name]
    found += [("mark", code) for code in set(marks)]
    if rule is not None:
        found += [("card", str(source)), ("card-rule", f"{source}/{rule}")]
        found += [("barred", str(source))] if rule in RIGHTS else []
    if free is not None:
        found.append(("access", f"{source}/{'free' if free else 'paid'}"))
    if corrected:
        found.append(("corrected", str(source)))
    return found


def correction(source: int, who: str) -> Key:
    """The tally of a source's corrections by who made them: the ``source``, which a round followed, or the ``desk``."""
    return "correction", f"{source}/{'source' if who == 'round' else 'desk'}"


def add(changes: Iterable[tuple[Key, int]]) -> None:
    """Add to tallies: ``((kind, key), change)``. One statement a tally, so that writers never read first."""
    total: Counter[Key] = Counter()
    for key, change in changes:
        total[key] += change
    rows = [(kind, key[:LONGEST], change) for (kind, key), change in sorted(total.items()) if change]
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
    with connection.cursor() as cursor:  # asked with every page: the ORM would take ten times as long
        cursor.execute("SELECT count FROM newsroom_tally WHERE kind = %s AND key = %s", [kind, key])
        return sum(count for (count,) in cursor.fetchall())


def under(kind: str, prefix: str) -> Mapping[str, int]:
    """The counts of a kind whose keys begin with ``prefix``, by the rest of the key; those of none left out."""
    rows = Tally.objects.filter(kind=kind, key__startswith=prefix, count__gt=0).order_by("key")
    return {key[len(prefix) :]: count for key, count in rows.values_list("key", "count")}


def among(kind: str, wanted: Iterable[str]) -> Mapping[str, int]:
    """The counts of a kind at the keys ``wanted``; those of none left out."""
    rows = Tally.objects.filter(kind=kind, key__in=list(wanted), count__gt=0)
    return dict(rows.values_list("key", "count"))


def renew() -> bool:
    """Count everything once where other tallies are kept than before, or days are of another zone; whether it was."""
    scheme = ("scheme", f"{SCHEME} {_zone().key}")
    if of(*scheme):
        return False
    before, total = data_version(), _counted()
    with transaction.atomic():
        if data_version() != before:  # something changed while it was counted, so it is counted alone
            total = _counted()
        for language in Tally.objects.filter(kind="language").values_list("key", flat=True):
            total["language", language] += 0  # once published in, always a filter's value
        total[scheme] = 1
        Tally.objects.all().delete()
        Tally.objects.bulk_create(
            [Tally(kind=kind, key=key[:LONGEST], count=count) for (kind, key), count in total.items()], batch_size=1000
        )
        touch()
    return True


def _counted() -> Counter[Key]:
    """Every tally, counted."""
    total: Counter[Key] = Counter()
    columns = (
        "position", "source_id", "source__slug", "language", "section", "second_section", "marks", "kind", "rule",
        "corrected", "free",
    )  # fmt: skip
    rows = Publication.objects.filter(withdrawn=None).order_by("position").values_list(*columns)
    for position, source, slug, language, first, second, marks, kind, rule, corrected, free in rows.iterator():
        card = rule if kind == Publication.Kind.CARD else None
        total.update(
            _keys(position, source, slug, language, (first, second), marks, rule=card, free=free,
                  corrected=corrected is not None)
        )  # fmt: skip
    made = Revision.objects.filter(correction=True).values_list("publication__source_id", "who")
    total.update(correction(source, who) for source, who in made.iterator())
    return total


def _zone() -> ZoneInfo:
    """The network's time zone, which its days are of."""
    zone: ZoneInfo = settings.NETWORK.zone
    return zone


def touch() -> None:
    """Raise the network's data version: something visible changed."""
    if not DataVersion.objects.filter(pk=1).update(number=F("number") + 1, changed=timezone.now()):
        DataVersion.objects.get_or_create(pk=1, defaults={"number": 1})


def network_id() -> str:
    """The network's own identifier, a UUID; "" where the database has not minted it."""
    found = DataVersion.objects.filter(pk=1).values_list("network", flat=True).first()
    return str(found) if found else ""


def data_version() -> int:
    """The present data version."""
    return DataVersion.objects.filter(pk=1).values_list("number", flat=True).first() or 0
