"""What is known of a source, as its page and the API tell it. Made of tallies and few rows; nothing is counted here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from standfirst.newsroom.models import Feed, Source, Tally
from standfirst.newsroom.publications.optouts import REASON as OPTED_OUT

#: Feeds and kinds of cards of one source that are told.
MOST_FEEDS, MOST_RULES = 50, 12
#: The tallies that are kept of sources.
_KINDS = ("source", "card", "barred", "corrected", "access", "correction", "card-rule", "spoken")


@dataclass(frozen=True, slots=True)
class SignalSeen:
    """A signal of rights as it was written: kind, value, where it stood, and the day it was last seen."""

    kind: str
    value: str
    where: str
    seen: date | None = None


@dataclass(frozen=True, slots=True)
class FeedFacts:
    """A feed that is read. ``failures`` counts those since it last answered well; ``error`` is why the last failed."""

    address: str
    title: str
    kind: str
    active: bool
    last_fetch: datetime | None
    failures: int
    error: str


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source as readers and programs see it; numbers are of publications that are out.

    ``state``: active, disabled, opted-out. ``languages`` are those it published in, most used first. ``outcome``
    (brief, card, nothing; "" before anything was read), ``rule``, ``reason`` and ``judged`` are the verdict on the last
    article read; an opt-out goes before it. ``barred`` counts publications that are cards by rights. ``free`` and
    ``paid`` count articles that say whether they are free to read; the others say nothing. ``corrected`` counts
    publications that carry a correction, ``followed`` corrections that follow the source's own and ``ours`` those
    that an editor here made. ``card_rules``: why its cards are no briefs, most frequent first.
    """

    slug: str
    name: str
    domain: str
    home: str
    languages: tuple[str, ...]
    state: str
    licence: str
    owner: str
    since: datetime
    publications: int = 0
    cards: int = 0
    barred: int = 0
    card_rules: tuple[tuple[str, int], ...] = ()
    corrected: int = 0
    followed: int = 0
    ours: int = 0
    free: int = 0
    paid: int = 0
    outcome: str = ""
    rule: str = ""
    reason: str = ""
    judged: date | None = None
    signals: tuple[SignalSeen, ...] = ()
    feeds: tuple[FeedFacts, ...] = ()

    @property
    def briefs(self) -> int:
        """How many of its publications are briefs."""
        return max(0, self.publications - self.cards)

    @property
    def allowed(self) -> str:
        """What its rights allow in all: brief, card, mixed (it depends on the article), nothing; "" where unknown."""
        if self.rule == "opt-out" or (self.barred and self.barred >= self.publications):
            return "card"
        if self.barred:
            return "mixed"
        return "brief" if self.publications else self.outcome

    @property
    def access(self) -> str:
        """Who can read it, as its articles say: free, metered (some are for subscribers), paid; "" where none says."""
        if self.paid:
            return "paid" if self.paid >= self.publications else "metered"
        return "free" if self.free else ""


def facts_of(source: Source) -> SourceFacts:
    """What is known of one source."""
    return facts([source])[0]


def facts(sources: Iterable[Source], *, every: bool = False) -> list[SourceFacts]:
    """What is known of each of ``sources``, in their order; two queries in all.

    Languages and kinds of cards are told of one source, or where ``every`` source there is was asked.
    """
    asked = list(sources)
    counted = _counted(asked, every)
    feeds: dict[int, list[FeedFacts]] = {}
    rows = Feed.objects.order_by("-active", "id")
    if not every:
        rows = rows.filter(source__in=[each.pk for each in asked])
    columns = ("address", "title", "kind", "active", "last_fetch", "failures", "last_error", "language")
    spoken: dict[int, list[str]] = {}
    for source, *values, language in rows.values_list("source_id", *columns):
        feeds.setdefault(source, []).append(FeedFacts(*values))
        spoken.setdefault(source, []).append(language)
    return [
        _facts(each, counted.get(each.pk, {}), tuple(feeds.get(each.pk, ())[:MOST_FEEDS]), spoken.get(each.pk, []))
        for each in asked
    ]


def _facts(source: Source, count: Mapping[str, int], feeds: tuple[FeedFacts, ...], spoken: list[str]) -> SourceFacts:
    used = [key for key, _ in sorted(((k[7:], n) for k, n in count.items() if k.startswith("spoken ")), key=_most)]
    rules = sorted(((key[5:], number) for key, number in count.items() if key.startswith("rule ")), key=_most)
    out = source.state == Source.State.OPTED_OUT
    verdict: dict[str, Any] = source.verdict if isinstance(source.verdict, dict) else {}
    if out:
        verdict = {"outcome": "card", "rule": "opt-out", "reason": OPTED_OUT}
    return SourceFacts(
        slug=source.slug,
        name=source.name,
        domain=source.domain,
        home=source.home,
        languages=tuple(dict.fromkeys(each for each in (*used, source.language, *spoken) if each)),
        state=source.state,
        licence=source.licence,
        owner=source.owner,
        since=source.added,
        publications=count.get("source", 0),
        cards=count.get("card", 0),
        barred=count.get("barred", 0),
        card_rules=tuple(rules[:MOST_RULES]),
        corrected=count.get("corrected", 0),
        followed=count.get("correction source", 0),
        ours=count.get("correction desk", 0),
        free=count.get("access free", 0),
        paid=count.get("access paid", 0),
        outcome=str(verdict.get("outcome", "")),
        rule=str(verdict.get("rule", "")),
        reason=str(verdict.get("reason", "")),
        judged=_day(verdict.get("day")),
        signals=tuple(map(_signal, source.signals)),
        feeds=feeds,
    )


def _counted(sources: list[Source], every: bool) -> dict[int, dict[str, int]]:
    """The tallies of ``sources``, by source and what they count."""
    slugs = {each.slug: each.pk for each in sources}
    wanted = Q(kind__in=_KINDS) if every else _of(sources, slugs)
    found: dict[int, dict[str, int]] = {}
    for kind, key, count in Tally.objects.filter(wanted, count__gt=0).values_list("kind", "key", "count"):
        number, _, which = key.partition("/") if kind != "source" else (slugs.get(key, 0), "", "")
        name = f"rule {which}" if kind == "card-rule" else f"{kind} {which}".strip()
        found.setdefault(int(number), {})[name] = count
    return found


def _of(sources: list[Source], slugs: Iterable[str]) -> Q:
    """The tallies of some sources."""
    numbers = {str(each.pk) for each in sources}
    wanted = Q(kind="source", key__in=slugs) | Q(kind__in=("card", "barred", "corrected"), key__in=numbers)
    wanted |= Q(kind__in=("access", "correction"), key__in=[
        f"{number}/{which}" for number in numbers for which in ("free", "paid", "source", "desk")
    ])  # fmt: skip
    if len(sources) == 1:
        wanted |= Q(kind__in=("card-rule", "spoken"), key__startswith=f"{sources[0].pk}/")
    return wanted


def _most(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]


def _signal(value: Any) -> SignalSeen:
    """A stored signal: an object, or its parts in a row."""
    if isinstance(value, dict):
        kind, said, where = (str(value.get(name, "")) for name in ("kind", "value", "where"))
        return SignalSeen(kind, said, where, _day(value.get("seen")))
    parts = [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]
    kind, said, where = [*parts, "", "", ""][:3]
    return SignalSeen(kind, said, where)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


__all__ = ["FeedFacts", "SignalSeen", "SourceFacts", "facts", "facts_of"]
