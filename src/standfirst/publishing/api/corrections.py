"""Corrections: every change of a published fact, latest first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db.models import Q

from standfirst.newsroom.models import Revision
from standfirst.publishing.api import PREFIX, Asked, shapes
from standfirst.publishing.api.parameters import PAIR
from standfirst.publishing.api.telling import in_our_words
from standfirst.publishing.entries import entries
from standfirst.publishing.view import BadFilter, token

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def listed(asked: Asked) -> shapes.Corrections:
    """A page of corrections of what is still out; by time, and by their numbers where two have one time."""
    limit, before = asked.number("limit"), asked.text("before")
    rows = Revision.objects.filter(correction=True, publication__withdrawn=None)
    if before:
        at, number = _place(before)
        rows = rows.filter(Q(at__lt=at) | Q(at=at, pk__lt=number))
    rows = rows.select_related("publication__source", "publication__story").defer("before")
    found = list(rows.order_by("-at", "-pk")[: limit + 1])
    made = entries([each.publication for each in found[:limit]], asked.network, content=False, feeds=False)
    last = found[limit - 1] if len(found) > limit else None
    return shapes.Corrections(
        items=tuple(
            shapes.Correction(
                at=each.at,
                note=in_our_words(each.note),
                publication=f"urn:uuid:{entry.id}",
                headline=entry.headline,
                source=entry.source.slug,
                url=entry.permalink,
                href=f"{asked.network.base_url}{PREFIX}/publications/{entry.id}",
            )
            for each, entry in zip(found, made, strict=False)  # one more row than is shown
        ),
        next=asked.again(before=f"{token((last.at - EPOCH) // _MICROSECOND)}-{token(last.pk)}") if last else None,
    )


def _place(text: str) -> tuple[datetime, int]:
    """A page token as the time and number of the correction that the page before ended with."""
    moment, _, number = text.partition("-")
    try:
        at = EPOCH + int(moment, 36) * _MICROSECOND
    except OverflowError as error:
        raise BadFilter("before", text, PAIR.reason, PAIR.way_out) from error
    if int(number, 36) > 2**62:
        raise BadFilter("before", text, PAIR.reason, PAIR.way_out)
    return at, int(number, 36)


__all__ = ["listed"]
