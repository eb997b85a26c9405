"""Identifiers that sort by the time they were made: UUID version 7 of RFC 9562."""

from __future__ import annotations

import os
import threading
import time
import uuid
from datetime import UTC, datetime

_lock = threading.Lock()
_last = 0


def uuid7() -> uuid.UUID:
    """A UUID of version 7. Those of one process are strictly increasing (RFC 9562, section 6.2, method 3).

    The 12 bits after the milliseconds count its 4,096ths, so that order holds within a millisecond too.
    """
    global _last  # noqa: PLW0603 (one clock for the process)
    with _lock:
        ticks = time.time_ns() * 4096 // 1_000_000
        _last = ticks = max(ticks, _last + 1)
    milliseconds, fraction = divmod(ticks, 4096)
    value = (milliseconds & (1 << 48) - 1) << 80 | 7 << 76 | fraction << 64
    value |= 0b10 << 62 | int.from_bytes(os.urandom(8)) & (1 << 62) - 1
    return uuid.UUID(int=value)


def first(at: datetime) -> uuid.UUID:
    """The least identifier that can have been made at ``at``, to a millisecond: a bound for those made since."""
    return uuid.UUID(int=int(at.timestamp() * 1000) << 80 | 7 << 76 | 0b10 << 62)


def made(id: uuid.UUID) -> datetime:
    """When an identifier of version 7 was made, to a millisecond."""
    return datetime.fromtimestamp((id.int >> 80) / 1000, UTC)
