"""Results as workers bring them, of invented articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from standfirst.editing import Brief, Evidence, Filing, Mark, Outcome, Statement, Versions, facts
from standfirst.gathering import Failure, FeedDocument, Item
from standfirst.newsroom import leases
from standfirst.newsroom.intake import take_in
from standfirst.newsroom.models import Article as Row
from standfirst.newsroom.models import Feed
from standfirst.newsroom.settle import settle
from standfirst.newsroom.tasks import Result
from standfirst.reading import Article, Stamp, hash_text, lay_out
from standfirst.rights import Verdict

DATE = Stamp(datetime(2026, 11, 21, 9, 30, tzinfo=UTC), "json-ld")
LEAD = "Harwick council voted 7–4 on Tuesday to close Pier 3 after engineers found rust in 11 of its 48 piles."


def reading(id: str, *, lead: str = LEAD, address: str = "https://gazette.example/pier", **changes) -> Article:
    """An article of two paragraphs, over eighty words long."""
    text, paragraphs = lay_out(
        [(lead, "text"), ("The ferries move to Pier 1 until the repairs are done. " * 12, "text")]
    )
    article = Article(
        id, address, address, "Council closes Pier 3", paragraphs, text, hash_text(text), "en", published=DATE
    )
    return replace(article, **changes)


def brief_of(article: Article, outcome: Outcome | None = None, section: str = "politics-and-government") -> Brief:
    """A brief with the article's first paragraph as its statement."""
    first = article.paragraphs[0]
    place = Evidence(article.id, article.text_hash, first.start, first.end)
    return Brief(
        articles=(article.id,),
        headline=article.title,
        language=article.language,
        statements=(Statement(first.text, (place,)),),
        missing=(),
        facts=facts.find(article),
        marks=(Mark("summary", "Excerpt by machine."),),
        filing=Filing(section, 0.9, method="vectors"),
        checks=(),
        outcome=outcome or Outcome("brief"),
        writer="excerpt",
        digital_source_type="http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
        versions=Versions("1", "1", "1", "m", "excerpt"),
    )


def result(row: Row, article: Article | None = None, outcome: Outcome | None = None) -> Result:
    """What a worker brings back for ``row``."""
    article = article or reading(str(row.pk), address=row.address)
    return Result(str(row.pk), reading=article, brief=brief_of(article, outcome), fingerprint="f" * 64, words=140)


def discover(feed: Feed, now: datetime, *addresses: str) -> list[Row]:
    """Articles of these addresses, taken in from ``feed`` and leased."""
    take_in(feed, FeedDocument(feed.address, "rss", items=tuple(Item(each) for each in addresses)), now)
    return leases.claim("test/1", now, limit=100, seconds=60)


def bring(row: Row, settings, now: datetime, **changes):
    """Settle a good result of ``row`` with the reading changed."""
    return settle(result(row, reading(str(row.pk), address=row.address, **changes)), settings, now)


NO_SNIPPET = Verdict("card", "robots-meta", "The page asks for no snippet.")  # type: ignore[arg-type]
GONE = Failure("https://gazette.example/pier", "status", "It answers 410.", outcome="gone", status=410)
