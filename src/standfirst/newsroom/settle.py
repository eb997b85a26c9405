"""What a worker brought back becomes the article's next state, each article in one transaction."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from standfirst import values
from standfirst.gathering import Failure
from standfirst.newsroom import content, policy, readings, sources
from standfirst.newsroom.identity import article_keys
from standfirst.newsroom.models import Article, ArticleKey, BriefVersion, Round
from standfirst.newsroom.publications import changing
from standfirst.newsroom.report import Row
from standfirst.newsroom.states import enter
from standfirst.newsroom.tasks import Result
from standfirst.rights import Outcome, Verdict
from standfirst.settings import Settings

STATES = Article.State
#: What a revisit that fails says of a page that is out.
GONE = "The publisher has removed the article."


def settle(result: Result, settings: Settings, now: datetime, round: Round | None = None) -> Row | None:
    """Write a result. The report's row, or None where the article is now edited and waits to be published."""
    try:
        return _settled(result, settings, now, round)
    except IntegrityError:  # another process took one of its keys at the same moment; now it is seen
        return _settled(result, settings, now, round)


def _settled(result: Result, settings: Settings, now: datetime, round: Round | None) -> Row | None:
    with transaction.atomic():
        article = Article.objects.select_related("source").select_for_update().get(pk=result.article)
        if not article.leased_by:  # a lease that ran out and was settled by another: nothing is done twice
            return None
        article.leased_by, article.leased_until = "", None
        article.attempts += 1
        out = article.state == STATES.PUBLISHED
        row: Row | None
        if result.failure is not None:
            row = _failed(article, result.failure, settings, now, round, out=out)
        else:
            row = _visited(article, result, settings, now, round, out=out)
        article.save()
    return row


def _failed(
    article: Article, failure: Failure, settings: Settings, now: datetime, round: Round | None, *, out: bool
) -> Row:
    if out and failure.outcome in ("gone", "refused"):
        reason = GONE if failure.outcome == "gone" else failure.reason
        changing.withdraw(article.publication, reason, now, who="round", round=round)
        article.state, article.reason, article.due = STATES.WITHDRAWN, reason, None
        return Row(article.address, "withdrawn", rule=failure.code, reason=reason)
    if failure.outcome == "waiting":
        article.attempts -= 1
        article.due = failure.until
        article.reason = failure.reason
        return Row(article.address, "waiting", rule=failure.code, reason=failure.reason, until=failure.until)
    if failure.outcome == "refused":
        refusal = Verdict(Outcome.NOTHING, failure.code, failure.reason)
        article.source.refresh_from_db(fields=["signals", "verdict"])
        sources.observe(article.source, refusal, now.astimezone(settings.zone).date())
        article.due = None
        enter(article, STATES.REFUSED, rule=failure.code, reason=failure.reason, round=round)
        return Row(article.address, "refused", rule=failure.code, reason=failure.reason)
    most = 1 if failure.outcome == "gone" else settings.number("attempts")
    article.due = policy.next_try(now, article.attempts, most)
    if failure.until and article.due:
        article.due = max(article.due, failure.until)
    if out:  # what is out stays out while its page cannot be reached
        return Row(article.address, "known", rule=failure.code, reason=failure.reason, until=article.due)
    enter(article, STATES.FAILED, rule=failure.code, reason=failure.reason, round=round)
    return Row(article.address, "failed", rule=failure.code, reason=failure.reason, until=article.due)


def _visited(
    article: Article, result: Result, settings: Settings, now: datetime, round: Round | None, *, out: bool
) -> Row | None:
    article.etag = result.validators.etag[:500]
    article.last_modified = result.validators.last_modified[:100]
    article.body_hash = result.validators.body_hash
    article.attempts = 0
    article.visits += 1
    article.due = policy.next_visit(article.publication.published, article.visits) if out else None
    if result.unchanged:
        return Row(article.address, "known", reason="unchanged since the last visit")
    if result.not_article is not None:
        if out:
            return Row(article.address, "known", rule=result.not_article.kind, reason=result.not_article.reason)
        enter(article, STATES.NOT_ARTICLE, rule=result.not_article.kind, reason=result.not_article.reason, round=round)
        return Row(article.address, "not-article", rule=result.not_article.kind, reason=result.not_article.reason)
    assert result.reading is not None
    assert result.brief is not None
    older = _claim_keys(article, result)
    if older is not None and not out:
        article.duplicate_of = older
        enter(article, STATES.DUPLICATE, reason=older.address, round=round)
        return Row(article.address, "duplicate", reason="the same article", of=older.address)
    readings.keep(article, result.reading, now, settings.number("keep_text_days"))
    article.fingerprint, article.words = result.fingerprint, result.words
    article.source.refresh_from_db(fields=["name", "renamed", "domain", "signals", "verdict"])
    sources.observe(article.source, result.reading.rights, now.astimezone(settings.zone).date())
    if result.reading.publisher and not article.source.renamed and article.source.name == article.source.domain:
        article.source.name = result.reading.publisher[:255]
        article.source.save(update_fields=["name"])
    brief = result.brief
    BriefVersion.objects.create(
        article=article,
        number=article.briefs.count() + 1,
        outcome=brief.outcome.kind,
        rule=brief.outcome.rule[:60],
        reason=brief.outcome.reason,
        value=values.dump(content.of_brief(result.reading, brief)),
    )
    if not out:
        enter(article, STATES.EDITED, rule=brief.outcome.rule, reason=brief.outcome.reason, round=round)
        return None
    return changing.revisit(article, result.reading, brief, now, round)


def _claim_keys(article: Article, result: Result) -> Article | None:
    """Take the keys of what was read; or the article that has one of them already, which then stands for both.

    Where keys lead to several others, the one of the key that goes first wins.
    """
    assert result.reading is not None
    wanted = article_keys(result.reading, result.words)
    taken = {
        (key.kind, key.value): key
        for key in ArticleKey.objects.filter(source=article.source, value__in=[value for _, value in wanted])
    }
    for key in wanted:
        if key in taken and taken[key].article_id != article.pk:
            return taken[key].article
    ArticleKey.objects.bulk_create(
        ArticleKey(article=article, source=article.source, kind=kind, value=value)
        for kind, value in wanted
        if (kind, value) not in taken
    )
    return None
