"""Publications go out, change and are withdrawn; every write keeps search, counts and data version with it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from standfirst import values
from standfirst.editing import Brief
from standfirst.editing import Outcome as BriefOutcome
from standfirst.newsroom import content as contents
from standfirst.newsroom import counts, policy, slugs
from standfirst.newsroom.content import Content
from standfirst.newsroom.finding import search
from standfirst.newsroom.finding.renewal import findable
from standfirst.newsroom.models import (
    Article,
    BriefVersion,
    Hold,
    Publication,
    PublicationContent,
    PublicationMark,
    Revision,
    Round,
    Source,
)
from standfirst.newsroom.report import Row
from standfirst.newsroom.revising import compare
from standfirst.newsroom.states import enter
from standfirst.newsroom.stories import Placed, remark
from standfirst.newsroom.stories import of as story_of
from standfirst.reading import Article as Reading
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
    if decision.state == "card" and decision.rule == "opt-out":
        said = contents.as_card(said)
    if placed is not None:
        said = remark(said, article, placed.group, written=decision.state == "brief")
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
    _say(publication, said)
    publication.save(force_insert=True)
    PublicationContent(publication=publication, content=values.dump(said)).save(force_insert=True)
    _index(publication, said)
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


def said_by(publication: Publication) -> Content:
    """What a publication that is out says."""
    return values.load(Content, publication.said.content)


def revise(
    publication: Publication,
    said: Content,
    *,
    note: str,
    now: datetime,
    who: str,
    correction: bool = False,
    kind: str = "",
    rule: str = "",
    reason: str = "",
) -> None:
    """Replace what a publication says and append the revision; identifier, path and position stay."""
    before = counts.keys(publication)
    Revision.objects.create(
        publication=publication,
        number=publication.revisions.count() + 1,
        at=now,
        who=who,
        note=note,
        correction=correction,
        before={"headline": publication.headline, "content": publication.said.content},
    )
    publication.updated = now
    if correction:
        publication.corrected = now
    if kind:
        publication.kind, publication.rule, publication.reason = kind, rule, reason
    publication.section, publication.second_section = said.filing.section, said.filing.second
    corrections = publication.revisions.filter(correction=True).count()
    said = _remarked(publication, said, corrections, note if correction else "")
    _say(publication, said)
    publication.save()
    _keep(publication, said)
    _index(publication, said)
    changes = [*((key, -1) for key in before), *((key, 1) for key in counts.keys(publication))]
    if correction:
        changes.append((counts.correction(publication.source_id, who), 1))
    counts.add(changes)
    counts.touch()


def revisit(article: Article, reading: Reading, brief: Brief, now: datetime, round: Round | None) -> Row:
    """A later visit found another text: what is out follows it, keeping where an editor filed it."""
    publication = article.publication
    old, new = said_by(publication), contents.of_brief(reading, brief)
    kind, rule, reason = "", "", ""
    if reading.rights.outcome != "brief" and publication.kind == "brief":
        kind, rule, reason = "card", reading.rights.rule, reading.rights.reason
        new = contents.as_card(new)
    elif brief.outcome.kind in ("held", "blocked"):  # what is out stays until an editor looks
        return Row(article.address, "known", rule=brief.outcome.rule, reason=brief.outcome.reason)
    elif brief.outcome.kind != publication.kind:
        kind, rule, reason = brief.outcome.kind, brief.outcome.rule, brief.outcome.reason
    new = contents.refiled(new, old.filing)
    change = compare(old, new)
    if change.kind == "none" and not kind:
        return Row(article.address, "known", reason="its text changed, what is out did not")
    if change.kind == "places" and not kind:
        corrections = publication.revisions.filter(correction=True).count()
        _keep(publication, _remarked(publication, new, corrections))
        return Row(article.address, "known", reason="its text changed, what is out did not")
    revise(
        publication,
        new,
        note=change.note or reason,
        now=now,
        who="round",
        correction=change.kind == "correction",
        kind=kind,
        rule=rule,
        reason=reason,
    )
    enter(article, Article.State.PUBLISHED, rule=change.kind, reason=change.note, round=round)
    return Row(article.address, "revised", rule=change.kind, reason=change.note)


def withdraw(publication: Publication, reason: str, now: datetime, *, who: str, round: Round | None = None) -> None:
    """Take a publication down for good: its address answers 410 and feeds carry a tombstone."""
    if publication.withdrawn:
        return
    publication.withdrawn = publication.updated = now
    publication.withdrawn_reason = reason
    counts.add((key, -1) for key in counts.keys(publication))
    publication.lead = ""
    publication.free = None
    publication.save()
    publication.said.delete()
    publication.mark_rows.all().delete()
    search.remove(publication.position)
    counts.touch()
    enter(publication.article, Article.State.WITHDRAWN, reason=reason, who=who, round=round)
    publication.article.due = None
    publication.article.save()


def _remarked(publication: Publication, said: Content, corrections: int, note: str = "") -> Content:
    """What a publication says with its marks asked again; an earlier correction keeps its reason."""
    kept = next((mark.reason for mark in said_by(publication).marks if mark.code == "corrected"), "")
    return remark(
        said,
        publication.article,
        story_of(publication),
        written=publication.kind == "brief",
        corrections=corrections,
        note=note or kept,
    )


def _say(publication: Publication, said: Content) -> None:
    publication.headline = said.headline
    publication.lead = said.statements[0].text if said.statements else ""
    publication.marks = [mark.code for mark in said.marks]
    publication.free = said.original.free


def _keep(publication: Publication, said: Content) -> None:
    publication.said.content = values.dump(said)
    publication.said.save()


def _index(publication: Publication, said: Content) -> None:
    publication.mark_rows.all().delete()
    PublicationMark.objects.bulk_create(
        [PublicationMark(publication=publication, code=code) for code in dict.fromkeys(publication.marks)]
    )
    search.index(publication.position, findable(publication, said))
