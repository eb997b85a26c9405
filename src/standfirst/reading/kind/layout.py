"""How a page is laid out: running prose of its own, or teasers of other pages.

A teaser is told by its place, not by its name: text that shares a small box with one link to another page, where
the page has several boxes alike; or text that follows such a link directly in a list that goes on like that.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import islice

from standfirst.reading.document import dom
from standfirst.reading.document.dom import Element
from standfirst.reading.wordlists import words

#: Elements looked at, and steps up from each.
MAX_LINKS = 1500
MAX_BLOCKS = 1500
CLIMB = 8
#: Words from which a text is prose rather than a label, and from which a link standing alone is a headline.
SENTENCE = 8
HEADLINE = 4
#: Words of a link that are its headline at the most; the rest is the teaser's text.
LONGEST = 20
#: A teaser's box holds so many texts at the most, of so many words together.
BOX_TEXTS = 6
BOX_WORDS = 260
#: Boxes alike from which they are teasers.
ALIKE = 3
#: Characters of the page's own prose that are kept.
KEPT = 4000

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = (
    "//body//*[self::p or text()[string-length(.) > 20][string-length(normalize-space(.)) > 20]]"
    "[not(self::script or self::noscript or self::a or self::option or self::button or self::label)]"
)
_FURNITURE = words("nav footer aside dialog button label select noscript textarea figcaption")
_FURNITURE_MARK = re.compile(r"(?:^|\s)(?:site[-_]|page[-_]|c-)?(?:footer|cookies?|consent|notice)(?:[-_\s]|$)", re.I)
_DIGITS = re.compile(r"\d+")
#: Letters of scripts written without spaces; two make about a word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Layout:
    """``prose`` and ``teased`` in words, ``stories`` other pages that are linked with a headline.

    ``headed`` are the words of those headlines. ``own`` is the beginning of the prose with what stands in furniture
    such as a banner, for its vocabulary.
    """

    prose: int = 0
    teased: int = 0
    stories: int = 0
    headed: int = 0
    own: str = ""


def size(text: str) -> int:
    """About how many words: those between spaces, and half the letters of scripts without spaces."""
    spaced = len(text.split())
    return spaced if text.isascii() else spaced + len(_UNSPACED.findall(text)) // 2


def of(root: Element) -> Layout:
    """The layout of a page."""
    boxes, links = _stories(root)
    placed: list[tuple[Element, int, str, list[Element]]] = []
    texts: Counter[Element] = Counter()
    sizes: Counter[Element] = Counter()
    for block in dom.xpath(_BLOCKS)(root)[:MAX_BLOCKS]:
        text = _own(block)
        length = size(text)
        if length < SENTENCE:
            continue
        above = _above(block)
        placed.append((block, length, text, above))
        for each in above:
            texts[each] += 1
            sizes[each] += length
    prose = teased = kept = 0
    own: list[str] = []
    marks = [_teaser(block, above, boxes, links, texts, sizes) for block, _, _, above in placed]
    teasers: dict[str, set[Element]] = defaultdict(set)
    for mark, box in marks:
        teasers[mark].add(box)
    alike = Counter(mark for mark, _ in marks)
    furniture: dict[Element, bool] = {}
    for (mark, _), (block, length, text, _) in zip(marks, placed, strict=True):
        many = len(teasers[mark])
        if mark == "link" or (mark and many >= ALIKE and alike[mark] <= BOX_TEXTS / 2 * many):
            teased += 0 if _in_furniture(block, furniture) else length
            continue
        if kept < KEPT:
            own.append(text)
            kept += len(text)
        if not _in_furniture(block, furniture):
            prose += length
    headed = sum(min(LONGEST, size("".join(link.itertext()))) for link in links)
    return Layout(prose, teased, len(set(links.values())), headed, " ".join(own)[:KEPT])


def _stories(root: Element) -> tuple[dict[Element, set[str]], dict[Element, str]]:
    """The pages that are linked with a headline, by each element around the link, and by link."""
    headed: set[Element] = set()
    for heading in islice(root.iter(*_HEADINGS), MAX_LINKS):
        headed.update(islice(heading.iter("a"), 9))
        headed.update(each for each in _above(heading, 4) if each.tag == "a")
    boxes: dict[Element, set[str]] = defaultdict(set)
    links: dict[Element, str] = {}
    for link in islice(root.iter("a"), MAX_LINKS):
        href = (link.get("href") or "").partition("#")[0]
        if not href or not (link in headed or _alone(link)):
            continue
        links[link] = href
        for each in (link, *_above(link)):
            boxes[each].add(href)
    return boxes, links


def _alone(link: Element) -> bool:
    """Whether a link is a line of its own and long enough for a headline."""
    if len(link.tail or "") > 25 and len(link.tail.strip()) > 25:
        return False
    text = "".join(link.itertext()) if len(link) else link.text or ""
    if len(text) < 2 * HEADLINE or size(text) < HEADLINE:
        return False
    parent = link.getparent()
    return parent is None or len((parent.text or "").strip()) <= 25


def _above(element: Element, steps: int = CLIMB) -> list[Element]:
    above: list[Element] = []
    for each in islice(element.iterancestors(), steps):
        if each.tag == "body":
            break
        above.append(each)
    return above


def _own(block: Element) -> str:
    """A paragraph's text without its links; another element's own text without its children's."""
    if block.tag == "p":
        pieces = [block.text or ""]
        for each in block.iterdescendants():
            pieces += ("" if each.tag == "a" else each.text or "", each.tail or "")
    else:
        pieces = [block.text or "", *(f" {each.tail}" for each in block if each.tail)]
    return " ".join("".join(pieces).split())


def _teaser(
    block: Element, above: list[Element], boxes: dict[Element, set[str]], links: dict[Element, str],
    texts: Counter[Element], sizes: Counter[Element],
) -> tuple[str, Element]:  # fmt: skip
    """A mark that alike teasers share and the teaser's box; "link" for text inside a link; "" for what is none."""
    if any(each in links for each in above):
        return "link", block
    under = block
    for box in above:
        if box not in boxes:
            under = box
            continue
        if len(boxes[box]) <= 2 and texts[box] <= BOX_TEXTS and sizes[box] <= BOX_WORDS:
            return f"{box.tag} {_mark(box)}", box
        before = under.getprevious()
        for _ in range(4):
            if before is None:
                break
            if before in links or before in boxes:
                return f"flat {id(box)}", before
            before = before.getprevious()
        return "", block
    return "", block


def _mark(box: Element) -> str:
    return " ".join(_DIGITS.sub("", box.get("class") or "").split()[:2])


def _in_furniture(block: Element, known: dict[Element, bool]) -> bool:
    way: list[Element] = []
    each = block
    found = False
    while each is not None and each.tag != "body":
        if each in known:
            found = known[each]
            break
        way.append(each)
        if each.tag in _FURNITURE or _FURNITURE_MARK.search(f"{each.get('class') or ''} {each.get('id') or ''}"):
            found = True
            break
        each = each.getparent()
    known.update(dict.fromkeys(way, found))
    return found
