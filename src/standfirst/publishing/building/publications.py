"""The files of each publication: its page, the page for paper, its formats, or its tombstone; and the short links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from standfirst.publishing import Entry, Network, pages
from standfirst.publishing.beside import MOST_BESIDE, MOST_CHANGES
from standfirst.publishing.building import Document
from standfirst.publishing.building.asking import answer
from standfirst.publishing.building.shelf import Shelf
from standfirst.publishing.building.table import Row, digest
from standfirst.publishing.entries import home_of
from standfirst.publishing.formats import formats
from standfirst.publishing.pages import Related
from standfirst.publishing.responses import content_type
from standfirst.publishing.single import PRINT
from standfirst.publishing.uris import uri

HTML = "text/html; charset=utf-8"


@cache
def forms() -> dict[str, str]:
    """The extensions a publication has files of, with the format's name: ``html``, ``print.html``, then the formats."""
    found = {"html": "html", PRINT: PRINT}
    return found | {m.extension: name for name, m in formats.items() if m.publication_type and m.extension}


def address(path: str, extension: str) -> str:
    """The address of a publication in the form of that extension."""
    return f"{path.removesuffix('.html')}.{extension}"


def versions(row: Row, shelf: Shelf) -> tuple[str, str]:
    """The versions of a publication's page, and of its other forms, which know of no other publication."""
    table = shelf.table
    own = digest((table.version(row.position), table.changes.get(row.position, ())[:MOST_CHANGES]))
    around = [table.version(each) for each in _around(row, shelf)]
    return digest((own, around)).hex(), own.hex()


def related(row: Row, entry: Entry, shelf: Shelf) -> Related:
    """What stands around a publication, as ``beside.beside_publication`` finds it."""
    story, latest = _beside(row, shelf, told=bool(entry.others), section=entry.section[0] if entry.section else "")
    changes = shelf.table.changes.get(row.position, ())[:MOST_CHANGES]
    return Related(story=shelf.bare(story), latest=shelf.bare(latest), changes=changes)


def document(row: Row, extension: str, shelf: Shelf) -> Document | None:
    """A publication in one of its forms, 410 where it was withdrawn; None where it has gone meanwhile."""
    if row.withdrawn:
        return answer(address(row.path, extension))
    found = shelf.full([row.position])
    if not found:
        return None
    entry, at = found[0], address(row.path, extension)
    if extension in ("html", PRINT):
        make = pages.print_publication if extension == PRINT else pages.publication
        return Document(at, make(entry, shelf.network, related(row, entry, shelf)).encode(errors="replace"), HTML)
    member = formats[forms()[extension]]
    body = member.publication(entry, shelf.network)
    return None if body is None else Document(at, body, content_type(member.publication_type))


def redirects(rows: Iterable[Row], network: Network) -> Document:
    """The short links, ``/p/<id>``, for hosts that read such a file: files cannot answer with 308 themselves."""
    lines = [
        f"/p/{row.id} {home_of(network, row.first) if network.section_hosts else ''}{uri(row.path)} 308\n"
        for row in rows
    ]
    return Document("/_redirects", "".join(lines).encode(errors="replace"), "text/plain; charset=utf-8")


def _around(row: Row, shelf: Shelf) -> Iterator[int]:
    """Positions of the publications that the page shows beside its own."""
    known = {slug for slug, _ in shelf.network.sections}
    story, latest = _beside(row, shelf, told=True, section=row.section if row.section in known else "")
    yield from story
    yield from latest


def _beside(row: Row, shelf: Shelf, *, told: bool, section: str) -> tuple[list[int], list[int]]:
    table = shelf.table
    story = table.by_story.get(row.story, []) if told and row.story else []
    latest = table.by_section.get(section, []) if section else table.latest
    return _without(story, row), _without(latest, row)


def _without(positions: list[int], row: Row) -> list[int]:
    return [each for each in positions[: MOST_BESIDE + 1] if each != row.position][:MOST_BESIDE]


__all__ = ["document", "forms", "redirects", "versions"]
