"""Full-text search with the same answers on SQLite and PostgreSQL, because the words are made here.

Both stores get words that ``words.py`` cut: SQLite's FTS5 with its ``ascii`` tokeniser, which parts at nothing but
ASCII punctuation, of which none is left; PostgreSQL as a finished ``tsvector``, past its own parser. Answers come by
date, so nothing is ranked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection

from standfirst.newsroom.finding.queries import JOINT, MOST_TERMS, SIGN, Query, Term, fielded, parse
from standfirst.newsroom.finding.words import MOST_WORDS, cut, normalise

TABLE = "newsroom_search"
#: The form of what is indexed. Raise it with any change: upkeep then makes every entry again (``renewal.py``).
VERSION = 2
#: Words indexed of one field.
MOST_OF_FIELD = 100


@dataclass(frozen=True, slots=True)
class Findable:
    """What a publication is found by: its texts, between which no phrase runs on, and (field, text) pairs."""

    texts: tuple[str, ...]
    fields: tuple[tuple[str, str], ...] = ()


def index(position: int, found_by: Findable | str) -> None:
    """Make the publication at ``position`` findable; what it was found by before is forgotten."""
    index_many([(position, found_by)])


def index_many(rows: Iterable[tuple[int, Findable | str]]) -> None:
    """:func:`index` for many ``(position, what it is found by)``, in one go; a string is a single text."""
    made = [(position, _indexed(Findable((each,)) if isinstance(each, str) else each)) for position, each in rows]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.executemany(
                f"INSERT INTO {TABLE} (position, words) VALUES (%s, %s::tsvector) "  # noqa: S608 (our own table)
                "ON CONFLICT (position) DO UPDATE SET words = excluded.words",
                [(position, _vector(words)) for position, words in made],
            )
        else:
            cursor.executemany(f"DELETE FROM {TABLE} WHERE rowid = %s", [(row[0],) for row in made])  # noqa: S608
            cursor.executemany(
                f"INSERT INTO {TABLE} (rowid, words) VALUES (%s, %s)",  # noqa: S608 (our own table)
                [(position, " ".join(words)) for position, words in made],
            )


def remove(position: int) -> None:
    """Make the publication at ``position`` unfindable."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE {_column()} = %s", [position])  # noqa: S608


def positions(query: Query, *, before: int | None = None, since: int | None = None, limit: int = 1000) -> list[int]:
    """Positions that answer ``query``, latest first: under ``before``, from ``since`` on, at most ``limit``.

    Unwanted terms alone are answered by everything that has none of them, an empty query by nothing.
    """
    table, column, where, words = condition(query)
    values: list[str | int] = [*words]
    sql = f"SELECT {column} FROM {table} WHERE {where}"  # noqa: S608 (our own table)
    for bound, sign in ((before, "<"), (since, ">=")):
        if bound is not None:
            sql += f" AND {column} {sign} %s"
            values.append(bound)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} ORDER BY {column} DESC LIMIT {limit:d}", values)
        return [row[0] for row in cursor.fetchall()]


def condition(query: Query) -> tuple[str, str, str, tuple[str, ...]]:
    """Where a query's answers are found: the table, its column of positions, the condition and its values."""
    postgres = connection.vendor == "postgresql"
    if not query:
        return TABLE, _column(), "1 = 0", ()
    if not query.wanted:  # neither store knows a bare "not"; the sign stands in every publication
        query = Query((Term((SIGN,)),), query.unwanted)
    if postgres:
        return TABLE, _column(), f"{TABLE}.words @@ %s::tsquery", (_tsquery(query),)
    return TABLE, _column(), f"{TABLE} MATCH %s", (_match(query),)


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
                yield position, set(found.split() if isinstance(found, str) else found) - {SIGN}


def _column() -> str:
    return "position" if connection.vendor == "postgresql" else "rowid"


def _indexed(found_by: Findable) -> list[str]:
    """The words of a publication in order, the sign behind each text, then those of its fields."""
    made: list[str] = []
    for text in found_by.texts:
        made += [word for word, _ in cut(text)][: MOST_WORDS - len(made)]
        made.append(SIGN)
    for field, text in found_by.fields:
        own = tuple(word for word, _ in cut(text))[:MOST_OF_FIELD]
        if field == "lang" and own:  # as a whole, and its language without the region
            own = tuple(dict.fromkeys((JOINT.join(own), own[0])))
        made += [*fielded(field, own), SIGN]
    return made


def _match(query: Query) -> str:
    """The query in FTS5's language. Words hold letters, digits and marks only, so quoting them is enough."""

    def term(each: Term) -> str:
        return f'"{" ".join(each.indexed)}"' + (" *" if each.open else "")

    return "(" + " AND ".join(map(term, query.wanted)) + ")" + "".join(f" NOT {term(each)}" for each in query.unwanted)


def _tsquery(query: Query) -> str:
    """The query in PostgreSQL's language."""

    def term(each: Term) -> str:
        quoted = [f"'{word}'" for word in each.indexed]
        return "(" + " <-> ".join(quoted) + (":*" if each.open else "") + ")"

    return " & ".join([*map(term, query.wanted), *(f"!{term(each)}" for each in query.unwanted)])


def _vector(found: list[str]) -> str:
    """Words as a tsvector's literal: each with its places."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(found, 1):
        places.setdefault(word, []).append(place)
    return " ".join(f"'{word}':{','.join(map(str, each))}" for word, each in places.items())


__all__ = [
    "MOST_TERMS", "MOST_WORDS", "VERSION", "Findable", "Query", "Term", "condition", "index", "index_many", "normalise",
    "parse", "positions", "remove", "words",
]  # fmt: skip
