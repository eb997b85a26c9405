"""What an editor changes of a publication that is out: correct, refile, and find it by any of its names."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.db import transaction

from standfirst.errors import NotFoundError, UsageError
from standfirst.newsroom.content import Content
from standfirst.newsroom.models import Publication
from standfirst.newsroom.publications.changing import revise
from standfirst.newsroom.publications.saying import said_by


def find(name: str) -> Publication:
    """The publication named by its id, permalink, path or the original's address; raises :class:`NotFoundError`."""
    rows = Publication.objects.select_related("source", "article")
    found = None
    try:
        found = rows.filter(id=UUID(name.removeprefix("urn:uuid:"))).first()
    except ValueError:
        path = urlsplit(name).path if "://" in name else name
        found = (
            rows.filter(path=path).first()
            or rows.filter(original=name).first()
            or rows.filter(article__address=name).first()
        )
    if found is None:
        raise NotFoundError(name, "no publication has this id, permalink or original")
    return found


def correct(
    publication: Publication, now: datetime, *, who: str, note: str, headline: str = "", drop: tuple[int, ...] = ()
) -> None:
    """Record a correction: a new headline, statements left out (counted from 1), and the note readers see."""
    said = _said(publication)
    for number in drop:
        if not 1 <= number <= len(said.statements):
            raise UsageError(f"statement {number}", f"the publication has {len(said.statements)} statements")
    kept = tuple(each for number, each in enumerate(said.statements, 1) if number not in drop)
    if not kept and said.statements:
        raise UsageError(publication.path, "no statement would be left", "Use: standfirst withdraw")
    said = replace(said, headline=headline or said.headline, statements=kept, checked_by=who)
    with transaction.atomic():
        revise(publication, said, note=note, now=now, who=who, correction=True)


def refile(publication: Publication, section: str, now: datetime, *, who: str) -> None:
    """Move a publication to another section, or to none with ""; its permalink stays."""
    said = _said(publication)
    before = said.filing.section or "unfiled"
    filing = replace(said.filing, section=section, second="", method="editor", confidence=1.0)
    with transaction.atomic():
        revise(
            publication,
            replace(said, filing=filing),
            note=f"Refiled from {before} to {section or 'unfiled'}.",
            now=now,
            who=who,
        )


def _said(publication: Publication) -> Content:
    if publication.withdrawn:
        raise UsageError(publication.path, "it was withdrawn", "What is withdrawn cannot be changed.")
    return said_by(publication)
