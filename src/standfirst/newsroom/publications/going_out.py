"""Publications go out: an edited article is decided on, and published, held or refused."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from standfirst import values
from standfirst.editing import Outcome as BriefOutcome
from standfirst.newsroom import counts, policy, slugs
from standfirst.newsroom.content import Content
from standfirst.newsroom.models import (
    Article,
    BriefVersion,
    Hold,
    Publication,
    Round,
    Source,
)
from standfirst.newsroom.publications import saying
from standfirst.newsroom.report import Row
from standfirst.newsroom.states import enter
from standfirst.newsroom.stories import Placed, bare, remark
from standfirst.settings import Settings


def publish(
    article: Article, placed: Placed | None, settings: Settings, now: datetime, round: Round | None = None
) -> Row | None:
    """Decide on an edited article and carry it out, in one transaction; the report's row.

    None where another round has published it in the meantime.
    """
    with transaction.atomic():
        if not Article.objects.select_for_update().filter(pk=article.pk, state=Article.State.EDITED).exists():
            return None
        version = article.briefs.order_by("-number").first()
        assert version is not None, "an edited article has a brief"
        said = values.load(Content, version.value)
        decision = policy.decide(
            BriefOutcome(version.outcome, version.rule, version.reason),
            said.original.rights,
            policy.Circumstances(
                new_source=not article.source.publications.exists(),
                hold_new_source=settings.flag("hold_new_source"),
                source_opted_out=article.source.state == Source.State.OPTED_OUT,
            ),
        )
        row = Row(article.address, decision.state, decision.rule, decision.reason)
        if decision.state == "held":
            hold(article, version, [(decision.rule, decision.reason)], round)
        elif decision.state in ("refused", "blocked"):
            enter(article, decision.state, rule=decision.rule, reason=decision.reason, round=round)
            article.save()
        else:
            go_out(article, said, decision, placed, settings, now, round=round)
    return row


def hold(article: Article, version: BriefVersion, reasons: list[tuple[str, str]], round: Round | None) -> None:
    """Let an article's publication wait for an editor."""
    Hold.objects.update_or_create(article=article, decided=None, defaults={"brief": version, "reasons": reasons})
    enter(article, Article.State.HELD, rule=reasons[0][0], reason=reasons[0][1], round=round)
    article.save()


def go_out(
    article: Article,
    said: Content,
    decision: policy.Decision,
    placed: Placed | None,
    settings: Settings,
    now: datetime,
    *,
    who: str = "round",
    round: Round | None = None,
) -> Publication:
    """Publish an article's brief or card at a permalink of its own; within the caller's transaction."""
    opted_out = decision.state == "card" and decision.rule == "opt-out"
    if opted_out:
        said = bare(said, article)
    if placed is not None:
        said = remark(said, article, placed.group, written=decision.state == "brief", opted_out=opted_out)
    stamp = said.original.published
    assert stamp is not None, "nothing goes out without its source's date"
    publication = Publication(
        position=free_position(now),
        article=article,
        source=article.source,
        story=placed.record if placed else None,
        kind=decision.state,
        rule=decision.rule if decision.state == "card" else "",
        reason=decision.reason if decision.state == "card" else "",
        path=free_path(said.headline, now, settings),
        section=said.filing.section,
        second_section=said.filing.second,
        first_section=said.filing.section,
        language=said.original.language,
        original=said.original.address,
        source_published=stamp.at,
        published=now,
        updated=now,
    )
    saying.write(publication, said)
    counts.add((key, 1) for key in counts.keys(publication))
    counts.touch()
    article.due = policy.next_visit(now, article.visits)
    enter(article, Article.State.PUBLISHED, rule=decision.rule, reason=decision.reason, who=who, round=round)
    article.save()
    return publication


def free_position(now: datetime) -> int:
    """The publication time in microseconds since 1970, moved on to the next that is free."""
    wanted = int(now.timestamp() * 1_000_000)
    later = Publication.objects.filter(position__gte=wanted).order_by("position").values_list("position", flat=True)
    for taken in later.iterator(chunk_size=1000):
        if taken > wanted:
            break
        wanted += 1
    return wanted


def free_path(headline: str, now: datetime, settings: Settings) -> str:
    """The permalink's path: our publication day in the network's zone, and a slug that is free on that day."""
    day = now.astimezone(settings.zone)
    start = f"/content/{day:%Y/%m/%d}/{slugs.slug(headline)}"
    taken = Publication.objects.filter(path__startswith=start).values_list("path", flat=True)
    return slugs.numbered(start, {path.removesuffix(".html") for path in taken}) + ".html"
