"""``python -m benchmarks.foreign``: sections of pages that are not in English, against labels given by reading.

``tests/data/sections.csv`` holds the labels: addresses and sections, no text. ``given`` is the share of the pages that
get a section, ``accuracy`` the share of those whose section is the first label, ``accepted`` the share whose section
is the first label or the second, where two are defensible. ``foreign-de`` is German; languages with fewer than four
pages are together in ``foreign-others``; ``foreign-mean`` is the mean of the other languages' rows, each counting
alike; ``foreign`` is every page. ``foreign-developed`` is the half whose errors were looked at while rules and word
lists were made, ``foreign-held-out`` the other half: an address's SHA-256 decides.

The plain baselines are ``commonest``, which files every page under the section that is commonest in the labels, and
``publisher``, which knows only the cue words in the page's own section and address, the commonest section where they
say nothing.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import contract, pages

if TYPE_CHECKING:
    from standfirst.reading import Article

NAME = "foreign"
LABELS = Path(__file__).resolve().parents[1] / "tests" / "data" / "sections.csv"
#: A language with fewer pages has no row of its own.
FEW = 4

#: From an article to the slug of its section, "" where it has none.
System = Callable[["Article"], str]


@dataclass(frozen=True, slots=True)
class Label:
    """A page and its sections: ``second`` is "" where one alone is defensible."""

    folder: str
    address: str
    language: str
    label: str
    second: str


def labels(file: Path = LABELS) -> tuple[Label, ...]:
    """The labelled set."""
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(Label(**row) for row in csv.DictReader(lines))


def developed(address: str) -> bool:
    """Whether the page's errors might be looked at while the rules were made."""
    return hashlib.sha256(address.encode()).digest()[0] < 128


def articles(data: Path, labelled: Sequence[Label]) -> Iterator[tuple[Label, Article]]:
    """The labelled pages as the reader reads them. One that it refuses is left out; so is one that is absent."""
    from standfirst.reading import NotArticle, read

    wanted = {(label.folder, label.address): label for label in labelled}
    for folder in contract.datasets(data, pages.TRUTH):
        for page in pages.load(folder):
            label = wanted.pop((folder.name, page.address), None)
            article = read(pages.fetched(page.html, page.address)) if label else None
            if label and article and not isinstance(article, NotArticle):
                yield label, article


def ours(article: Article) -> str:
    """The section that editing gives."""
    from standfirst.editing.filing import file_under

    return file_under(article).section


def commonest(labelled: Sequence[Label]) -> System:
    """The section that most pages have, for all."""
    answer = Counter(label.label for label in labelled).most_common(1)[0][0]
    return lambda article: answer


def publisher(otherwise: System) -> System:
    """The section that the page's own section or its address names."""

    def system(article: Article) -> str:
        from standfirst.editing import cues, sections

        found = cues.named(cues.section_parts(article.section), sections.load(), "", "")
        found += cues.named(cues.address_parts(article.canonical or article.address), sections.load(), "", "")
        return max(found, key=lambda finding: finding.weight).slug if found else otherwise(article)

    return system


def score(answers: Sequence[tuple[Label, str]]) -> contract.Row:
    """The metrics of (label, section given) pairs."""
    given = [(label, section) for label, section in answers if section]
    right = sum(label.label == section for label, section in given)
    accepted = sum(section in (label.label, label.second) for label, section in given)
    return {
        "accuracy": right / len(given) if given else 0.0,
        "accepted": accepted / len(given) if given else 0.0,
        "given": len(given) / len(answers),
        "pages": len(answers),
    }


def rows(system: str, answers: Sequence[tuple[Label, str]]) -> Iterator[contract.Row]:
    """The rows of a system: by language, their mean, all pages, and the halves."""
    often = [language for language, n in Counter(label.language for label, _ in answers).most_common() if n >= FEW]
    by_language = [score([pair for pair in answers if pair[0].language == language]) for language in often]
    for language, row in zip(often, by_language, strict=True):
        yield {"system": system, "dataset": f"{NAME}-{language}", **row}
    for part, wanted in (
        ("-others", [pair for pair in answers if pair[0].language not in often]),
        ("-developed", [pair for pair in answers if developed(pair[0].address)]),
        ("-held-out", [pair for pair in answers if not developed(pair[0].address)]),
        ("", list(answers)),
    ):
        if wanted:
            yield {"system": system, "dataset": NAME + part, **score(wanted)}
    if by_language:
        mean: contract.Row = {
            key: sum(float(row[key]) for row in by_language) / len(by_language) for key in by_language[0]
        }
        yield {"system": system, "dataset": f"{NAME}-mean", **mean, "pages": sum(int(r["pages"]) for r in by_language)}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print and write; 2 where the folder holds no labelled page."""
    given = contract.arguments(NAME, "Sections of pages that are not in English.", "pages", argv)
    labelled = labels()
    read = list(articles(given.data, labelled))
    if not read:
        contract.say(f"{given.data} holds none of the pages that {LABELS.name} names.")
        return 2
    if len(read) < len(labelled):
        contract.say(f"{len(labelled) - len(read)} labelled pages are absent or were refused by the reader.")
    systems: dict[str, System] = {"standfirst": ours}
    if not given.only_ours:
        most = commonest(labelled)
        systems |= {"publisher": publisher(most), "commonest": most}
    found: list[contract.Row] = []
    for name, system in systems.items():
        found.extend(rows(name, [(label, system(article)) for label, article in read]))
    contract.report(NAME, found, given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
