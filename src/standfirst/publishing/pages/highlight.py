"""The words a reader searched for, marked where they stand. Pure.

Words are compared as the index has them (``newsroom/finding/words.py``), so what is marked is what was found: without
accents and capitals, phrases as a whole, pairs of letters in scripts without spaces, a field's words in that field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from standfirst.newsroom.finding.queries import Term, parse
from standfirst.newsroom.finding.words import Placed, placed
from standfirst.publishing import Entry

#: Characters of a snippet, and of them before the first word found.
SNIPPET, BEFORE = 220, 70
#: Fields whose words stand in texts of a row; the others are told by chips.
SHOWN = ("", "headline", "source", "author")

Span = tuple[int, int]
#: Further texts of a publication: their field, "" for statements, and themselves.
Texts = Sequence[tuple[str, str]]


class Marker:
    """Marks what a query wants in the texts of one page."""

    def __init__(self, query: str) -> None:
        self.terms = [term for term in parse(query).wanted if term.field in SHOWN]
        self._closed: dict[str, list[Term]] = defaultdict(list)
        self._open: dict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            (self._open if term.open and len(term.words) == 1 else self._closed)[term.words[0]].append(term)

    def entry(self, entry: Entry, texts: Texts = ()) -> Entry:
        """The entry with its headline, first statement and source's name marked, for the row of a listing.

        What none of them shows is looked for in ``texts``, and a piece of one follows the first statement.
        """
        headline, shown = self.spans(entry.headline, "headline")
        lead, shown_in_lead = self.spans(entry.lead)
        source, shown_in_source = self.spans(entry.source.name, "source")
        first = marked(entry.lead, lead)
        more = self.snippet(texts, {*self.terms} - shown - shown_in_lead - shown_in_source) if texts else Markup("")
        if more:
            first = Markup('{} <span class="also">{}</span>').format(first, more)
        return replace(
            entry,
            headline=marked(entry.headline, headline),
            lead=first,
            source=replace(entry.source, name=marked(entry.source.name, source)),
        )

    def missing(self, entry: Entry) -> bool:
        """Whether a term stands in none of the texts that a row shows."""
        shown: set[Term] = set()
        for text, field in ((entry.headline, "headline"), (entry.lead, ""), (entry.source.name, "source")):
            shown |= self.spans(text, field)[1]
        return any(term not in shown and term.field in ("", "author") for term in self.terms)

    def spans(self, text: str, field: str = "") -> tuple[list[Span], set[Term]]:
        """Where terms stand in a text of ``field``, in order and apart, and which they are."""
        if text.isascii():  # most texts hold none of the words, and that is soon seen
            lower = text.lower()
            if not any(word in lower for word in self._closed):
                return [], set()
        words = placed(text)
        found: list[Span] = []
        terms: set[Term] = set()
        for at, (word, start, end) in enumerate(words):
            for term in self._closed.get(word, ()):
                if term.field in ("", field) and _stands(term, words, at):
                    found.append((start, _end(term, words, at)))
                    terms.add(term)
            for term in self._open.get(word[0], ()):
                if term.field in ("", field):
                    # One letter of a pair: the next pair begins at the other.
                    found.append((start, words[at + 1][1] if len(word) > 1 and at + 1 < len(words) else end))
                    terms.add(term)
        return joined(found), terms

    def snippet(self, texts: Texts, wanted: set[Term]) -> Markup:
        """A piece of the text that shows the most of ``wanted``, marked; nothing where none shows any."""
        best: tuple[int, str, list[Span]] = (0, "", [])
        for field, text in texts:
            spans, terms = self.spans(text, field)
            number = len(terms & wanted)
            if number > best[0]:
                best = (number, text, spans)
        return piece(best[1], best[2]) if best[0] else Markup("")


def entries(rows: Sequence[Entry], query: str, texts: Mapping[int, Texts]) -> tuple[Entry, ...]:
    """The rows of a search's page, marked; ``texts`` are further texts of them, by position."""
    marker = Marker(query)
    return tuple(marker.entry(each, texts.get(each.position, ())) for each in rows)


def marked(text: str, spans: Sequence[Span]) -> str:
    """The text with each span in a ``<mark>``; unchanged where there is none."""
    if not spans:
        return text
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += [str(escape(text[at:start])), "<mark>", str(escape(text[start:end])), "</mark>"]
        at = end
    return Markup("".join([*parts, str(escape(text[at:]))]))  # noqa: S704 - every piece was escaped


def piece(text: str, spans: Sequence[Span]) -> Markup:
    """So much of a text as shows its first span, cut between words, marked."""
    start, end = 0, len(text)
    if len(text) > SNIPPET:
        start = max(0, min(spans[0][0] - BEFORE, len(text) - SNIPPET))
        end = max(spans[0][1], start + SNIPPET)
        blank = text.find(" ", start, spans[0][0]) if start else -1
        start = blank + 1 if blank >= 0 else start
        blank = text.rfind(" ", spans[0][1], end) if end < len(text) else -1
        end = blank if blank >= 0 else end
    within = [(first - start, last - start) for first, last in spans if first >= start and last <= end]
    middle = str(escape(marked(text[start:end], within)))
    return Markup(("…" if start else "") + middle + ("…" if end < len(text) else ""))  # noqa: S704 - escaped above


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _stands(term: Term, words: Sequence[Placed], at: int) -> bool:
    """Whether the words of ``term`` are those from ``at`` on."""
    here = [word for word, _, _ in words[at : at + len(term.words)]]
    if len(here) < len(term.words) or tuple(here[:-1]) != term.words[:-1]:
        return False
    return here[-1].startswith(term.words[-1]) if term.open else here[-1] == term.words[-1]


def _end(term: Term, words: Sequence[Placed], at: int) -> int:
    """Where a term that stands at ``at`` ends."""
    last = at + len(term.words) - 1
    if term.open and len(words[last][0]) > 1 and last + 1 < len(words):
        return words[last + 1][1]
    return words[last][2]


__all__ = ["Marker", "entries", "joined", "marked", "piece"]
