"""What a publication is found by, and making it anew where the search table's entries have an older form.

A version of Standfirst that indexes more, or a source's new name, leaves old entries behind. They are made again in
upkeep, latest first, a batch a transaction and for a bounded time in each round; search answers all the while.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from django.db import transaction

from standfirst import values
from standfirst.newsroom import counts
from standfirst.newsroom.content import Content
from standfirst.newsroom.finding import search
from standfirst.newsroom.finding.search import Findable
from standfirst.newsroom.models import Publication, SearchState

#: Publications of one transaction, and seconds that one round gives.
BATCH, SECONDS = 500, 20.0
_TOP = 2**63 - 1


def findable(publication: Publication, said: Content) -> Findable:
    """The words that find a publication: its texts, and the fields that a search may name."""
    source, original = publication.source, said.original
    authors = original.authors or ((original.byline,) if original.byline else ())
    return Findable(
        (said.headline, original.title, *(each.text for each in said.statements), source.name, original.byline),
        (
            ("headline", said.headline),
            *(("author", each) for each in authors),
            *(("source", each) for each in dict.fromkeys((source.name, source.slug, source.domain))),
            *(("section", each) for each in (publication.section, publication.second_section) if each),
            *(("mark", each) for each in publication.marks),
            ("lang", publication.language),
        ),
    )


def ask() -> None:
    """Let every entry be made again: something they hold has changed."""
    SearchState.objects.update_or_create(pk=1, defaults={"version": search.VERSION, "below": _TOP})


def renew(*, seconds: float = SECONDS, batch: int = BATCH) -> int:
    """Make old entries again, for ``seconds`` at most; how many were made."""
    end = time.monotonic() + seconds
    made = 0
    while batch_made := _batch(batch):
        made += batch_made
        if time.monotonic() > end:
            break
    return made


@transaction.atomic
def _batch(size: int) -> int:
    """The next ``size`` of the old entries; how many were left to make, 0 where all are done."""
    state = SearchState.objects.select_for_update().filter(pk=1).first()
    if state is None or state.version != search.VERSION:
        ask()
        state = SearchState.objects.select_for_update().get(pk=1)
    if not state.below:
        return 0
    rows = _rows(state.below, size)
    search.index_many((each.position, findable(each, values.load(Content, each.said.content))) for each in rows)
    state.below = rows[-1].position if len(rows) == size else 0
    state.save(update_fields=["below"])
    if rows and not state.below:
        counts.touch()  # what was found by an older form may be found otherwise now
    return len(rows)


def _rows(below: int, size: int) -> Sequence[Publication]:
    """Publications that are out, and locked so that none is withdrawn meanwhile."""
    out = Publication.objects.filter(withdrawn=None, position__lt=below).select_related("source", "said")
    return list(out.select_for_update(of=("self",)).order_by("-position")[:size])


__all__ = ["ask", "findable", "renew"]
