"""Publications change and are withdrawn; every write keeps search, counts and data version with it."""

from __future__ import annotations

from datetime import datetime

from standfirst.editing import Brief
from standfirst.newsroom import content as contents
from standfirst.newsroom import counts
from standfirst.newsroom.content import Content
from standfirst.newsroom.models import Article, Publication, Revision, Round
from standfirst.newsroom.publications import saying
from standfirst.newsroom.publications.revising import compare
from standfirst.newsroom.report import Row
from standfirst.newsroom.states import enter
from standfirst.reading import Article as Reading


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
    saying.rewrite(publication, saying.remarked(publication, said, corrections, note if correction else ""))
    changes = [*((key, -1) for key in before), *((key, 1) for key in counts.keys(publication))]
    if correction:
        changes.append((counts.correction(publication.source_id, who), 1))
    counts.add(changes)
    counts.touch()


def revisit(article: Article, reading: Reading, brief: Brief, now: datetime, round: Round | None) -> Row:
    """A later visit found another text: what is out follows it, keeping where an editor filed it."""
    publication = article.publication
    old, new = saying.said_by(publication), contents.of_brief(reading, brief)
    kind, rule, reason = "", "", ""
    if reading.rights.outcome != "brief" and publication.kind == "brief":
        kind, rule, reason = "card", reading.rights.rule, reading.rights.reason
    elif brief.outcome.kind in ("held", "blocked"):  # what is out stays until an editor looks
        return Row(article.address, "known", rule=brief.outcome.rule, reason=brief.outcome.reason)
    elif brief.outcome.kind != publication.kind:
        kind, rule, reason = brief.outcome.kind, brief.outcome.rule, brief.outcome.reason
    new = contents.refiled(new, old.filing)
    if reading.rights.outcome != "brief":
        new = contents.as_card(new)
    change = compare(old, new, reading.text)
    if change.kind == "none" and not kind:
        return Row(article.address, "known", reason="its text changed, what is out did not")
    if change.kind == "places" and not kind:
        corrections = publication.revisions.filter(correction=True).count()
        saying.keep(publication, saying.remarked(publication, new, corrections))
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
    saying.erase(publication)
    counts.touch()
    enter(publication.article, Article.State.WITHDRAWN, reason=reason, who=who, round=round)
    publication.article.due = None
    publication.article.save()
