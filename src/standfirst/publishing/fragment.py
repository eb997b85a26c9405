"""What a format carries of a publication's text: well-formed HTML that stands on its own in a feed reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol, TypeVar, cast

from django.utils.translation import get_language, gettext

from standfirst.newsroom.tongue import SOURCE
from standfirst.publishing import Entry
from standfirst.publishing.pages.labels import how_made, mark_label, missing
from standfirst.publishing.pages.reasons import told
from standfirst.publishing.pages.words import direction, listed
from standfirst.publishing.xml import Written, element, leaf

T = TypeVar("T")
#: The attribute of a language in XML; HTML has ``lang``.
LANG = "xml:lang"


@dataclass(frozen=True, slots=True)
class MarkNote:
    """A mark for readers: its code, name and sentence, and why this publication carries it."""

    code: str
    name: str
    sentence: str
    reason: str

    @property
    def text(self) -> str:
        """Sentence and reason in one line."""
        return f"{self.sentence or self.name} {self.reason}".strip()


def mark_notes(entry: Entry) -> list[MarkNote]:
    """The marks in order. *summary* says how the publication was made and whether a person checked it."""
    return once(entry, "marks", _mark_notes, entry)


def _mark_notes(entry: Entry) -> list[MarkNote]:
    content = entry.content
    reasons = {mark.code: mark.reason for mark in content.marks} if content else {}
    notes = []
    for code in entry.marks:
        name, sentence = _label(code, get_language() or SOURCE)
        reason = told(reasons.get(code, ""), get_language() or SOURCE)
        if code == "summary" and content and content.statements:
            reason = how_made(content.digital_source_type, content.checked_by)
        notes.append(MarkNote(code, name, sentence, reason))
    return notes


@lru_cache(maxsize=256)
def _label(code: str, language: str) -> tuple[str, str]:
    """A mark's name and sentence in the language that is active."""
    label = mark_label(code)
    return str(label.name), str(label.sentence)


def read_on(entry: Entry) -> str:
    """The words of the link to the source."""
    return gettext("Read the full article at %(source)s") % {"source": entry.source.name}


def why(entry: Entry) -> str:
    """Why it is a card, or was withdrawn, in the network's language."""
    return told(entry.reason, get_language() or SOURCE)


def not_stated(entry: Entry) -> str:
    """What the source does not state, as one line; "" where nothing is missing."""
    if entry.content is None or not entry.content.missing:
        return ""
    return once(entry, "not-stated", _not_stated, entry.content.missing)


def _not_stated(what: tuple[str, ...]) -> str:
    return gettext("Not stated in the source: %(list)s") % {"list": listed(missing(what))}


def fragment(entry: Entry, lang: str = "lang") -> Written:
    """The text as a ``div``: statements, link to the source, what is missing, marks. ``lang`` names that attribute.

    The source's own words are quotations. A card has what its content has, and no more. The markup is the same in
    HTML and in XML.
    """
    inside = []
    for statement in entry.content.statements if entry.content else ():
        if statement.verbatim and not statement.notice:
            inside.append(element("p", None, leaf("q", statement.text, {"cite": entry.original})))
        else:
            inside.append(leaf("p", statement.text))
    ours = _labelled(entry, lang)
    inside.append(element("p", ours, leaf("a", read_on(entry), {"href": entry.original})))
    if text := not_stated(entry):
        inside.append(leaf("p", text, ours))
    if notes := mark_notes(entry):
        inside.append(element("ul", ours, *(leaf("li", note.text) for note in notes)))
    return element("div", {lang: entry.language or "und", "dir": entry.direction}, *inside)


def _labelled(entry: Entry, lang: str) -> dict[str, str]:
    """Language and direction of the network's own sentences, where the text around them has another."""
    own = get_language() or SOURCE
    if own.partition("-")[0].lower() == entry.language.partition("-")[0].lower():
        return {}
    return {lang: own, "dir": direction(own)}


def as_html(entry: Entry) -> str:
    """The fragment as a string of HTML."""
    return once(entry, "html", fragment, entry)


def plain_summary(entry: Entry) -> str:
    """A few words for a list: the first statement, else why there is none, else where to read on."""
    return entry.lead or why(entry) or read_on(entry)


class Fragmented(Protocol):
    """A value with a place for what renderers have written of it."""

    @property
    def fragments(self) -> dict[Any, Any] | None:
        """By the renderer's name for it; None where nothing is kept."""


def once(thing: Fragmented, name: object, make: Callable[..., T], *values: object) -> T:
    """What ``make`` writes of a thing, asked with ``values``; taken from the thing's fragments where it has any."""
    kept = thing.fragments
    if kept is None:
        return make(*values)
    if name not in kept:
        kept[name] = make(*values)
    return cast(T, kept[name])
