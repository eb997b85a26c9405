"""opml: lists of feeds in and out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from standfirst.cli.common import Folder, Json, emit, open_network
from standfirst.errors import NotFoundError, UnreachableError, UsageError

app = typer.Typer(help="Bring in and give out lists of feeds.", no_args_is_help=True)


@app.command("import")
def bring_in(
    what: Annotated[str, typer.Argument(metavar="FILE|URL", help="An OPML file, or its address.")],
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Add the feeds of an OPML list.

    Example: standfirst opml import subscriptions.opml
    """
    settings = open_network(network)
    from standfirst.production.feeds import add_opml, fetch

    if "://" in what:
        page = fetch(settings, what)
        if page.failure:
            raise UnreachableError(what, page.failure.reason)
        body = page.body
    else:
        try:
            body = Path(what).read_bytes()
        except OSError as error:
            raise NotFoundError(what, f"it cannot be read: {error.strerror}") from error
    told = add_opml(body, what)
    if not told.added + told.known:
        raise UsageError(
            what, "; ".join(told.warnings) or "it lists no feeds", "Give an OPML file, as feed readers export it."
        )
    emit(
        {"added": told.added, "known": told.known, "warnings": list(told.warnings)},
        as_json,
        [f"{told.added} feeds added, {told.known} known already", *(f"  {each}" for each in told.warnings)],
    )


@app.command("export")
def give_out(
    file: Annotated[Path | None, typer.Argument(help="Where to write; without it to standard output.")] = None,
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Write the network's feeds as OPML.

    Example: standfirst opml export feeds.opml
    """
    settings = open_network(network)
    from standfirst.gathering import opml
    from standfirst.newsroom.models import Feed

    feeds = [
        opml.OpmlFeed(address=feed.address, title=feed.source.name, home=feed.source.home)
        for feed in Feed.objects.filter(active=True, source__state="active").select_related("source")
    ]
    body = opml.write(feeds, settings.text("name"))
    if file is None and not as_json:
        sys.stdout.buffer.write(body)
        return
    if file is not None:
        file.write_bytes(body)
    emit(
        {"feeds": len(feeds), "file": str(file) if file else None, "opml": None if file else body.decode()},
        as_json,
        [f"{len(feeds)} feeds written to {file}"],
    )
