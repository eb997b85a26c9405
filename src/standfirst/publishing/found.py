"""What a search found its rows by, where the rows do not show it: statements further down, the source's own title."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection

from standfirst.newsroom.rows import listed
from standfirst.publishing import Listing
from standfirst.publishing.pages.highlight import Marker

#: Statements of a publication that are looked through.
MOST = 20
# Three parts of the content, which is ten times as large.
_PARTS = {
    "sqlite": "json_extract(content, '$.statements', '$.original.title', '$.original.byline')",
    "postgresql": "CAST(json_build_array(content #> '{statements}', content #> '{original,title}',"
    " content #> '{original,byline}') AS text)",
}


def texts(listing: Listing) -> dict[int, tuple[tuple[str, str], ...]]:
    """Further texts, as (field, text), of those entries of a search that do not show all its words; by position."""
    marker = Marker(listing.view.query)
    wanted = [entry.position for entry in listing.entries if marker.missing(entry)]
    if not wanted:
        return {}
    parts = _PARTS[connection.vendor]
    sql = f"SELECT position, {parts} FROM newsroom_publication WHERE position IN ({listed(wanted)})"  # noqa: S608 (our own table)
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return {position: _texts(*json.loads(found)) for position, found in cursor.fetchall()}


def _texts(statements: Any, title: Any, byline: Any) -> tuple[tuple[str, str], ...]:
    said = [str(each.get("text", "")) for each in (statements or ())[1:MOST]]
    return (*(("", text) for text in said), ("", str(title or "")), ("author", str(byline or "")))


__all__ = ["texts"]
