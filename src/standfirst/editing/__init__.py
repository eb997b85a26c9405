"""Editing: an article to a brief. Pure functions; every statement carries its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from standfirst.reading import Article

#: Stamped on every brief. Raise it when the same article would be edited differently.
VERSION = "3"
#: The version of the sixteen rules of the editorial method.
RULES_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a source says it: article, the version of its text, and the place in code points."""

    article: str
    text_hash: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateNote:
    """A date named in a statement, resolved: places in the statement's text, and an ISO 8601 day or month."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. ``verbatim``: it is the source's own words, shortened by deletion at most.

    ``notice``: it is ours ("The source does not say") and rules 9 to 13 pass over it.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
    verbatim: bool = True
    notice: bool = False
    dates: tuple[DateNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact the article states, with its place. ``kind``: person, organisation, place, date, number, money.

    ``value`` is its normal form (ISO day, plain number, currency code and amount); ``role`` what the source
    calls a person, or the noun a number counts.
    """

    kind: str
    text: str
    evidence: Evidence
    value: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a reader must know of a publication: its code, why, and where in the source."""

    code: str
    reason: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Filing:
    """The section chosen, or "" for unfiled. ``confidence`` is calibrated, from 0 to 1.

    ``topics`` are (IPTC media topic code, confidence); ``evidence`` the words or cues that decided;
    ``method`` how: vectors, source-section, address, keywords, rule.
    """

    section: str = ""
    confidence: float = 0.0
    second: str = ""
    topics: tuple[tuple[str, float], ...] = ()
    evidence: tuple[str, ...] = ()
    method: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one rule found. ``rule`` is its number, ``name`` its code, ``level`` statement or brief.

    ``consequence`` (only where it failed): cut, trim, card, hold, block, report, mark.
    ``statement`` is the index it judged, None for the whole brief.
    """

    rule: int
    name: str
    level: str
    passed: bool
    consequence: str = ""
    statement: int | None = None
    place: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Versions:
    """What made a brief, so that it can be made again."""

    reader: str
    editor: str
    rules: str
    models: str
    writer: str
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules decide of a brief: ``kind`` is brief, card, held or blocked; the rule and reason why."""

    kind: str
    rule: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What we say of an article: the headline, statements with evidence, and everything a reader may ask."""

    articles: tuple[str, ...]
    headline: str
    language: str
    statements: tuple[Statement, ...]
    missing: tuple[str, ...]
    facts: tuple[Fact, ...]
    marks: tuple[Mark, ...]
    filing: Filing
    checks: tuple[CheckResult, ...]
    outcome: Outcome
    writer: str
    digital_source_type: str
    versions: Versions

    @property
    def traced(self) -> tuple[int, int]:
        """How many statements have evidence, of how many; notices are not counted."""
        said = [statement for statement in self.statements if not statement.notice]
        return sum(bool(statement.evidence) for statement in said), len(said)


@dataclass(frozen=True, slots=True)
class Style:
    """What a network may change about its briefs; the defaults are the editorial method's numbers."""

    min_words: int = 40
    max_words: int = 120
    max_share: float = 0.20
    min_source_words: int = 200
    sentence_words: int = 30
    copied_words: int = 10
    section_threshold: float = 0.45
    hold_uncertain_section: bool = False
    hold_sensitive: bool = False
    writer: str = "excerpt"


class Writer(Protocol):
    """Chooses and words the statements of a brief. The built-in one is ``excerpt``."""

    def __call__(self, article: Article, style: Style) -> tuple[Statement, ...]:
        """Statements in the order they are read, each with its evidence."""
        ...


def edit(article: Article, style: Style | None = None) -> Brief:
    """Write, file, mark and check a brief of ``article``."""
    from standfirst.editing.editor import edit as make

    return make(article, style or Style())


__all__ = [
    "Brief",
    "CheckResult",
    "DateNote",
    "Evidence",
    "Fact",
    "Filing",
    "Mark",
    "Outcome",
    "Statement",
    "Style",
    "Versions",
    "edit",
]
