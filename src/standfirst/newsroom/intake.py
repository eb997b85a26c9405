"""Items of a feed become articles to be read, each once: what is known is only sighted again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from standfirst import values
from standfirst.gathering import FeedDocument, Item
from standfirst.gathering.addresses import host, source_domain
from standfirst.newsroom import sources
from standfirst.newsroom.identity import item_keys, repeats_guids
from standfirst.newsroom.models import Article, ArticleKey, Feed, Round, Sighting, Source, StateRecord


@dataclass(frozen=True, slots=True)
class Taken:
    """An item and the article it is: new, or known before."""

    address: str
    article: str
    new: bool


def take_in(feed: Feed, document: FeedDocument, now: datetime, round: Round | None = None) -> list[Taken]:
    """Enter a feed's items in one transaction, in the feed's order. An item's source is its address's domain."""
    with transaction.atomic():
        if not feed.distrust_guids and repeats_guids(document.items):
            feed.distrust_guids = True
            feed.save(update_fields=["distrust_guids"])
        owners = {feed.source.domain: feed.source}
        intake = _Intake(feed, now, round)
        taken = []
        for item in document.items:
            domain = source_domain(item.address)
            if domain not in owners:
                owners[domain] = sources.of_address(item.address, language=document.language)
            taken.append(intake.enter(item, owners[domain]))
        intake.write()
    return taken


class _Intake:
    """Looks keys up, collects rows and writes them in bulk: a first round brings thousands."""

    def __init__(self, feed: Feed, now: datetime, round: Round | None) -> None:
        self.feed, self.now, self.round = feed, now, round
        self.articles: list[Article] = []
        self.keys: list[ArticleKey] = []
        self.sighted: dict[str, Article | None] = {}
        self.fresh: dict[tuple[str, int, str], Article] = {}

    def enter(self, item: Item, source: Source) -> Taken:
        keys = item_keys(item, trust_guid=not self.feed.distrust_guids)
        for kind, value in keys:
            known = self.fresh.get((kind, source.pk, value))
            found = (
                known.pk
                if known
                else (
                    ArticleKey.objects.filter(kind=kind, source=source, value=value)
                    .values_list("article", flat=True)
                    .first()
                )
            )
            if found:
                self.sighted.setdefault(str(found), None)
                return Taken(item.address, str(found), new=False)
        article = Article(
            source=source,
            address=item.address,
            host=host(item.address)[:255],
            item=values.dump(item),
            due=self.now,
        )
        self.articles.append(article)
        for kind, value in keys:
            self.fresh[kind, source.pk, value] = article
            self.keys.append(ArticleKey(article=article, source=source, kind=kind, value=value))
        self.sighted[str(article.pk)] = article
        return Taken(item.address, str(article.pk), new=True)

    def write(self) -> None:
        Article.objects.bulk_create(self.articles)
        ArticleKey.objects.bulk_create(self.keys)
        Sighting.objects.bulk_create(
            [Sighting(article_id=key, feed=self.feed) for key in self.sighted], ignore_conflicts=True
        )
        StateRecord.objects.bulk_create(
            [
                StateRecord(article=article, state="discovered", reason=self.feed.address, round=self.round)
                for article in self.articles
            ]
        )
