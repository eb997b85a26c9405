"""Hostile markup made harmless before it is parsed: a linear pass that bounds what a parser would pay for.

libxml2 walks an element's attributes for each one it adds, and a tree costs some 200 bytes a node and several
copies while it is read. So comments, scripts, styles and frames go (JSON-LD and RSL stay), long tags are slimmed
to the attributes that reading looks at, and a document has a largest number of tags.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from standfirst.reading.wordlists import words

#: Tags of a document that are read. The largest of 900 saved news pages has 5,000.
MAX_TAGS = 20_000
#: A tag longer than this is slimmed.
MAX_TAG = 4096
#: Characters of one script of data that are kept.
MAX_DATA = 1_000_000
#: Open elements at which further start tags are dropped when a document nests too deep for the parser.
MAX_DEPTH = 150

_COMMENT_END = re.compile(r"--!?>")
# A start tag as HTML's tokeniser sees it; quantifiers are possessive, so that each character is looked at once.
_TAG = re.compile(
    r"<(?:(!--)|([!?])|(script|style|title|textarea|xmp|iframe|noembed|noframes)(?=[\s/>])|([a-zA-Z])"
    r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>?+)",
    re.IGNORECASE,
)
_REST = re.compile(r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>")
_NAME = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_KEPT = re.compile(
    r"[\s\"'/](class|id|itemprop|itemtype|name|property|content|href|rel|type|lang|datetime|role|data-nosnippet)"
    r"(?:\s{0,9}=\s{0,9}(\"[^\"<>]{0,2000}+\"|'[^'<>]{0,2000}+'))?",
    re.IGNORECASE,
)
_DATA_TYPE = re.compile(r"type\s{0,9}=\s{0,9}[\"']?\s{0,9}application/(?:ld|rsl)\+(?:json|xml)", re.IGNORECASE)
_ENDS = {
    name: re.compile(rf"</{name}(?=[\s/>])[^>]{{0,200}}>?", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
}
_SIMPLE_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>")
#: Elements that never nest: void ones, and those whose end a parser supplies.
_FLAT = words("area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option")


@dataclass(frozen=True, slots=True)
class Markup:
    """A document fit to be parsed. ``scripts`` counts characters of script left out; ``cut`` that it was too large."""

    text: str
    scripts: int = 0
    cut: bool = False


def tame(text: str) -> Markup:
    """Bound what parsing ``text`` can cost. One pass; every character is looked at a fixed number of times."""
    kept: list[str] = []
    at = scripts = tags = 0
    position = 0
    cut = False
    while found := _TAG.search(text, position):
        start, position = found.span()
        if found[4]:
            tags += 1
            if tags > MAX_TAGS:
                text, cut = text[:start], True
                break
            if position - start > MAX_TAG:
                kept += text[at:start], _slim(text[start:position])
                at = position
            continue
        kept.append(text[at:start])
        if found[1]:  # a comment
            end = _COMMENT_END.search(text, start + 2)
            at = position = end.end() if end else len(text)
        elif found[2]:  # a doctype or processing instruction
            end_at = text.find(">", start)
            at = position = end_at + 1 if end_at >= 0 else len(text)
        else:
            opened = _REST.match(text, position)
            head_end = opened.end() if opened else len(text)
            closed = _ENDS[found[3].lower()].search(text, head_end)
            end_of_it = closed.end() if closed else len(text)
            head = text[start:head_end]
            name, inside = found[3].lower(), end_of_it - head_end
            data = name == "script" and len(head) < MAX_TAG and bool(_DATA_TYPE.search(head))
            if (data and inside <= MAX_DATA) or (name == "title" and inside + len(head) < MAX_TAG):
                kept.append(text[start:end_of_it])
            elif name == "script":
                scripts += end_of_it - start
            at = position = end_of_it
    kept.append(text[at:])
    tamed = "".join(kept)
    if tamed.count("<") > 3 * MAX_TAGS:  # end tags alone make elements too
        tamed, cut = _first_tags(tamed, 3 * MAX_TAGS), True
    return Markup(tamed, scripts, cut)


def flatten(text: str) -> str:
    """``text`` without the start tags beyond :data:`MAX_DEPTH` open elements; their text stays."""
    depth = 0

    def keep(found: re.Match[str]) -> str:
        nonlocal depth
        closing, name = found[1], found[2].lower()
        if name in _FLAT:
            return found[0]
        if closing:
            depth = max(0, depth - 1)
            return found[0] if depth < MAX_DEPTH else " "
        depth += 1
        return found[0] if depth <= MAX_DEPTH else " "

    return _SIMPLE_TAG.sub(keep, text)


def _slim(tag: str) -> str:
    name = _NAME.match(tag)
    kept: dict[str, str] = {}
    for found in _KEPT.finditer(tag):
        kept.setdefault(found[1].lower(), found[2] or '""')
    attributes = "".join(f" {key}={value}" for key, value in kept.items())
    return f"<{name[1] if name else 'span'}{attributes}>"


def _first_tags(text: str, most: int) -> str:
    at = -1
    for _ in range(most):
        at = text.find("<", at + 1)
    return text[:at]
