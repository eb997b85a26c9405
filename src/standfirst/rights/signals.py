"""Raw strings to signals: headers, meta elements and links, each recorded as it was written.

Nothing here decides. What is not a statement of rights gives no signal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from standfirst.rights import Signal

MAX_VALUE = 1000
#: A bound on the signals of one page; a page with more repeats itself.
MAX_SIGNALS = 60

#: Names of meta elements that carry robots directives: everyone's, ours, and those of known crawlers, recorded.
ROBOTS_META = frozenset(
    ("robots", "standfirst", "googlebot", "googlebot-news", "bingbot", "slurp", "yandex", "baiduspider", "applebot")
)
#: Answers by which a server says that a page is not for us.
BARRED = {401: "asks for a login", 402: "asks for payment", 403: "forbids access", 451: "withholds it by law"}

_LINK = re.compile(r"<([^<>]{1,2000})>([^<>]{0,1000})")


def from_headers(headers: Iterable[tuple[str, str]]) -> tuple[Signal, ...]:
    """Signals of a response's headers (names in lower case): X-Robots-Tag, TDMRep, RSL's link, Content-Usage."""
    found: list[Signal] = []
    for name, raw in headers:
        value = raw.strip()[:MAX_VALUE]
        if name == "x-robots-tag" and value:
            found.append(Signal("x-robots-tag", value, "header"))
        elif name == "tdm-reservation" and value in {"0", "1"}:
            found.append(Signal("tdmrep", value, "header"))
        elif name == "content-usage" and value:
            found.append(Signal("aipref", value, "header"))
        elif name == "link":
            found += [Signal("rsl", target, "header") for target in rsl_links(raw)]
    return tuple(found[:MAX_SIGNALS])


def from_meta(name: str, content: str) -> Signal | None:
    """The signal of one meta element, None where it states no rights."""
    name, content = name.strip().lower(), content.strip()[:MAX_VALUE]
    if name in ROBOTS_META and content:
        return Signal("robots-meta", content, f'<meta name="{name}">')
    if name == "tdm-reservation" and content in {"0", "1"}:
        return Signal("tdmrep", content, f'<meta name="{name}">')
    return None


def from_status(status: int) -> Signal | None:
    """The signal of an answer's status: 401, 402, 403 and 451 say that the page is not for us."""
    return Signal("status", str(status), "the server's answer") if status in BARRED else None


def is_rsl_link(rel: str, media_type: str) -> bool:
    """Whether a link is RSL's: relation ``license`` with RSL's media type."""
    return "license" in rel.lower().split() and media_type.strip().lower().startswith("application/rsl+xml")


def rsl_links(value: str) -> tuple[str, ...]:
    """The addresses of the RSL documents that a Link header's value (RFC 8288) names, as written."""
    return tuple(
        target.strip()
        for target, parameters in _LINK.findall(value[:20_000])
        if is_rsl_link(_parameter(parameters, "rel"), _parameter(parameters, "type"))
    )


def _parameter(parameters: str, name: str) -> str:
    for part in parameters.split(";"):
        key, _, value = part.partition("=")
        if key.strip().lower() == name:
            return value.strip().rstrip(",").strip().strip("\"'")
    return ""
