"""Stories as records, and the marks that are asked again once an article has its story and revisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from standfirst import stories
from standfirst.editing import marking, reserved
from standfirst.newsroom import readings, slugs
from standfirst.newsroom.content import Content, as_card
from standfirst.newsroom.models import Article, Publication, Story


@dataclass(frozen=True, slots=True)
class Placed:
    """An article's story: its record, and what the marks ask of it, earlier articles counted."""

    record: Story
    group: stories.Story


def place(articles: Sequence[Article], titles: Sequence[str]) -> dict[UUID, Placed]:
    """Group edited articles with each other and with the stories there are, by article id."""
    prints = {article.fingerprint for article in articles if article.fingerprint}
    known = Story.objects.filter(fingerprint__in=prints).values_list("fingerprint", "id")
    members = [
        stories.Member(str(each.pk), each.source.domain, each.fingerprint, each.first_seen, each.words)
        for each in articles
    ]
    by_id = {str(each.pk): (each, title) for each, title in zip(articles, titles, strict=True)}
    placed: dict[UUID, Placed] = {}
    for group in stories.group(members, [(print, str(id)) for print, id in known]):
        first, title = by_id[group.articles[0]]
        record, _ = Story.objects.get_or_create(
            id=UUID(group.id), defaults={"slug": slugs.slug(title), "fingerprint": first.fingerprint}
        )
        for member in group.articles:
            placed[by_id[member][0].pk] = Placed(record, _with_earlier(group, record))
    return placed


def of(publication: Publication) -> stories.Story | None:
    """The story of a publication that is out, as the marks ask of it."""
    record = publication.story
    if record is None:
        return None
    return _with_earlier(stories.Story(str(record.pk), (str(publication.article_id),)), record)


def _with_earlier(group: stories.Story, record: Story) -> stories.Story:
    out = record.publications.filter(withdrawn=None).order_by("position").values_list("article_id", flat=True)
    articles = tuple(dict.fromkeys([*map(str, out), *group.articles]))
    return stories.Story(group.id, articles, "copies" if len(articles) > 1 else "single")


def bare(said: Content, article: Article) -> Content:
    """``said`` as the card of a publisher who reserves the text: nothing of it, and no mark that was found in it."""
    reading = readings.recall(article)
    return as_card(said, None if reading is None else marking.beside(reading, said.writer))


def remark(
    said: Content,
    article: Article,
    story: stories.Story | None,
    *,
    written: bool,
    corrections: int = 0,
    note: str = "",
    opted_out: bool = False,
) -> Content:
    """``said`` with the marks that its story and its corrections decide; ``note`` is what the last one changed.

    Of a publisher that has ``opted_out`` the text is not looked at.
    """
    reading = readings.recall(article)
    if reading is None:
        return said
    if opted_out:
        reading = reserved.beside(reading)
    marks = marking.again(reading, said, story, corrections, written=written)
    if note:
        marks = tuple(replace(mark, reason=note) if mark.code == "corrected" else mark for mark in marks)
    return replace(said, marks=marks)
