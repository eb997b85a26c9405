"""letter: the newsletter sent, looked at, and its readers counted or moved."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer

from standfirst.cli.bounces import bounces, refused
from standfirst.cli.common import Folder, Json, emit, open_network
from standfirst.errors import NotFoundError, StandfirstError, UsageError

app = typer.Typer(help="The newsletter.", no_args_is_help=True)


@app.command()
def send(as_json: Json = False, network: Folder = None) -> None:
    """Send the letters that are due, and the answers to sign-ups. Rounds do so by themselves.

    Example: standfirst letter send
    """
    settings = open_network(network)
    from standfirst.production import letters

    if not settings.text("smtp_host"):
        raise UsageError("smtp_host", "no mail server is named", "Set it in standfirst.toml: docs/guide/newsletter.md")
    run = letters.send(settings)
    told = [f"{number} {name}" for name, number in sorted(run.outcomes.items())]
    told += [f"answers to sign-ups: {run.answers}"] if run.answers else []
    lines = [", ".join(told) or "Nothing is due."]
    if run.ended:
        lines.append(f"The run ended early: {run.ended}.")
    emit({"outcomes": dict(run.outcomes), "answers": run.answers, "ended": run.ended}, as_json, lines)
    if run.ended:
        raise typer.Exit(4)


@app.command()
def show(
    day: Annotated[str, typer.Option(help="The day on which it fell due: 2026-11-22; without it, as if due now.")] = "",
    weekly: Annotated[bool, typer.Option("--weekly", help="The weekly letter.")] = False,
    section: Annotated[list[str] | None, typer.Option(help="Only this section; may be repeated.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A folder for letter.html, .txt, .eml.")] = None,
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Look at a letter as a new reader would get it; nothing is sent.

    Example: standfirst letter show -o /tmp/letter
    """
    settings = open_network(network)
    from standfirst.editing.sections import load
    from standfirst.newsroom.correspondence import letters as decisions
    from standfirst.production import letters, mail

    known = {each.slug for each in load()}
    for slug in section or ():
        if slug not in known:
            raise UsageError(slug, "there is no such section", f"There are: {', '.join(sorted(known))}")
    every = decisions.WEEKLY if weekly else decisions.DAILY
    at = datetime.now(UTC)
    if day:
        try:
            end = datetime.combine(date.fromisoformat(day), time(), settings.zone) + timedelta(days=1)
        except ValueError as error:
            raise UsageError(f"--day {day}", "this is not a date", "Write it as 2026-11-22.") from error
        at = decisions.due(end - timedelta(microseconds=1), settings, every)
    letter = letters.letter_for(settings, every, at, sections=section)
    if letter is None:
        raise NotFoundError(f"the {every} letter of {at:%Y-%m-%d}", "nothing was published for it", "See --day.")
    if output is not None:
        message = mail.message(letter, "reader@example.org", "shown", settings)
        files = {"letter.html": letter.html.encode(), "letter.txt": letter.text.encode()}
        files["letter.eml"] = message.message().as_bytes()
        try:
            output.mkdir(parents=True, exist_ok=True)
            for name, body in files.items():
                (output / name).write_bytes(body)
        except OSError as error:
            raise StandfirstError(str(output), f"it cannot be written to: {error.strerror}") from error
    told = {
        "subject": letter.subject,
        "due": at.isoformat(),
        "publications": len(letter.positions),
        "left_out": letter.left_out,
        "text": letter.text,
    }
    where = [f"{output}/letter.html, letter.txt and letter.eml are written."] if output else [letter.text]
    emit(told, as_json, [f"Subject: {letter.subject}", "", *where])


@app.command("readers")
def count(
    export: Annotated[Path | None, typer.Option(help="Write the active readers to a CSV file; - prints them.")] = None,
    take_in: Annotated[Path | None, typer.Option("--import", help="Take in such a file; who is known stays.")] = None,
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Count the readers; their addresses are written only with --export.

    Example: standfirst letter readers
    """
    open_network(network)
    from standfirst.newsroom.correspondence import moving, readers

    if export is not None:
        text, number = moving.written()
        if str(export) == "-":
            typer.echo(text, nl=False)
            return
        try:
            # Addresses of people: readable to nobody else, from the first byte on.
            export.touch(mode=0o600)
            export.write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            raise StandfirstError(str(export), f"it cannot be written: {error.strerror}") from error
        emit({"exported": number}, as_json, [f"{number} readers are in {export}."])
        return
    if take_in is not None:
        try:
            text = take_in.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise NotFoundError(str(take_in), f"it cannot be read: {error}") from error
        added, known = moving.taken_in(text, datetime.now(UTC))
        emit({"added": added, "known": known}, as_json, [f"{added} readers are added, {known} were known."])
        return
    found = readers.counts()
    lines = [
        f"{found['active']} readers: {found['daily']} daily, {found['weekly']} weekly",
        f"{found['pending']} have not confirmed, {found['unreachable']} could not be reached",
    ]
    emit(found, as_json, lines)


app.command()(bounces)
app.command()(refused)
