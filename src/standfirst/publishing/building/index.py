"""The search index for browsers: the words that the server's search would find, in shards by their first letters.

``search/index.json`` says how many publications are numbered, which of them are gone and which shards there are. A
shard is ``{word: [numbers, latest first]}``; ``search/documents/<n>.json`` holds what is shown of publications
``n * CHUNK`` and on, or null for what was withdrawn. Numbers go by age, so that a day's publications change the
shards of their words and the last of the documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from standfirst import values
from standfirst.newsroom.finding import search
from standfirst.newsroom.finding.queries import SIGN
from standfirst.newsroom.models import Publication
from standfirst.publishing.building import Document
from standfirst.publishing.building.table import Table
from standfirst.publishing.pages.labels import card_shows, mark_label
from standfirst.publishing.uris import uri

#: Publications of one file of documents, those that are searched, and those that one word leads to: the latest.
CHUNK, MOST_SEARCHED, MOST_FOUND = 500, 100_000, 5000
#: Letters of a word that name its shard.
LETTERS = 2


def shard(word: str) -> str:
    """The name of the shard that holds ``word``: its first letters where they are ASCII, else the first's number.

    A field's words have shards of their own, named with the field's letter before a hyphen.
    """
    if word.startswith(SIGN):
        return f"{word[1]}-{shard(word[2:])}"
    first = word[:LETTERS]
    return first if first.isascii() else f"u{ord(word[0]):x}"


def documents(table: Table) -> Iterator[Document]:
    """The index's files."""
    numbered = list(table.rows)[-MOST_SEARCHED:]
    numbers = {position: number for number, position in enumerate(numbered)}
    shards: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, words in search.words(min(numbered, default=0)):
        number = numbers.get(position)
        if number is not None:
            for word in words:
                shards[shard(word)][word].append(number)
    for name, found in sorted(shards.items()):
        kept = {word: sorted(found[word], reverse=True)[:MOST_FOUND] for word in sorted(found)}
        yield _json(f"/search/words/{name}.json", kept)
    for start in range(0, len(numbered), CHUNK):
        yield _json(f"/search/documents/{start // CHUNK}.json", list(_shown(numbered[start : start + CHUNK], table)))
    gone = [number for position, number in numbers.items() if table.rows[position].withdrawn]
    about = {"count": len(numbered), "chunk": CHUNK, "letters": LETTERS, "shards": sorted(shards), "gone": gone}
    yield _json("/search/index.json", about)


def _shown(positions: list[int], table: Table) -> Iterator[list[Any] | None]:
    """What is shown of each publication: path, headline, first statement, source, its date, language, marks.

    Last stands what a card shows, "" of a brief.
    """
    columns = ("position", "path", "headline", "lead", "source_id", "source_published", "language", "marks", "kind")
    rows: Iterable[tuple[Any, ...]] = Publication.objects.filter(
        withdrawn=None, position__gte=positions[0], position__lte=positions[-1]
    ).values_list(*columns)
    found = {position: rest for position, *rest in rows}
    for position in positions:
        if position not in found:
            yield None
            continue
        path, headline, lead, source, published, language, marks, kind = found[position]
        moment: datetime = published
        at = moment.isoformat(timespec="minutes")
        names = [str(mark_label(code).name) for code in marks if code != "summary"]
        card = card_shows(lead) if kind == Publication.Kind.CARD else ""
        yield [uri(path), headline, lead, table.sources[source].name, at, language, names, card]


def _json(address: str, value: object) -> Document:
    return Document(address, values.encode(value), "application/json")


__all__ = ["documents", "shard"]
