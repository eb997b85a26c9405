"""Claims of work: a host is leased to one worker at a time, with an expiry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from standfirst.newsroom.models import Article, Source

#: Names the claim's lock on PostgreSQL; any number that nothing else of ours uses.
CLAIM_LOCK = 0x5F1A1


def claim(owner: str, now: datetime, *, limit: int, seconds: int) -> list[Article]:
    """Lease due articles of active sources, hosts in turn, at most ``limit``; a leased host is passed over.

    Oldest first within a host. On PostgreSQL rows being written are skipped (``SKIP LOCKED``), on SQLite the
    immediate transaction is the lock.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":  # two claims at once could share a host between them
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CLAIM_LOCK])
        free = Q(leased_until=None) | Q(leased_until__lt=now)
        busy = Article.objects.filter(leased_until__gte=now).values("host")
        due = Article.objects.filter(free, due__lte=now, source__state=Source.State.ACTIVE)
        due = due.exclude(host__in=busy).order_by("id")
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True, of=("self",))
        rows = list(due.select_related("source")[:limit])
        if rows:
            Article.objects.filter(pk__in=[row.pk for row in rows]).update(
                leased_by=owner, leased_until=now + timedelta(seconds=seconds)
            )
    return rows


def renew(owner: str, now: datetime, seconds: int) -> None:
    """Extend all leases of ``owner``, while its work goes on."""
    Article.objects.filter(leased_by=owner, leased_until__gte=now).update(leased_until=now + timedelta(seconds=seconds))


def release(owner: str) -> None:
    """Free all leases of ``owner``."""
    Article.objects.filter(leased_by=owner).update(leased_by="", leased_until=None)


def release_dead(is_dead: Callable[[str], bool]) -> int:
    """Free the leases of owners that are known to be dead, without waiting for the expiry; how many rows."""
    owners = Article.objects.exclude(leased_by="").values_list("leased_by", flat=True).distinct()
    dead = [owner for owner in owners if is_dead(owner)]
    return Article.objects.filter(leased_by__in=dead).update(leased_by="", leased_until=None)
