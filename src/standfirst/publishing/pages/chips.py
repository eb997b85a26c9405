"""Filters of a listing: a chip for each that is set, which removes itself, and links for those to add.

Pure functions from a view to views. A changed filter always leads to the first page of the new view.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from django.utils.translation import gettext

from standfirst.newsroom.finding import queries
from standfirst.publishing import View
from standfirst.publishing.pages import Amount, Beside
from standfirst.publishing.pages.clock import Clock, month_name
from standfirst.publishing.pages.labels import MARKS, mark_label
from standfirst.publishing.pages.words import language_name, number
from standfirst.publishing.view import address

#: How the address of a view is written on the page.
Href = Callable[[View], str]
#: Choices of one kind shown at once; the rest stand behind a disclosure.
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set: what it is, what it is set to, and the address without it."""

    kind: str
    label: str
    value: str
    href: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter that may be added. ``count`` says how many publications it leaves, "" where that is not known."""

    value: str
    href: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The choices of one filter: those shown, and those behind a disclosure."""

    kind: str
    label: str
    shown: tuple[Choice, ...]
    more: tuple[Choice, ...]


def bare(view: View) -> View:
    """The listing without filters, on its first page."""
    return View(view.kind, view.key)


def first(view: View, **changes: object) -> View:
    """The view's first page with changes."""
    return replace(view, before=None, format="html", **changes)  # type: ignore[arg-type]


def chips(view: View, related: Beside, clock: Clock, link: Href = address) -> list[Chip]:
    """One chip for each filter that is set, in the order in which the filters are offered."""
    names = {source.slug: source.name for source in related.sources}
    found = [
        Chip(
            "source",
            gettext("Source"),
            names.get(slug, slug),
            link(first(view, sources=tuple(each for each in view.sources if each != slug))),
        )
        for slug in view.sources
    ]
    if view.mark and view.kind != "mark":
        found.append(Chip("mark", gettext("Mark"), str(mark_label(view.mark).name), link(first(view, mark=""))))
    if view.language:
        name = language_name(view.language, clock.language)
        found.append(Chip("lang", gettext("Language"), name, link(first(view, language=""))))
    if view.since:
        found.append(Chip("from", gettext("From"), clock.short_day(view.since), link(first(view, since=None))))
    if view.until:
        found.append(Chip("to", gettext("To"), clock.short_day(view.until), link(first(view, until=None))))
    return found + words(view, related, clock.language, link)


def words(view: View, related: Beside, language: str, link: Href = address) -> list[Chip]:
    """One chip for each term of the search; one for all of it where it holds no word."""
    if not view.query:
        return []
    terms = queries.typed(view.query)
    if not terms:
        return [Chip("q", gettext("Words"), view.query, link(first(view, query="")))]
    return [
        Chip(
            "q",
            gettext("Without") if each.unwanted else field_name(each.term.field),
            meant(each, related, language),
            link(first(view, query=queries.without(view.query, each))),
        )
        for each in terms
    ]


def field_name(field: str) -> str:
    """What a field of a search is called."""
    return {
        "headline": gettext("Headline"),
        "author": gettext("Author"),
        "source": gettext("Source"),
        "section": gettext("Section"),
        "mark": gettext("Mark"),
        "lang": gettext("Language"),
    }.get(field, gettext("Words"))


def meant(typed: queries.Typed, related: Beside, language: str) -> str:
    """What a term stands for: a source's or mark's name where it is one, else as it was typed."""
    said, field = typed.said, typed.term.field
    if not field:
        return typed.text[1:] if typed.unwanted else typed.text
    if field == "source":
        said = {source.slug: source.name for source in related.sources}.get(said, said)
    elif field == "mark" and said in MARKS:
        said = str(mark_label(said).name)
    elif field == "lang":
        said = language_name(said, language)
    return f"{field_name(field)}: {said}" if typed.unwanted else said


def groups(view: View, related: Beside, language: str, link: Href = address) -> list[Group]:
    """The filters that may still be added, each keeping those that are set."""
    count = partial(amount, related, language)
    sources = [
        Choice(source.name, link(first(view, sources=(*view.sources, source.slug))), count("source", source.slug))
        for source in related.sources
        if source.slug not in view.sources and not (view.kind == "source" and source.slug == view.key)
    ]
    marks = [
        Choice(str(mark_label(code).name), link(first(view, mark=code)), count("mark", code))
        for code in related.marks
        if code != view.mark and not (view.kind == "mark" and code == view.key)
    ]
    languages = [
        Choice(language_name(tag, language), link(first(view, language=tag)), count("lang", tag))
        for tag in related.languages
        if tag != view.language
    ]
    offered = [
        ("source", gettext("Source"), [] if view.kind == "source" else sources),
        ("mark", gettext("Mark"), marks),
        ("lang", gettext("Language"), languages if len(related.languages) > 1 else []),
        ("month", gettext("Month"), months(view, related, language, link)),
    ]
    return [
        Group(kind, label, tuple(choices[:SHOWN]), tuple(choices[SHOWN:]))
        for kind, label, choices in offered
        if choices
    ]


def months(view: View, related: Beside, language: str, link: Href = address) -> list[Choice]:
    """The latest months, where neither day is set, as the days from and to which they go."""
    if view.since or view.until or len(related.months) < 2:
        return []
    return [
        Choice(
            month_name(day, language),
            link(first(view, since=day, until=day.replace(day=monthrange(day.year, day.month)[1]))),
            amount(related, language, "month", f"{day:%Y-%m}"),
        )
        for day in related.months
    ]


def amount(related: Beside, language: str, kind: str, value: str) -> str:
    """How many publications a choice leaves, as it stands beside the choice."""
    found = related.counts.get((kind, value))
    return shown(found, language) if found else ""


def shown(found: Amount, language: str) -> str:
    """``37``, or ``1,000+`` where there are at least so many."""
    return number(found.number, language) + ("+" if found.more else "")


def kept(view: View) -> list[tuple[str, str]]:
    """The filters that the form of words and dates does not ask for, as its hidden fields."""
    fields = [("source", slug) for slug in view.sources]
    if view.mark and view.kind != "mark":
        fields.append(("mark", view.mark))
    if view.language:
        fields.append(("lang", view.language))
    return fields


__all__ = ["Chip", "Choice", "Group", "bare", "chips", "groups", "kept", "months", "shown", "words"]
