"""Full-text search with the same answers on SQLite and PostgreSQL, because the words are made here.

Both stores get tokens that this module cut: SQLite's FTS5 with its ``ascii`` tokeniser, which parts at nothing
but ASCII punctuation, of which none is left; PostgreSQL as a finished ``tsvector``, past its own parser.
Accents and case are folded; scripts written without spaces are indexed as overlapping pairs of characters.
Answers come by date, so nothing is ranked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db import connection

TABLE = "newsroom_search"
#: Bounds: words indexed of one publication (a tsvector holds 16,383 places), a word's length, terms of a query.
MOST_WORDS, LONGEST_WORD, MOST_TERMS = 4000, 64, 16

# Letters that Unicode does not decompose, with what a reader without that keyboard types.
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
# Han, kana, Hangul, and Thai, Lao, Myanmar and Khmer: no spaces between words, or endings joined to them.
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x30FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF), (0x20000, 0x323AF),
)  # fmt: skip
_TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand beside each other. ``open``: the last is only the beginning of a word."""

    words: tuple[str, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader searches for: every term of ``wanted`` and none of ``unwanted``."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)


def normalise(text: str) -> str:
    """The words of ``text`` as they are indexed, parted by single spaces."""
    return " ".join(word for word, _ in _words(text))


def parse(query: str) -> Query:
    """A query as typed: words, ``"quoted phrases"``, ``-unwanted``. Anything else is white space."""
    wanted: dict[Term, None] = {}
    unwanted: dict[Term, None] = {}
    for minus, phrase, word in _TERM.findall(query[:1000]):
        cut = list(_words(phrase or word))
        if not cut:
            continue
        words = [word for word, _ in cut]
        alone = cut[-1][1]
        if alone and len(words) > 1 and cut[-2][1] is not None and words[-2].endswith(words[-1]):
            words.pop()  # the pair before it holds the last character already
            alone = False
        (unwanted if minus else wanted)[Term(tuple(words), bool(alone))] = None
        if len(wanted) + len(unwanted) == MOST_TERMS:
            break
    return Query(tuple(wanted), tuple(unwanted))


def index(position: int, text: str) -> None:
    """Make the publication at ``position`` findable by ``text``; what it was found by before is forgotten."""
    index_many([(position, text)])


def index_many(rows: Iterable[tuple[int, str]]) -> None:
    """:func:`index` for many ``(position, text)``, a batch at a time."""
    made = [(position, normalise(text)) for position, text in rows]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.executemany(
                f"INSERT INTO {TABLE} (position, words) VALUES (%s, %s::tsvector) "  # noqa: S608 (our own table)
                "ON CONFLICT (position) DO UPDATE SET words = excluded.words",
                [(position, _vector(text)) for position, text in made],
            )
        else:
            cursor.executemany(f"DELETE FROM {TABLE} WHERE rowid = %s", [(row[0],) for row in made])  # noqa: S608
            cursor.executemany(f"INSERT INTO {TABLE} (rowid, words) VALUES (%s, %s)", made)  # noqa: S608


def remove(position: int) -> None:
    """Make the publication at ``position`` unfindable."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE {_column()} = %s", [position])  # noqa: S608


def positions(query: Query, *, before: int | None = None, since: int | None = None, limit: int = 1000) -> list[int]:
    """Positions that answer ``query``, latest first: under ``before``, from ``since`` on, at most ``limit``.

    An empty query, and one of unwanted terms alone, is answered by nothing.
    """
    if not query.wanted:
        return []
    where, values = _where(query, before, since)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_column()} FROM {TABLE} WHERE {' AND '.join(where)} "  # noqa: S608 (our own table)
            f"ORDER BY {_column()} DESC LIMIT %s",
            [*values, limit],
        )
        return [row[0] for row in cursor.fetchall()]


def words(since: int = 0) -> Iterator[tuple[int, set[str]]]:
    """Every publication from position ``since`` on that can be found, oldest first, with the words that find it."""
    if connection.vendor == "postgresql":
        sql = f"SELECT position, tsvector_to_array(words) FROM {TABLE} WHERE position >= %s ORDER BY position"  # noqa: S608
    else:
        sql = f"SELECT rowid, words FROM {TABLE} WHERE rowid >= %s ORDER BY rowid"  # noqa: S608 (our own table)
    with connection.cursor() as cursor:
        cursor.execute(sql, [since])
        while rows := cursor.fetchmany(1000):
            for position, found in rows:
                yield position, set(found.split() if isinstance(found, str) else found)


def _column() -> str:
    return "position" if connection.vendor == "postgresql" else "rowid"


def _where(query: Query, before: int | None, since: int | None) -> tuple[list[str], list[str | int]]:
    """Conditions on the search table, and their values."""
    postgres = connection.vendor == "postgresql"
    where = [f"{TABLE}.words @@ %s::tsquery" if postgres else f"{TABLE} MATCH %s"]
    values: list[str | int] = [_tsquery(query) if postgres else _match(query)]
    for bound, sign in ((before, "<"), (since, ">=")):
        if bound is not None:
            where.append(f"{TABLE}.{_column()} {sign} %s")
            values.append(bound)
    return where, values


def _words(text: str) -> Iterator[tuple[str, bool | None]]:
    """Words in order, each with None, or in an unspaced script whether it is a single character."""
    left = MOST_WORDS
    for run in _fold(text).split():
        for unspaced, letters in groupby(run, _is_unspaced):
            word = "".join(letters)
            for place in range(len(word) if unspaced else 1):
                if not left:
                    return
                left -= 1
                if unspaced:
                    pair = word[place : place + 2]
                    yield pair, len(pair) == 1
                else:
                    yield word[:LONGEST_WORD], None


def _fold(text: str) -> str:
    """Lower case without accents and vowel points; everything but letters, digits and marks a space."""
    kept: list[str] = []
    for char in unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold()):
        category = unicodedata.category(char)
        if category[0] in "LN":
            kept.append(char)
        elif category[0] == "M":
            # 10–35: Hebrew and Arabic points; from 200 on: accents. Others belong to the letter (dakuten, virama).
            combining = unicodedata.combining(char)
            if kept and kept[-1] != " " and not 10 <= combining <= 35 and combining < 200:
                kept.append(char)
        elif category != "Cf":  # soft hyphens and joiners stand within words
            kept.append(" ")
    return unicodedata.normalize("NFC", "".join(kept)).translate(_PLAIN)


def _is_unspaced(char: str) -> bool:
    code = ord(char)
    return code > 0x0DFF and any(first <= code <= last for first, last in _UNSPACED)


def _match(query: Query) -> str:
    """The query in FTS5's language. Words hold letters, digits and marks only, so quoting them is enough."""

    def term(each: Term) -> str:
        return f'"{" ".join(each.words)}"' + (" *" if each.open else "")

    return "(" + " AND ".join(map(term, query.wanted)) + ")" + "".join(f" NOT {term(each)}" for each in query.unwanted)


def _tsquery(query: Query) -> str:
    """The query in PostgreSQL's language."""

    def term(each: Term) -> str:
        quoted = [f"'{word}'" for word in each.words]
        return "(" + " <-> ".join(quoted) + (":*" if each.open else "") + ")"

    return " & ".join([*map(term, query.wanted), *(f"!{term(each)}" for each in query.unwanted)])


def _vector(text: str) -> str:
    """Normal text as a tsvector's literal: each word with its places."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(text.split(), 1):
        places.setdefault(word, []).append(place)
    return " ".join(f"'{word}':{','.join(map(str, found))}" for word, found in places.items())
