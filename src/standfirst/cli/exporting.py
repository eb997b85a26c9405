"""export: a view in any format, to a file or to standard output."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from standfirst.cli.common import Folder, Json, emit, open_network
from standfirst.errors import UsageError


def enter(app: typer.Typer) -> None:
    """Enter the commands of this module."""
    app.command("export")(export)


def export(
    view: Annotated[
        str, typer.Argument(help="A listing's address on the site, such as /sports-and-competition?lang=en")
    ] = "/",
    format: Annotated[str, typer.Option(help="rss, atom, json, xml or csv.")] = "json",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write; without it to standard output.")
    ] = None,
    pages: Annotated[int, typer.Option(help="So many pages of the listing at most.", min=1)] = 1,
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Write a listing in one of the formats, as the site would.

    Example: standfirst export "/search?q=harbour" --format csv -o harbour.csv
    """
    open_network(network)
    from standfirst.production.exporting import write

    if pages > 1 and format != "csv":
        raise UsageError(f"--pages {pages}", "only csv can hold several pages in one file", "Use --format csv.")
    if as_json and output is None:
        raise UsageError("--json", "it tells what was written to a file", "Give a file: --output FILE")
    if output is None:
        write(view, format, sys.stdout.buffer, pages)
        return
    with output.open("wb") as file:
        written = write(view, format, file, pages)
    emit(
        {"file": str(output), "publications": written},
        as_json,
        [f"{written} publications written to {output}"],
    )
