"""Stories as records, and the marks that are asked again once an article has its story and revisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from standfirst import stories
from standfirst.editing import Mark
from standfirst.newsroom import slugs
from standfirst.newsroom.content import Content
from standfirst.newsroom.models import Article, Story


def place(articles: Sequence[Article], titles: Sequence[str]) -> dict[UUID, Story]:
    """Group edited articles with each other and with the stories there are; article id → story."""
    prints = {article.fingerprint for article in articles if article.fingerprint}
    known = Story.objects.filter(fingerprint__in=prints).values_list("fingerprint", "id")
    members = [
        stories.Member(str(each.pk), each.source.domain, each.fingerprint, each.first_seen, each.words)
        for each in articles
    ]
    by_id = {str(each.pk): (each, title) for each, title in zip(articles, titles, strict=True)}
    placed: dict[UUID, Story] = {}
    for group in stories.group(members, [(print, str(id)) for print, id in known]):
        first, title = by_id[group.articles[0]]
        story, _ = Story.objects.get_or_create(
            id=UUID(group.id), defaults={"slug": slugs.slug(title), "fingerprint": first.fingerprint}
        )
        for member in group.articles:
            placed[by_id[member][0].pk] = story
    return placed


def remark(said: Content, *, corrected: bool, note: str = "") -> Content:
    """``said`` with the mark *corrected* where a revision changed a published fact."""
    marks = tuple(mark for mark in said.marks if mark.code != "corrected")
    if corrected:
        kept = next((mark for mark in said.marks if mark.code == "corrected"), None)
        reason = note or (kept.reason if kept else "")
        marks = (*marks, Mark("corrected", reason or "A published fact was changed; see the changes below."))
    return replace(said, marks=marks)
