"""Addresses as publishers write them → URIs that every validator takes (RFC 3986)."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

# What RFC 3986 lets stand anywhere behind the host; everything else is percent-encoded.
_SAFE = "%/:?@!$&'()*+,;=-._~"
_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_RARE = frozenset(' "<>\\^`{|}[]%')


@lru_cache(maxsize=4096)
def uri(address: str) -> str:
    """An address as a URI: characters that RFC 3986 does not know there are percent-encoded, nothing else is touched.

    Brackets stand around the number of a host (``[2001:db8::7]``) alone, and one ``#`` divides off the fragment.
    """
    if address.isascii() and address.isprintable() and _RARE.isdisjoint(address) and address.count("#") < 2:
        return address
    whole, mark, fragment = _LOOSE_PERCENT.sub("%25", address).partition("#")
    scheme, slashes, rest = whole.partition("//")
    if not slashes or "/" in scheme or "?" in scheme:  # no host: a path on this site
        return f"{_encoded(whole)}{mark}{_encoded(fragment)}"
    host, slash, path = rest.partition("/")
    if "?" in host:
        host, slash, path = rest.partition("?")
    host = quote(host, safe=f"{_SAFE}[]", errors="replace")
    return f"{_encoded(scheme)}//{host}{slash}{_encoded(path)}{mark}{_encoded(fragment)}"


def _encoded(text: str) -> str:
    return quote(text, safe=_SAFE, errors="replace")
