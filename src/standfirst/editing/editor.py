"""The editor: an article to a brief, or to a card, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from standfirst import editing
from standfirst.editing import (
    Brief,
    CheckResult,
    Fact,
    Filing,
    Mark,
    Outcome,
    Statement,
    Style,
    Versions,
    candidates,
    checking,
    facts,
    filing,
    headline,
    marking,
    missing,
    reserved,
    sensitive,
    topics,
)
from standfirst.editing.checking import Draft
from standfirst.editing.marks import Context
from standfirst.editing.writers import excerpt, writers
from standfirst.language import models, words
from standfirst.rights import Outcome as Right

if TYPE_CHECKING:
    from standfirst.reading import Article

#: How often a writer may try again without what the rules refused, before it is cut.
TRIES = 4
#: IPTC digital source types, by how a brief was made.
MACHINE = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
MODEL = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


@runtime_checkable
class Rewriter(Protocol):
    """A writer that can do without passages that a rule refused."""

    def again(self, article: Article, style: Style, avoid: frozenset[tuple[int, int]]) -> tuple[Statement, ...]:
        """Statements that use none of the passages ``avoid``, given as starts and ends in the article's text."""
        ...


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is known of an article before anything is written of it; made once."""

    article: Article
    style: Style
    headline: str
    facts: tuple[Fact, ...]
    filing: Filing
    missing: tuple[str, ...]
    vector: Any

    def marks(self, statements: tuple[Statement, ...], *, written: bool) -> tuple[Mark, ...]:
        """The marks of a publication that says ``statements``."""
        return marking.find(
            Context(self.article, statements, self.facts, writer=self.style.writer, written=written, vector=self.vector)
        )

    def draft(self, statements: tuple[Statement, ...], marks: tuple[Mark, ...]) -> Draft:
        """What the rules judge."""
        return Draft(
            article=self.article,
            headline=self.headline,
            statements=statements,
            missing=self.missing,
            facts=self.facts,
            marks=marks,
            style=self.style,
            writer=self.style.writer,
        )


def edit(article: Article, style: Style) -> Brief:
    """Write, file, mark and check a brief of ``article``.

    The outcome is ``brief``, ``card`` (too short, rights, rules), ``held`` (no date, a headline that asks and gets
    nothing, the operator's holds) or ``blocked``, always with its rule and reason. A card has at most the source's
    first sentence as statement, and no facts; where rights forbid a brief, its text is not looked at. Nothing is
    raised for what an article contains.
    """
    whole, article = article, reserved.open_part(article)
    vector = meaning(article)
    known = facts.find(article)
    filed = filing.file_under(article, vector=vector, threshold=style.section_threshold)
    desk = _Desk(
        article,
        style,
        headline.clean(article.title, article.publisher),
        known,
        filed if article is whole else reserved.labels(filed),
        missing.find(article, known),
        vector,
    )
    plain = _only_card(article, style)
    if plain is None:
        statements, marks, checks, outcome = _written(desk)
    else:
        statements, marks, checks, outcome = (), (), (), plain
    written = plain is None and outcome.kind != "card"
    if outcome.kind == "card":
        statements = opening(article, style)
    if not written:
        marks = desk.marks(statements, written=False)
    outcome = _held(desk, outcome) or outcome
    return Brief(
        articles=(article.id,),
        headline=desk.headline,
        language=article.language,
        statements=statements,
        missing=desk.missing if written else (),
        facts=known if written else (),
        marks=marks,
        filing=desk.filing,
        checks=checks,
        outcome=outcome,
        writer=style.writer,
        digital_source_type=MACHINE if style.writer == "excerpt" else MODEL,
        versions=versions(article, style),
    )


def meaning(article: Article) -> Any:
    """The article's document vector, shape (384,), made once for all that ask; None where it is not English.

    The vectors are English at heart, so that elsewhere nothing that decides would look at one.
    """
    return topics.vector_of(article) if words.primary(article.language) == "en" else None


def versions(article: Article, style: Style) -> Versions:
    """What made a brief, so that it can be made again."""
    return Versions(
        reader=article.reader,
        editor=editing.VERSION,
        rules=editing.RULES_VERSION,
        models=models.fingerprint(),
        writer=style.writer,
    )


def opening(article: Article, style: Style) -> tuple[Statement, ...]:
    """A card's only statement: the first sentence of the source that can stand alone; none where rights forbid it."""
    if article.rights.outcome != Right.BRIEF:
        return ()
    bounds = excerpt.limits(article, style)
    for each in candidates.find(article)[:4]:
        if each.fault or each.leans:
            continue
        forms = excerpt.forms(each, bounds, article.rights.max_snippet)
        if forms and forms[0][1] <= bounds.sentence * 1.5:
            return (excerpt.statement(article, each, forms[0][0]),)
    return ()


def _only_card(article: Article, style: Style) -> Outcome | None:
    """The outcome of an article of which no brief may, or can, be written."""
    if article.rights.outcome == Right.NOTHING:
        return Outcome(
            "blocked", article.rights.rule or "rights", article.rights.reason or "The source's rights allow nothing."
        )
    if article.rights.outcome == Right.CARD:
        return Outcome(
            "card", article.rights.rule or "rights", article.rights.reason or "The source's rights allow a card only."
        )
    factor = excerpt.LETTERS_A_WORD if words.unspaced(article.language) else 1
    size, unit = words.count(article.text, article.language), "letters" if factor > 1 else "words"
    if size < style.min_source_words * factor:
        what = {"video": "a video", "gallery": "a gallery", "live-blog": "a live blog"}.get(article.kind, "an article")
        least = style.min_source_words * factor
        return Outcome("card", "short-source", f"The source is {what} of {size} {unit}; a brief needs {least}.")
    return None


def _written(
    desk: _Desk,
) -> tuple[tuple[Statement, ...], tuple[Mark, ...], tuple[CheckResult, ...], Outcome]:
    """Write, check, and write again without what the rules refused; at last cut it, and trim what is too long."""
    writer = writers[desk.style.writer]
    avoid: frozenset[tuple[int, int]] = frozenset()
    statements = writer(desk.article, desk.style)
    marks = desk.marks(statements, written=True)
    checks = checking.run(desk.draft(statements, marks))
    for _ in range(TRIES):
        refused = _refused(checks, "cut", "block")
        if not refused or not isinstance(writer, Rewriter):
            break
        avoid |= {(place.start, place.end) for index in refused for place in statements[index].evidence}
        statements = writer.again(desk.article, desk.style, avoid)
        checks = checking.run(desk.draft(statements, marks))
    for _ in range(len(statements)):
        refused = _refused(checks, "cut")
        if refused:
            statements = _without(statements, refused, desk.article.language)
        elif any(not each.passed and each.consequence == "trim" for each in checks) and len(statements) > 1:
            statements = statements[:-1]
        else:
            break
        checks = checking.run(desk.draft(statements, marks))
    return statements, _evaluations(marks, statements, checks), checks, checking.outcome(checks)


def _evaluations(
    marks: tuple[Mark, ...], statements: Sequence[Statement], checks: Sequence[CheckResult]
) -> tuple[Mark, ...]:
    """The marks, with *commentary* where a rule found that an excerpt's own words evaluate (rule 14)."""
    found = [each for each in checks if not each.passed and each.consequence == "mark" and each.statement is not None]
    if not found or any(mark.code == "commentary" for mark in marks):
        return marks
    places = tuple(place for each in found for place in statements[each.statement or 0].evidence)
    mark = Mark("commentary", f"Words of the source quoted here evaluate: “{found[0].place}”.", places)
    return (*marks[:1], mark, *marks[1:])


def _refused(checks: Sequence[CheckResult], *consequences: str) -> set[int]:
    return {
        each.statement
        for each in checks
        if not each.passed and each.consequence in consequences and each.statement is not None
    }


def _without(statements: Sequence[Statement], refused: set[int], language: str) -> tuple[Statement, ...]:
    """The statements without those refused, and without one that leaned on a statement now gone."""
    kept: list[Statement] = []
    gone = False
    for index, each in enumerate(statements):
        gone = index in refused or (gone and candidates.leans(each.text, language))
        if not gone:
            kept.append(each)
    return tuple(kept)


def _held(desk: _Desk, outcome: Outcome) -> Outcome | None:
    """A hold that does not come from the rules of the text; None where nothing waits for a person."""
    article, style = desk.article, desk.style
    if outcome.kind in {"blocked", "held"}:
        return None
    if article.published is None:
        return Outcome("held", "no-date", "The source gives no date; no date, no publication.")
    if style.hold_uncertain_section and not desk.filing.section:
        return Outcome("held", "section", "Its section is uncertain, and this network holds such publications.")
    if style.hold_sensitive and (matter := sensitive.matter(article, desk.facts)):
        return Outcome("held", "sensitive", f"A sensitive matter ({matter}) on one source.")
    return None
