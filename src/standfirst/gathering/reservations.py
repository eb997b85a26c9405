"""Rights that a site states for itself beside robots.txt's rules: TDMRep's file and RSL's licence documents.

TDMRep: W3C community group report of 10 May 2024, section on the well-known file. RSL 1.0: rslstandard.org.
Both are read here into values that the rights room judges; nothing here fetches or decides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import unescape

from standfirst.errors import UsageError
from standfirst.gathering import addresses, xmltree
from standfirst.gathering.robots import matches, target
from standfirst.rights import Signal, rsl, signals

WELL_KNOWN = "/.well-known/tdmrep.json"
MAX_RULES = 1000
MAX_PATTERN = 500
MAX_LICENCE = 20_000  # characters of a licence kept with a signal
MAX_NAMED = 3  # licences that one page names and that are asked for
MAX_BODY = 2_000_000  # bytes of a page in which links to licences are sought

Rule = tuple[str, bool, str]

_LINK = re.compile(rb"<!--|<link\b([^<>]{0,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]{1,20})\s{0,9}=\s{0,9}(\"[^\"]{0,2000}\"|'[^']{0,2000}'|[^\s\"'<>]{1,2000})")


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


def rsl_signal(licence: str, body: bytes | None, address: str, where: str) -> Signal | None:
    """What the RSL document at ``licence`` says of one page, as XML; None where it says nothing of it.

    ``body`` None: it was asked for and could not be had (``rsl-unread``). What is no RSL, or is empty because
    it is gone, is recorded by its address.
    """
    from lxml import etree

    if body is None:
        return Signal("rsl-unread", licence, where)
    root = xmltree.parse(body)
    if root is None or xmltree.name(root) != "rsl":
        return Signal("rsl", licence, where)
    if not rsl.prune(root, address):
        return None
    return Signal("rsl", str(etree.tostring(root, encoding="unicode"))[:MAX_LICENCE], where)


def named(headers: Iterable[tuple[str, str]], body: bytes, address: str) -> tuple[tuple[str, str], ...]:
    """The RSL documents that a page names: (address, where), by its Link headers and its ``link`` elements.

    ``headers`` have names in lower case. The body is sought as bytes: what matters here is ASCII.
    """
    found = [(target, "header") for name, value in headers if name == "link" for target in signals.rsl_links(value)]
    body = body[:MAX_BODY]
    if b"rsl+xml" in body:
        found += [(target, '<link rel="license">') for target in _linked(body)]
    documents: dict[str, str] = {}
    for reference, where in found:
        try:
            documents.setdefault(addresses.resolve(address, reference), where)
        except UsageError:
            continue
    return tuple(documents.items())[:MAX_NAMED]


def _linked(body: bytes) -> list[str]:
    """The references of the page's links to RSL, those in comments left out. One pass."""
    found: list[str] = []
    at = 0
    while len(found) < MAX_NAMED and (link := _LINK.search(body, at)):
        at = link.end()
        if link[1] is None:  # a comment
            at = body.find(b"-->", at)
            if at < 0:
                break
            continue
        attributes = {
            name.lower(): unescape(value.strip("\"'"))
            for name, value in _ATTRIBUTE.findall(link[1].decode("utf-8", "replace"))
        }
        if attributes.get("href") and signals.is_rsl_link(attributes.get("rel", ""), attributes.get("type", "")):
            found.append(attributes["href"].strip())
    return found
