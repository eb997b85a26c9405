"""How we behave towards publishers and what we bear from them, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class _Settings(Protocol):
    """What of the settings table is needed here."""

    @property
    def user_agent(self) -> str: ...
    def number(self, name: str) -> int: ...
    def real(self, name: str) -> float: ...
    def flag(self, name: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Policy:
    """The fetcher's manners and limits.

    ``seconds`` bounds one ``get`` with all its redirects, waiting for our turn apart; ``max_bytes`` a
    document, as sent and unpacked; ``host_requests`` and ``host_delay`` (seconds between the starts of two
    requests) hold for one host. A publisher's own crawl delay is kept up to ``most_delay`` seconds, and an
    item whose turn is more than ``patience`` seconds away is handed back as waiting. ``connections`` bounds
    all hosts together.
    """

    user_agent: str
    seconds: float = 30
    max_bytes: int = 8_000_000
    redirects: int = 5
    host_requests: int = 2
    host_delay: float = 0.5
    most_delay: float = 300
    patience: float = 120
    connections: int = 64
    allow_private: bool = False

    @classmethod
    def of(cls, settings: _Settings) -> Policy:
        """The policy that a network's settings ask for."""
        return cls(
            user_agent=settings.user_agent,
            seconds=settings.real("fetch_seconds"),
            max_bytes=settings.number("fetch_bytes"),
            redirects=settings.number("fetch_redirects"),
            host_requests=settings.number("host_requests"),
            host_delay=settings.real("host_delay"),
            allow_private=settings.flag("allow_private"),
        )

    @property
    def token(self) -> str:
        """The product token that robots.txt groups name (RFC 9309, section 2.2.1)."""
        return self.user_agent.partition("/")[0].strip().lower()
