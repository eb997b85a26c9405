"""Facts at a glance: the publication's facts by kind, its sources, and its length beside the source's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext, ngettext
from markupsafe import Markup, escape

from standfirst.editing import Fact
from standfirst.newsroom.content import Content
from standfirst.publishing import Entry
from standfirst.publishing.pages.labels import FACTS
from standfirst.publishing.pages.statements import dated
from standfirst.publishing.pages.words import direction, number
from standfirst.publishing.pages.written import rendered, shown

#: Facts of one kind that are shown; a longer list is no glance.
SHOWN = 5
#: Kinds of which an article names many; a glance has those that the publication tells of, and no others.
TOLD_ALONE = ("place", "date")
#: Words in front of a role that belong to the sentence it stood in: "the channel's head of drama", "year-old winger".
_BEFORE_ROLE = re.compile(r"^(?:year-old|whose|chosen|[^\W\d_]+['’]s)\s+", re.IGNORECASE)
#: A title that stands between what somebody is and the name: "the geophysicist Dr Waldron".
_TITLE = re.compile(r"^([^\W_].*) (Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady)$")
#: A value that is a number and nothing else, and how many characters of one are a year or a time of day.
_BARE, _YEAR = re.compile(r"[\d.,]+"), 4


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
    by_kind = chosen(content.facts, entry.headline, [statement.text for statement in content.statements])
    made = [
        Row(term, tuple([_value(fact, own, entry.language) for fact in by_kind[kind]]))
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


def chosen(facts: Iterable[Fact], headline: str, told: Iterable[str]) -> dict[str, list[Fact]]:
    """The facts that tell something by themselves, each text once, by kind; first those of the publication's text."""
    text = "\n".join((headline, *told)).casefold()
    here: dict[str, dict[str, Fact]] = {}
    elsewhere: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        if not _tells(fact):
            continue
        name = fact.text.casefold()
        if name in text:
            here.setdefault(fact.kind, {}).setdefault(name, fact)
        elif fact.kind not in TOLD_ALONE:
            elsewhere.setdefault(fact.kind, {}).setdefault(name, fact)
    return {
        kind: list((here.get(kind, {}) | elsewhere.get(kind, {})).values())[:SHOWN]
        for kind in dict.fromkeys((*here, *elsewhere))
    }


def _tells(fact: Fact) -> bool:
    """Whether a fact tells something where its sentence is not: no bare number, year, saint without a church."""
    match fact.kind:
        case "number":
            return bool(fact.role) or _BARE.fullmatch(fact.value) is None
        case "money":  # "nine pounds" is what a lobster weighs
            return not fact.value.startswith("GBP") or any(map(str.isdigit, fact.text))
        case "date":
            return len(fact.value) != _YEAR
        case "person":
            return fact.role.rpartition(" ")[2] != "St" and not fact.text.startswith("St ")
        case "organisation":
            return fact.text != "ENDS"  # as press releases end
    return True


@lru_cache(maxsize=16)
def _terms(own: str) -> list[tuple[str, str]]:
    """The kinds of facts with what they are called in ``own``, the active language."""
    return [(kind, str(term)) for kind, term in FACTS.items()]


def _value(fact: Fact, own: str, language: str) -> Markup:
    """A fact as the page shows it: a person's title before the name, what else they are after it."""
    if fact.kind == "date" and fact.value:
        return dated(fact.text, fact.value, own)
    name = fact.text
    if fact.kind == "number" and not language.startswith("de"):  # one that began a sentence; a German noun stays
        name = name[:1].lower() + name[1:]
    text = f"<bdi>{shown(name)}</bdi>"
    said = _BEFORE_ROLE.sub("", fact.role, count=1) if fact.role else ""
    # A number's noun says what it counts; where the text already has it, once is enough.
    if not said or said.casefold() in name.casefold():
        return rendered(text)
    if titled := None if said[0].isupper() else _TITLE.match(said):
        said = titled[1]
        text = f'<span class="role">{titled[2]}</span> {text}'
    role = f'<span class="role">{shown(said)}</span>'
    if fact.kind == "number":
        return rendered(f"{text} {role}")
    if said[0].isupper():
        return rendered(f"{role} {text}")
    return rendered(f"{text}{'،' if direction(language) == 'rtl' else ','} {role}")


__all__ = ["Row", "chosen", "rows", "words"]
