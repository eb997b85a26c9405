"""letter bounces, letter refused: what came back of letters, and the readers whom it is about."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from standfirst.cli.common import Folder, Json, emit, open_network
from standfirst.errors import NotFoundError, UsageError

#: Bytes of a file.
LARGEST = 64_000_000


def bounces(
    files: Annotated[list[str], typer.Argument(help="Files with a message each, or an mbox; - is the standard input.")],
    by_address: Annotated[
        bool, typer.Option("--by-address", help="Believe messages that bring nothing of the letter back, too.")
    ] = False,
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Count the delivery status notifications (RFC 3464) that mail servers have sent back.

    Example: standfirst letter bounces ~/Maildir/new/*
    """
    settings = open_network(network)
    from standfirst.production import bounces

    found = bounces.take(_messages(files), settings, datetime.now(UTC), by_address=by_address)
    told = [f"{found[each]} {each}" for each in bounces.Told if found[each]]
    emit({str(each): found[each] for each in bounces.Told}, as_json, [", ".join(told) or "There is no message."])


def refused(as_json: Json = False, network: Folder = None) -> None:
    """List the readers whose address was refused for good: on how many days, when last, and what was said.

    Example: standfirst letter refused
    """
    open_network(network)
    from standfirst.newsroom.correspondence import refusals

    rows = [
        {
            "address": each.address,
            "state": each.state,
            "days": each.refusals,
            "last": each.refused.isoformat() if each.refused else "",
            "said": each.refusal,
        }
        for each in refusals.refused().iterator(500)
    ]
    lines = [f"{row['address']}: {row['state']}, {row['days']} days, last {row['last']}: {row['said']}" for row in rows]
    emit(rows, as_json, lines or ["No reader was refused for good."])


def _messages(files: list[str]) -> Iterator[bytes]:
    """Every message of the files, each file read when it is its turn."""
    from standfirst.newsroom.correspondence import returned

    for name in files:
        try:
            if name == "-":
                data = sys.stdin.buffer.read(LARGEST + 1)
            else:
                with Path(name).open("rb") as file:
                    data = file.read(LARGEST + 1)
        except OSError as error:
            raise NotFoundError(name, f"it cannot be read: {error.strerror}", "Name files, or -.") from error
        if len(data) > LARGEST:
            raise UsageError(name, f"it is larger than {LARGEST:,} bytes", "Name smaller files.")
        yield from returned.messages(data)
