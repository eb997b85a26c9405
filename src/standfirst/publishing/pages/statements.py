"""Statements as markup: the source's words as quotations, dates named in them as ``<time>``, and their pointers."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext
from markupsafe import Markup

from standfirst.editing import DateNote
from standfirst.newsroom.content import Content
from standfirst.publishing.pages import places
from standfirst.publishing.pages.clock import brief_day, resolved
from standfirst.publishing.pages.words import web
from standfirst.publishing.pages.written import rendered, shown
from standfirst.publishing.quoting import within
from standfirst.publishing.uris import uri

#: Words of a statement that are enough to know it by, where its source passage is named.
OPENING_WORDS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A statement ready for a template. ``number`` counts from 1; a notice has none (0) and no passage.

    Equal to itself alone: what is written of it is kept under it.
    """

    number: int
    markup: Markup
    opening: str
    passage: str
    verbatim: bool
    notice: bool

    @property
    def passage_first(self) -> str:
        """The passage as a line begins with it."""
        return self.passage[:1].upper() + self.passage[1:]


def annotated(text: str, dates: tuple[DateNote, ...], language: str) -> Markup:
    """The text, every date in it that was resolved as ``<time datetime title>``; nothing of it is changed.

    Notes that overlap, or whose places lie outside the text, are passed over.
    """
    if not dates:
        return rendered(shown(text))
    parts: list[str] = []
    at = 0
    for note in sorted(dates, key=lambda each: each.start):
        if not at <= note.start < note.end <= len(text):
            continue
        parts.append(shown(text[at : note.start]))
        parts.append(dated(text[note.start : note.end], note.value, language))
        at = note.end
    parts.append(shown(text[at:]))
    return rendered("".join(parts))


def dated(text: str, value: str, language: str) -> Markup:
    """A date as the text names it, and which day that is: shown beside one without a figure (``Tuesday``).

    The style sheet sets ``data-day`` in brackets, as an editor's addition; the words stay the source's.
    """
    if any(map(str.isdigit, text)):
        said = f'title="{shown(resolved(value, language))}"'
    else:
        day = brief_day(value, language)
        if day.replace(value[:4], "").strip().casefold() in text.casefold():  # "December" lacks its year alone
            day = value[:4]
        said = f'data-day="{shown(day)}"'
    return rendered(f'<time datetime="{shown(value)}" {said}>{shown(text)}</time>')


def opening(text: str) -> str:
    """The first words of a statement, in full where it is short."""
    words = text.split(maxsplit=OPENING_WORDS)
    if len(words) <= OPENING_WORDS:
        return text if len(text) <= 80 else f"{text[:40]}…"
    return " ".join(words[:OPENING_WORDS])[:80] + "…"


def lines(content: Content, language: str, own: str) -> list[Line]:
    """The content's statements in order. ``language`` is the publication's, ``own`` the page's.

    The source's own words are a ``<q>``, whose marks every browser sets as the text's language wants them.
    """
    made: list[Line] = []
    source = places.numbered(content.original.paragraphs)
    cite = shown(web(uri(content.original.address)))
    number = 0
    for statement in content.statements:
        number += not statement.notice
        text = annotated(statement.text, statement.dates, own)
        quoted = statement.verbatim and not statement.notice
        if quoted:  # browsers set the marks; a quotation that it holds has the inner ones
            text = rendered(f'<q cite="{cite}">{within(str(text), language)}</q>')
        passage = places.named(statement.evidence, source, own)
        if statement.evidence and not passage:
            passage = gettext("the source")
        shown_number = 0 if statement.notice else number
        made.append(Line(shown_number, text, opening(statement.text), passage, quoted, statement.notice))
    return made


__all__ = ["Line", "annotated", "dated", "lines", "opening"]
