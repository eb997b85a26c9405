"""What a site as a whole says to us: its robots.txt, its licences and its reservation, each asked for once.

Kept for a day at most (RFC 9309, section 2.4), in a plain dictionary that outlives one fetcher if the caller
hands it on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from standfirst.errors import UsageError
from standfirst.gathering import Failure, reservations, robots
from standfirst.gathering.reservations import Rule, tdmrep_signal
from standfirst.gathering.robots import Robots
from standfirst.rights import Signal

LIFETIME = timedelta(hours=24)
ALL_ALLOWED = Robots()
AGAIN = timedelta(minutes=15)  # after which an unreachable robots.txt is asked for again
MAX_SITES = 10_000
MAX_LICENCES = 10  # kept of one site
MAX_LICENCE_BYTES = 200_000
#: Failures to connect at all, which say more of the host than "its robots.txt is unreachable".
HOST_FAULTS = frozenset({"dns", "connect", "tls", "refused-address", "address"})

#: Fetches a small document by its address, at most so many bytes of it, without asking robots.txt.
Fetch = Callable[[str, int], Awaitable[bytes | Failure]]


@dataclass(frozen=True, slots=True)
class Licence:
    """An RSL document as it was at ``asked``: empty where it is gone, None where it could not be had."""

    address: str
    body: bytes | None
    asked: datetime

    def fresh(self, now: datetime) -> bool:
        """Whether it need not be asked for again. One that was had is kept as long as its site."""
        return self.body is not None or now - self.asked < AGAIN


@dataclass(frozen=True, eq=False)
class Site:
    """A site (scheme, host and port) as it was at ``asked``; ``failure`` where its robots.txt was unreachable.

    ``reserved`` is None until a document of the site was fetched; ``licences`` are those that its robots.txt
    and its pages named, as far as they were asked for.
    """

    origin: str
    asked: datetime
    robots: Robots = ALL_ALLOWED
    failure: Failure | None = None
    reserved: tuple[Rule, ...] | None = None
    licences: tuple[Licence, ...] = ()

    def fresh(self, now: datetime) -> bool:
        """Whether what is kept may still be used."""
        if self.failure is None:
            return now - self.asked < LIFETIME
        return now < (self.failure.until or self.asked + AGAIN)

    def signals(self, address: str, named: Iterable[tuple[str, str]] = ()) -> tuple[Signal, ...]:
        """What the site states of one of its addresses, with the licences that page ``named``: (address, where)."""
        places: dict[str, str] = {}
        for licence, where in (*((each, "robots.txt") for each in self.robots.licences), *named):
            places.setdefault(licence, where)
        stated = [
            reservations.rsl_signal(licence.address, licence.body, address, places[licence.address])
            for licence in self.licences
            if licence.address in places
        ]
        stated.append(tdmrep_signal(self.reserved or (), address))
        return (*self.robots.wishes_of(address), *(signal for signal in stated if signal is not None))


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

    async def with_rights(self, origin: str, named: Iterable[str] = ()) -> Site:
        """The site with its reservation, its licences and those at the addresses that one of its pages ``named``."""
        site = await self.of(origin)
        async with self._locks[origin]:
            site = self._memory.get(origin, site)
            now = datetime.now(UTC)
            had = {licence.address: licence for licence in site.licences if licence.fresh(now)}
            needed = dict.fromkeys((*site.robots.licences, *named))
            wanted = [address for address in needed if address not in had]
            if site.reserved is None or wanted:
                reserved = await self._reserved(site) if site.reserved is None else site.reserved
                new = await asyncio.gather(*(self._licence(address, now) for address in wanted))
                had |= {licence.address: licence for licence in new}
                order = [*(address for address in had if address not in needed), *needed]  # what goes is the oldest
                licences = tuple(had[address] for address in order[-MAX_LICENCES:])
                site = replace(site, reserved=reserved, licences=licences)
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

    async def _licence(self, address: str, now: datetime) -> Licence:
        try:
            answer = await self._fetch(address, MAX_LICENCE_BYTES)
        except UsageError:  # no address that can be asked for
            return Licence(address, b"", now)
        if isinstance(answer, bytes):
            return Licence(address, answer, now)
        return Licence(address, b"" if answer.outcome == "gone" else None, now)
