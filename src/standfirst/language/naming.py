"""Whether a run of capitalised words is a name, and of what kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from standfirst.language import places, roles
from standfirst.language.capitals import Token
from standfirst.language.lexicons import Lexicon
from standfirst.language.spelling import Spelling
from standfirst.language.words import fold

_BODY = re.compile(r"([^\W\d_]+) (?:of )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)?,? (?:and|&|und|et|y) $")
_DATELINE = re.compile(r"(?:,\s[^\W\d_]{2,12})?(?:\s\([^()\n]{2,30}\))?\s?[—–-]\s")


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a name. ``kind``: person, organisation, place or name (unknown); ``role`` beside it, or ""."""

    start: int
    end: int
    text: str
    kind: str = "name"
    role: str = ""


def judge(
    text: str, run: list[Token], line: list[Token], lexicon: Lexicon, known: frozenset[str], spelt: Spelling
) -> list[tuple[Name, bool]]:
    """The name in a run of capitalised words, and whether it is sure; none where it is no name."""
    first = run[0] is line[0]
    titled = False
    placed = _place(run, known)
    if placed and placed + 1 < len(run) and roles.is_role(run[placed].text, lexicon):  # "Texas Governor Ana Reyes"
        place = Name(run[0].start, run[placed - 1].end, text[run[0].start : run[placed - 1].end], "place")
        return [(place, True), *judge(text, run[placed:], line, lexicon, known, spelt)]
    while run and not _place(run, known):
        head = run[0]
        loose = head.folded in lexicon.stopwords or head.folded in lexicon.openers or head.folded in lexicon.questions
        if first and len(run) > 1 and spelt.small[head.folded] and head.folded not in lexicon.given_names:
            loose = True
        office = roles.is_role(head.text, lexicon) and (len(run) > 1 or head.folded in lexicon.honorifics)
        heads = any(word.folded in lexicon.organisation_heads for word in run[1:])
        if office and not heads and head.folded not in lexicon.given_names:
            titled = True
        elif not (loose and head.folded not in lexicon.given_names and not _acronym(head.text)):
            break
        run = run[1:]
        first = False
    if lexicon.language == "de":
        run = _from_given_name(run, lexicon)
    while run and (not run[-1].capital or run[-1].folded in lexicon.stopwords):
        run = run[:-1]
    if not run:
        return []
    name = text[run[0].start : run[-1].end]
    folded = " ".join(token.folded for token in run)
    kind = "person" if titled else _kind(text, run, folded, lexicon, known)
    role = roles.of(text, run[0].start, run[-1].end, lexicon) if kind in {"person", "name"} else ""
    if role and kind == "name" and len(run) < 4:
        kind = "person"
    mention = Name(run[0].start, run[-1].end, name, kind, role if kind == "person" else "")
    sure = _sure(run, folded, first, mention, lexicon, known, spelt)
    if sure and run == line and _acronym(name):  # "ENDS" alone under a press release
        sure = False
    return [] if sure is None else [(mention, sure)]


def _place(run: list[Token], known: frozenset[str]) -> int:
    """How many of the first words of a run are a place of the gazetteer: several, or one that others follow."""
    for size in range(min(3, len(run)), 0, -1):
        if " ".join(token.folded for token in run[:size]) in known and (size > 1 or len(run) > 1):
            return size
    return 0


def _from_given_name(run: list[Token], lexicon: Lexicon) -> list[Token]:
    """ "Wirt Karl Oster" from its given name on: what stands before is a noun, as all German nouns are capitals."""
    place = next((at for at, token in enumerate(run) if token.folded in lexicon.given_names), 0)
    heads = any(token.folded in lexicon.organisation_heads for token in run)
    return run[place:] if place and not heads and place + 1 < len(run) else run


def _sure(
    run: list[Token],
    folded: str,
    first: bool,
    name: Name,
    lexicon: Lexicon,
    known: frozenset[str],
    spelt: Spelling,
) -> bool | None:
    """True: a name. False: one if it stands elsewhere too. None: no name."""
    one = run[0]
    if len(run) == 1:
        generic = (lexicon.organisation_heads, lexicon.place_heads, lexicon.roles, lexicon.honorifics)
        if any(folded in listed for listed in generic) or len(one.text) < 2 or one.folded in lexicon.verbs:
            return None
        if _acronym(one.text) or name.role:
            return True
        if spelt.ordinary(folded) or (folded in places.abbreviated() and not one.text.isupper()):  # "Us"
            return None
        if folded in known:
            return True
        return spelt.never_a_noun(folded) if lexicon.language == "de" else not first
    if lexicon.language == "de" and name.kind == "name":
        return True if any(word.folded in known or word.folded in lexicon.given_names for word in run) else None
    return True


def _acronym(word: str) -> bool:
    return 2 <= len(word) <= 6 and word.isupper() and word.isalpha()


def _kind(text: str, run: list[Token], folded: str, lexicon: Lexicon, known: frozenset[str]) -> str:
    one, last = run[0], run[-1]
    if len(run) > 1 and last.folded in lexicon.organisation_heads:
        return "organisation"
    if folded in known or last.folded in lexicon.place_heads or (len(run) > 1 and one.folded in lexicon.place_heads):
        return "place"
    if len(run) == 1 and one.text.isupper() and _DATELINE.match(text, last.end):
        return "place"
    if any(token.folded in lexicon.organisation_heads for token in run):
        return "organisation"
    if len(run) > 1 and one.folded in lexicon.given_names:
        return "person"
    if len(run) == 1 and _acronym(one.text):
        return "organisation"
    if (
        1 < len(run) < 4
        and not _of_a_body(text, one.start, lexicon)
        and _beside_speech(text, one.start, last.end, lexicon)
    ):
        return "person"
    before = text[max(0, one.start - 12) : one.start].split()
    if folded in places.demonyms():  # "in Polish" is a language, and no place
        return "name"
    if len(run) == 1 and before and fold(before[-1]) in lexicon.place_cues and text[one.start - 1] == " ":
        return "place"
    return "name"


def _of_a_body(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a run is the end of a body's name: "the union Finance and Clerical Workers said"."""
    before = _BODY.search(text[max(0, start - 60) : start])
    return before is not None and fold(before[1]) in lexicon.organisation_heads


def _beside_speech(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    after = re.match(r"\s([^\W\d_]+)", text[end : end + 20])
    before = text[max(0, start - 14) : start].split()
    return bool((after and fold(after[1]) in lexicon.reporting) or (before and fold(before[-1]) in lexicon.reporting))
