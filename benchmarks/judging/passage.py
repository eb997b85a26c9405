"""What a statement did to its passage: the runs of words left out, and the words put in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from benchmarks.judging import text

if TYPE_CHECKING:
    from standfirst.editing import Brief, Statement
    from standfirst.reading import Article

#: Tokens that are aligned on either side; evidence longer than this is none.
MOST = 400
# Costs of an alignment: a run that is left out begins, goes on; a word that is put in.
_BEGIN, _GO_ON, _PUT_IN = 8, 1, 30


@dataclass(frozen=True, slots=True)
class Run:
    """Folded words that a statement leaves out, and the first's and last's number in the passage."""

    words: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Change:
    """Runs left out of a passage, and words that it has not."""

    out: tuple[Run, ...] = ()
    put_in: tuple[str, ...] = ()


def said(brief: Brief) -> tuple[Statement, ...]:
    """The statements that are no notices."""
    return tuple(each for each in brief.statements if not each.notice)


def of(article: Article, statement: Statement) -> str:
    """The whole sentences that a statement's evidence lies in; "" without evidence in this article."""
    places = [each for each in statement.evidence if each.article == article.id and 0 <= each.start < each.end]
    return " ".join(text.widened(article.text, each.start, each.end) for each in places)


def change(article: Article, statement: Statement) -> Change:
    """What became of the passage."""
    return _change(text.folded(of(article, statement))[:MOST], text.folded(statement.text)[:MOST])


@lru_cache(maxsize=1024)
def _change(long: tuple[str, ...], short: tuple[str, ...]) -> Change:
    """The cheapest alignment with the fewest runs left out (affine gaps, as Gotoh 1982)."""
    if long == short:
        return Change()
    far = 10**6
    # kept[j]: the cheapest way to have read j words of the statement, the passage's last word kept; gone[j]: left out.
    kept, gone = [_PUT_IN * j for j in range(len(short) + 1)], [far] * (len(short) + 1)
    ways: list[list[tuple[str, str]]] = [[("in", "")] * (len(short) + 1)]
    for word in long:
        new_kept, new_gone, row = [far] * len(kept), [far] * len(kept), []
        for j in range(len(kept)):
            best, way = far, ""
            if j and word == short[j - 1]:
                best, way = min((kept[j - 1], "kept"), (gone[j - 1], "gone"))
            if j:
                entered = min((new_kept[j - 1] + _PUT_IN, "in-kept"), (new_gone[j - 1] + _PUT_IN, "in-gone"))
                if entered[0] < best:
                    best, way = entered
            new_kept[j] = best
            begun, on = kept[j] + _BEGIN, gone[j] + _GO_ON
            new_gone[j] = min(begun, on)
            row.append((way, "kept" if begun <= on else "gone"))
        kept, gone = new_kept, new_gone
        ways.append(row)
    return _traced(long, short, ways, "kept" if kept[-1] <= gone[-1] else "gone")


def _traced(long: tuple[str, ...], short: tuple[str, ...], ways: list[list[tuple[str, str]]], state: str) -> Change:
    out: list[int] = []
    put_in: list[str] = []
    i, j = len(long), len(short)
    while i or j:
        if not i:
            j -= 1
            put_in.append(short[j])
        elif state == "gone":
            state = ways[i][j][1]
            i -= 1
            out.append(i)
        else:
            way = ways[i][j][0]
            j -= 1
            if way.startswith("in-"):
                put_in.append(short[j])
                state = way[3:]
            else:
                i -= 1
                state = way
    return Change(tuple(_runs(long, sorted(out))), tuple(reversed(put_in)))


def _runs(long: tuple[str, ...], places: list[int]) -> list[Run]:
    found: list[list[int]] = []
    for place in places:
        if found and found[-1][-1] == place - 1:
            found[-1].append(place)
        else:
            found.append([place])
    return [Run(long[run[0] : run[-1] + 1], run[0], run[-1]) for run in found]
