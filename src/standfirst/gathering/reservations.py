"""Rights that a site states for itself beside robots.txt's rules: TDMRep's file and RSL's licence documents.

TDMRep: W3C community group report of 10 May 2024, section on the well-known file. RSL 1.0: rslstandard.org.
Both are read here into values that the rights room judges; nothing here fetches or decides.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from standfirst.errors import UsageError
from standfirst.gathering import addresses, xmltree
from standfirst.gathering.robots import matches, target
from standfirst.rights import Signal

WELL_KNOWN = "/.well-known/tdmrep.json"
MAX_RULES = 1000
MAX_PATTERN = 500
MAX_LICENCE = 20_000  # characters of a licence kept with a signal

Rule = tuple[str, bool, str]


def tdmrep(body: bytes) -> tuple[Rule, ...]:
    """The rules of a tdmrep.json: (location, reserved, policy's address). Anything but a list of them is none."""
    try:
        rows = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return ()
    rules: list[Rule] = []
    for row in rows[:MAX_RULES] if isinstance(rows, list) else ():
        if not isinstance(row, dict):
            continue
        location, reservation, policy = row.get("location"), row.get("tdm-reservation"), row.get("tdm-policy")
        if not isinstance(location, str) or len(location) > MAX_PATTERN or str(reservation) not in {"0", "1"}:
            continue
        rules.append((location, str(reservation) == "1", policy[:2000] if isinstance(policy, str) else ""))
    return tuple(rules)


def tdmrep_signal(rules: Iterable[Rule], address: str) -> Signal | None:
    """What the rules say of one address: the longest location that matches holds, a reservation before none."""
    path = target(address)
    fitting = [rule for rule in rules if matches(rule[0], path)]
    if not fitting:
        return None
    _, reserved, _ = max(fitting, key=lambda rule: (len(rule[0]), rule[1]))
    return Signal("tdmrep", "1" if reserved else "0", WELL_KNOWN)


def rsl_signal(licence: str, body: bytes, address: str, where: str) -> Signal | None:
    """What the RSL document at ``licence`` says of one page, as XML; the licence's address where it is not known.

    Only the ``content`` elements whose ``url`` fits the page are kept; None where there are none such.
    """
    text = _fitting(body, address)
    if text is None:
        return Signal("rsl", licence, where)
    return Signal("rsl", text, where) if text else None


def _fitting(body: bytes, address: str) -> str | None:
    """The document with only what concerns ``address``; "" where nothing does, None where it is no RSL."""
    from lxml import etree

    root = xmltree.parse(body)
    if root is None or xmltree.name(root) != "rsl":
        return None
    fits = False
    for content in list(root):
        if xmltree.name(content) != "content":
            continue
        if _covers(content.get("url", "/").strip(), address):
            fits = True
        else:
            root.remove(content)
    return str(etree.tostring(root, encoding="unicode"))[:MAX_LICENCE] if fits else ""


def _covers(pattern: str, address: str) -> bool:
    """Whether a content element's ``url``, an absolute address or a path with wildcards, covers the address."""
    if len(pattern) > MAX_PATTERN:
        return True  # too long to check: taken as the stricter reading
    if not pattern.lower().startswith(("http://", "https://")):
        return matches(pattern or "/", target(address))
    authority, _, path = pattern.partition("://")[2].partition("/")
    try:
        same = addresses.host(f"https://{authority}/") == addresses.host(address)
    except UsageError:
        return False
    return same and matches(f"/{path}", target(address))
