"""Publishers: what their rights allow, who can read them, how much of theirs is out and was corrected."""

from __future__ import annotations

from typing import Literal

from django.utils.translation import gettext_noop

from standfirst.errors import NotFoundError
from standfirst.newsroom.facts import SourceFacts, facts, facts_of
from standfirst.newsroom.models import Source as Record
from standfirst.publishing import Network, View
from standfirst.publishing.api import Asked, shapes
from standfirst.publishing.api.telling import in_our_words, source_href
from standfirst.publishing.links import to
from standfirst.publishing.uris import uri
from standfirst.publishing.view import NEVER

#: Values of the records as the API's; another is told as the last of each.
STATES: dict[str, Literal["active", "disabled", "opted-out"]] = {"active": "active", "opted-out": "opted-out"}
OUTCOMES: dict[str, Literal["brief", "card", "nothing", ""]] = {"brief": "brief", "card": "card", "nothing": "nothing"}
ACCESS: dict[str, Literal["free", "metered", "paid", ""]] = {"free": "free", "metered": "metered", "paid": "paid"}


def listed(asked: Asked) -> shapes.Sources:
    """A page of publishers, in the order of their slugs."""
    limit = asked.number("limit")
    found = list(Record.objects.filter(slug__gt=asked.text("after")).order_by("slug")[: limit + 1])
    return shapes.Sources(
        items=tuple(source(each, asked.network) for each in facts(found[:limit])),
        next=asked.again(after=found[limit - 1].slug) if len(found) > limit else None,
    )


def one(asked: Asked) -> shapes.Source:
    """One publisher."""
    record = Record.objects.filter(slug=asked.text("slug")).first()
    if record is None:
        raise NotFoundError(asked.text("slug"), NEVER, gettext_noop("All sources are listed at /api/sources"))
    return source(facts_of(record), asked.network)


def source(known: SourceFacts, network: Network) -> shapes.Source:
    """What is known of a publisher, as the API tells it."""
    return shapes.Source(
        slug=known.slug,
        name=known.name,
        home=uri(known.home) or None,
        url=to(network, View("source", known.slug)),
        href=source_href(network, known.slug),
        owner=known.owner,
        languages=known.languages,
        since=known.since,
        state=STATES.get(known.state, "disabled"),
        access=ACCESS.get(known.access, ""),
        rights=shapes.SourceRights(
            outcome=OUTCOMES.get(known.outcome, ""),
            rule=known.rule,
            reason=in_our_words(known.reason),
            judged=known.judged,
            licence=known.licence,
            signals=known.signals,
        ),
        counts=shapes.SourceCounts(
            publications=max(0, known.publications),
            briefs=known.briefs,
            cards=max(0, known.cards),
            corrected=max(0, known.corrected),
            corrections_followed=max(0, known.followed),
            corrections_ours=max(0, known.ours),
            free=max(0, known.free),
            paid=max(0, known.paid),
        ),
        feeds=tuple(shapes.SourceFeed(uri(each.address), each.title, each.kind) for each in known.feeds if each.active),
    )


__all__ = ["listed", "one", "source"]
