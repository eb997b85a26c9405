"""What all benchmarks share: their arguments, their table and their JSON.

``python -m benchmarks.NAME [--data DIR] [--json FILE] [--only-ours] [--cross-validated]`` prints a table with
peers beside us and writes ``{"benchmark": NAME, "rows": [{"system": …, "dataset": …, METRIC: NUMBER}, …]}``.
Scores are fractions from 0 to 1; times say their unit in their name.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

#: The corpora beside the checkout.
CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"

Row = dict[str, str | float | int]


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments that every benchmark takes. ``data`` is one folder, of a dataset or of datasets."""

    data: Path
    json: Path | None
    only_ours: bool
    cross_validated: bool


def arguments(name: str, about: str, default: str, argv: Sequence[str] | None = None) -> Arguments:
    """Parse the command line of ``benchmarks.name``; ``default`` is the folder below the corpora."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=about)
    parser.add_argument("--data", type=Path, default=CORPORA / default, help="a dataset's folder, or a folder of such")
    parser.add_argument("--json", type=Path, help="also write the rows to this file")
    parser.add_argument("--only-ours", action="store_true", help="leave the peers out")
    parser.add_argument("--cross-validated", action="store_true", help="retrain in folds where models are trained")
    given = parser.parse_args(argv)
    if not given.data.exists():
        parser.error(f"{given.data}: there is no such folder. Name one with --data.")
    return Arguments(given.data, given.json, given.only_ours, given.cross_validated)


def datasets(data: Path, marker: str) -> Iterator[Path]:
    """``data`` itself where it holds ``marker`` (a file's name), else the folders in it that do, in order."""
    if (data / marker).is_file():
        yield data
        return
    yield from sorted(folder for folder in data.iterdir() if (folder / marker).is_file()) if data.is_dir() else ()


def say(line: str) -> None:
    """A remark beside the table, such as an absent peer; it goes to standard error."""
    print(line, file=sys.stderr)


def table(rows: Sequence[Row]) -> str:
    """Rows as a table: a column for every key, numbers to the right."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    cells = [columns, *([_shown(row.get(column, "")) for column in columns] for row in rows)]
    widths = [max(len(line[number]) for line in cells) for number in range(len(columns))]
    texts = {column for row in rows for column, value in row.items() if isinstance(value, str)}
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in texts else cell.rjust(width)
            for cell, width, column in zip(line, widths, columns, strict=True)
        ).rstrip()
        for line in cells
    )


def report(name: str, rows: Sequence[Row], where: Path | None) -> None:
    """Print the table, and write the JSON where a file is named."""
    print(table(rows) if rows else "Nothing was measured.")
    if where:
        where.write_text(json.dumps({"benchmark": name, "rows": list(rows)}, indent=2) + "\n", encoding="utf-8")


def _shown(value: str | float | int) -> str:
    return (
        f"{value:.4f}"
        if isinstance(value, float) and abs(value) < 10
        else f"{value:.1f}"
        if isinstance(value, float)
        else str(value)
    )
