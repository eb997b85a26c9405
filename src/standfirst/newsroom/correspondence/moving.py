"""The newsletter's readers as CSV (RFC 4180), for an operator who moves to or from another programme."""

from __future__ import annotations

import csv
import io
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from standfirst.errors import UsageError
from standfirst.newsroom.correspondence import letters, readers
from standfirst.newsroom.models import Reader

COLUMNS = ("address", "every", "sections", "confirmed")
#: Readers written or read at once.
CHUNK = 500


def written() -> tuple[str, int]:
    """The active readers as CSV, and how many."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    number = 0
    for each in Reader.objects.filter(state=Reader.State.ACTIVE).order_by("address").iterator(CHUNK):
        confirmed = each.confirmed.isoformat() if each.confirmed else ""
        table.writerow([each.address, each.every, " ".join(each.sections), confirmed])
        number += 1
    return out.getvalue(), number


def taken_in(text: str, now: datetime) -> tuple[int, int]:
    """Add the readers of such a file; how many were added, and how many were known.

    They count as confirmed: whoever brings the file answers for that. Their letters begin with what is published from
    now on. Only ``address`` is needed. Raises :class:`UsageError` that names the line; then nobody was added.
    """
    table = csv.DictReader(io.StringIO(text, newline=""))
    if "address" not in (table.fieldnames or ()):
        raise UsageError("the file", "its first line names no column address", f"Name them: {', '.join(COLUMNS)}")
    rows: dict[str, Reader] = {}
    try:
        for row in table:
            made = _reader(row, table.line_num, now)
            rows.setdefault(made.address, made)
    except csv.Error as error:
        raise UsageError(f"line {table.line_num}", f"this is no CSV: {error}") from error
    before = Reader.objects.count()
    Reader.objects.bulk_create(rows.values(), batch_size=CHUNK, ignore_conflicts=True)
    added = Reader.objects.count() - before
    return added, len(rows) - added


def _reader(row: dict[str, str | None], number: int, now: datetime) -> Reader:
    address = readers.address_of(row.get("address") or "")
    try:
        validate_email(address)
        stated = row.get("confirmed") or ""
        confirmed = datetime.fromisoformat(stated) if stated else now
    except (ValidationError, ValueError) as error:
        raise UsageError(f"line {number}", f"{address or 'nothing'} cannot be taken in: {error}") from error
    every = row.get("every") or letters.DAILY
    if every not in Reader.Every.values:
        raise UsageError(f"line {number}", f"{every} is not one of {', '.join(Reader.Every.values)}")
    return Reader(
        address=address,
        state=Reader.State.ACTIVE,
        every=every,
        sections=(row.get("sections") or "").split(),
        asked=now,
        confirmed=confirmed if confirmed.tzinfo else now,
        upto=letters.position(now),
    )
