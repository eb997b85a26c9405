"""Articles as values, kept in two parts: what they are with the record, their text in a table of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from standfirst import values
from standfirst.newsroom.models import Article as Row
from standfirst.newsroom.models import SourceText
from standfirst.reading import Article, lay_out


def keep(row: Row, article: Article, now: datetime, days: int) -> None:
    """Keep a reading: the caller saves ``row``. The text is kept for ``days``, or not at all for 0."""
    reading: dict[str, Any] = values.dump(replace(article, paragraphs=(), text=""))
    row.reading, row.text_hash = reading, article.text_hash
    SourceText.objects.filter(article=row).delete()
    if days:
        SourceText.objects.create(
            article=row,
            text_hash=article.text_hash,
            paragraphs=[[each.text, each.role] for each in article.paragraphs],
            kept_until=now + timedelta(days=days),
        )


def recall(row: Row) -> Article | None:
    """The article as it was read, with its text while that is kept; None for one never read."""
    if row.reading is None:
        return None
    article = values.load(Article, row.reading)
    kept = SourceText.objects.filter(article=row, text_hash=row.text_hash).first()
    if kept is None:
        return article
    text, paragraphs = lay_out([(text, role) for text, role in kept.paragraphs])
    return replace(article, text=text, paragraphs=paragraphs)


def forget(now: datetime) -> int:
    """Delete the source texts whose time is over; hashes and places stay. How many."""
    deleted, _ = SourceText.objects.filter(kept_until__lt=now).delete()
    return deleted
