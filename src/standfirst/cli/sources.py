"""source: the publishers of a network."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from standfirst.cli.common import Folder, Json, emit, open_network
from standfirst.errors import UnreachableError

app = typer.Typer(help="The publishers of the network.", no_args_is_help=True)
Named = Annotated[str, typer.Argument(metavar="SOURCE", help="Its name, short name, domain or any address of it.")]


@app.command()
def add(
    address: Annotated[str, typer.Argument(help="A site's address, or a feed's.")],
    name: Annotated[str, typer.Option(help="Call it so, whatever it calls itself.")] = "",
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Add a publisher: finds the feeds of its site.

    Example: standfirst source add https://www.radiotimes.com/
    """
    settings = open_network(network)
    from standfirst.production.feeds import add_site

    found = add_site(settings, address, name)
    if found.failure or found.source is None:
        raise UnreachableError(
            address,
            found.failure.reason if found.failure else "no feed was found",
            "Give the feed's own address if you know it.",
        )
    emit(
        {
            "source": found.source.slug,
            "name": found.source.name,
            "feeds": [f.address for f in found.feeds],
            "new": found.new,
        },
        as_json,
        [
            f"{found.source.name} ({found.source.domain})",
            *(f"  {feed.kind}: {feed.address}" for feed in found.feeds),
            "Next: standfirst run" if found.new else "All of these were known already.",
        ],
    )


@app.command("list")
def show(as_json: Json = False, network: Folder = None) -> None:
    """List the publishers with their feeds and how they fare.

    Example: standfirst source list
    """
    open_network(network)
    from standfirst.newsroom import counts
    from standfirst.newsroom.models import Source

    rows: list[dict[str, Any]] = [
        {
            "source": source.slug,
            "name": source.name,
            "domain": source.domain,
            "state": source.state,
            "publications": counts.of("source", source.slug),
            "error": source.last_error,
            "feeds": [
                {"address": feed.address, "kind": feed.kind, "active": feed.active, "error": feed.last_error}
                for feed in source.feeds.all()
            ],
        }
        for source in Source.objects.prefetch_related("feeds")
    ]

    lines = []
    for row in rows:
        lines.append(f"{row['source']}: {row['name']} · {row['state']} · {row['publications']} out")
        for feed in row["feeds"]:
            lines.append(f"  {feed['kind']} {feed['address']}" + (f" – {feed['error']}" if feed["error"] else ""))
    emit(rows, as_json, lines or ["No publishers yet. Add one: standfirst source add https://…"])


@app.command()
def check(source: Named, as_json: Json = False, network: Folder = None) -> None:
    """Ask a publisher's feeds now and say what they answer; nothing is kept.

    Example: standfirst source check radio-times
    """
    settings = open_network(network)
    from standfirst.newsroom.sources import named
    from standfirst.production.feeds import check_feeds

    rows = check_feeds(settings, named(source))
    emit(
        rows,
        as_json,
        [f"{'ok ' if row['good'] else 'NOT'} {row['address']}: {row['answer']}" for row in rows],
    )
    if not all(row["good"] for row in rows):
        raise typer.Exit(4)


@app.command()
def disable(
    source: Named,
    enable: Annotated[bool, typer.Option("--enable", help="Switch it on again.")] = False,
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Gather nothing more of a publisher; what is out stays.

    Example: standfirst source disable radio-times
    """
    open_network(network)
    from standfirst.newsroom.sources import named, switch

    found = named(source)
    switch(found, "active" if enable else "disabled")
    _told(found, as_json)


@app.command()
def rename(source: Named, name: str, as_json: Json = False, network: Folder = None) -> None:
    """Call a publisher by another name; its addresses here stay.

    Example: standfirst source rename kob.com "KOB 4"
    """
    open_network(network)
    from standfirst.newsroom.sources import named
    from standfirst.newsroom.sources import rename as call

    found = named(source)
    call(found, name)
    _told(found, as_json)


@app.command()
def licence(
    source: Named,
    text: Annotated[str, typer.Argument(help='What was agreed, and when. "" takes it back.')],
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Record a licence a publisher gave you; it lifts reservations for payment and for text and data mining.

    Example: standfirst source licence gazette "Briefs allowed, letter of 2 May 2026"
    """
    open_network(network)
    from standfirst.newsroom.sources import named, record_licence

    found = named(source)
    record_licence(found, text)
    _told(found, as_json)


@app.command()
def owner(
    source: Named,
    name: Annotated[str, typer.Argument(help='Who owns it. "" takes it back.')],
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Record who owns a publisher; readers see it on the publisher's page.

    Example: standfirst source owner gazette "Harwick Press Ltd, of the Lindt family"
    """
    open_network(network)
    from standfirst.newsroom.sources import named, set_owner

    found = named(source)
    set_owner(found, name)
    _told(found, as_json)


@app.command()
def optout(
    source: Named,
    undo: Annotated[bool, typer.Option("--undo", help="It takes part again.")] = False,
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """A publisher wants no summaries: on the next round its briefs become cards.

    Example: standfirst source optout radio-times
    """
    open_network(network)
    from standfirst.newsroom.sources import named, switch

    found = named(source)
    switch(found, "active" if undo else "opted-out", reason="" if undo else "The publisher asked for it.")
    _told(found, as_json)


def _told(source: Any, as_json: bool) -> None:
    more = [f"{name}: {value}" for name in ("licence", "owner") if (value := getattr(source, name))]
    emit(
        {
            "source": source.slug,
            "name": source.name,
            "state": source.state,
            "licence": source.licence,
            "owner": source.owner,
        },
        as_json,
        [" · ".join([f"{source.name}: {source.state}", *more])],
    )
