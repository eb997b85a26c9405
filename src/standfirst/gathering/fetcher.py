"""Fetches documents: guarded, polite and bounded. What the network does is answered with a value, never raised.

Redirects are followed here rather than by the client, so that every hop is checked as a first request is:
its scheme, its robots.txt, its host's pace and, when it connects, its address.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from standfirst.errors import UsageError
from standfirst.gathering import Failure, Page, Validators, addresses, body, guard, outcomes, reservations
from standfirst.gathering.body import Garbled, TooLarge
from standfirst.gathering.cleaning import whole
from standfirst.gathering.pace import NotYet, Pace
from standfirst.gathering.policy import Policy
from standfirst.gathering.sites import Memory, Sites
from standfirst.rights import Signal

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession

ACCEPT_PAGE = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"
ACCEPT_FEED = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.3"
)
REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: Never a page nor a feed: given up before its body is read.
NEVER_TEXT = ("image/", "video/", "audio/", "font/", "application/pdf", "application/zip", "application/x-shockwave")


@dataclass(slots=True)
class Errand:
    """What holds for all hops of one request: headers, limits, and the ``seconds`` of network time still left.

    ``of_site`` marks robots.txt and its like, of which the beginning will do.
    """

    headers: Mapping[str, str]
    obey_robots: bool
    seconds: float
    most: int
    of_site: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One hop's answer: status, headers (names in lower case) and, for a document, its unpacked body."""

    address: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""
    location: str = ""


class Fetcher:
    """Fetches documents as ``policy`` says; an asynchronous context manager.

    ``resolver`` looks host names up (the system's by default). ``memory`` keeps what sites say for a day;
    handing the same dictionary to the next fetcher spares asking again.
    """

    def __init__(self, policy: Policy, resolver: guard.Resolver | None = None, memory: Memory | None = None) -> None:
        self.policy = policy
        self._resolver = resolver
        self._session: ClientSession | None = None
        self._pace = Pace(policy.host_requests, policy.host_delay, policy.patience)
        self.sites = Sites(self._site_document, policy.token, {} if memory is None else memory)

    async def __aenter__(self) -> Self:
        import aiohttp

        connector = guard.connector(
            self._resolver, allow_private=self.policy.allow_private, limit=self.policy.connections
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.policy.user_agent, "Accept-Encoding": body.accepted()},
            timeout=aiohttp.ClientTimeout(total=self.policy.seconds),
            auto_decompress=False,
            trust_env=False,
            max_line_size=16_384,
            max_field_size=32_768,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def get(
        self,
        address: str,
        validators: Validators = Validators(),  # noqa: B008 - frozen
        accept: str = ACCEPT_PAGE,
        *,
        obey_robots: bool = True,
    ) -> Page | Failure:
        """The document at ``address``, or why there is none.

        ``validators`` are those of the last :class:`Page`: the server may answer that they still hold (304),
        and the same body sent again is told by its hash.
        """
        headers = {"Accept": accept}
        if validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
        try:
            answer = await self._follow(
                address, Errand(headers, obey_robots, self.policy.seconds, self.policy.max_bytes)
            )
            if isinstance(answer, Failure):
                return replace(answer, address=address)
            signals: tuple[Signal, ...] = ()
            if obey_robots and answer.status == 200:
                named = reservations.named(answer.headers, answer.body, answer.address)
                site = await self.sites.with_rights(addresses.origin(answer.address), [each for each, _ in named])
                signals = site.signals(answer.address, named)
        except UsageError as error:
            return Failure(address, "address", f"{error.reason}. {error.way_out}".rstrip(". "))
        fresh = _validators(answer)
        if answer.status == 304:
            fresh = replace(
                fresh,
                etag=fresh.etag or validators.etag,
                last_modified=fresh.last_modified or validators.last_modified,
                body_hash=validators.body_hash,
            )
        return Page(
            address=address,
            final_address=answer.address,
            status=answer.status,
            headers=answer.headers,
            body=answer.body,
            fetched=datetime.now(UTC),
            validators=fresh,
            unchanged=answer.status == 304 or (validators.body_hash != "" and fresh.body_hash == validators.body_hash),
            signals=signals,
        )

    async def _site_document(self, address: str, most: int) -> bytes | Failure:
        """A small document of a site, its beginning where it is longer; robots.txt is not asked."""
        errand = Errand({"Accept": "*/*"}, False, self.policy.seconds, most, of_site=True)
        answer = await self._follow(address, errand)
        return answer.body if isinstance(answer, Answer) else answer

    async def _follow(self, address: str, errand: Errand) -> Answer | Failure:
        """The answer at the end of the redirects: a document or a 304, or the failure on the way there."""
        hop = addresses.normalise(address).partition("#")[0]
        seen: set[str] = set()
        while True:
            seen.add(hop)
            refusal = await self._permission(hop) if errand.obey_robots else None
            answer = refusal or await self._ask(hop, errand)
            if isinstance(answer, Failure) or not answer.location:
                return answer
            try:
                hop = addresses.resolve(hop, answer.location).partition("#")[0]
            except UsageError as error:
                why = f"it redirects to {addresses.shown(answer.location)}: {error.reason}"
                return Failure(address, "redirects", why, status=answer.status)
            if hop in seen:
                return Failure(address, "redirects", "it redirects in a circle", status=answer.status)
            if len(seen) > self.policy.redirects:
                why = f"it redirects more than {self.policy.redirects} times"
                return Failure(address, "redirects", why, status=answer.status)

    async def _permission(self, hop: str) -> Failure | None:
        """Ask the site's robots.txt, keep to its pace, and say why not where it does not allow the address."""
        site = await self.sites.of(addresses.origin(hop))
        if site.failure is not None:
            return site.failure
        if not site.robots.allows(hop):
            who = "us by name" if site.robots.named else "all robots"
            return Failure(hop, "robots", f"the site's robots.txt asks {who} not to fetch it", "refused")
        if site.robots.delay:
            self._pace.slow_down(addresses.host(hop), min(site.robots.delay, self.policy.most_delay))
        return None

    async def _ask(self, hop: str, errand: Errand) -> Answer | Failure:
        """One request in its host's turn; the time it takes is taken off the errand's."""
        import aiohttp
        from yarl import URL

        assert self._session is not None, "a Fetcher is used as `async with Fetcher(…)`"
        try:
            async with self._pace.turn(addresses.host(hop), at_once=errand.of_site):
                began = time.monotonic()
                async with (
                    asyncio.timeout(max(errand.seconds, 0.001)),
                    self._session.get(
                        URL(hop, encoded=True), headers=errand.headers, allow_redirects=False
                    ) as response,
                ):
                    answer = await self._receive(hop, response, errand)
                errand.seconds -= time.monotonic() - began
                return answer
        except (aiohttp.ClientError, OSError, ValueError, TooLarge, Garbled, NotYet) as error:
            return outcomes.of_error(hop, error, seconds=self.policy.seconds, most=errand.most)

    async def _receive(self, hop: str, response: ClientResponse, errand: Errand) -> Answer | Failure:
        """Turn a response into an answer; only a document's body is read."""
        headers = tuple((name.lower(), whole(value)) for name, value in response.headers.items())
        status = response.status
        if status == 304:
            return Answer(hop, status, headers)
        if status in REDIRECTS and (location := response.headers.get("Location", "").strip()):
            return Answer(hop, status, headers, location=location)
        if status not in {200, 203}:
            failure = outcomes.of_status(hop, status, response.headers, datetime.now(UTC))
            if failure.outcome == "waiting" and failure.until is not None:
                self._pace.silence(addresses.host(hop), failure.until)
            return failure
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind.startswith(NEVER_TEXT):
            return Failure(hop, "media-type", f"it is {kind[:60]}, neither a page nor a feed")
        if not errand.of_site and (response.content_length or 0) > errand.most:
            raise TooLarge(unpacked=False)
        encoding = response.headers.get("Content-Encoding", "")
        unpacked = await body.read(response.content.iter_any(), encoding, errand.most, cut=errand.of_site)
        return Answer(hop, 200, headers, unpacked)


def _validators(answer: Answer) -> Validators:
    named = dict(answer.headers)
    return Validators(
        etag=named.get("etag", "")[:500],
        last_modified=named.get("last-modified", "")[:100],
        body_hash=hashlib.sha256(answer.body).hexdigest() if answer.status == 200 else "",
    )
