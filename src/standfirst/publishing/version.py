"""The network's data version: the number that every visible change raises, and when it was raised."""

from __future__ import annotations

from datetime import datetime

from standfirst.newsroom.models import DataVersion


def data_version() -> tuple[int, datetime | None]:
    """Number and time of the latest visible change; 0 and None before the first."""
    return DataVersion.objects.filter(pk=1).values_list("number", "changed").first() or (0, None)
