"""The commands. Exit codes: 0 done, 1 failed, 2 put wrongly, 3 not found, 4 unreachable, 5 models, 6 no article."""

from __future__ import annotations

import os
import sys

import typer

# Before numpy is loaded anywhere: its threads would spin beside our small products, for half as much CPU again, and
# compete with the worker processes. What the operator sets holds; children inherit it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from standfirst import __version__
from standfirst.cli import build, demo, desk, edition, exporting, inbox, letter, network, opml, reading, sources
from standfirst.errors import StandfirstError

app = typer.Typer(
    name="standfirst",
    help="Run your own network of news-digest sites.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (demo, reading, network, exporting, build, desk):
    module.enter(app)
app.add_typer(sources.app, name="source")
app.add_typer(edition.app, name="edition")
app.add_typer(opml.app, name="opml")
app.add_typer(desk.queue_app, name="queue")
app.add_typer(inbox.app, name="inbox")
app.add_typer(letter.app, name="letter")


@app.callback(invoke_without_command=True)
def start(
    version: bool = typer.Option(False, "--version", help="Print the version.", is_eager=True),
) -> None:
    """Run your own network of news-digest sites."""
    if version:
        typer.echo(f"standfirst {__version__}")
        raise typer.Exit


def main() -> None:
    """Run a command; what a user did wrong is one line on standard error and an exit code."""
    try:
        app()
    except StandfirstError as error:
        typer.secho(str(error), err=True, fg="red" if sys.stderr.isatty() else None)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
