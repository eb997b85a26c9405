"""init, run, serve, doctor: a network from its folder to its site."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from standfirst.cli.common import Folder, Json, emit, open_network, progress
from standfirst.errors import UsageError
from standfirst.settings import FILE, Settings

#: A new network's settings, as a person would write them; everything else has its default.
TEMPLATE = """# The settings of this network. Every setting: docs/reference/settings.md
name = {name}
base_url = "http://localhost:8000"
# An address or mail address where publishers reach you; it stands in the user agent.
contact = {contact}
time_zone = "UTC"
language = "en"
"""


def enter(app: typer.Typer) -> None:
    """Enter the commands of this module."""
    app.command("init")(init)
    app.command("run")(run)
    app.command("serve")(serve)
    app.command("doctor")(doctor)


def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    name: Annotated[str, typer.Option(help="The network's name, as readers see it.")] = "",
    contact: Annotated[str, typer.Option(help="Where publishers reach you.")] = "",
    as_json: Json = False,
) -> None:
    """Make a new network in a folder.

    Example: standfirst init mynews && cd mynews
    """
    if (folder / FILE).exists():
        raise UsageError(str(folder), "there is a network in it already", f"Its settings: {folder / FILE}")
    write_settings(folder, {"name": name or folder.name.replace("-", " ").title(), "contact": contact})
    settings = open_network(folder)
    told = {"folder": str(settings.folder), "settings": str(settings.folder / FILE)}
    emit(
        told,
        as_json,
        [f"A network is in {folder}. Next:", f"  cd {folder}", "  standfirst source add https://…", "  standfirst run"],
    )


def write_settings(folder: Path, values: dict[str, str]) -> None:
    """Make ``folder`` and its settings file; JSON's strings are TOML's too."""
    import json

    folder.mkdir(parents=True, exist_ok=True)
    text = TEMPLATE.format(**{key: json.dumps(value, ensure_ascii=False) for key, value in values.items()})
    (folder / FILE).write_text(text, encoding="utf-8")


def run(
    once: Annotated[bool, typer.Option("--once", help="One round, its report, and no site.")] = False,
    revisit: Annotated[bool, typer.Option("--revisit", help="Visit everything that is out now.")] = False,
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Run rounds and the site together.

    Example: standfirst run
    """
    settings = open_network(network)
    from standfirst.cli.reports import lines
    from standfirst.production import letters
    from standfirst.production.rounds import run_round

    if once:
        with progress(as_json) as say:
            report = run_round(settings, say, revisit=revisit)
        emit(report.as_json(), as_json, lines(report))
        return
    with Site(settings):
        while True:
            started = time.monotonic()
            with progress(as_json) as say:
                report = run_round(settings, say)
            emit(report.as_json(), as_json, lines(report, brief=True))
            letters.idle(settings, max(1.0, settings.number("round_minutes") * 60 - (time.monotonic() - started)))


def serve(network: Folder = None) -> None:
    """Serve the site alone; rounds may run elsewhere.

    Example: standfirst serve
    """
    settings = open_network(network)
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "standfirst.publishing.wsgi:application",
        address=settings.text("host"),
        port=settings.number("port"),
        interface=Interfaces.WSGI,
        websockets=False,
        blocking_threads=4,
        backpressure=64,
        log_access=False,
        log_level=LogLevels.warning,
    ).serve()


class Site:
    """The site in a process of its own, as long as the block lasts. Ends on SIGTERM as on Ctrl-C."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __enter__(self) -> Site:
        self.process = subprocess.Popen([sys.executable, "-m", "standfirst.cli", "serve"])
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        host, port = self.settings.text("host"), self.settings.number("port")
        typer.echo(
            f"The site is at http://{'localhost' if host == '127.0.0.1' else host}:{port}/  (Ctrl-C ends it)", err=True
        )
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def wait(self) -> None:
        """Until the site ends."""
        self.process.wait()


def doctor(as_json: Json = False, network: Folder = None) -> None:
    """Look whether everything a network needs is in order, and say what to do where it is not.

    Example: standfirst doctor
    """
    settings = open_network(network)
    from standfirst import values
    from standfirst.production.doctor import examine

    findings = examine(settings)
    lines = []
    for finding in findings:
        lines.append(f"{'ok  ' if finding.good else 'NOT '} {finding.what}: {finding.state}")
        if finding.way_out:
            lines.append(f"     {finding.way_out}")
    emit(values.dump(findings), as_json, lines)
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)
