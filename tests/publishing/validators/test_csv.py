"""CSV gives back what was put in: every cell, through every guard."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.publishing.formats.csv import COLUMNS, RISKY, _row, guarded
from standfirst.publishing.xml import clean
from tests.publishing.validators import asking, made

#: Cells that spreadsheets run, that end a row, or that no program expects.
HOSTILE = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '"', '""', ",", '","', "\r\n", "\n", "\r", "a\rb", " =1", "'=1",
    "", " ", "\u202e=1", "\u2066x", "\ufeff=1", "x" * 100_000, '"' * 1000, "漢字", "עברית", "العربية", "ไทย", "हिन्दी",
    "😀👩‍🚀",
    "\u0085\u2028\u2029", "%0A", "NULL", "=cmd|'/c calc'!A0", "＝1＋1", "\ufffe", "a\x0bb\x0cc",
)  # fmt: skip
cells = st.text(st.characters(exclude_categories=("Cs",)), max_size=60) | st.sampled_from(HOSTILE)


def read(body: bytes) -> list[list[str]]:
    """The rows of a document of CSV, by Python's own reader."""
    csv.field_size_limit(10_000_000)
    return list(csv.reader(io.StringIO(body.decode(), newline=""), strict=True))


@given(st.lists(cells, min_size=1, max_size=6))
@example(list(HOSTILE))
def test_a_row_is_read_back_as_it_was_written(row: list[str]) -> None:
    kept = [cell for cell in row]
    written = _row(kept)
    assert written.endswith(b"\r\n")
    assert read(written) == [kept]


@given(cells)
@example("=1")
def test_the_guard_is_one_apostrophe_before_what_a_spreadsheet_runs(cell: str) -> None:
    shown = guarded(cell)
    assert not shown.startswith(RISKY)
    assert shown == cell if not cell.startswith(RISKY) else shown == f"'{cell}"


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_only_what_no_document_may_hold_is_left_out(text: str) -> None:
    kept = clean(text)
    assert clean(kept) == kept
    left_out = [char for char in text if char not in kept]
    assert not any(char.isalnum() or char in "\t\n\r" for char in left_out)


@pytest.mark.django_db
@pytest.mark.parametrize("name", made.NETWORKS)
def test_every_view_is_one_row_a_publication_raw_and_guarded(name: str, settings: Any) -> None:
    asking.set_up(settings)
    seen = 0
    with asking.network(name) as site:
        for document in asking.pages(site, "csv"):
            assert document.media_type == "text/csv; charset=utf-8; header=present"
            joint = "&" if "?" in document.address else "?"
            raw = asking.ask(site, f"{document.address}{joint}raw=1")
            rows, plain = read(document.body), read(raw.body)
            assert tuple(rows[0]) == tuple(plain[0]) == COLUMNS
            assert len(rows) == len(plain)
            for shown, told in zip(rows[1:], plain[1:], strict=True):
                assert len(shown) == len(COLUMNS)
                assert shown == [guarded(cell) for cell in told]
            seen += len(rows) - 1
    assert bool(seen) == (name != "empty")


@pytest.mark.django_db
def test_hostile_texts_arrive_whole_and_the_header_leads_on(settings: Any) -> None:
    asking.set_up(settings)
    with asking.network("hostile") as site:
        texts, address = [], f"{asking.BASE}/mark/summary.csv?raw=1"
        for _ in range(10):
            texts += [row[COLUMNS.index("headline")] for row in read(asking.ask(site, address).body)[1:]]
            header = site.get(address.removeprefix(asking.BASE))["Link"]
            assert f'<{address}>; rel="self"; type="text/csv"' in header
            assert 'rel="alternate"; type="text/html"' in header
            address = asking.following(site, address)
            if not address:
                break
            assert "raw=1" in address
    assert sorted(texts) == sorted(clean(text) for text in made.HEADLINES)
