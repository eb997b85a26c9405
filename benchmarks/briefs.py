"""``python -m benchmarks.briefs``: what the excerpt writer makes of saved pages, judged by a second implementation.

Every page of at least 200 words (in its ground truth, else as read) is read and edited as in a round, but for those
whose rights allow no brief. A row a dataset and a row a language (``language-de``, of at least five pages): ``pages``,
``brief`` the share that gets one, ``held`` the share that waits for an editor, ``rule_2`` … ``rule_16`` the share of
the briefs that :mod:`benchmarks.judging` finds to keep a rule, ``cpu_ms_median`` processor time of editing a page.
``lead-3`` is the plain baseline: the first three sentences of the articles that get a brief, judged alike.

``defects`` are briefs with a fault of :mod:`benchmarks.defects` put in: ``caught`` is the share in which the rules
made for it find a fault that the brief did not have, ``by_its_rule`` that in which the first of them does. ``judge`` is
the benchmark's implementation, ``checks`` the product's own, of which only those count that cut, hold or block.
"""

from __future__ import annotations

import hashlib
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import contract, defects, judging, pages
from benchmarks.judging import text

if TYPE_CHECKING:
    from standfirst.editing import Brief, Statement
    from standfirst.reading import Article

NAME = "briefs"
OURS = "standfirst"
#: Words of a page from which it is measured, and pages of a language from which it has a row.
LEAST, FEWEST = 200, 5
#: Defects of each kind that are measured, chosen by hash.
EACH = 120

#: Which rules of a brief have faults, and how many: a defect is caught where a number grows.
Judge = Callable[["Article", "Brief"], dict[int, int]]


@dataclass(frozen=True, slots=True)
class Edited:
    """A page that was measured: its article and brief, or None for both where reading found no article."""

    dataset: str
    language: str
    article: Article | None = None
    brief: Brief | None = None
    milliseconds: float = 0.0


def edited(folder: Path) -> Iterator[Edited]:
    """The pages of a dataset that a brief is due of, read and edited."""
    from standfirst.editing import edit
    from standfirst.reading import NotArticle, read
    from standfirst.rights import Outcome

    for page in pages.load(folder):
        article = read(pages.fetched(page.html, page.address))
        if isinstance(article, NotArticle):
            if text.size(page.body, "") >= LEAST:
                yield Edited(folder.name, "")
            continue
        factor = 2 if text.language_of(article.language) in text.UNSPACED else 1
        if article.rights.outcome != Outcome.BRIEF:
            continue
        if text.size(page.body or article.text, article.language) < LEAST * factor:
            continue
        begun = time.process_time()
        brief = edit(article)
        spent = (time.process_time() - begun) * 1000
        yield Edited(folder.name, text.language_of(article.language), article, brief, spent)


def row(system: str, dataset: str, found: Sequence[Edited]) -> contract.Row:
    """The row of some pages."""
    outcomes = [each.brief.outcome.kind if each.brief else "" for each in found]
    judged = [
        judging.judge(each.article, each.brief)
        for each in found
        if each.article and each.brief and each.brief.outcome.kind == "brief"
    ]
    made: contract.Row = {"system": system, "dataset": dataset, "pages": len(found)}
    if system == OURS:
        made["brief"] = outcomes.count("brief") / len(found)
        made["held"] = outcomes.count("held") / len(found)
    for rule in judging.RULES if judged else ():
        made[f"rule_{rule}"] = sum(not faults[rule] for faults in judged) / len(judged)
    times = [each.milliseconds for each in found if each.milliseconds]
    if times:
        made["cpu_ms_median"] = statistics.median(times)
    return made


def lead(article: Article, count: int = 3) -> tuple[Statement, ...]:
    """The first sentences of an article's text, as statements."""
    from standfirst.editing import Evidence, Statement

    made: list[Statement] = []
    for paragraph in article.paragraphs:
        at = 0
        for end in text.ends(paragraph.text) if paragraph.role == "text" else ():
            said = paragraph.text[at:end]
            start = paragraph.start + at + len(said) - len(said.lstrip())
            at = end
            if said.strip() and len(made) < count:
                place = Evidence(article.id, article.text_hash, start, start + len(said.strip()))
                made.append(Statement(said.strip(), (place,)))
    return tuple(made)


def baseline(found: Sequence[Edited]) -> list[Edited]:
    """The same pages with their first three sentences where they have a brief."""
    return [
        replace(each, brief=replace(each.brief, statements=lead(each.article)), milliseconds=0.0)
        for each in found
        if each.article and each.brief and each.brief.outcome.kind == "brief"
    ]


def by_judge(article: Article, brief: Brief) -> dict[int, int]:
    """The judge's faults."""
    return {rule: len(faults) for rule, faults in judging.judge(article, brief).items()}


def by_checks(article: Article, brief: Brief) -> dict[int, int]:
    """The faults for which the product's checks would not let a brief out as it is."""
    from standfirst.editing import checking

    draft = checking.Draft(
        article, brief.headline, brief.statements, brief.missing, brief.facts, brief.marks, writer=brief.writer
    )
    failed = [each.rule for each in checking.run(draft) if each.consequence in {"cut", "hold", "block"}]
    return {rule: failed.count(rule) for rule in failed}


JUDGES: dict[str, Judge] = {"judge": by_judge, "checks": by_checks}


def seeded(found: Sequence[Edited], each_kind: int = EACH) -> list[tuple[Edited, defects.Defect]]:
    """Defects of every kind, at most ``each_kind``, of briefs in an order by hash."""

    def order(each: Edited) -> str:
        return hashlib.sha256(each.article.address.encode()).hexdigest() if each.article else ""

    taken: dict[str, int] = {}
    made = []
    for each in sorted(found, key=order):
        if each.article and each.brief and each.brief.outcome.kind == "brief":
            for defect in defects.seed(each.article, each.brief):
                if taken.get(defect.kind, 0) < each_kind:
                    taken[defect.kind] = taken.get(defect.kind, 0) + 1
                    made.append((each, defect))
    return made


def caught(made: Sequence[tuple[Edited, defects.Defect]]) -> Iterator[contract.Row]:
    """Rows of the defects: all, and each kind, by the judge and by the product's checks."""
    for system, judge in JUDGES.items():
        hits: dict[str, list[tuple[bool, bool]]] = {"defects": []}
        for each, defect in made:
            if each.article is None or each.brief is None:
                continue
            before, after = judge(each.article, each.brief), judge(each.article, defect.brief)
            rules = defects.CAUGHT_BY[defect.kind]
            grown = [rule for rule in rules if after.get(rule, 0) > before.get(rule, 0)]
            hit = (bool(grown), rules[0] in grown)
            hits["defects"].append(hit)
            hits.setdefault(f"defects-{defect.kind}", []).append(hit)
        for dataset, counted in sorted(hits.items()):
            if counted:
                yield {
                    "system": system,
                    "dataset": dataset,
                    "briefs": len(counted),
                    "caught": sum(hit for hit, _ in counted) / len(counted),
                    "by_its_rule": sum(hit for _, hit in counted) / len(counted),
                }


def measure(found: Sequence[Edited], *, only_ours: bool) -> list[contract.Row]:
    """All rows, of the datasets, of the whole, of the languages and of the defects."""
    groups: dict[str, list[Edited]] = {}
    for each in found:
        groups.setdefault(each.dataset, []).append(each)
    groups["all"] = list(found)
    languages: dict[str, list[Edited]] = {}
    for each in found:
        languages.setdefault(f"language-{each.language}", []).append(each)
    groups |= {name: some for name, some in sorted(languages.items()) if len(some) >= FEWEST and name != "language-"}
    rows = [row(OURS, name, some) for name, some in groups.items()]
    plain = baseline(found)
    if plain and not only_ours:
        rows.append(row("lead-3", "all", plain))
    return [*rows, *caught(seeded(found))]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print and write; 2 where the folder holds no dataset."""
    given = contract.arguments(NAME, "Briefs of saved pages, judged by a second implementation.", "pages", argv)
    found = [each for folder in contract.datasets(given.data, pages.TRUTH) for each in edited(folder)]
    if not found:
        contract.say(f"{given.data} holds no dataset: a folder with {pages.TRUTH} and pages of {LEAST} words is due.")
        return 2
    contract.report(NAME, measure(found, only_ours=given.only_ours), given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
