"""What went wrong, as one clear line and what follows from it: statuses and errors to :class:`Failure`."""

from __future__ import annotations

import os
import socket
import ssl
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from standfirst.gathering import Failure
from standfirst.gathering.body import Garbled, TooLarge
from standfirst.gathering.guard import RefusedAddress
from standfirst.gathering.pace import NotYet

MOST_WAIT = timedelta(days=1)
#: Where a host says 429 and not for how long.
DEFAULT_WAIT = timedelta(minutes=5)

REFUSED = {
    401: "the publisher asks for a sign-in (401)",
    402: "the publisher asks for payment (402)",
    403: "the publisher refuses us (403)",
    451: "it may not be shown for legal reasons (451)",
}
GONE = {404: "there is no such page (404)", 410: "the publisher took it away for good (410)"}


def of_status(address: str, status: int, headers: Mapping[str, str], now: datetime) -> Failure:
    """An answer that is no document. 429 and a dated 503 wait, 404 and 410 are gone, a few are refusals."""
    if status in REFUSED:
        return Failure(address, "status", REFUSED[status], "refused", status)
    if status in GONE:
        return Failure(address, "status", GONE[status], "gone", status)
    until = retry_after(headers.get("Retry-After", ""), now)
    if status == 429:
        return Failure(
            address,
            "status",
            "the publisher asks us to slow down (429)",
            "waiting",
            status,
            until or now + DEFAULT_WAIT,
        )
    if status == 503 and until is not None:
        return Failure(address, "status", "the publisher asks us to come later (503)", "waiting", status, until)
    if status >= 500:
        return Failure(address, "status", f"the publisher's server has an error ({status})", "failed", status)
    return Failure(address, "status", f"the publisher's server answers {status}", "failed", status)


def retry_after(value: str, now: datetime) -> datetime | None:
    """A Retry-After header (RFC 9110, section 10.2.3) as a time, a day away at most; None where it says nothing."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return now + min(timedelta(seconds=int(value[:6])), MOST_WAIT)
    try:
        when = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max(when, now), now + MOST_WAIT)


def of_error(address: str, error: BaseException, *, seconds: float, most: int) -> Failure:
    """An error of the network, of the guard or of our own limits."""
    if isinstance(error, NotYet):
        return Failure(address, "budget", error.reason, "waiting", until=error.until)
    if isinstance(error, TooLarge):
        how = "unpacks to" if error.unpacked else "is"
        return Failure(address, "too-large", f"it {how} more than {most:,} bytes")
    if isinstance(error, Garbled):
        return Failure(address, "connect", f"its body cannot be read: {error}")
    for inner in _chain(error):
        if isinstance(inner, RefusedAddress):
            why = f"{inner.strerror}, from which nothing is fetched"
            return Failure(address, "refused-address", why)
    if isinstance(error, TimeoutError):
        return Failure(address, "timeout", f"no whole answer within {seconds:g} s")
    return _of_client_error(address, error)


def _of_client_error(address: str, error: BaseException) -> Failure:
    import aiohttp

    inner = list(_chain(error))
    if any(isinstance(one, ssl.SSLError | ssl.CertificateError) for one in inner) or isinstance(
        error, aiohttp.ClientSSLError
    ):
        words = next((getattr(one, "verify_message", "") for one in inner if getattr(one, "verify_message", "")), "")
        return Failure(address, "tls", f"its certificate or encryption is not accepted{f': {words}' if words else ''}")
    if isinstance(error, aiohttp.ClientConnectorDNSError) or any(isinstance(one, socket.gaierror) for one in inner):
        return Failure(address, "dns", "its host name is not known")
    if isinstance(error, aiohttp.InvalidURL | UnicodeError | ValueError):
        return Failure(address, "address", "this is no web address that can be asked for")
    if isinstance(error, aiohttp.ClientConnectorError):
        number = error.os_error.errno
        return Failure(
            address, "connect", f"no connection to its host{f': {os.strerror(number).lower()}' if number else ''}"
        )
    if isinstance(error, aiohttp.ClientPayloadError):
        return Failure(address, "connect", "the connection broke off before the whole document was there")
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return Failure(address, "connect", "the host closed the connection without an answer")
    if isinstance(error, aiohttp.ClientResponseError):
        return Failure(address, "connect", "what the host answers is not HTTP")
    return Failure(address, "connect", "the connection broke off")


def _chain(error: BaseException) -> list[BaseException]:
    """The error with what it wraps; aiohttp keeps the system's error in ``os_error``."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting and len(found) < 20:
        one = waiting.pop(0)
        if isinstance(one, BaseException) and one not in found:
            found.append(one)
            waiting += [getattr(one, "os_error", None), one.__cause__, one.__context__]
    return found
