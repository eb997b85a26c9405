"""editor, queue, withdraw, correct, refile: an editor's decisions from the terminal."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from standfirst.cli.common import Folder, Json, editor, emit, open_network
from standfirst.errors import UsageError

queue_app = typer.Typer(help="What waits for an editor.", no_args_is_help=True)
Named = Annotated[str, typer.Argument(metavar="PUBLICATION", help="Its permalink, id, or the original's address.")]


def enter(app: typer.Typer) -> None:
    """Enter the commands of this module."""
    app.command("editor")(add_editor)
    app.command("withdraw")(withdraw)
    app.command("correct")(correct)
    app.command("refile")(refile)


def add_editor(
    name: Annotated[str, typer.Argument(help="The name to sign in with.")],
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Give somebody the keys to the desk, under /desk/ on the site; asks for a password, or takes STANDFIRST_PASSWORD.

    Example: standfirst editor mara
    """
    open_network(network)
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from standfirst.newsroom.models import User

    password = os.environ.get("STANDFIRST_PASSWORD") or typer.prompt(
        "Password", hide_input=True, confirmation_prompt=True
    )
    user = User.objects.filter(username=name).first() or User(username=name)
    try:
        user.clean_fields(exclude=["password"])
        validate_password(password, user)
    except ValidationError as error:
        raise UsageError(name, " ".join(error.messages)) from error
    known = user.pk is not None
    user.is_staff = user.is_superuser = True
    user.set_password(password)
    user.save()
    told = "has a new password" if known else "may sign in"
    emit({"editor": name, "new": not known}, as_json, [f"{name} {told} at /desk/ on the site."])


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


@queue_app.command("list")
def show(as_json: Json = False, network: Folder = None) -> None:
    """List what waits, and why.

    Example: standfirst queue list
    """
    open_network(network)
    from standfirst.newsroom import queue

    rows = [
        {
            "number": hold.pk,
            "since": hold.since.isoformat(),
            "source": hold.article.source.name,
            "address": hold.article.address,
            "headline": hold.brief.value["headline"],
            "statements": [each["text"] for each in hold.brief.value["statements"]],
            "reasons": hold.reasons,
        }
        for hold in queue.waiting()
    ]

    lines = []
    for row in rows:
        lines.append(f"{row['number']}  {row['headline']}  ({row['source']})")
        lines += [f"     {rule}: {reason}" for rule, reason in row["reasons"]]
        lines.append(f"     {row['address']}")
    emit(rows, as_json, lines or ["Nothing waits."])


@queue_app.command()
def approve(
    number: Annotated[int, typer.Argument(help="As the list numbers it.")],
    date: Annotated[str, typer.Option(help="The source's date, where it states none: 2026-11-20.")] = "",
    section: Annotated[str, typer.Option(help="File it in this section.")] = "",
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Publish what waits.

    Example: standfirst queue approve 7
    """
    settings = open_network(network)
    from standfirst.newsroom import queue

    when = None
    if date:
        try:
            when = datetime.fromisoformat(date)
        except ValueError as error:
            raise UsageError(f"--date {date}", "this is no date", "Write it as 2026-11-20.") from error
        when = when if when.tzinfo else when.replace(tzinfo=settings.zone)
    publication = queue.approve(
        queue.open_hold(number), settings, now(), who=editor(), date=when, section=_section(section)
    )
    _told(publication, as_json)


@queue_app.command()
def kill(
    number: Annotated[int, typer.Argument(help="As the list numbers it.")],
    reason: Annotated[str, typer.Option(help="Why, for the record.")] = "",
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Decide that what waits never goes out.

    Example: standfirst queue kill 7 --reason "private matter"
    """
    open_network(network)
    from standfirst.newsroom import queue

    hold = queue.open_hold(number)
    queue.kill(hold, now(), who=editor(), reason=reason)
    emit({"number": number, "decision": "killed"}, as_json, [f"{number} is killed."])


def withdraw(
    publication: Named,
    reason: Annotated[str, typer.Option(help="Why; readers see it.")],
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Take a publication down: its address answers 410, and feeds carry a tombstone.

    Example: standfirst withdraw /content/2026/11/22/x.html --reason "The publisher asked for it."
    """
    open_network(network)
    from django.db import transaction

    from standfirst.newsroom.publications import changing, corrections

    found = corrections.find(publication)
    with transaction.atomic():
        changing.withdraw(found, reason, now(), who=editor())
    _told(found, as_json)


def correct(
    publication: Named,
    note: Annotated[str, typer.Option(help="What was wrong and what is right; readers see it.")],
    headline: Annotated[str, typer.Option(help="The corrected headline.")] = "",
    drop: Annotated[list[int] | None, typer.Option(help="Leave out the statement of this number.")] = None,
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Correct a publication; the correction is shown on it and listed.

    Example: standfirst correct /content/2026/11/22/x.html --drop 2 --note "The figure was of 2024."
    """
    open_network(network)
    from standfirst.newsroom.publications import corrections

    found = corrections.find(publication)
    corrections.correct(found, now(), who=editor(), note=note, headline=headline, drop=tuple(drop or ()))
    _told(found, as_json)


def refile(
    publication: Named,
    section: Annotated[str, typer.Argument(help='The section\'s short name; "" for none.')],
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Move a publication to another section; its permalink stays.

    Example: standfirst refile /content/2026/11/22/x.html media-and-entertainment
    """
    open_network(network)
    from standfirst.newsroom.publications import corrections

    found = corrections.find(publication)
    corrections.refile(found, _section(section), now(), who=editor())
    _told(found, as_json)


def _section(slug: str) -> str:
    """A section's slug, checked against the network's; raises :class:`UsageError` that lists them."""
    if not slug:
        return ""
    from standfirst.editing.sections import load

    known = [section.slug for section in load()]
    if slug not in known:
        raise UsageError(slug, "there is no such section", f"There are: {', '.join(known)}")
    return slug


def _told(publication: Any, as_json: bool) -> None:
    state = "withdrawn" if publication.withdrawn else publication.kind
    emit(
        {
            "id": str(publication.id),
            "path": publication.path,
            "state": state,
            "section": publication.section,
            "headline": publication.headline,
        },
        as_json,
        [f"{publication.path}: {state}, {publication.section or 'unfiled'} · {publication.headline}"],
    )
