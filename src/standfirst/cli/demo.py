"""demo: a whole network in a folder, from a made-up town's publishers; works without a network connection."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from standfirst.cli.common import Json, emit, open_network, progress
from standfirst.errors import UsageError
from standfirst.settings import FILE

#: The first line of a demo's settings; a folder with other settings is never touched.
MARK = "# A demo network: its publishers are made up. It is made anew each time.\n"


def enter(app: typer.Typer) -> None:
    """Enter the commands of this module."""
    app.command("demo")(demo)


def demo(
    folder: Annotated[Path, typer.Argument(help="The folder to make it in.")] = Path("standfirst-demo"),
    port: Annotated[int, typer.Option(help="The site's port.", min=1, max=65535)] = 8000,
    once: Annotated[bool, typer.Option("--once", help="Make the network, report, and end without serving it.")] = False,
    as_json: Json = False,
) -> None:
    """Make a network from a made-up town's publishers, served on this machine, and open its site.

    Example: standfirst demo
    """
    from standfirst.production.demo.server import serve
    from standfirst.production.demo.town import load

    town = load()
    prepare(folder, town.network, port)
    settings = open_network(folder)
    from standfirst.cli.network import Site
    from standfirst.cli.reports import lines
    from standfirst.production.demo.network import build

    with serve(town) as running:
        with progress(as_json) as say:
            first, second = build(settings, running, say)
        emit({"first": first.as_json(), "second": second.as_json()}, as_json, lines(first))
        if not once:
            with Site(settings) as site:
                site.wait()


def prepare(folder: Path, name: str, port: int) -> None:
    """Make the folder and its settings; an earlier demo in it is cleared away, anything else refused."""
    path = folder / FILE
    if path.exists():
        if not path.read_text(encoding="utf-8").startswith(MARK):
            raise UsageError(str(folder), "there is a network in it that is no demo", "Name another folder.")
        for old in folder.glob("standfirst.sqlite3*"):
            old.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'{MARK}name = {json.dumps(name)}\nbase_url = "http://localhost:{port}"\nport = {port}\n'
        'contact = "demo@localhost"\ntime_zone = "Europe/London"\nlanguage = "en-GB"\n'
        'allow_private = true\nhost_delay = 0.0\nhost_requests = 4\nengine = "inline"\n',
        encoding="utf-8",
    )
