"""edition: the day's front page, and an editor's decisions about it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standfirst.cli.common import Folder, Json, editor, emit, open_network
from standfirst.errors import UsageError

if TYPE_CHECKING:
    from standfirst.newsroom.editions.makeup import Made
    from standfirst.settings import Settings

app = typer.Typer(help="The day's front page: what it shows and why, and your own decisions.", no_args_is_help=True)
Named = Annotated[str, typer.Argument(metavar="PUBLICATION", help="Its permalink, id, or the original's address.")]
Day = Annotated[str, typer.Option(help="The edition's day, as 2026-11-22; without it the front page's.")]
Why = Annotated[str, typer.Option(help="Why; readers see it.")]


@app.command()
def show(day: Day = "", as_json: Json = False, network: Folder = None) -> None:
    """Show an edition: each publication in order, and why it is there; then the decisions that were made.

    Example: standfirst edition show --day 2026-11-22
    """
    settings = open_network(network)
    from standfirst.newsroom.editions import edition

    chosen = _day(day, settings)
    _told(chosen, edition.of(chosen, settings), as_json)


@app.command()
def pin(
    publication: Named,
    place: Annotated[int, typer.Option(help="Which place; 1 is the lead.")] = 1,
    day: Day = "",
    reason: Why = "",
    as_json: Json = False,
    network: Folder = None,
) -> None:
    """Put a publication at a place of the edition; it stays there through later rounds.

    Example: standfirst edition pin /content/2026/11/22/bridge.html --place 1 --reason "The bridge reopens today."
    """
    _decide(network, day, publication, "pin", reason, as_json, place=place)


@app.command()
def add(publication: Named, day: Day = "", reason: Why = "", as_json: Json = False, network: Folder = None) -> None:
    """Take a publication into the edition, whatever the bounds say; its place is by rank.

    Example: standfirst edition add /content/2026/11/21/flood.html --reason "The warning still holds."
    """
    _decide(network, day, publication, "add", reason, as_json)


@app.command("leave-out")
def leave_out(
    publication: Named, day: Day = "", reason: Why = "", as_json: Json = False, network: Folder = None
) -> None:
    """Leave a publication, and copies of its text, out of the edition; it stays out in its section.

    Example: standfirst edition leave-out /content/2026/11/22/x.html --reason "A private matter."
    """
    _decide(network, day, publication, "leave-out", reason, as_json)


@app.command()
def undo(publication: Named, day: Day = "", reason: Why = "", as_json: Json = False, network: Folder = None) -> None:
    """Take back what was decided about a publication; the rules decide again.

    Example: standfirst edition undo /content/2026/11/22/x.html
    """
    _decide(network, day, publication, "undo", reason, as_json)


def _decide(
    network: Any, day: str, name: str, action: str, reason: str, as_json: bool, *, place: int | None = None
) -> None:
    settings = open_network(network)
    from standfirst.newsroom.editions import overruling
    from standfirst.newsroom.publications import corrections

    chosen = _day(day, settings)
    found = corrections.find(name)
    made = overruling.decide(
        chosen, found, action, settings, datetime.now(UTC), who=editor(), reason=reason, place=place
    )
    _told(chosen, made, as_json)


def _day(text: str, settings: Settings) -> date:
    """The day that is named, else the front page's."""
    if text:
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise UsageError(f"--day {text}", "this is not a date", "Write it as 2026-11-22.") from error
    from standfirst.newsroom.editions import edition

    return edition.latest_day(datetime.now(UTC).astimezone(settings.zone).date(), settings.zone)


def _told(day: date, made: Made, as_json: bool) -> None:
    from standfirst.newsroom.editions import overruling
    from standfirst.newsroom.models import Publication

    rows = Publication.objects.filter(withdrawn=None).select_related("source").in_bulk(made.positions)
    places: list[dict[str, Any]] = [
        {
            "place": number,
            "headline": row.headline,
            "source": row.source.name,
            "section": row.section,
            "path": row.path,
            "rule": place.rule,
            "values": dict(place.values),
            "why": str(place),
        }
        for number, (place, row) in enumerate(
            ((place, rows[place.position]) for place in made.places if place.position in rows), 1
        )
    ]
    decisions = overruling.decisions(day)
    lines = [f"{day}: {len(places)} publications" if places else f"{day}: nothing has been published."]
    for each in places:
        lines.append(f"{each['place']:>3}  {each['headline']}  ({each['source']})")
        lines += [f"     {each['why']}", f"     {each['path']}"]
    if decisions:
        lines.append("Decisions, the latest about a publication holds:")
    for row in decisions:
        where = f" {row['place']}" if row["place"] else ""
        lines.append(f"  {row['at']:%Y-%m-%d %H:%M}  {row['who']}: {row['action']}{where}  {row['path']}")
        lines += [f"     {row['reason']}"] if row["reason"] else []
    emit({"day": day, "places": places, "decisions": decisions}, as_json, lines)
