"""build: the whole network as files, for any web server or bucket."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Annotated

import typer

from standfirst.cli.common import Folder, Json, emit, open_network, progress


def enter(app: typer.Typer) -> None:
    """Enter the commands of this module."""
    app.command("build")(build)


def build(
    folder: Annotated[Path, typer.Argument(help="The folder to write; empty, or an earlier build's.")],
    full: Annotated[bool, typer.Option("--full", help="Render everything anew, not only what has changed.")] = False,
    check: Annotated[bool, typer.Option(help="Look whether every link inside leads to a file.")] = True,
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Write the whole network as files: pages, listings, every format, search. Again, it writes what has changed.

    Ends with 1 where a link inside leads nowhere.

    Example: standfirst build public
    """
    open_network(network)
    from standfirst.publishing.building.build import build as write

    with progress(as_json) as say:
        report = write(folder.absolute(), say, full=full, check=check)
    emit(
        dataclasses.asdict(report),
        as_json,
        [
            f"{report.publications} publications in {folder}: {report.written} files written,"
            f" {report.kept} as they were, {report.removed} removed ({report.seconds:.1f} s)",
            *(f"no file can be named after {address}" for address in report.left_out),
            *(f"dead link: {each.target} in {each.file}" for each in report.dead),
            *([f"{report.dead_count} dead links in all"] if report.dead_count > len(report.dead) else []),
        ],
    )
    if report.dead_count:
        raise typer.Exit(1)
