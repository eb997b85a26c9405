"""Facts at a glance: the publication's facts by kind, its sources, and its length beside the source's."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from markupsafe import Markup, escape

from standfirst.editing import Fact
from standfirst.newsroom.content import Content
from standfirst.publishing import Entry
from standfirst.publishing.pages.labels import FACTS
from standfirst.publishing.pages.statements import dated
from standfirst.publishing.pages.words import number

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
    """The rows, in the order who, organisations, where, when, numbers, money, sources, length."""
    made = [
        Row(str(term), tuple(_value(fact.kind, fact.text, fact.value, fact.role, own) for fact in chosen))
        for kind, term in FACTS.items()
        if (chosen := _chosen(content, kind))
    ]
    if entry.others:
        total = entry.others + 1
        made.append(
            Row(
                gettext("Sources"),
                (
                    escape(
                        ngettext("%(count)s publication on this story", "%(count)s publications on this story", total)
                        % {"count": number(total, own)}
                    ),
                ),
                foreign=False,
            )
        )
    here = words(content, entry.language)
    if content.original.words:
        length = gettext("%(here)s words here, %(there)s in the source") % {
            "here": number(here, own),
            "there": number(content.original.words, own),
        }
        made.append(Row(gettext("Length"), (escape(length),), foreign=False))
    return made


def _chosen(content: Content, kind: str) -> list[Fact]:
    """The first facts of a kind, each text once."""
    seen: dict[str, Fact] = {}
    for fact in content.facts:
        if fact.kind == kind:
            seen.setdefault(fact.text.casefold(), fact)
    return list(seen.values())[:SHOWN]


def _value(kind: str, text: str, value: str, role: str, own: str) -> Markup:
    if kind == "date" and value:
        return dated(text, value, own)
    shown = Markup("<bdi>{}</bdi>").format(text)
    # A number's noun says what it counts; where the text already has it, once is enough.
    if role and role.casefold() not in text.casefold():
        return Markup('{} <span class="role">{}</span>').format(shown, role)
    return shown


__all__ = ["Row", "rows", "words"]
