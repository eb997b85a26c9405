"""A source that opts out: on the next round its published briefs become cards."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from standfirst.newsroom.models import Publication, Round, Source
from standfirst.newsroom.publications.changing import revise
from standfirst.newsroom.publications.saying import said_by
from standfirst.newsroom.report import Row
from standfirst.newsroom.stories import bare

REASON = "The publisher has opted out of summaries."


def apply(now: datetime, round: Round | None = None) -> list[Row]:
    """Make cards of the briefs of sources that opted out; a row each."""
    rows = []
    briefs = Publication.objects.filter(kind="brief", withdrawn=None, source__state=Source.State.OPTED_OUT)
    for publication in briefs.select_related("source", "article", "said"):
        said = bare(said_by(publication), publication.article)
        with transaction.atomic():
            revise(publication, said, note=REASON, now=now, who="round", kind="card", rule="opt-out", reason=REASON)
            publication.article.due = None
            publication.article.save(update_fields=["due"])
        rows.append(Row(publication.original, "revised", rule="opt-out", reason=REASON))
    return rows
