"""The headline: its words, and the element that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from itertools import islice

from standfirst.reading.document.dom import Element, plain, text_of, xpath
from standfirst.reading.stated import jsonld, surroundings, titles
from standfirst.reading.stated.meta import Head

MAX_HEADLINES = 12
MAX_HEADINGS = 60
#: Types that newsrooms give their articles; others are filled in by what is installed for search.
NEWS = frozenset({"newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle"})
#: Where a page without a heading of the first rank may have its headline.
HEADINGS = (
    "//body//*[self::h2 or self::h3 or @itemprop='headline' or contains(@class,'title') or contains(@class,'eadline')]"
)
#: So many paragraphs of so many characters are a text, and not what stands above it.
TEXT, LONG = 3, 140


def read(root: Element, head: Head, node: jsonld.Node, names: Sequence[str]) -> tuple[str, Element | None]:
    """The title of a page whose article ``node`` describes, and its element; ``names`` is what the site is called."""
    elements, above = _first_rank(root)
    texts = [unescape(text_of(element)) for element in elements]  # some sites escape them twice
    stated = [
        head.first("og:title"), head.first("twitter:title"), jsonld.text(node.get("name")),
        head.first("dc.title", "dcterms.title", "parsely-title", "sailthru.title"),
    ]  # fmt: skip
    title = titles.choose(
        texts,
        [plain(other) for other in stated],
        plain(head.titles[0]) if head.titles else "",
        names,
        own=plain(jsonld.text(node.get("headline"))),
        above=above,
        news=bool(NEWS & set(jsonld.types(node))),
    )
    holding = _holding(root, title, elements, texts)
    return title, holding if holding is not None or not above else elements[0]


def _first_rank(root: Element) -> tuple[list[Element], int]:
    """The page's first headings of the first rank, and how many of them stand above its text."""
    found: list[Element] = []
    above, paragraphs = 0, 0
    for element in xpath("//body//h1 | //body//p")(root):
        if element.tag == "h1":
            found.append(element)
            above += paragraphs < TEXT
            if len(found) == MAX_HEADLINES:
                break
        elif paragraphs < TEXT:
            paragraphs += surroundings.length(element) >= LONG
    return found, above


def _holding(root: Element, title: str, elements: Sequence[Element], texts: Sequence[str]) -> Element | None:
    """The heading that holds the title, of whatever rank."""
    scores = [titles.alike(text, title) for text in texts]
    if scores and max(scores) >= titles.ALIKE:
        return elements[scores.index(max(scores))]
    letters = titles.bare(title)
    for element in islice(xpath(HEADINGS)(root), MAX_HEADINGS) if letters else ():
        if surroundings.length(element) <= surroundings.LONGEST and titles.bare(text_of(element)) == letters:
            return element
    return None
