"""The address check at connect time: no request of ours reaches a machine that is not on the public internet.

Names are checked when they resolve, and every address again when its socket is made, so that literal
addresses, redirects and names that change between look-up and connection meet the same rule. The ranges are
those of IANA's special-purpose registries (RFC 6890 and its successors).
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from aiohttp import TCPConnector
    from aiohttp.abc import ResolveResult

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class RefusedAddress(OSError):
    """A host leads to an address that is not fetched from; ``strerror`` is a sentence for people."""


class Resolver(Protocol):
    """Looks names up; aiohttp's resolvers are such, and so is a stand-in."""

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = ...) -> list[ResolveResult]:
        """The addresses of ``host``, each with its text under ``host``; OSError where there are none."""
        ...

    async def close(self) -> None:
        """Let go of what it holds."""
        ...


def _networks(*rows: tuple[str, str]) -> tuple[tuple[Network, str], ...]:
    return tuple((ipaddress.ip_network(network), kind) for network, kind in rows)


#: Refused unless the operator allows private addresses.
PRIVATE = _networks(
    ("10.0.0.0/8", "a private address"),
    ("172.16.0.0/12", "a private address"),
    ("192.168.0.0/16", "a private address"),
    ("100.64.0.0/10", "a carrier's shared address"),
    ("127.0.0.0/8", "a loopback address"),
    ("::1/128", "a loopback address"),
    ("fc00::/7", "a private address"),
)
#: Refused always: no publisher is there, and cloud machines keep their secrets at a link-local address.
NEVER = _networks(
    ("0.0.0.0/8", "an unspecified address"),
    ("169.254.0.0/16", "a link-local address"),
    ("192.0.0.0/24", "a reserved address"),
    ("192.0.2.0/24", "an address for documentation"),
    ("192.88.99.0/24", "a reserved address"),
    ("198.18.0.0/15", "an address for measurements"),
    ("198.51.100.0/24", "an address for documentation"),
    ("203.0.113.0/24", "an address for documentation"),
    ("224.0.0.0/4", "a multicast address"),
    ("240.0.0.0/4", "a reserved address"),
    ("::/128", "an unspecified address"),
    ("100::/64", "a reserved address"),
    ("2001::/23", "a reserved address"),  # Teredo among them
    ("2001:db8::/32", "an address for documentation"),
    ("3fff::/20", "an address for documentation"),
    ("fe80::/10", "a link-local address"),
    ("fec0::/10", "a private address"),
    ("ff00::/8", "a multicast address"),
)
GLOBAL_IPV6 = ipaddress.IPv6Network("2000::/3")  # all that IANA has given out for unicast
NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
COMPATIBLE = ipaddress.IPv6Network("::/96")


def embedded(address: ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses inside one of IPv6: mapped, compatible, 6to4 and NAT64."""
    last = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.sixtofour is not None:
        return [address.sixtofour]
    if any(address in network for network in NAT64):
        return [last]
    return [last] if address in COMPATIBLE and int(address) > 1 else []


def refusal(address: Address, *, allow_private: bool = False) -> str:
    """Why ``address`` is not fetched from, as words such as "a loopback address"; "" where it may be."""
    for network, kind in NEVER if allow_private else NEVER + PRIVATE:
        if address.version == network.version and address in network:
            return kind
    if isinstance(address, ipaddress.IPv6Address):
        inner = embedded(address)
        for inside in inner:
            if why := refusal(inside, allow_private=allow_private):
                return f"{why} inside an IPv6 address"
        known = any(address in network for network, _ in PRIVATE if network.version == 6)
        if not inner and not known and address not in GLOBAL_IPV6:
            return "a reserved address"
    return ""


def check(text: str, *, allow_private: bool = False) -> None:
    """Raise :class:`RefusedAddress` where the address (with an IPv6 zone or without) is not fetched from."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if why := refusal(address, allow_private=allow_private):
        raise RefusedAddress(None, f"its address {address} is {why}")


class GuardedResolver:
    """A resolver that gives only addresses which may be fetched from, and refuses where none is left."""

    def __init__(self, resolver: Resolver, *, allow_private: bool) -> None:
        self.resolver = resolver
        self.allow_private = allow_private

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of ``host`` that pass the check."""
        passed, refused = [], None
        for found in await self.resolver.resolve(host, port, family):
            try:
                check(found["host"], allow_private=self.allow_private)
            except RefusedAddress as error:
                refused = error
            else:
                passed.append(found)
        if refused is not None and not passed:
            raise refused
        return passed

    async def close(self) -> None:
        """Close the resolver that looks up."""
        await self.resolver.close()


def connector(
    resolver: Resolver | None = None, *, allow_private: bool = False, limit: int = 64, limit_per_host: int = 0
) -> TCPConnector:
    """aiohttp's connector with the check on what names resolve to and on every socket it makes."""
    from aiohttp import TCPConnector, ThreadedResolver

    def make_socket(info: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, address = info
        check(str(address[0]), allow_private=allow_private)
        return socket.socket(family=family, type=kind, proto=protocol)

    guarded = GuardedResolver(resolver or ThreadedResolver(), allow_private=allow_private)
    return TCPConnector(
        resolver=guarded,  # type: ignore[arg-type]
        socket_factory=make_socket,
        limit=limit,
        limit_per_host=limit_per_host,
        ttl_dns_cache=60,
        happy_eyeballs_delay=0.25,
    )
