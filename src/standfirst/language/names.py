"""Names in a text, by rules: capitalised sequences, titles, roles, heads of organisations, a gazetteer of places.

No model: what is found must be explainable and the same on every machine. German writes every noun with a
capital; there a single word is a name only where something else says so.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from standfirst.language import lexicons, places, roles, sentences
from standfirst.language.lexicons import Lexicon
from standfirst.language.words import fold, primary

#: At most so many mentions of one text.
MOST = 600
#: A name has at most so many words.
LONGEST = 8

_TOKEN = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*", re.UNICODE)
_ELISION = re.compile(r"(?:[dlcjmnst]|qu|dell|all|nell|sull|un)['’](?=[^\W\d_])", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_DATELINE = re.compile(r"(?:,\s[^\W\d_]{2,12})?(?:\s\([^()\n]{2,30}\))?\s?[—–-]\s")
_ARABIC = re.compile(r"(?:al|el|ad|as|ar|an)-[^\W\d_a-z]")
# Joined to what stands before only where that is the head of an organisation: "University of Leeds".
_HEAD_ONLY = frozenset({"of", "for", "the"})
# In German these join a person's names only: "Ursula von der Leyen", but not "Hälfte der Stimmen".
_PERSON_ONLY = frozenset({"von", "der", "den", "zu", "zur", "zum", "vom"})
_NEVER_JOIN = frozenset({"and", "und", "et", "y", "e", "fur"})
_QUANTITIES = frozenset(
    {"ende", "anfang", "mitte", "uhr", "meter", "metern", "kilometer", "kilometern", "grad", "tonnen", "liter"}
    | {"stunden", "minuten", "tage", "jahre", "seite", "ecke", "quadratmeter", "hektar", "kilogramm", "gramm"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a name. ``kind``: person, organisation, place or name (unknown); ``role`` beside it, or ""."""

    start: int
    end: int
    text: str
    kind: str = "name"
    role: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    folded: str
    capital: bool
    ends: bool  # a possessive: nothing joins on after it


def find(text: str, language: str) -> tuple[Name, ...]:
    """The names of ``text``, in order. Scripts without capitals give places of the gazetteer alone."""
    return _find(text, primary(language))


@lru_cache(maxsize=64)
def _find(text: str, language: str) -> tuple[Name, ...]:
    lexicon, known = lexicons.get(language), places.known(language)
    spans = sentences.split(text, language)
    lines = [_tokens(text, span.start, span.end, language) for span in spans]
    small = {token.folded for line in lines for token in line if not token.capital}
    found: list[Name] = []
    doubtful: list[tuple[Name, bool]] = []
    for span, line in zip(spans, lines, strict=True):
        shouted = _title_case(line, text[span.end - 1])
        for sequence in _sequences(text, line, lexicon):
            for name, sure in _judge(text, sequence, line, lexicon, known, small):
                if shouted or not sure:
                    doubtful.append((name, shouted))
                else:
                    found.append(name)
        if len(found) > MOST:
            break
    seen = Counter(word for name in found for word in fold(name.text).split())
    for name, _ in doubtful[:MOST]:
        words = fold(name.text).split()
        if all(seen[word] for word in words):
            found.append(name)
    starts = {line[0].start for line in lines if line}
    found.sort(key=lambda name: name.start)
    return _settle(tuple(_without_opener(name, starts, seen, lexicon) for name in found[:MOST]))


def _without_opener(name: Name, starts: set[int], seen: Counter[str], lexicon: Lexicon) -> Name:
    """ "Later Reyes" without its first word, where that opens a sentence and only the rest is named elsewhere."""
    head, _, rest = name.text.partition(" ")
    if not rest or name.start not in starts or name.kind != "name" or fold(head) in lexicon.given_names:
        return name
    if seen[fold(head)] > 1 or any(seen[word] < 2 for word in fold(rest).split()):
        return name
    return replace(name, start=name.start + len(head) + 1, text=rest)


def _tokens(text: str, start: int, end: int, language: str) -> list[_Token]:
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        left, right = match.start(), match.end()
        if language in {"fr", "it", "ca"}:
            elision = _ELISION.match(text, left, right)
            left = elision.end() if elision else left
        possessive = _POSSESSIVE.search(match[0][left - match.start() :]) if language == "en" else None
        if possessive:
            right -= len(possessive[0])
        word = text[left:right]
        if word:
            capital = word[0].isupper() or bool(_ARABIC.match(word))
            tokens.append(_Token(left, right, word, fold(word), capital, possessive is not None))
    return tokens


def _title_case(line: list[_Token], last: str) -> bool:
    """A headline in Title Case or CAPITALS tells nothing about which of its words are names."""
    letters = [token for token in line if token.text[0].isalpha()]
    shouted = sum(len(token.text) > 1 and token.text.isupper() for token in letters)
    headed = last not in '.!?…”"»' and sum(token.capital for token in letters) > 0.7 * len(letters)
    return len(letters) > 3 and (headed or shouted > 0.7 * len(letters))


def _sequences(text: str, line: list[_Token], lexicon: Lexicon) -> list[list[_Token]]:
    """Runs of capitalised words, joined by blanks, particles and initials; days and months end a run."""
    runs: list[list[_Token]] = []
    run: list[_Token] = []
    place = 0
    while place < len(line):
        token = line[place]
        usable = token.capital and not _calendar(token, lexicon)
        if not usable:
            place += 1
            runs, run = ([*runs, run], []) if run else (runs, run)
            continue
        if run and (run[-1].ends or len(run) >= LONGEST or not _joins(text, run[-1], token, lexicon)):
            runs.append(run)
            run = []
        run.append(token)
        particles = _particles(text, line, place, run, lexicon)
        run.extend(particles)
        place += 1 + len(particles)
    return [*runs, run] if run else runs


def _calendar(token: _Token, lexicon: Lexicon) -> bool:
    return (
        token.folded in lexicon.weekdays
        or (token.folded in lexicon.months and token.folded not in lexicon.given_names)
        or token.folded in lexicon.relative
        or token.folded in lexicon.units
        or token.folded in lexicon.magnitudes
        or (lexicon.language == "de" and token.folded in _QUANTITIES)
    )


def _joins(text: str, before: _Token, after: _Token, lexicon: Lexicon) -> bool:
    gap = text[before.end : after.start]
    if gap in {" ", "\u00a0", " & "}:
        return True
    short = len(before.text) == 1 or before.folded in lexicon.honorifics or before.folded in lexicon.roles
    return gap == ". " and short and len(before.text) < 6


def _particles(text: str, line: list[_Token], place: int, run: list[_Token], lexicon: Lexicon) -> list[_Token]:
    """Up to two particles after ``line[place]`` that a capitalised word follows: "de la", "van der"."""
    if run[-1].ends:
        return []
    taken: list[_Token] = []
    for token in line[place + 1 : place + 3]:
        last = taken[-1] if taken else line[place]
        if token.folded not in lexicon.particles or token.capital or token.folded in _NEVER_JOIN:
            break
        if text[last.end : token.start] not in {" ", "\u00a0"}:
            break
        if lexicon.language == "de" and token.folded in _PERSON_ONLY and run[0].folded not in lexicon.given_names:
            break
        if token.folded in _HEAD_ONLY and not any(word.folded in lexicon.organisation_heads for word in run):
            break
        taken.append(token)
    following = line[place + 1 + len(taken) : place + 2 + len(taken)]
    if not taken or not following or not following[0].capital or _calendar(following[0], lexicon):
        return []
    gap = text[taken[-1].end : following[0].start]
    person = len(run) > 1 and any(token.folded in lexicon.given_names for token in run[:2])
    ahead = line[place + 1 + len(taken) : place + 4 + len(taken)]
    if person and any(token.folded in lexicon.organisation_heads for token in ahead):
        return []
    if gap not in {" ", "\u00a0", ""} or (person and following[0].folded in places.known(lexicon.language)):
        return []
    return taken


def _judge(
    text: str, run: list[_Token], line: list[_Token], lexicon: Lexicon, known: frozenset[str], small: set[str]
) -> list[tuple[Name, bool]]:
    """The name in a run of capitalised words, and whether it is sure; none where it is no name."""
    first = run[0] is line[0]
    titled = False
    while run:
        head = run[0]
        loose = head.folded in lexicon.stopwords or head.folded in lexicon.openers or head.folded in lexicon.questions
        if first and len(run) > 1 and head.folded in small and head.folded not in lexicon.given_names:
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
    return [(mention, sure)] if (sure := _sure(run, folded, first, mention, lexicon, known)) is not None else []


def _from_given_name(run: list[_Token], lexicon: Lexicon) -> list[_Token]:
    """ "Wirt Karl Oster" from its given name on: what stands before is a noun, as all German nouns are capitals."""
    place = next((at for at, token in enumerate(run) if token.folded in lexicon.given_names), 0)
    heads = any(token.folded in lexicon.organisation_heads for token in run)
    return run[place:] if place and not heads and place + 1 < len(run) else run


def _sure(
    run: list[_Token], folded: str, first: bool, name: Name, lexicon: Lexicon, known: frozenset[str]
) -> bool | None:
    """True: a name. False: one if it stands elsewhere too. None: no name."""
    one = run[0]
    if len(run) == 1:
        generic = (lexicon.organisation_heads, lexicon.place_heads, lexicon.roles, lexicon.honorifics)
        if any(folded in listed for listed in generic) or len(one.text) < 2 or one.folded in lexicon.verbs:
            return None
        if folded in known or _acronym(one.text) or name.role:
            return True
        return not (lexicon.language == "de" or first)
    if lexicon.language == "de" and name.kind == "name":
        return True if any(word.folded in known or word.folded in lexicon.given_names for word in run) else None
    return True


def _acronym(word: str) -> bool:
    return 2 <= len(word) <= 6 and word.isupper() and word.isalpha()


def _kind(text: str, run: list[_Token], folded: str, lexicon: Lexicon, known: frozenset[str]) -> str:
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
    if 1 < len(run) < 4 and _beside_speech(text, one.start, last.end, lexicon):
        return "person"
    before = text[max(0, one.start - 12) : one.start].split()
    if len(run) == 1 and before and fold(before[-1]) in lexicon.place_cues and text[one.start - 1] == " ":
        return "place"
    return "name"


def _beside_speech(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    after = re.match(r"\s([^\W\d_]+)", text[end : end + 20])
    before = text[max(0, start - 14) : start].split()
    return bool((after and fold(after[1]) in lexicon.reporting) or (before and fold(before[-1]) in lexicon.reporting))


def _settle(found: tuple[Name, ...]) -> tuple[Name, ...]:
    """A surname alone takes the kind of the full name before it: "Ana Reyes … Reyes"."""
    kinds: dict[str, str] = {}
    for name in found:
        if name.kind != "name":
            kinds.setdefault(fold(name.text), name.kind)
            if name.kind == "person":
                kinds.setdefault(fold(name.text).split()[-1], "person")
    return tuple(
        replace(name, kind=kinds.get(fold(name.text), name.kind)) if name.kind in {"name", "place"} else name
        for name in found
    )
