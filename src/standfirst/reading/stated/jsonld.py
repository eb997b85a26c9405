"""JSON-LD: the page's statements about itself, found among everything else that sites put there.

Only what schema.org's vocabulary needs here is read: nodes with a type, their properties, and references by
``@id`` within the page. Contexts are not resolved.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from standfirst.reading.wordlists import words

Node = dict[str, Any]

MAX_SCRIPTS = 60
MAX_NODES = 3000
#: Values of one ``author`` that are looked at.
MAX_NAMES = 60
#: Types that say: this page is an article. Recipes and products are not news, but reviews are.
ARTICLES = words(
    """
    article newsarticle reportagenewsarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle
    reviewnewsarticle askpublicnewsarticle advertisercontentarticle satiricalarticle blogposting liveblogposting
    socialmediaposting techarticle scholarlyarticle report review interview pressrelease medicalscholarlyarticle
    """
)
#: Properties whose nodes are about other pages.
ELSEWHERE = words(
    """
    itemlistelement mentions citation isrelatedto relatedlink comment liveblogupdate ispartof isbasedon
    potentialaction backstory subjectof about hasoffercatalog review significantlink
    """
)
_COMMENTED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>)\s{0,20};?\s{0,20}$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_BAD_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")


def nodes(scripts: Iterable[str]) -> tuple[Node, ...]:
    """Every typed node of the page's scripts that may be about the page, in their order."""
    found: list[Node] = []
    for number, script in enumerate(scripts):
        if number >= MAX_SCRIPTS:
            break
        for value in _load(script):
            found += _walk(value, MAX_NODES - len(found))
    return tuple(found)


def types(node: Node) -> tuple[str, ...]:
    """A node's types in lower case, without their vocabulary's address."""
    raw = node.get("@type", ())
    names = raw if isinstance(raw, list) else [raw]
    return tuple(re.split(r"[/#:]", name)[-1].lower() for name in names[:20] if isinstance(name, str))


def article(found: Iterable[Node], addresses: Iterable[str] = ()) -> Node:
    """The node that describes the page's article; an empty one where none does.

    Where there are several, the one that carries one of the page's addresses, then the one that says most.
    """
    known = {address.rstrip("/") for address in addresses if address}

    def weight(node: Node) -> tuple[bool, int]:
        own = {text(node.get(key)).rstrip("/") for key in ("url", "@id", "mainEntityOfPage")}
        said = ("headline", "datePublished", "author", "articleBody", "publisher")
        return bool(own & known), sum(1 for key in said if node.get(key))

    return max((node for node in found if ARTICLES & set(types(node))), key=weight, default={})


def text(value: Any) -> str:
    """A value as text: itself, its name or address where it is a node, the first of several."""
    for _ in range(4):
        if isinstance(value, list):
            value = next((each for each in value if each), "")
        elif isinstance(value, dict):
            value = next((value[key] for key in ("name", "@value", "headline", "url", "@id") if value.get(key)), "")
        else:
            break
    return value.strip() if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def each(value: Any) -> list[Any]:
    """A value as a list, which JSON-LD leaves out where there is only one."""
    return value if isinstance(value, list) else [] if value is None else [value]


def resolve(value: Any, found: Iterable[Node]) -> Any:
    """A bare reference (only ``@id``) as the node of that name, where the page has it."""
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and not value.get("name"):
        return next((node for node in found if node.get("@id") == value["@id"] and node.get("name")), value)
    return value


def names(value: Any, found: Iterable[Node]) -> list[str]:
    """The names of persons and organisations in an ``author``: names given whole or in parts, lists, references."""
    known: dict[str, Node] = {}
    for node in found:
        identity = node.get("@id")
        if isinstance(identity, str) and (node.get("name") or node.get("familyName")):
            known.setdefault(identity, node)
    named: list[str] = []
    waiting = [value]
    for _ in range(MAX_NAMES):
        if not waiting:
            break
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting = each[:MAX_NAMES] + waiting
        elif isinstance(each, dict):
            own = each if each.get("name") or each.get("familyName") else known.get(str(each.get("@id")), each)
            if isinstance(own.get("name"), list):
                waiting = own["name"][:MAX_NAMES] + waiting
            else:
                whole = f"{text(own.get('givenName'))} {text(own.get('familyName'))}".strip()
                said = text(own.get("name")) or whole or text(own.get("byline")) or text(own.get("@value"))
                named.append(said) if said else waiting.extend(_listed(own))
        elif isinstance(each, str):
            named.append(each)
    return [name for name in named if name]


def _listed(node: Node) -> list[Any]:
    inner = node.get("@list") or node.get("itemListElement")
    return inner[:MAX_NAMES] if isinstance(inner, list) else []


def _load(script: str) -> Iterator[Any]:
    """The values of a script. Sites wrap it in comments, leave commas, break escapes and put two in one."""
    script = script.strip()
    if not script:
        return
    decoder = json.JSONDecoder(strict=False)
    for mended in (lambda raw: raw, lambda raw: _COMMENTED.sub("", raw), _mend):
        candidate = mended(script).strip()
        try:
            value, end = decoder.raw_decode(candidate)
        except (ValueError, RecursionError):
            continue
        yield value
        for _ in range(20):  # more values behind it
            rest = candidate[end:].lstrip(" \t\r\n;,")
            if not rest.startswith(("{", "[")):
                return
            try:
                value, end = decoder.raw_decode(rest)
            except (ValueError, RecursionError):
                return
            candidate = rest
            yield value
        return


def _mend(raw: str) -> str:
    return _BAD_ESCAPE.sub(r"\\\\", _TRAILING_COMMA.sub(r"\1", _COMMENTED.sub("", raw)))


def _walk(value: Any, most: int) -> list[Node]:
    """Typed nodes below ``value``, nearest first and in order; what is about other pages is passed over."""
    found: list[Node] = []
    level = [value]
    seen = 0
    while level and len(found) < most and seen < 5 * MAX_NODES:
        below: list[Any] = []
        for item in level:
            seen += 1
            if isinstance(item, list):
                below += item[:500]
            elif isinstance(item, dict):
                if item.get("@type") or item.get("@id"):
                    found.append(item)
                below += [
                    inner
                    for key, inner in item.items()
                    if isinstance(inner, dict | list) and key.lower() not in ELSEWHERE
                ]
        level = below
    return found[: max(0, most)]
