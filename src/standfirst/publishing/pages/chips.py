"""Filters of a listing: a chip for each that is set, which removes itself, and links for those to add.

Pure functions from a view to views. A changed filter always leads to the first page of the new view.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from standfirst.publishing import View
from standfirst.publishing.pages import Beside
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.pages.labels import mark_label
from standfirst.publishing.pages.words import language_name
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
    """A filter that may be added."""

    value: str
    href: str


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
    if view.query:
        found.append(Chip("q", gettext("Words"), view.query, link(first(view, query=""))))
    return found


def groups(view: View, related: Beside, language: str, link: Href = address) -> list[Group]:
    """The filters that may still be added, each keeping those that are set."""
    sources = [
        Choice(source.name, link(first(view, sources=(*view.sources, source.slug))))
        for source in related.sources
        if source.slug not in view.sources and not (view.kind == "source" and source.slug == view.key)
    ]
    marks = [
        Choice(str(mark_label(code).name), link(first(view, mark=code)))
        for code in related.marks
        if code != view.mark and not (view.kind == "mark" and code == view.key)
    ]
    languages = [
        Choice(language_name(tag, language), link(first(view, language=tag)))
        for tag in related.languages
        if tag != view.language
    ]
    offered = [
        ("source", gettext("Source"), [] if view.kind == "source" else sources),
        ("mark", gettext("Mark"), marks),
        ("lang", gettext("Language"), languages if len(related.languages) > 1 else []),
    ]
    return [
        Group(kind, label, tuple(choices[:SHOWN]), tuple(choices[SHOWN:]))
        for kind, label, choices in offered
        if choices
    ]


def kept(view: View) -> list[tuple[str, str]]:
    """The filters that the form of words and dates does not ask for, as its hidden fields."""
    fields = [("source", slug) for slug in view.sources]
    if view.mark and view.kind != "mark":
        fields.append(("mark", view.mark))
    if view.language:
        fields.append(("lang", view.language))
    return fields


__all__ = ["Chip", "Choice", "Group", "bare", "chips", "groups", "kept"]
