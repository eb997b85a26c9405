"""The editors' queue: what waits, and what an editor decides of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from standfirst import values
from standfirst.errors import NotFoundError, UsageError
from standfirst.newsroom import policy, stories
from standfirst.newsroom.content import Content
from standfirst.newsroom.models import Article, Hold, Publication
from standfirst.newsroom.publications.going_out import go_out
from standfirst.newsroom.states import enter
from standfirst.reading import Stamp
from standfirst.settings import Settings


def waiting() -> list[Hold]:
    """The open holds, oldest first."""
    return list(Hold.objects.filter(decided=None).select_related("article__source", "brief").order_by("id"))


def open_hold(number: int) -> Hold:
    """The open hold of that number; raises :class:`NotFoundError`."""
    hold = Hold.objects.select_related("article__source", "brief").filter(pk=number, decided=None).first()
    if hold is None:
        raise NotFoundError(f"hold {number}", "nothing of that number waits", "List what waits: standfirst queue list")
    return hold


def approve(
    hold: Hold, settings: Settings, now: datetime, *, who: str, date: datetime | None = None, section: str = ""
) -> Publication:
    """Publish what waits, as an editor decides. ``date`` is the source's, needed where it states none."""
    with transaction.atomic():
        article = hold.article
        said = values.load(Content, hold.brief.value)
        if date is not None:
            said = replace(said, original=replace(said.original, published=Stamp(date, "editor", precise=False)))
        if said.original.published is None:
            raise UsageError(
                article.address,
                "its source gives no date, and nothing goes out without one",
                "Give it: --date 2026-11-20",
            )
        if section:
            said = replace(said, filing=replace(said.filing, section=section, method="editor"))
        said = replace(said, checked_by=who)
        placed = stories.place([article], [said.headline])[article.pk]
        kind = "brief" if said.statements else "card"
        publication = go_out(
            article, said, policy.Decision(kind, "approved", f"Approved by {who}."), placed, settings, now, who=who
        )
        hold.decided, hold.decision, hold.decided_by = now, "approved", who
        hold.save()
    return publication


def kill(hold: Hold, now: datetime, *, who: str, reason: str = "") -> None:
    """Decide that what waits never goes out."""
    with transaction.atomic():
        hold.decided, hold.decision, hold.decided_by = now, "killed", who
        hold.save()
        hold.article.due = None
        enter(hold.article, Article.State.KILLED, rule="editor", reason=reason or f"Killed by {who}.", who=who)
        hold.article.save()
