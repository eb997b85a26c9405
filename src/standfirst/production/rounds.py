"""One round: gather, read, edit, group, publish. All state is in the database; any step may be repeated."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from threading import Event, Thread
from typing import Any

from django.db import connections, transaction

from standfirst import values
from standfirst.editing import Style
from standfirst.gathering import Item, Validators
from standfirst.gathering.policy import Policy
from standfirst.newsroom import leases, stories, upkeep
from standfirst.newsroom.editions import edition
from standfirst.newsroom.models import Article, BriefVersion, Round
from standfirst.newsroom.publications import optouts
from standfirst.newsroom.publications.going_out import publish
from standfirst.newsroom.report import Report, Row
from standfirst.newsroom.settle import settle
from standfirst.newsroom.tasks import Result, Task
from standfirst.production import crew, polling, websub
from standfirst.production.work import Batch, batches
from standfirst.settings import Settings

#: What a round says while it goes on: (stage, done, of how many).
Progress = Callable[[str, int, int], None]
#: Edited articles are published together, so that a round's come out in the order of their dates.
PUBLISH_AT = 1000
#: Articles looked up by their identifiers in one query.
LOOKED_UP = 500


def style(settings: Settings) -> Style:
    """The network's editorial numbers."""
    return Style(
        min_words=settings.number("min_words"),
        max_words=settings.number("max_words"),
        max_share=settings.real("max_share"),
        min_source_words=settings.number("min_source_words"),
        sentence_words=settings.number("sentence_words"),
        section_threshold=settings.real("section_threshold"),
        hold_uncertain_section=settings.flag("hold_uncertain_section"),
        hold_sensitive=settings.flag("hold_sensitive"),
    )


def owner() -> str:
    """This process, as leases name it: machine and process id."""
    return f"{socket.gethostname()[:40]}/{os.getpid()}"


def is_dead(name: str) -> bool:
    """Whether a lease's owner is a process of this machine that no longer runs."""
    machine, _, number = name.rpartition("/")
    if machine != socket.gethostname()[:40] or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return int(number) == os.getpid()


def run_round(settings: Settings, progress: Progress | None = None, *, revisit: bool = False) -> Report:
    """Run one round and return its report, which is kept too. ``revisit``: visit all that is out now."""
    say = progress or (lambda stage, done, total: None)
    now = datetime.now(UTC)
    me = owner()
    round = Round.objects.create(engine=settings.text("engine"))
    report = Report()
    leases.release_dead(is_dead)
    for row in optouts.apply(now, round):
        report.add(row)
    say("feeds", 0, 0)
    policy = Policy.of(settings)
    report.feeds, taken = polling.poll(policy, now, round)
    fresh = {item.article for item in taken if item.new}
    for item in taken:
        if not item.new:
            report.add(Row(item.address, "known"))
    if revisit:
        Article.objects.filter(state=Article.State.PUBLISHED).update(due=now)
    publish_edited(settings, report, round)  # what an earlier, interrupted round left
    claimed = leases.claim(me, now, limit=settings.number("round_items"), seconds=settings.number("lease_seconds"))
    try:
        work(claimed, settings, policy, report, round, say)
    finally:  # what was not settled is free for the next round at once
        leases.release(me)
    publish_edited(settings, report, round)
    _account_for_rest(fresh - {str(article.pk) for article in claimed}, report)
    edition.store_days(settings)
    upkeep.tidy(now)
    round.finished, round.report = datetime.now(UTC), report.as_json()
    round.save()
    report.hub = websub.announce(settings, datetime.now(UTC))  # last, so that a slow hub delays nothing
    if report.hub:
        round.report = report.as_json()
        round.save(update_fields=["report"])
    if settings.text("smtp_host"):
        from standfirst.production import letters

        letters.after_round(settings)
    return report


def work(
    claimed: list[Article], settings: Settings, policy: Policy, report: Report, round: Round, say: Progress
) -> None:
    """Send claimed articles through the engine and settle what comes back."""
    jobs = [
        Batch(part, policy, style(settings))
        for part in batches([task_of(article) for article in claimed], settings.number("batch_items"))
    ]
    done = 0
    say("articles", done, len(claimed))
    with _Heartbeat(owner(), settings.number("lease_seconds")):
        for results in crew.run(jobs, settings):
            for result in results:
                _settle(result, settings, report, round)
            done += len(results)
            say("articles", done, len(claimed))
            if Article.objects.filter(state=Article.State.EDITED).count() >= PUBLISH_AT:
                publish_edited(settings, report, round)


def _settle(result: Result, settings: Settings, report: Report, round: Round) -> None:
    row = settle(result, settings, datetime.now(UTC), round)
    if row is not None:
        report.add(row)
    for stage, milliseconds in result.milliseconds:
        report.milliseconds[stage] += milliseconds  # type: ignore[assignment]


def task_of(article: Article) -> Task:
    """An article as a worker needs it."""
    out = article.state == Article.State.PUBLISHED
    return Task(
        article=str(article.pk),
        address=article.address,
        host=article.host,
        item=values.load(Item, article.item),
        validators=Validators(article.etag, article.last_modified, article.body_hash),
        licence=article.source.licence,
        known_text=article.text_hash if out else "",
        known_rights=(article.reading or {}).get("rights", {}).get("outcome", "") if out else "",
    )


def publish_edited(settings: Settings, report: Report, round: Round) -> None:
    """Group and publish everything that is edited, the oldest source date first so that the newest stands on top."""
    articles = list(Article.objects.filter(state=Article.State.EDITED).select_related("source"))
    if not articles:
        return
    said = {
        version.article_id: version.value
        for version in BriefVersion.objects.filter(article__in=articles).order_by("number")
    }
    articles.sort(key=lambda each: (_source_date(said[each.pk]), each.pk))
    with transaction.atomic():
        placed = stories.place(articles, [said[each.pk]["headline"] for each in articles])
    for article in articles:
        row = publish(article, placed[article.pk], settings, datetime.now(UTC), round)
        if row is not None:
            report.add(row)


def _source_date(said: dict[str, Any]) -> datetime:
    """When a source published what a stored brief says; the dateless, which are held, come first."""
    stamp = said["original"]["published"]
    return datetime.fromisoformat(stamp["at"]) if stamp else datetime.min.replace(tzinfo=UTC)


def _account_for_rest(left: set[str], report: Report) -> None:
    """Items taken in that were not worked on: their host is leased elsewhere, or the round's budget is spent."""
    names = sorted(left)
    for start in range(0, len(names), LOOKED_UP):  # stores bound the values that one query may name
        _account_for(Article.objects.filter(pk__in=names[start : start + LOOKED_UP]).select_related("source"), report)


def _account_for(articles: Iterable[Article], report: Report) -> None:
    for article in articles:
        if article.source.state != "active":
            report.add(Row(article.address, "refused", rule=article.source.state, reason="its source is not active"))
        elif article.leased_until:
            report.add(
                Row(article.address, "waiting", "lease", "another round works on its host", article.leased_until)
            )
        else:
            report.add(Row(article.address, "waiting", "budget", "the round's number of items was reached"))


class _Heartbeat:
    """Extends the round's leases while it lives, so that they may be short."""

    def __init__(self, name: str, seconds: int) -> None:
        self.name, self.seconds = name, seconds
        self.stop = Event()
        self.thread = Thread(target=self._beat, name="leases", daemon=True)

    def __enter__(self) -> None:
        self.thread.start()

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self.thread.join()

    def _beat(self) -> None:
        try:
            while not self.stop.wait(self.seconds / 3):
                leases.renew(self.name, datetime.now(UTC), self.seconds)
        finally:
            connections.close_all()  # this thread's own
