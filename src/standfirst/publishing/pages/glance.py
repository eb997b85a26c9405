"""Facts at a glance: the publication's facts by kind, its sources, and its length beside the source's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext, ngettext
from markupsafe import Markup, escape

from standfirst.editing import Fact
from standfirst.newsroom.content import Content
from standfirst.publishing import Entry
from standfirst.publishing.pages.labels import FACTS
from standfirst.publishing.pages.statements import dated
from standfirst.publishing.pages.words import number
from standfirst.publishing.pages.written import rendered, shown

#: Facts of one kind that are shown; a longer list is no glance.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A term and its values. ``foreign`` values are the source's words, in the publication's language."""

    term: str
    values: tuple[Markup, ...]
    foreign: bool = True


def words(content: Content, language: str) -> int:
    """Words that the publication itself says."""
    from standfirst.language.words import count

    return sum(count(statement.text, language) for statement in content.statements)


def rows(entry: Entry, content: Content, own: str) -> list[Row]:
    """The rows, in the order who, organisations, where, when, numbers, money, sources, length.

    ``own`` is the page's language, which must be the active one.
    """
    by_kind: dict[str, dict[str, Fact]] = {}
    for fact in content.facts:  # each text once
        by_kind.setdefault(fact.kind, {}).setdefault(fact.text.casefold(), fact)
    made = [
        Row(term, tuple([_value(fact, own) for fact in list(by_kind[kind].values())[:SHOWN]]))
        for kind, term in _terms(own)
        if kind in by_kind
    ]
    if entry.others:
        total = entry.others + 1
        said = ngettext("%(count)s publication on this story", "%(count)s publications on this story", total)
        made.append(Row(gettext("Sources"), (escape(said % {"count": number(total, own)}),), foreign=False))
    if content.original.words:
        here = words(content, entry.language)
        length = gettext("%(here)s words here, %(there)s in the source") % {
            "here": number(here, own),
            "there": number(content.original.words, own),
        }
        made.append(Row(gettext("Length"), (escape(length),), foreign=False))
    return made


@lru_cache(maxsize=16)
def _terms(own: str) -> list[tuple[str, str]]:
    """The kinds of facts with what they are called in ``own``, the active language."""
    return [(kind, str(term)) for kind, term in FACTS.items()]


def _value(fact: Fact, own: str) -> Markup:
    if fact.kind == "date" and fact.value:
        return dated(fact.text, fact.value, own)
    text = f"<bdi>{shown(fact.text)}</bdi>"
    # A number's noun says what it counts; where the text already has it, once is enough.
    if fact.role and fact.role.casefold() not in fact.text.casefold():
        text += f' <span class="role">{shown(fact.role)}</span>'
    return rendered(text)


__all__ = ["Row", "rows", "words"]
