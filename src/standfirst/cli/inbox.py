"""inbox: what the public sent, read and dealt with at the terminal."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from standfirst.cli.common import Folder, Json, editor, emit, open_network
from standfirst.errors import UsageError

app = typer.Typer(help="What the public sends: mistakes, opt-outs, takedowns.", no_args_is_help=True)
Number = Annotated[int, typer.Argument(help="As the list numbers it.")]


@app.command("list")
def show_all(
    everything: Annotated[bool, typer.Option("--all", help="Also what is done.")] = False,
    kind: Annotated[str, typer.Option(help="Only these: mistake, opt-out, takedown.")] = "",
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """List what waits, the oldest first.

    Example: standfirst inbox list
    """
    open_network(network)
    from standfirst.newsroom.correspondence import inbox
    from standfirst.newsroom.models import InboxMessage

    if kind and kind not in InboxMessage.Kind.values:
        raise UsageError(f"--kind {kind}", "there is no such kind", f"There are: {', '.join(InboxMessage.Kind.values)}")
    rows = [_row(each) for each in inbox.messages(everything=everything, kind=kind)]
    lines = []
    for row in rows:
        done = f"  done by {row['handled_by']}" if row["state"] == "done" else ""
        lines.append(f"{row['number']}  {row['sent'][:16]}  {row['kind']}{done}  {row['about']}")
        lines.append(f"     {' '.join(row['text'].split())[:100]}")
    emit(rows, as_json, lines or ["Nothing waits."])


@app.command()
def show(number: Number, as_json: Json = False, network: Folder = None) -> None:
    """Show one message whole, and what became of it.

    Example: standfirst inbox show 3
    """
    open_network(network)
    from standfirst.newsroom.correspondence import inbox

    found = inbox.message(number)
    row = _row(found)
    row["records"] = [
        {"state": each.state, "who": each.who, "at": each.at.isoformat(), "note": each.note}
        for each in inbox.records(found)
    ]
    lines = [f"{row['number']}  {row['kind']}, {row['sent'][:16]}", f"about:   {row['about'] or '(nothing named)'}"]
    lines += [f"answer:  {row['contact']}"] if row["contact"] else []
    lines += ["", row["text"], ""]
    lines += [f"{each['at'][:16]}  {each['state']}, {each['who']}  {each['note']}" for each in row["records"]]
    emit(row, as_json, [_plain(line) for line in lines])


@app.command()
def done(
    number: Number,
    note: Annotated[str, typer.Option(help="What was done, for the record.")] = "",
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Record that a message was dealt with. What it asks for is done with other commands.

    Example: standfirst inbox done 3 --note "corrected"
    """
    open_network(network)
    from standfirst.newsroom.correspondence import inbox

    found = inbox.message(number)
    inbox.done(found, datetime.now(UTC), who=editor(), note=note)
    emit(_row(found), as_json, [f"{number} is done."])


def _row(message: Any) -> dict[str, Any]:
    return {
        "number": message.pk,
        "kind": message.kind,
        "state": message.state,
        "sent": message.sent.isoformat(),
        "about": _plain(message.about or (message.publication.path if message.publication else "")),
        "text": _plain(message.text),
        "contact": _plain(message.contact),
        "handled_by": message.handled_by,
    }


def _plain(text: str) -> str:
    """A stranger's text without what a terminal would obey."""
    return "".join(char for char in text if char in "\n\t" or char.isprintable())
