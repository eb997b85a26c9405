"""The sixteen rules, one module each; each enters itself in the list of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from standfirst.editing import CheckResult, Fact, Mark, Statement, Style
from standfirst.reading import Article
from standfirst.registry import Registry


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule judges: a brief before its outcome is known, and the article it was made from."""

    article: Article
    headline: str
    statements: tuple[Statement, ...]
    missing: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    marks: tuple[Mark, ...] = ()
    style: Style = field(default_factory=Style)
    writer: str = "excerpt"

    @property
    def language(self) -> str:
        """The language of the brief, which is its article's."""
        return self.article.language

    @property
    def said(self) -> tuple[tuple[int, Statement], ...]:
        """The statements with their index, without the notices in our own voice."""
        return tuple(pair for pair in enumerate(self.statements) if not pair[1].notice)

    @property
    def text(self) -> str:
        """The statements that are no notices, one after the other."""
        return " ".join(statement.text for _, statement in self.said)


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a rule is broken: the statement's index (None: the brief), what follows, why, and the words."""

    consequence: str
    reason: str
    statement: int | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its number and name in the editorial method, the level it judges, and what finds its faults."""

    number: int
    name: str
    level: str
    faults: Callable[[Draft], Iterable[Fault]]

    def check(self, draft: Draft) -> tuple[CheckResult, ...]:
        """One result for each fault, or a single one that says the rule is kept."""
        found = tuple(
            CheckResult(
                self.number,
                self.name,
                self.level,
                passed=False,
                consequence=fault.consequence,
                statement=fault.statement,
                place=fault.place[:PLACE],
                reason=fault.reason,
            )
            for fault in self.faults(draft)
        )
        return found or (CheckResult(self.number, self.name, self.level, passed=True),)


#: Characters of a place that are kept in a result.
PLACE = 200

#: The rules by name, in the order of their numbers.
checks: Registry[Rule] = Registry(__name__)


def enter(number: int, name: str, *, level: str) -> Callable[[Callable[[Draft], Iterable[Fault]]], Rule]:
    """Enter a function as the rule ``name``; a decorator that leaves the rule in its place."""

    def rule(faults: Callable[[Draft], Iterable[Fault]]) -> Rule:
        return checks.register(name, rank=number)(Rule(number, name, level, faults))

    return rule


__all__ = ["Draft", "Fault", "Rule", "checks", "enter"]
