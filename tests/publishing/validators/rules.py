"""What a table of rules is made of: a document as it was answered, a rule, and what the rules find.

Each rule names a change to a sound document that breaks it, so that a test can tell a rule that never fires.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lxml import etree

#: Severities: what a program may refuse, and what some program will stumble over.
ERROR, WARNING = "error", "warning"
#: Bytes of a document that are looked at.
LONGEST = 20_000_000


@dataclass(frozen=True)
class Document:
    """An answer: its address, its Content-Type and its body."""

    body: bytes
    address: str
    media_type: str
    status: int = 200

    @cached_property
    def root(self) -> Any:
        """The document's element, or JSON's object; no entity is expanded and nothing is fetched."""
        if "json" in self.media_type:
            return json.loads(self.body[:LONGEST])
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(self.body[:LONGEST], parser)

    def changed(self, old: str, new: str) -> Document:
        """The document with the first ``old`` in body, address or Content-Type replaced."""
        if old in self.media_type:
            return Document(self.body, self.address, self.media_type.replace(old, new), self.status)
        text = self.body.decode()
        assert old in text, f"nothing to change: {old!r}"
        return Document(text.replace(old, new, 1).encode("utf-8", "surrogatepass"), self.address, self.media_type)


@dataclass(frozen=True)
class Rule:
    """A rule: ``find`` gives what breaks it, in words. ``breaks`` is a change to the sound document that does.

    ``keeps`` is a change near it that does not, where leaving the document as it is would prove too little.
    """

    code: str
    severity: str
    what: str
    find: Callable[[Any], Iterable[str]]
    breaks: tuple[str, str]
    keeps: tuple[str, str] | None = None


@dataclass
class Table:
    """Rules in order, and the sound document they are tried on."""

    name: str
    sound: Document
    rules: list[Rule] = field(default_factory=list)
    ends: tuple[str, str] = ("</", "<")  # a change after which the document is none of its kind any more

    def rule(
        self, code: str, severity: str, what: str, *, breaks: tuple[str, str], keeps: tuple[str, str] | None = None
    ) -> Callable[[Callable[[Document], Iterable[str]]], Callable[[Document], Iterable[str]]]:
        """Enter the function below as a rule."""

        def entered(find: Callable[[Document], Iterable[str]]) -> Callable[[Document], Iterable[str]]:
            assert code not in {each.code for each in self.rules}, code
            self.rules.append(Rule(code, severity, what, find, breaks, keeps))
            return find

        return entered

    def findings(self, document: Document) -> list[str]:
        """Everything that any rule finds in a document, named: ``code: what is wrong``."""
        try:
            _ = document.root
        except (etree.XMLSyntaxError, ValueError) as error:
            return [f"not-well-formed: {error}"]
        return [f"{rule.code}: {said}" for rule in self.rules for said in _few(rule.find(document))]


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set of names."""
    return frozenset(text.split())


def _few(found: Iterable[str], most: int = 5) -> Sequence[str]:
    """The first of what a rule found; a document that breaks it everywhere is told of it a few times."""
    kept = []
    for each in found:
        kept.append(each[:300])
        if len(kept) == most:
            break
    return kept
