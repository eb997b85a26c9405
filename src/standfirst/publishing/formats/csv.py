"""CSV by RFC 4180: CRLF, doubled quotes, a header row, one row a publication, columns that keep their order."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any

from standfirst.publishing import Entry, Listing, Network
from standfirst.publishing.formats import formats
from standfirst.publishing.fragment import lead, once, plain_statement
from standfirst.publishing.xml import clean, stamp

#: New columns are added at the end, so that a reader by number goes on working.
COLUMNS = (
    "id", "kind", "headline", "lead", "permalink", "source", "source_slug", "original", "language", "section",
    "second_section", "source_published", "published", "updated", "corrected", "marks", "text", "story",
)  # fmt: skip
#: What a spreadsheet would take for a formula.
RISKY = ("=", "+", "-", "@", "\t", "\r")


class Csv:
    """A listing as a table; one publication has no table of its own."""

    extension = "csv"
    media_type = "text/csv; charset=utf-8; header=present"
    publication_type = ""
    label = "CSV"

    def listing(self, listing: Listing) -> Iterable[bytes]:
        """The header row, then the rows, one piece each."""
        raw = listing.view.raw
        yield _row(COLUMNS)
        for entry in listing.entries:
            yield once(entry, "csv-raw" if raw else "csv", row, entry, raw)

    def publication(self, entry: Entry, network: Network) -> bytes | None:
        """None: a single publication is no table."""
        return None


formats.register("csv", rank=60)(Csv())


def row(entry: Entry, raw: bool = False) -> bytes:
    """One entry as a row."""
    cells = [clean(cell) for cell in _cells(entry)]
    return _row(cells if raw else [guarded(cell) for cell in cells])


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(RISKY) else cell


def _cells(entry: Entry) -> tuple[str, ...]:
    statements = entry.content.statements if entry.content else ()
    return (
        f"urn:uuid:{entry.id}",
        entry.kind,
        entry.headline,
        lead(entry, _as_is),
        entry.permalink,
        entry.source.name,
        entry.source.slug,
        entry.original,
        entry.language,
        entry.section[0] if entry.section else "",
        entry.second_section[0] if entry.second_section else "",
        stamp(entry.source_published),
        stamp(entry.published),
        stamp(entry.updated),
        stamp(entry.corrected) if entry.corrected else "",
        " ".join(entry.marks),
        "\n".join(plain_statement(statement, entry, _as_is) for statement in statements),
        entry.story,
    )


def _as_is(text: str) -> str:
    """A cell holds a text as it stands: its lines, too."""
    return text


class _Said:
    """What the writer writes to: it hands back what it is given."""

    def write(self, text: str) -> str:
        return text


_WRITER: Any = csv.writer(_Said(), lineterminator="\r\n")


def _row(cells: Iterable[str]) -> bytes:
    row: str = _WRITER.writerow(cells)
    return row.encode()
