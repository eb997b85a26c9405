"""One host's pace: so many requests at once, so long between two, and silence when it asks for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


class NotYet(Exception):
    """Our turn with a host is too far away. ``until`` says when it is, ``reason`` why."""

    def __init__(self, until: datetime, reason: str) -> None:
        self.until = until
        self.reason = reason
        super().__init__(reason)


@dataclass
class Host:
    """What we keep of a host while we fetch from it. Times are the event loop's seconds."""

    slots: asyncio.Semaphore
    delay: float
    free_at: float = 0.0
    silent_until: datetime | None = None


@dataclass
class Pace:
    """The hosts we fetch from, each with its own pace."""

    requests: int
    delay: float
    patience: float
    hosts: dict[str, Host] = field(default_factory=dict)

    def of(self, host: str) -> Host:
        """The host's state, made at first sight."""
        if host not in self.hosts:
            self.hosts[host] = Host(asyncio.Semaphore(self.requests), self.delay)
        return self.hosts[host]

    def slow_down(self, host: str, delay: float) -> None:
        """Keep ``delay`` seconds between two requests to a host, if that is more than we would."""
        state = self.of(host)
        state.delay = max(self.delay, delay)

    def silence(self, host: str, until: datetime) -> None:
        """Ask a host nothing before ``until``: it said so (429, or 503 with a time)."""
        state = self.of(host)
        state.silent_until = max(until, state.silent_until or until)

    @asynccontextmanager
    async def turn(self, host: str, *, at_once: bool = False) -> AsyncIterator[None]:
        """Wait for our turn, then hold one of the host's slots.

        ``at_once`` is for what a site says once a day of itself: it waits for a slot, not for the delay, and
        the next request keeps its distance. Raises :class:`NotYet` where the turn is more than ``patience``
        seconds away or the host wants silence.
        """
        state = self.of(host)
        clock = asyncio.get_running_loop().time
        _check_silence(host, state)
        start = clock() if at_once else max(clock(), state.free_at)
        if start - clock() > self.patience:
            until = datetime.now(UTC) + timedelta(seconds=start - clock())
            raise NotYet(until, f"{host} is asked only every {state.delay:g} s, and others of it come first")
        state.free_at = max(state.free_at, start + state.delay)
        await asyncio.sleep(max(0.0, start - clock()))
        async with state.slots:
            _check_silence(host, state)  # it may have been asked for while we waited
            yield


def _check_silence(host: str, state: Host) -> None:
    now = datetime.now(UTC)
    if state.silent_until is not None and now < state.silent_until:
        when = f"{state.silent_until:%Y-%m-%d %H:%M:%S} UTC"
        raise NotYet(state.silent_until, f"{host} asked for no requests until {when}")
