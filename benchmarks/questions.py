"""``python -m benchmarks.questions``: headlines that ask or tease, and what stands first in their briefs.

The labels are in ``tests/data/questions.csv``, made by reading (``docs/methods/questions.md``): a headline asks, teases
or does neither; its text answers or does not; which sentences answer, as digests (:func:`digest`), never as text. Each
article is read and edited as in a round.

``right`` is the share of the headlines that ask or tease whose brief begins with a sentence that answers, or with the
notice where the text does not answer. ``answered`` is that share where the text answers, ``declared`` where it does not
(the notice was due), ``undue`` the share of the answered headlines that got the notice all the same, and ``card`` the
share of all that got a card or are held for rule 1; what is held for want of a date counts as it would go out.
``found`` and ``precise`` are recall and precision of telling that a headline asks or teases; those that do neither are
counted in ``precise`` alone. Rows: all, the half whose errors were looked at while the code was written (``seen``), the
other (``unseen``), those that ask, those that tease, and the other languages than English.

``lead-1`` is the plain baseline: the first sentence of the text that may stand in a brief, and never a notice.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import contract, pages

if TYPE_CHECKING:
    from standfirst.editing import Brief
    from standfirst.reading import Article

NAME = "questions"
LABELS = Path(__file__).resolve().parents[1] / "tests" / "data" / "questions.csv"
#: Hexadecimal digits of a digest: enough to tell the sentences of one article apart.
DIGITS = 12


@dataclass(frozen=True, slots=True)
class Label:
    """What reading found of a headline: ``kind`` asks, teases or neither; ``answers`` are digests of sentences."""

    source: str
    address: str
    language: str
    kind: str
    answered: bool
    answers: frozenset[str]

    @property
    def wants(self) -> bool:
        """Whether the headline asks or teases."""
        return self.kind != "neither"

    @property
    def seen(self) -> bool:
        """Whether its errors may be looked at while the code is written: half of the addresses, by hash.

        By the last digit, as the headlines were chosen by the order of their hashes, that is by the first ones.
        """
        return int(hashlib.sha256(self.address.encode()).hexdigest()[-1], 16) < 8


@dataclass(frozen=True, slots=True)
class Made:
    """What a system made of a labelled headline: did it see a question, and what stands first."""

    label: Label
    found: bool
    card: bool
    notice: bool
    answers: bool

    @property
    def right(self) -> bool:
        """Whether the brief begins as rule 1 wants."""
        return not self.card and (self.answers if self.label.answered else self.notice)


def digest(sentence: str) -> str:
    """A sentence without its words: SHA-256 of its letters and digits, case folded; the first digits."""
    letters = "".join(letter for letter in sentence.casefold() if letter.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()[:DIGITS]


def labels(file: Path = LABELS) -> list[Label]:
    """The labelled set."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Label(
                row["source"],
                row["address"],
                row["language"],
                row["kind"],
                row["label"] == "answered",
                frozenset(row["answers"].split()),
            )
            for row in csv.DictReader(lines)
        ]


def articles(data: Path, wanted: Sequence[Label]) -> Iterator[tuple[Label, Article]]:
    """The labelled articles that ``data`` holds, a dataset after the other."""
    for source in sorted({label.source for label in wanted}):
        due = {label.address: label for label in wanted if label.source == source}
        folder, name = source.split("/")
        found = _pages(data / folder / name, due) if folder == "pages" else _texts(data / folder, name, due)
        for article in found:
            yield due.pop(article.address), article


def _pages(folder: Path, due: dict[str, Label]) -> Iterator[Article]:
    from standfirst.reading import Article, read

    for page in pages.load(folder) if (folder / pages.TRUTH).is_file() else ():
        if page.address in due:
            article = read(pages.fetched(page.html, page.address))
            if isinstance(article, Article):
                yield article


def _texts(folder: Path, name: str, due: dict[str, Label]) -> Iterator[Article]:
    from standfirst.reading import Article, Stamp, hash_text, lay_out

    file = folder / f"{name}.jsonl.gz"
    if not file.is_file():
        return
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            address = row["url"]
            if address in due:
                text, paragraphs = lay_out([(part, "text") for part in row["text"].split("\n") if part.strip()])
                # Not every row has a date, and none asks for one: the page's collection is old enough.
                day = datetime.fromisoformat((row.get("date") or "2019-01-01")[:10]).replace(tzinfo=UTC)
                yield Article(
                    address, address, address, row["title"], paragraphs, text, hash_text(text), "en", Stamp(day, "meta")
                )


def ours(label: Label, article: Article) -> Made:
    """The brief as it would go out."""
    from standfirst.editing import edit, headline

    title = headline.clean(article.title, article.publisher)
    return judged(label, article, edit(article), found=headline.asks(title, article.language) is not None)


def judged(label: Label, article: Article, brief: Brief, *, found: bool) -> Made:
    """What a brief's first statement does."""
    if brief.outcome.kind not in {"brief", "held"} or brief.outcome.rule == "answer-headline" or not brief.statements:
        return Made(label, found, card=True, notice=False, answers=False)
    first = brief.statements[0]
    passages = [article.text[place.start : place.end] for place in first.evidence]
    said = {digest(part) for passage in passages for part in (passage, *_sentences(passage, article.language))}
    return Made(label, found, card=False, notice=first.notice, answers=not first.notice and bool(said & label.answers))


def lead(label: Label, article: Article) -> Made:
    """The first sentence that may stand in a brief."""
    from standfirst.editing import candidates

    first = next((each for each in candidates.find(article) if not each.fault and not each.leans), None)
    answers = first is not None and digest(first.text) in label.answers
    return Made(label, found=True, card=first is None, notice=False, answers=answers)


SYSTEMS: dict[str, Callable[[Label, Article], Made]] = {"standfirst": ours, "lead-1": lead}


def _sentences(passage: str, language: str) -> list[str]:
    from standfirst.language import sentences

    return [span.of(passage) for span in sentences.split(passage, language)]


def row(system: str, dataset: str, made: Sequence[Made]) -> contract.Row:
    """The row of some headlines."""
    wanting = [each for each in made if each.label.wants]
    due = [each for each in wanting if each.label.answered]
    silent = [each for each in wanting if not each.label.answered]
    found = [each for each in made if each.found]
    row: contract.Row = {
        "system": system,
        "dataset": dataset,
        "headlines": len(wanting),
        "right": _share(each.right for each in wanting),
        "answered": _share(each.right for each in due),
        "declared": _share(each.right for each in silent),
        "undue": _share(each.notice for each in due),
        "card": _share(each.card for each in wanting),
    }
    if system == "standfirst":
        row["found"] = _share(each.found for each in wanting)
        row["precise"] = _share(each.label.wants for each in found)
    return row


def _share(hits: Iterator[bool]) -> float:
    counted = list(hits)
    return sum(counted) / len(counted) if counted else 0.0


def measure(data: Path, *, only_ours: bool) -> list[contract.Row]:
    """All rows."""
    found = list(articles(data, labels()))
    rows = []
    for system, make in SYSTEMS.items():
        if not found or (only_ours and system != "standfirst"):
            continue
        made = [make(label, article) for label, article in found]
        groups = {
            "all": made,
            "seen": [each for each in made if each.label.seen],
            "unseen": [each for each in made if not each.label.seen],
            "asks": [each for each in made if each.label.kind == "asks"],
            "teases": [each for each in made if each.label.kind == "teases"],
            "not-english": [each for each in made if each.label.language != "en"],
        }
        rows += [row(system, name, some) for name, some in groups.items()]
    return rows


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print and write; 2 where the folder holds none of the labelled articles."""
    given = contract.arguments(NAME, "What stands first under headlines that ask or tease.", "", argv)
    rows = measure(given.data, only_ours=given.only_ours)
    if not rows:
        contract.say(f"{given.data} holds none of the labelled articles: pages/ and text/ of the corpora are due.")
        return 2
    contract.report(NAME, rows, given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
