"""Changes of state: the record's present state, and the appended record of what changed it."""

from __future__ import annotations

from standfirst.newsroom.models import Article, Round, Source, StateRecord


def enter(
    article: Article, state: str, *, rule: str = "", reason: str = "", who: str = "round", round: Round | None = None
) -> None:
    """Move an article to ``state`` and append the record; the caller saves the article in the same transaction."""
    article.state, article.rule, article.reason = state, rule[:60], reason
    StateRecord.objects.create(article=article, state=state, rule=rule[:60], reason=reason, who=who, round=round)


def note_source(source: Source, state: str, *, reason: str = "", who: str = "operator") -> None:
    """Append a record of what was decided about a source."""
    StateRecord.objects.create(source=source, state=state[:20], reason=reason, who=who)
