"""What a publication says, as it is stored with it: the brief that is out and what its page tells of the article.

Everything a page or a format shows stands in this value, so that rendering never needs the source's text,
which is deleted after a time; places stay as offsets.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from standfirst.editing import Brief, CheckResult, Fact, Filing, Mark, Statement, Versions, reserved
from standfirst.reading import Article, Stamp
from standfirst.rights import Verdict


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of the source: its offsets and role, without its text."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Original:
    """The source's article, as the publication's page names it. ``words`` is its length."""

    title: str
    address: str
    publisher: str
    language: str
    published: Stamp | None
    modified: Stamp | None
    byline: str
    authors: tuple[str, ...]
    standfirst: str
    section: str
    kind: str
    free: bool | None
    words: int
    paragraphs: tuple[Place, ...]
    rights: Verdict


@dataclass(frozen=True, slots=True)
class Content:
    """A publication's content. A card has at most its first sentence as statement, and no facts."""

    headline: str
    statements: tuple[Statement, ...]
    missing: tuple[str, ...]
    facts: tuple[Fact, ...]
    marks: tuple[Mark, ...]
    filing: Filing
    checks: tuple[CheckResult, ...]
    original: Original
    writer: str
    digital_source_type: str
    versions: Versions
    checked_by: str = ""

    @property
    def traced(self) -> tuple[int, int]:
        """How many statements have evidence, of how many; notices are not counted."""
        said = [statement for statement in self.statements if not statement.notice]
        return sum(bool(statement.evidence) for statement in said), len(said)


def of_brief(article: Article, brief: Brief) -> Content:
    """The content of a publication of kind brief."""
    return Content(
        headline=brief.headline,
        statements=brief.statements,
        missing=brief.missing,
        facts=brief.facts,
        marks=brief.marks,
        filing=brief.filing,
        checks=brief.checks,
        original=original(article),
        writer=brief.writer,
        digital_source_type=brief.digital_source_type,
        versions=brief.versions,
    )


def as_card(content: Content, marks: tuple[Mark, ...] | None = None) -> Content:
    """The same publication with nothing of the source's text: headline, source, date and link.

    ``marks`` are those that need no text; where none are given its own stay, but for those with a place in it.
    """
    return replace(
        content,
        statements=(),
        facts=(),
        missing=(),
        checks=(),
        marks=_placeless(content.marks) if marks is None else marks,
        filing=reserved.labels(content.filing),
        original=replace(content.original, standfirst=""),
    )


def _placeless(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if not mark.evidence and mark.code != "summary")


def refiled(content: Content, filing: Filing) -> Content:
    """The same content in the section of ``filing``."""
    return replace(content, filing=filing)


def original(article: Article) -> Original:
    """What a page may tell of the source's article. Its own standfirst only where rights allow a brief."""
    from standfirst.language.words import count

    allowed = article.rights.outcome == "brief"
    limit = article.rights.max_snippet
    quotable = allowed and (limit is None or len(article.standfirst) <= limit)
    return Original(
        title=article.title,
        address=article.canonical or article.address,
        publisher=article.publisher,
        language=article.language,
        published=article.published,
        modified=article.modified,
        byline=article.byline,
        authors=article.authors,
        standfirst=article.standfirst if quotable else "",
        section=article.section,
        kind=article.kind,
        free=article.free,
        words=count(article.text, article.language),
        paragraphs=tuple(Place(each.start, each.end, each.role) for each in article.paragraphs),
        rights=article.rights,
    )
