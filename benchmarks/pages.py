"""Saved pages with their ground truth, as the corpora hold them: a folder with ``truth.jsonl`` and gzipped HTML."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standfirst.gathering import Page

TRUTH = "truth.jsonl"
#: No saved page is younger.
FETCHED = datetime(2026, 11, 22, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved page with its ground truth; what the collection does not state is empty, ``authors`` None."""

    html: bytes
    address: str
    body: str = ""
    title: str = ""
    authors: tuple[str, ...] | None = None
    published: str = ""


def load(folder: Path) -> Iterator[Saved]:
    """The pages of a dataset, in its order."""
    with (folder / TRUTH).open(encoding="utf-8") as lines:
        for line in lines:
            truth = json.loads(line)
            authors = truth.get("authors")
            yield Saved(
                html=gzip.decompress((folder / truth["file"]).read_bytes()),
                address=truth.get("url") or "",
                body=truth.get("body") or "",
                title=truth.get("title") or "",
                authors=None if authors is None else tuple(authors),
                published=truth.get("published") or "",
            )


def fetched(html: bytes, address: str) -> Page:
    """A saved page as if it had just been fetched."""
    from standfirst.gathering import Page

    return Page(address, address, 200, (("content-type", "text/html"),), html, FETCHED)
