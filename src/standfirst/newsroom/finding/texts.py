"""The texts of publications that no column holds: statements, the source's own title and byline, out of the content."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection

from standfirst.newsroom.sql import listed

# Three parts of the content, which is ten times as large.
_PARTS = {
    "sqlite": "json_extract(content, '$.statements', '$.original.title', '$.original.byline')",
    "postgresql": "CAST(json_build_array(content #> '{statements}', content #> '{original,title}',"
    " content #> '{original,byline}') AS text)",
}


def texts(positions: Iterable[int], *, most: int) -> dict[int, tuple[tuple[str, ...], str, str]]:
    """Of each publication the statements after the first, at most ``most``, its original's title and byline."""
    parts = _PARTS[connection.vendor]
    sql = (
        f"SELECT publication_id, {parts} FROM newsroom_publicationcontent "  # noqa: S608 (our own table)
        f"WHERE publication_id IN ({listed(positions)})"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return {position: _texts(most, *json.loads(found)) for position, found in cursor.fetchall()}


def _texts(most: int, statements: Any, title: Any, byline: Any) -> tuple[tuple[str, ...], str, str]:
    said = tuple(str(each.get("text", "")) for each in (statements or ())[1 : most + 1])
    return said, str(title or ""), str(byline or "")


__all__ = ["texts"]
