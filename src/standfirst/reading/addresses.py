"""Addresses in a page: made absolute, and told apart by site."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

MAX_LENGTH = 2000


def absolute(base: str, reference: str) -> str:
    """A reference as an absolute http or https address without its fragment; "" where it is none."""
    reference = reference.strip()
    if not reference or len(reference) > MAX_LENGTH:
        return ""
    try:
        address = urljoin(base, reference) if base.startswith(("http://", "https://")) else reference
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
            return ""
        return parts._replace(fragment="").geturl()
    except ValueError:
        return ""


def path(address: str) -> str:
    """The path of an address, "/" where there is none."""
    try:
        return urlsplit(address).path or "/"
    except ValueError:
        return "/"


def site(address: str) -> str:
    """The registrable domain of an address; host and port where it has none; "" for what is no address."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
        authority = f"{host}:{parts.port}" if parts.port else host
    except ValueError:
        return ""
    return str(_suffixes().privatesuffix(host) or authority.removeprefix("www.")) if host else ""


@lru_cache(maxsize=1)
def _suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False)
