"""Runs of capitalised words in a sentence: what may be names."""

from __future__ import annotations

import re
from typing import NamedTuple

from standfirst.language import places
from standfirst.language.lexicons import Lexicon
from standfirst.language.words import fold

#: A name has at most so many words.
LONGEST = 8


_TOKEN = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*", re.UNICODE)
_ELISION = re.compile(r"(?:[dlcjmnst]|qu|dell|all|nell|sull|un)['’](?=[^\W\d_])", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_CONTRACTED = re.compile(r"['’](?:m|ve|ll|re|d|t)$", re.IGNORECASE)  # "I've", "Don't"
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


class Token(NamedTuple):
    """A word of a sentence: its place, and how it is written."""

    start: int
    end: int
    text: str
    folded: str
    capital: bool
    ends: bool  # a possessive: nothing joins on after it


def tokens(text: str, start: int, end: int, language: str) -> list[Token]:
    """The words of ``text[start:end]``; elided articles and possessives are cut off them."""
    found = []
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
            capital = (word[0].isupper() or bool(_ARABIC.match(word))) and not _CONTRACTED.search(word)
            found.append(Token(left, right, word, fold(word), capital, possessive is not None))
    return found


def title_case(line: list[Token], last: str) -> bool:
    """A headline in Title Case or CAPITALS tells nothing about which of its words are names."""
    letters = [token for token in line if token.text[0].isalpha()]
    shouted = sum(len(token.text) > 1 and token.text.isupper() for token in letters)
    headed = last not in '.!?…”"»' and sum(token.capital for token in letters) > 0.7 * len(letters)
    return len(letters) > 3 and (headed or shouted > 0.7 * len(letters))


def runs_of(text: str, line: list[Token], lexicon: Lexicon) -> list[list[Token]]:
    """Runs of capitalised words, joined by blanks, particles and initials; days and months end a run."""
    runs: list[list[Token]] = []
    run: list[Token] = []
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


def _calendar(token: Token, lexicon: Lexicon) -> bool:
    return (
        token.folded in lexicon.weekdays
        or (token.folded in lexicon.months and token.folded not in lexicon.given_names)
        or token.folded in lexicon.relative
        or token.folded in lexicon.units
        or token.folded in lexicon.magnitudes
        or (lexicon.language == "de" and token.folded in _QUANTITIES)
    )


def _joins(text: str, before: Token, after: Token, lexicon: Lexicon) -> bool:
    gap = text[before.end : after.start]
    if gap in {" ", "\u00a0", " & "}:
        return True
    short = len(before.text) == 1 or before.folded in lexicon.honorifics or before.folded in lexicon.roles
    return gap == ". " and short and len(before.text) < 6


def _particles(text: str, line: list[Token], place: int, run: list[Token], lexicon: Lexicon) -> list[Token]:
    """Up to two particles after ``line[place]`` that a capitalised word follows: "de la", "van der"."""
    if run[-1].ends:
        return []
    taken: list[Token] = []
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
