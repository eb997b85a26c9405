"""Who signs an article on the page itself: beside its headline, or in an element marked as the author's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from standfirst.reading.document.dom import Element, clean, text_of, xpath
from standfirst.reading.stated import days, people, surroundings
from standfirst.reading.stated.surroundings import Line

#: Of what names the author, elsewhere on the page, at most so much is looked at.
MAX_MARKED = 60
MAX_MARKED_LINE = 160
#: Characters of a line whose links may name its author; a longer one is text.
MAX_LINE = 120
# Elements that say they name the author, and those whose class may: found by libxml2, looked at here.
MARKED = (
    "//body//*[@itemprop='author' or @rel='author' or contains(@class,'uthor') or contains(@class,'yline') or "
    "contains(@class,'utor') or contains(@class,'uteur') or contains(@class,'riter') or contains(@class,'ontributor')"
    " or contains(@data-testid,'uthor') or contains(@data-testid,'yline')]"
)
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|autor(?:en|es)?|auteurs?|writer|contributor|article-?author)(?:$|[\s_-])"
    r"|(?:authors?|byline|writer)(?:-?name|-?link|s)?(?:$|[\s_-])|author_?name",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"avatar|image|photo|social|share|comment|related|recommend|teaser|promo|card-list|newsletter|follow|popular|"
    r"trending|sidebar|most-?read|latest|carousel|widget|footer|menu|nav",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:^|[|•·,]\s{0,3}|\d\s{1,3})(?:(?:written|words|story|posted|reported|text|author|autor|article)\s{0,3})?"
    r"(?:(?:by|von|par|por|di|av|door|oleh)(?:\s{0,3}[:—–]|\s{1,3}-?|(?=[^\w\s:-])|$)|(?:by|von|text|words|author|authors|autor|autorin|auteur|"
    r"autore|redactie)\s{0,2}:)",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"^[A-Z][\w.’' -]{3,40}, (?:Ph\.?D|M\.?D|D\.?O|R\.?D|R\.?N|MBA|MPH|DVM|VMD|Esq|CF[AP]|CPA)\b")
_OTHER_WORK = re.compile(
    r"(?:\W|medically |scientifically |expert |clinically ){0,4}(?:reviewed|fact.?checked|checked|edited|approved|"
    r"verified|photo|photos|photograph\w*|foto|fotos|image|images|bild|bilder|illustration\w*|video|translated|produced)\b(?:\sby\b)?",
    re.IGNORECASE,
)
_OTHER_WORK_WITHIN = re.compile(
    r"\b(?:reviewed|checked|edited|approved|photos?|photographs?|fotos?|translated)\b", re.IGNORECASE
)
_BARE_BY = re.compile(
    r"(?:[^\W\d_]{2,12}\s)?(?:by|von|par|por|di|av|door|text|words|authors?|autor(?:in)?|auteur)\s?[:—–-]?",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|by|people|profiles?|staff|contributors?|writers?|reporters?|journalists?|"
    r"bylines?|team|redaktion|person|users?|columnists?)/[^/?#]{2,80}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signature:
    """The texts that name who wrote an article, and the line they stand on; empty where there is none."""

    names: tuple[str, ...] = ()
    line: str = ""


def read(beside: Sequence[Line], known: frozenset[str]) -> Signature:
    """The first line beside the headline that says who wrote the article. ``known``: the publisher's names, bare."""
    for number, line in enumerate(beside):
        if _OTHER_WORK.match(line.text) or (number and _OTHER_WORK.fullmatch(beside[number - 1].text)):
            continue
        if _BARE_BY.fullmatch(line.text) and number + 1 < len(beside):
            return Signature((beside[number + 1].text,), f"{line.text} {beside[number + 1].text}"[: people.MAX_BYLINE])
        if (found := _by(line)) and _is_capital(_names(found, known)):
            return Signature(tuple(found), line.text)
        if (found := _linked(line)) and people.is_signed(_names(found, known), known):
            return Signature(tuple(found), line.text)
    return Signature()


def _is_capital(names: Sequence[str]) -> bool:
    """Whether one of the names begins with a capital, or in a script that has none: "por ciento" names nobody."""
    return any(name[0].upper() == name[0] for name in names)


def _names(found: Sequence[str], known: frozenset[str]) -> list[str]:
    return [name for text in found for name in people.split(text, known)]


def beside_date(beside: Sequence[Line]) -> list[str]:
    """A full name that stands on one line with the date or an office, or alone on the line before or after the date."""
    for number, line in enumerate(beside):
        if found := _dated(line) or ([line.text] if _DEGREE.search(line.text) else []):
            return found
        if people.is_full_name(line.text) and any(
            _is_date(other.text) for other in beside[max(0, number - 1) : number + 2]
        ):
            return [line.text]
    return []


def _is_date(text: str) -> bool:
    """Whether a line is hardly more than a date."""
    return len(text) <= 45 and days.first(text) is not None


def _by(line: Line) -> list[str]:
    """The names behind "by" on a line; they may stand in elements of their own."""
    begin = _BY.search(line.text)
    if not begin:
        return []
    pieces = line.pieces
    first = next((number for number, piece in enumerate(pieces) if _BY.search(piece) or _BARE_BY.fullmatch(piece)), -1)
    rest = line.text[begin.end() :].strip()
    return (_run(pieces[first:]) if 0 <= first < len(pieces) - 1 else []) or ([rest] if rest else [])


def _run(pieces: Sequence[str]) -> list[str]:
    """The names at the head of a line's pieces, over the commas, the "and" and the offices between them."""
    found: list[str] = []
    for piece in pieces[1:] if _BARE_BY.fullmatch(pieces[0]) else pieces:
        names = people.split(piece)
        if any(people.is_person(name) or people.bare(name) in people.AGENCIES for name in names):
            found.append(piece)
        elif len(piece) > 5 and not people.is_role(piece):
            break
    return found


def _linked(line: Line) -> list[str]:
    """Names that a line links to the pages about their bearers, or that its markup calls the author's."""
    if line.element is None or len(line.text) > MAX_LINE:
        return []
    others = _OTHER_WORK_WITHIN.search(line.text)
    links = [
        text_of(link)
        for link in line.element.iter("a")
        if "author" in (link.get("rel") or "") or _PROFILE.search((link.get("href") or "")[:500])
    ]
    for found in (links, *(_pieces(element) for element in islice(line.element.iter(), 30) if _marks(element))):
        named = [name for name in found if any(people.is_person(each) for each in people.split(name))]
        if others:
            named = [name for name in named if 0 <= line.text.find(name) < others.start()] or named
        if named:
            return named[:1] if len(named) > 4 else named
    return []


def _dated(line: Line) -> list[str]:
    """The name that stands first on a line with the date, or before somebody's office."""
    if len(line.pieces) < 2 or len(line.pieces) > 8 or len(line.text) > 120:
        return []
    pieces = [" ".join(people.split(piece)) if "(" in piece else piece for piece in line.pieces]
    place = next((number for number, piece in enumerate(pieces) if people.is_full_name(piece)), -1)
    rest = [piece for number, piece in enumerate(line.pieces) if number != place or "(" in piece]
    told = place >= 0 and any(days.first(piece) or people.is_role(piece) for piece in rest)
    return [pieces[place]] if told else []


def marked(root: Element, known: frozenset[str]) -> list[str]:
    """The names in the first element anywhere that is marked as the author's, and not as another article's."""
    for element in islice(xpath(MARKED)(root), MAX_MARKED):
        if not _marks(element) or any(_ELSEWHERE.search(_labels(each)) for each in islice(element.iterancestors(), 8)):
            continue
        if surroundings.length(element) > MAX_MARKED_LINE:
            continue
        line = clean(element.get("content"))[:MAX_MARKED_LINE] or text_of(element)
        pieces = [piece for piece in _pieces(element) if people.is_person(piece)]
        for found in (pieces[:4], [line]):
            if any(people.is_person(name) for name in _names(found, known)):
                return found
    return []


def _marks(element: Element) -> bool:
    labels = _labels(element)
    return bool(labels and _NAMED.search(labels) and not _ELSEWHERE.search(labels))


def _labels(element: Element) -> str:
    if not isinstance(element.tag, str):
        return ""
    labels = (element.get(key) for key in ("class", "rel", "itemprop", "data-testid", "id"))
    return " ".join(label for label in labels if label)[:400]


def _pieces(element: Element) -> list[str]:
    return [piece for text in islice(element.itertext(), 40) if (piece := clean(text))]
