"""Networks of any size, made in minutes: rows as a round leaves them, written in bulk past the ORM.

The texts are invented words, common and rare as in a language (Zipf); contents have the parts and the size that real
briefs have (ten kilobytes). ``fill`` writes sources, feeds, articles, stories, publications, marks, tallies, the
search table and a data version into the empty database that Django was started with. The same arguments make the
same rows.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from benchmarks.invented import LANGUAGES, mould, pool, word

#: The latest publication, and how long after the one before it each goes out: about a thousand a day.
END, EVERY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC), timedelta(seconds=86)
SOURCES = 200


def fill(
    count: int, *, end: datetime = END, every: timedelta = EVERY, say: Callable[[str], None] | None = None
) -> None:
    """Write a network of ``count`` publications, the latest at ``end``, one each ``every`` before it."""
    from django.db import connection, transaction

    from benchmarks.bulk import Tables
    from standfirst.newsroom import counts
    from standfirst.newsroom.finding import search
    from standfirst.newsroom.models import SearchState

    sources = _sources()
    with transaction.atomic(), Tables(connection) as tables:
        for done, row in enumerate(_rows(count, end, every, sources), 1):
            for table, values in row:
                tables.add(table, values)
            if say and done % 100_000 == 0:
                say(f"made {done:,} of {count:,} publications")
    SearchState.objects.create(pk=1, version=search.VERSION, below=0)
    counts.renew()


def hasten() -> None:
    """Let SQLite write each page once and wait for no disk, until ``settle``; outside of any transaction."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000"):
                cursor.execute(f"PRAGMA {setting}")


def settle() -> None:
    """Let the store look at what was written, as its upkeep does with time; outside of any transaction."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA journal_mode = WAL")
    connection.close()


def _sources() -> list[tuple[int, str]]:
    """The sources, each with a feed: (id, slug)."""
    from standfirst.newsroom.models import Feed, Source

    pick = random.Random(1)
    names = [f"{word(pick, LANGUAGES[0][2]).title()} {kind}" for kind in ("Courier", "Post", "6", "Echo")
             for _ in range(SOURCES // 4)]  # fmt: skip
    made = Source.objects.bulk_create(
        Source(domain=f"source-{n}.example", slug=f"source-{n}", name=name, home=f"https://source-{n}.example/")
        for n, name in enumerate(names)
    )
    Feed.objects.bulk_create(Feed(source=each, address=f"{each.home}feed.xml", kind="rss") for each in made)
    return [(each.pk, each.slug) for each in made]


def _rows(
    count: int, end: datetime, every: timedelta, sources: list[tuple[int, str]]
) -> Iterator[list[tuple[str, Any]]]:
    """What each publication adds to which table, oldest first."""
    from standfirst.editing import sections as desks
    from standfirst.newsroom.finding.queries import SIGN, fielded

    pick = random.Random(2)
    pools = {language: pool(random.Random(3), language, syllables) for language, _, syllables in LANGUAGES}
    tags, shares = [each[0] for each in LANGUAGES], [each[1] for each in LANGUAGES]
    sections = [each.slug for each in desks.load()]
    weights = [1 / (n + 3) for n in range(len(sections))]
    moulds: dict[tuple[str, str, str, str], list[str]] = {}
    story = UUID(int=0)
    for n in range(count):
        at = end - every * (count - 1 - n)
        position = round(at.timestamp()) * 1_000_000
        language = pick.choices(tags, shares)[0]
        headlines, sentences = pools[language]
        kind = "card" if n % 7 == 5 else "brief"
        section = "" if n % 11 == 10 else pick.choices(sections, weights)[0]
        second = pick.choice(sections) if n % 9 == 0 else ""
        marks = ["summary"] if kind == "brief" else []
        marks += [code for code, each in (("commentary", 6), ("subscription", 5), ("one-source", 23)) if n % each == 1]
        source, source_slug = sources[min(int(pick.paretovariate(1.1) * 3) - 3, len(sources) - 1)]
        headline, said = pick.choice(headlines), [*pick.choices(sentences, k=5 if kind == "brief" else 1)]
        number = f" No. {n}."
        title, lead = f"{headline.plain} {n}", said[0].plain + number
        article = _uuid(position, 1)
        new: list[tuple[str, Any]] = []
        if n % 8 not in (1, 2):  # of eight in a row three report one story
            story, new = _uuid(position, 2), [("story", (_uuid(position, 2), f"{headline.slug}-{n}", "", at))]
        published = at - timedelta(minutes=n % 170, seconds=n % 57)
        key = (language, kind, section, " ".join(marks))
        if key not in moulds:
            moulds[key] = mould(*key)
        address = f"https://{source_slug}.example/{published:%Y/%m/%d}/{n}"
        slots = {
            "headline": f"{headline.json} {n}", "article": str(article), "address": address, "source": source_slug,
            "published": published.isoformat(), "lead": said[0].json + number,
            **{f"said{place}": each.json for place, each in enumerate(said) if place},
        }  # fmt: skip
        parts = moulds[key].copy()
        parts[1::2] = [slots[name] for name in parts[1::2]]
        texts = (
            f"{headline.words} {n}",
            f"{headline.words} {n}",
            f"{said[0].words} no {n}",
            *(x.words for x in said[1:]),
        )
        words = [
            *texts,
            source_slug.replace("-", " "),
            "by nell ortega",
            " ".join(fielded("headline", tuple(texts[0].split()))),
        ]
        words += _fields(source_slug, section, second, " ".join(marks), language)
        yield [
            *new,
            ("article", (article, source, address, f"{source_slug}.example", at)),
            ("publication", (
                position, _uuid(position, 0), article, source, story, kind, "" if kind == "brief" else "robots-meta",
                "" if kind == "brief" else "The page asks for no snippet.",
                f"/content/{at:%Y/%m/%d}/{headline.slug}-{n}.html", section, second, section, title, lead, language,
                address, published, at, at, json.dumps(marks), None,
            )),
            ("content", (position, "".join(parts))),
            *(("mark", (position, code)) for code in marks),
            ("search", (position, f" {SIGN} ".join(words))),
        ]  # fmt: skip


@lru_cache(maxsize=100_000)
def _fields(source: str, section: str, second: str, marks: str, language: str) -> list[str]:
    """The words of the fields that a search may name, as the index has them."""
    from standfirst.newsroom.finding.search import Findable, _indexed

    pairs = [("author", "Nell Ortega"), ("source", source), ("source", f"{source}.example"), ("lang", language)]
    pairs += [("section", each) for each in (section, second) if each] + [("mark", each) for each in marks.split()]
    return [" ".join(_indexed(Findable((), tuple(pairs))))]


def _uuid(position: int, kind: int) -> UUID:
    """An identifier that sorts by time, as those of a round do."""
    random_part = hash((position, kind)) & (1 << 62) - 1
    return UUID(int=(position // 1000 & (1 << 48) - 1) << 80 | 7 << 76 | kind << 64 | 0b10 << 62 | random_part)
