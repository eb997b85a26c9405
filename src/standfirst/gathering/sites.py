"""What a site as a whole says to us: its robots.txt, its licences and its reservation, each asked for once.

Kept for a day at most (RFC 9309, section 2.4), in a plain dictionary that outlives one fetcher if the caller
hands it on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from standfirst.gathering import Failure, reservations, robots
from standfirst.gathering.reservations import Rule, rsl_signal, tdmrep_signal
from standfirst.gathering.robots import Robots
from standfirst.rights import Signal

LIFETIME = timedelta(hours=24)
ALL_ALLOWED = Robots()
AGAIN = timedelta(minutes=15)  # after which an unreachable robots.txt is asked for again
MAX_SITES = 10_000
#: Failures to connect at all, which say more of the host than "its robots.txt is unreachable".
HOST_FAULTS = frozenset({"dns", "connect", "tls", "refused-address", "address"})

#: Fetches a small document by its address, at most so many bytes of it, without asking robots.txt.
Fetch = Callable[[str, int], Awaitable[bytes | Failure]]


@dataclass(frozen=True, eq=False)
class Site:
    """A site (scheme, host and port) as it was at ``asked``; ``failure`` where its robots.txt was unreachable.

    ``reserved`` and ``licences`` are None until a document of the site was fetched.
    """

    origin: str
    asked: datetime
    robots: Robots = ALL_ALLOWED
    failure: Failure | None = None
    reserved: tuple[Rule, ...] | None = None
    licences: tuple[tuple[str, bytes], ...] | None = None

    def fresh(self, now: datetime) -> bool:
        """Whether what is kept may still be used."""
        if self.failure is None:
            return now - self.asked < LIFETIME
        return now < (self.failure.until or self.asked + AGAIN)

    def signals(self, address: str) -> tuple[Signal, ...]:
        """What the site states of one of its addresses."""
        stated = [rsl_signal(licence, body, address, "robots.txt") for licence, body in self.licences or ()]
        stated.append(tdmrep_signal(self.reserved or (), address))
        return (*self.robots.wishes, *(signal for signal in stated if signal is not None))


Memory = dict[str, Site]


class Sites:
    """The sites of one fetcher. Two requests that need the same robots.txt wait for one answer."""

    def __init__(self, fetch: Fetch, token: str, memory: Memory) -> None:
        self._fetch = fetch
        self._token = token
        self._memory = memory
        self._locks: dict[str, asyncio.Lock] = {}

    async def of(self, origin: str) -> Site:
        """The site with its robots.txt."""
        async with self._locks.setdefault(origin, asyncio.Lock()):
            site = self._memory.get(origin)
            if site is None or not site.fresh(datetime.now(UTC)):
                site = await self._ask(origin)
                self._keep(site)
            return site

    async def with_rights(self, origin: str) -> Site:
        """The site with its reservation and licences too. What cannot be had there states nothing."""
        site = await self.of(origin)
        async with self._locks[origin]:
            site = self._memory.get(origin, site)
            if site.reserved is None:
                site = replace(site, reserved=await self._reserved(site), licences=await self._licences(site))
                self._keep(site)
            return site

    def _keep(self, site: Site) -> None:
        if len(self._memory) >= MAX_SITES and site.origin not in self._memory:
            del self._memory[next(iter(self._memory))]
        self._memory[site.origin] = site

    async def _ask(self, origin: str) -> Site:
        address = f"{origin}/robots.txt"
        now = datetime.now(UTC)
        answer = await self._fetch(address, robots.MAX_BYTES)
        if isinstance(answer, bytes):
            return Site(origin, now, robots.parse(answer, address, self._token))
        if answer.code == "redirects" or (400 <= answer.status < 500 and answer.status != 429):
            return Site(origin, now)  # unavailable, so everything is allowed (RFC 9309, section 2.3.1.3)
        if answer.code in HOST_FAULTS or answer.outcome == "waiting":
            return Site(origin, now, failure=answer)
        reason = f"its robots.txt cannot be had ({answer.reason}), so nothing of the site is fetched for now"
        return Site(
            origin,
            now,
            failure=Failure(address, "robots-unreachable", reason, "waiting", answer.status, now + AGAIN),
        )

    async def _reserved(self, site: Site) -> tuple[Rule, ...] | None:
        address = site.origin + reservations.WELL_KNOWN
        if not site.robots.allows(address):
            return ()
        answer = await self._fetch(address, 200_000)
        if isinstance(answer, Failure):
            return None if answer.outcome == "waiting" else ()  # waiting: ask again with the next document
        return reservations.tdmrep(answer)

    async def _licences(self, site: Site) -> tuple[tuple[str, bytes], ...]:
        found = []
        for licence in site.robots.licences:
            answer = await self._fetch(licence, 200_000)
            found.append((licence, answer if isinstance(answer, bytes) else b""))
        return tuple(found)
