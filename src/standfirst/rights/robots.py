"""Robots directives of a page: ``<meta name="robots">`` and ``X-Robots-Tag``.

The vocabulary is the one that search engines document for both places (noindex, nosnippet, max-snippet and
the rest); a header may put the name of a user agent before its directives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Names under which a directive is meant for us. Directives named for anyone else are recorded, not followed.
OURS = frozenset({"", "*", "robots", "all", "standfirst"})
#: Directives that carry a value after a colon, and so are no user agent's name.
VALUED = frozenset({"max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"})

MAX_LENGTH = 4000
_AGENT = re.compile(r"([A-Za-z*][A-Za-z0-9_*-]{0,60})\s{0,9}:\s{0,9}(.{0,500})", re.DOTALL)
_NUMBER = re.compile(r"-?[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Directives:
    """What is asked of us. ``max_snippet`` in characters; None where there is no limit."""

    nosnippet: bool = False
    noindex: bool = False
    max_snippet: int | None = None


def directives(value: str, agent: str = "") -> Directives:
    """The directives in ``value`` that are meant for us.

    ``agent`` is the name that the whole value stands under (the name of a meta element), ``value`` a list
    separated by commas in which ``name:`` turns to another user agent until the next name.
    """
    nosnippet = noindex = False
    limit: int | None = None
    current = agent.strip().lower()
    for part in value[:MAX_LENGTH].split(","):
        token = part.strip().lower()
        named = _AGENT.match(token)
        if named and named[1] not in VALUED:
            current, token = named[1], named[2].strip()
        if current not in OURS:
            continue
        name, _, argument = token.partition(":")
        name = name.strip()
        nosnippet = nosnippet or name == "nosnippet"
        noindex = noindex or name in {"noindex", "none"}
        number = _NUMBER.fullmatch(argument.strip()) if name == "max-snippet" else None
        if number and int(number[0]) >= 0:
            limit = int(number[0]) if limit is None else min(limit, int(number[0]))
    return Directives(nosnippet, noindex, limit)
