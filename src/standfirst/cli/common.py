"""What the commands share: opening a network's folder, printing for people or programs, progress."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standfirst.errors import NotFoundError, StandfirstError
from standfirst.settings import FILE, Settings, load

if TYPE_CHECKING:
    from standfirst.production.rounds import Progress

#: The options that every command has.
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Folder = Annotated[
    Path | None,
    typer.Option(
        "--network",
        help="The network's folder; without it STANDFIRST_NETWORK or this folder.",
        envvar="STANDFIRST_NETWORK",
    ),
]


def emit(data: Any, as_json: bool, lines: Iterable[str]) -> None:
    """Print ``data`` as JSON for programs, or ``lines`` for people."""
    if as_json:
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n")
        return
    for line in lines:
        typer.echo(line)


def open_network(folder: Path | None) -> Settings:
    """Open the network in ``folder``: its settings, and its database brought to this version.

    Raises :class:`NotFoundError` where the folder holds no network.
    """
    folder = (folder or Path()).absolute()
    if not (folder / FILE).is_file():
        raise NotFoundError(str(folder), "this folder holds no network", "Make one: standfirst init mynews")
    settings = load(folder)
    start_django(folder)
    migrate()
    return settings


def start_django(folder: Path) -> None:
    """Let Django read the settings of the network in ``folder``; child processes inherit them."""
    os.environ["STANDFIRST_NETWORK"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "standfirst.newsroom.django_settings"
    import django

    django.setup()


def migrate() -> None:
    """Bring the database to this version, where it is not."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0]
        raise StandfirstError("the database", reason, "See database_url in standfirst.toml or DATABASE_URL.") from error


@contextmanager
def progress(as_json: bool) -> Iterator[Progress]:
    """A progress bar on standard error; silent for programs and where nobody watches."""
    if as_json or not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def say(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=None)
            bar.update(tasks[stage], completed=done, total=total or None)

        yield say


def editor() -> str:
    """Who decides at this terminal, as records name them."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "operator"
