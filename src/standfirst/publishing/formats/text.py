"""One publication as plain text, for terminals, screen readers and mail."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext

from standfirst.publishing import Entry, Listing, Network
from standfirst.publishing.formats import formats
from standfirst.publishing.fragment import mark_notes, not_stated, plain_statement, read_on, why
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.pages.words import direction, listed
from standfirst.publishing.xml import clean, line


class Text:
    """One publication as text; a listing has none."""

    extension = "txt"
    media_type = ""
    publication_type = "text/plain"
    label = "Text"

    def listing(self, listing: Listing) -> Iterable[bytes]:
        """Nothing: a listing has no text form."""
        return ()

    def publication(self, entry: Entry, network: Network) -> bytes | None:
        """Headline, where it comes from, statements with their numbers, the link to the source, marks."""
        said = entry.content.statements if entry.content else ()
        number = 0
        statements = []
        for statement in said:
            number += not statement.notice
            text = plain_statement(statement, entry)
            statements.append(text if statement.notice else f"{number}. {text}")
        clock = Clock(network.language, network.time_zone)
        own = entry.content.original.published if entry.content else None
        sent = clock.dated if own and not own.precise else clock.full
        dates = [
            listed([_isolated(entry, network), sent(entry.source_published).striptags()]),
            listed([line(network.name), clock.full(entry.published).striptags()]),
        ]
        if entry.corrected:
            dates.append(gettext("Corrected %(date)s") % {"date": clock.full(entry.corrected).striptags()})
        blocks = [
            line(entry.headline),
            "\n".join(dates),
            "\n".join(f"* {line(note.text)}" for note in mark_notes(entry)),
            "\n".join(statements) or line(why(entry)),
            f"{line(read_on(entry))}:\n{entry.original}",
            line(not_stated(entry)),
            entry.permalink,
        ]
        return clean("\n\n".join(block for block in blocks if block) + "\n").encode()


def _isolated(entry: Entry, network: Network) -> str:
    """The publisher's name; one of the other direction is isolated (UAX 9), or it would turn the date behind it."""
    name = line(entry.source.name)
    return name if entry.direction == direction(network.language) else f"\u2068{name}\u2069"


formats.register("txt", rank=70)(Text())
