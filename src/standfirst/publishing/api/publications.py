"""Publications: a page of them, with the filters of every listing, and one with everything that is known of it."""

from __future__ import annotations

from dataclasses import fields, replace
from urllib.parse import urlencode
from uuid import UUID

from django.utils.translation import gettext_noop

from standfirst.errors import NotFoundError
from standfirst.newsroom.models import Publication as Record
from standfirst.newsroom.models import Revision, Story
from standfirst.publishing import Entry, View
from standfirst.publishing.api import Asked, parameters, shapes
from standfirst.publishing.api.telling import in_our_words, publication
from standfirst.publishing.entries import entries
from standfirst.publishing.fragment import why
from standfirst.publishing.listing import listing_of
from standfirst.publishing.network import the_sections
from standfirst.publishing.view import BadFilter, parse, token

#: Changes told of one publication.
MOST_CHANGES = 100
NO_PUBLICATION = gettext_noop("there is no such publication")


class Gone(NotFoundError):
    """What was asked for was withdrawn; ``entry`` is what is left of it. Answered with 410."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        super().__init__(f"urn:uuid:{entry.id}", gettext_noop("it was withdrawn"))


def listed(asked: Asked) -> shapes.Publications:
    """A page of the publications that pass the filters, latest first."""
    found = listing_of(view_of(asked), size=asked.number("limit"))
    before = found.next.before if found.next else None
    return shapes.Publications(
        items=tuple(publication(each, asked.network) for each in found.entries),
        withdrawn=tuple(
            shapes.Withdrawal(f"urn:uuid:{gone.id}", gone.permalink, gone.withdrawn or gone.updated, why(gone))
            for gone in found.withdrawn
        ),
        next=asked.again(before=token(before)) if before is not None else None,
    )


def view_of(asked: Asked) -> View:
    """The view that a request asks for; its filters are read as those of any listing's address.

    Raises :class:`BadFilter` for a value that cannot be, or never was.
    """
    section, story, before = asked.text("section"), asked.text("story"), asked.text("before")
    sections = the_sections()
    if section and section not in sections:
        raise BadFilter(
            "section",
            section[: parameters.SHOWN],
            gettext_noop("there is no such section"),
            gettext_noop("All sections are listed at /api/sections"),
        )
    if story and not Story.objects.filter(pk=UUID(story)).exists():
        raise BadFilter("story", story, gettext_noop("there is no such story"))
    given = [(each.name, asked.values[each.name]) for each in parameters.FILTERS if each.name in asked.values]
    view = parse("/search", urlencode(given, doseq=True), sections)
    position = int(before, 36) if before else None
    if position is not None and position > 2**62:
        raise BadFilter("before", before, parameters.TOKEN.reason, parameters.TOKEN.way_out)
    return replace(view, kind="all", section=section, story=story, before=position, format="json")


def one(asked: Asked) -> shapes.WholePublication:
    """One publication, with its changes. Raises :class:`Gone` for one that was withdrawn."""
    id = UUID(asked.text("id").removeprefix("urn:uuid:"))
    record = Record.objects.select_related("source", "story", "said").filter(id=id).first()
    if record is None:
        raise NotFoundError(str(id), NO_PUBLICATION)
    entry = entries([record], asked.network)[0]
    if record.withdrawn:
        raise Gone(entry)
    found = publication(entry, asked.network)
    changes = Revision.objects.filter(publication=record).order_by("-number")[:MOST_CHANGES]
    return shapes.WholePublication(
        **{each.name: getattr(found, each.name) for each in fields(found)},
        changes=tuple(shapes.Change(each.at, in_our_words(each.note), each.correction) for each in changes),
    )


__all__ = ["Gone", "listed", "one", "view_of"]
