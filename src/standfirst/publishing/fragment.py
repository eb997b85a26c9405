"""What a format carries of a publication's text: well-formed HTML that stands on its own in a feed reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from html import escape
from typing import Any, Protocol, TypeVar, cast

from django.utils.translation import get_language, gettext

from standfirst.editing import Statement
from standfirst.newsroom.tongue import SOURCE
from standfirst.publishing import Entry, Network
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.pages.labels import how_made, mark_label, missing
from standfirst.publishing.pages.reasons import told
from standfirst.publishing.pages.words import direction, listed
from standfirst.publishing.quoting import quoted, within
from standfirst.publishing.xml import Written, element, leaf, line

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
    content, language = entry.content, get_language() or SOURCE
    reasons = {mark.code: mark.reason for mark in content.marks} if content else {}
    made = (content.digital_source_type, content.checked_by) if content and content.statements else None
    return [_note(code, reasons.get(code, ""), made if code == "summary" else None, language) for code in entry.marks]


@lru_cache(maxsize=4096)
def _note(code: str, reason: str, made: tuple[str, str] | None, language: str) -> MarkNote:
    """A mark in the language that is active; ``made`` says how a brief was. Most publications carry the same."""
    label = mark_label(code)
    said = how_made(*made) if made else told(reason, language)
    return MarkNote(code, str(label.name), str(label.sentence), said)


def read_on(entry: Entry) -> str:
    """The words of the link to the source."""
    return _read_on(entry.source.name, get_language() or SOURCE)


@lru_cache(maxsize=2048)
def _read_on(source: str, language: str) -> str:
    return gettext("Read the full article at %(source)s") % {"source": source}


def why(entry: Entry) -> str:
    """Why it is a card, or was withdrawn, in the network's language."""
    return told(entry.reason, get_language() or SOURCE)


def not_stated(entry: Entry) -> str:
    """What the source does not state, as one line; "" where nothing is missing."""
    if entry.content is None or not entry.content.missing:
        return ""
    return _not_stated(entry.content.missing, get_language() or SOURCE)


@lru_cache(maxsize=1024)
def _not_stated(what: tuple[str, ...], language: str) -> str:
    return gettext("Not stated in the source: %(list)s") % {"list": listed(missing(what))}


def fragment(entry: Entry, network: Network, lang: str = "lang") -> Written:
    """The text as a ``div``, in the order of a publication's page: source and dates, marks, the first statement, the
    link to the source, the other statements, what is missing. ``lang`` names the attribute of a language.

    The source's own words are quotations. A card has what its content has, and no more. The markup is the same in
    HTML and in XML.
    """
    ours = _labelled(entry, network, lang)
    said = [_statement(each, entry) for each in entry.content.statements] if entry.content else []
    inside = [element("p", ours, element("small", None, *_told_by(entry, network)))]
    if notes := mark_notes(entry):
        inside.append(element("ul", ours, *(leaf("li", note.text) for note in notes)))
    inside += said[:1]
    inside.append(element("p", ours, leaf("a", read_on(entry), {"href": entry.original})))
    inside += said[1:]
    if text := not_stated(entry):
        inside.append(leaf("p", text, ours))
    return element("div", {lang: entry.language or "und", "dir": entry.direction}, *inside)


def _statement(statement: Statement, entry: Entry) -> Written:
    """One statement. Browsers set a quotation's marks, so that what it quotes itself stands in the inner ones."""
    if not statement.verbatim or statement.notice:
        return leaf("p", statement.text)
    return element("p", None, leaf("q", within(statement.text, entry.language, styled=False), {"cite": entry.original}))


def _told_by(entry: Entry, network: Network) -> list[Written]:
    """Who reports it and when, and when the publication was corrected. The name does not turn the date around."""
    stamp = entry.content.original.published if entry.content else None
    precise = stamp is None or stamp.precise
    told = [
        _name(entry.source.name),
        Written(" · "),
        _moment(entry.source_published, precise, network.language, network.time_zone),
    ]
    if entry.corrected:
        at = _moment(entry.corrected, True, network.language, network.time_zone)
        told.append(Written(" · " + escape(gettext("Corrected %(date)s"), quote=False) % {"date": at}))
    return told


@lru_cache(maxsize=2048)
def _name(source: str) -> Written:
    return leaf("span", line(source), {"dir": "auto"})


@lru_cache(maxsize=8192)
def _moment(at: datetime, precise: bool, language: str, zone: str) -> Written:
    """A moment as the network writes it, the day alone where no more is known; a publication is in several feeds."""
    clock = Clock(language, zone)
    return Written(str(clock.full(at) if precise else clock.dated(at)))


def _labelled(entry: Entry, network: Network, lang: str) -> dict[str, str]:
    """Language and direction of the network's own sentences, where the text around them has another."""
    own = network.language
    if own.partition("-")[0].lower() == entry.language.partition("-")[0].lower():
        return {}
    return {lang: own, "dir": direction(own)}


def as_html(entry: Entry, network: Network) -> str:
    """The fragment as a string of HTML."""
    return once(entry, "html", fragment, entry, network)


def plain_summary(entry: Entry, gate: Callable[[str], str] = line) -> str:
    """A few words for a list, as one line of plain text: the first statement, else where to read on.

    ``gate`` makes a line of a text (:func:`~standfirst.publishing.xml.plain` for readers that look for markup).
    """
    return lead(entry, gate) or gate(read_on(entry))


def lead(entry: Entry, gate: Callable[[str], str] = line) -> str:
    """The first statement as one line of plain text, in quotation marks where it is the source's own words."""
    said = entry.content.statements if entry.content else ()
    if said and said[0].text == entry.lead:
        return plain_statement(said[0], entry, gate)
    return gate(entry.lead)


def plain_statement(statement: Statement, entry: Entry, gate: Callable[[str], str] = line) -> str:
    """A statement as one line of plain text, in its language's quotation marks where it is the source's own words."""
    text = gate(statement.text)
    return quoted(text, entry.language) if text and statement.verbatim and not statement.notice else text


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
