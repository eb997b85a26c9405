"""Hostile markup made harmless before it is parsed: a linear pass that bounds what a parser would pay for.

libxml2 walks an element's attributes for each one it adds, and a tree costs some 200 bytes a node and several
copies while it is read. So comments, scripts, styles and frames go (JSON-LD and RSL stay), long tags are slimmed
to the attributes that reading looks at, and a document has a largest number of tags.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from standfirst.reading.wordlists import words

#: Start tags of a document that are read. The largest of 900 saved news pages has 5,000.
MAX_TAGS = 8000
#: Characters of a document that are read, its scripts and comments apart. The largest has 690,000.
MAX_MARKUP = 1_500_000
#: A tag longer than this, or with more attributes, is slimmed; in a document larger than any saved page sooner.
MAX_TAG = 4096
MAX_ATTRIBUTES = 200
LARGE, MAX_TAG_OF_LARGE = 700_000, 200
#: Characters of one script of data that are kept.
MAX_DATA = 1_000_000
#: Cells of a row that are told apart, in a document with more cells than this: rows are made as wide as the widest.
MAX_CELLS, MANY_CELLS = 40, 100
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
    r"[\s\"'/](class|id|itemprop|itemtype|name|property|content|href|rel|type|lang|datetime|role|style|hidden|"
    r"pubdate|data-nosnippet|data-component|data-testid|data-type)(?![\w:.-])"
    r"(?:\s{0,9}=\s{0,9}(\"[^\"<>]{0,2000}+\"|'[^'<>]{0,2000}+'))?",
    re.IGNORECASE,
)
_DATA_TYPE = re.compile(r"type\s{0,9}=\s{0,9}[\"']?\s{0,9}application/(?:ld|rsl)\+(?:json|xml)", re.IGNORECASE)
_ENDS = {
    name: re.compile(rf"</{name}(?=[\s/>])[^>]{{0,200}}>?", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
}
#: References to control characters and to what is no character, which a parser would take into its tree.
_CONTROL = re.compile(
    r"&#(?:0{0,9}(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45])(?![0-9])|[xX]0{0,9}(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[efEF])(?![0-9a-fA-F]));?"
)
_SPAN = re.compile(r"[cCrR][oO][lLwW][sS][pP][aA][nN]\s{0,9}=\s{0,9}[\"']?\s{0,9}[0-9]{2,9}")
_CELL = re.compile(r"<t(?:(r)|[dh])(?=[\s/>])[^<>]{0,4000}>?", re.IGNORECASE)
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
            if position - start > 4 * MAX_ATTRIBUTES and _heavy(text[start:position]):
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
    tamed = _CONTROL.sub("", tamed) if "&#" in tamed else tamed
    tamed = _narrowed(tamed) if "<table" in tamed or "<TABLE" in tamed or "<Table" in tamed else tamed
    if len(tamed) > LARGE:
        tamed = _TAG.sub(_slimmer, tamed)
        if len(tamed) > MAX_MARKUP:
            tamed, cut = tamed[:MAX_MARKUP], True
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


def _narrowed(text: str) -> str:
    """``text`` without the cells beyond :data:`MAX_CELLS` of a row, where there are many; what is in them stays.

    How many rows and columns a cell says that it spans is of no use to a text, and goes.
    """
    if sum(map(text.count, ("<td", "<TD", "<th", "<TH", "<Td", "<Th"))) <= MANY_CELLS:
        return text
    cells = 0

    def keep(found: re.Match[str]) -> str:
        nonlocal cells
        cells = 0 if found[1] else cells + 1
        return found[0] if cells <= MAX_CELLS else " "

    return _CELL.sub(keep, _SPAN.sub("", text))


def _heavy(tag: str) -> bool:
    """Whether a tag is long or, by what stands between attributes, has many."""
    return len(tag) > MAX_TAG or tag.count(" ") + tag.count("/") + tag.count("=") + tag.count("\n") > 2 * MAX_ATTRIBUTES


def _slimmer(found: re.Match[str]) -> str:
    tag = found[0]
    long = found[4] and len(tag) > MAX_TAG_OF_LARGE and "\\" not in tag  # such a tag stands in a string of JSON
    return _slim(tag) if long else tag


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
