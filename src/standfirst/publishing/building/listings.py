"""The files of every listing: editions, sections, sources, marks and stories, each page in each format."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from standfirst.newsroom import counts
from standfirst.newsroom.editions import edition
from standfirst.newsroom.editions.makeup import Made
from standfirst.newsroom.facts import SourceFacts, facts
from standfirst.newsroom.listings import withdrawals
from standfirst.newsroom.listings.filters import Filters
from standfirst.newsroom.models import Publication, Tally
from standfirst.publishing import Entry, Listing, SourceName, View, pages
from standfirst.publishing.building import Document
from standfirst.publishing.building.shelf import Shelf
from standfirst.publishing.building.table import digest
from standfirst.publishing.entries import entries, source_name
from standfirst.publishing.formats import formats
from standfirst.publishing.listing import TOMBSTONES, beginning
from standfirst.publishing.network import settings
from standfirst.publishing.pages import Beside
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.pages.labels import MARKS, mark_label
from standfirst.publishing.responses import content_type
from standfirst.publishing.view import address, listing_formats


@dataclass(frozen=True, slots=True)
class Plan:
    """A page of a listing before anything is rendered: which publications, what follows, how many in all."""

    view: View
    title: str
    positions: Sequence[int]
    next: View | None
    total: int | None
    withdrawn: Sequence[Publication]
    beside: Beside
    day: date | None = None


class Listings:
    """What of the network every listing's page needs, asked once."""

    def __init__(self, shelf: Shelf, now: datetime) -> None:
        self.shelf = shelf
        self.table = shelf.table
        self.now = now
        self.zone = settings().zone
        self.size = settings().number("listing_size")
        self.counts = {(kind, key): count for kind, key, count in Tally.objects.values_list("kind", "key", "count")}
        self.withdrawn = withdrawals.withdrawn(now - TOMBSTONES)
        self._gone: dict[int, Entry] = {}
        if self.withdrawn:
            made = entries(self.withdrawn, shelf.network, content=False, feeds=False)
            self._gone = {entry.position: entry for entry in made}
        self.start = beginning()
        self.namespace = counts.network_id()

    def plans(self) -> Iterator[Plan]:
        """Every page of every listing."""
        yield from self._editions()
        for slug, name in self.shelf.network.sections:
            yield from self._pages(View("section", slug), name, self.table.by_section.get(slug, []))
        sources = [source for _, source in sorted(self.table.sources.items())]
        for source, told in zip(sources, facts(sources, every=True), strict=True):
            view, positions = View("source", source.slug), self.table.by_source.get(source.pk, [])
            yield from self._pages(view, source.name, positions, source_name(source), told)
        for code in MARKS:  # the page that explains the marks leads to each
            yield from self._pages(View("mark", code), str(mark_label(code).name), self.table.by_mark.get(code, []))
        members = Counter(row.story for row in self.table.rows.values() if row.story)
        for story, positions in self.table.by_story.items():
            if members[story] < 2:  # nothing leads to the story of a publication that was always alone on it
                continue
            view = View("story", str(story), slug=self.table.slugs[story])
            yield from self._pages(view, "", positions)

    def version(self, plan: Plan) -> str:
        """A digest of everything that goes into the page, in whatever format."""
        gone = [(each.position, each.updated, each.withdrawn_reason) for each in plan.withdrawn]
        versions = [self.table.version(each) for each in plan.positions]
        parts = (plan.view, plan.title, plan.next, plan.total, plan.beside, plan.day, gone, versions)
        return digest((*parts, "" if plan.positions or gone else self.start)).hex()

    def documents(self, plan: Plan, wanted: Sequence[str]) -> Iterator[tuple[str, Document]]:
        """The page in each of the formats named ``wanted``, with the format's name."""
        full = self.shelf.full(plan.positions)
        for name in wanted:
            listing = self._listing(plan, name, full)
            member = formats[name]
            if name == "html":
                body = pages.listing(listing, plan.beside).encode(errors="replace")
                yield name, Document(address(listing.view), body, "text/html; charset=utf-8")
            else:
                pieces = tuple(member.listing(listing))
                kind = content_type(member.media_type)
                yield name, Document(address(listing.view), b"".join(pieces), kind, pieces=pieces)

    def _listing(self, plan: Plan, name: str, full: Sequence[Entry]) -> Listing:
        html = name == "html"
        found = self.shelf.bare(plan.positions) if html else tuple(full)
        gone = tuple(self._gone[each.position] for each in plan.withdrawn)
        told = gone if name in ("atom", "json") and plan.view.before is None else ()
        changed = [entry.updated for entry in (*full, *told)]
        return Listing(
            view=replace(plan.view, format=name),
            network=self.shelf.network,
            title=full[0].headline if plan.view.kind == "story" and full else plan.title,
            entries=found,
            updated=max(changed, default=self.start),
            next=replace(plan.next, format=name) if plan.next else None,
            total=plan.total if html else None,
            withdrawn=told,
            day=plan.day,
            namespace=self.namespace,
        )

    def _pages(
        self,
        view: View,
        title: str,
        positions: Sequence[int],
        about: SourceName | None = None,
        facts: SourceFacts | None = None,
    ) -> Iterator[Plan]:
        """The pages of a keyset listing: slices of its positions; an empty one has one empty page."""
        counted = self.counts.get((view.kind, view.key), 0) if view.kind in ("section", "source", "mark") else None
        beside = Beside(about=about, filters=False, facts=facts)
        before: int | None = None
        for start in range(0, max(1, len(positions)), self.size):
            shown = positions[start : start + self.size]
            more = start + self.size < len(positions)
            yield Plan(
                view=replace(view, before=before),
                title=title or self.shelf.network.name,
                positions=shown,
                next=replace(view, before=shown[-1]) if more else None,
                total=len(shown) if counted is None and not more and before is None else counted,
                withdrawn=self._tombstones(view) if before is None else (),
                beside=beside,
            )
            before = shown[-1] if shown else None
            beside = replace(beside, facts=None)

    def _editions(self) -> Iterator[Plan]:
        """The front page, then every day on which something that is still out was published, latest first."""
        days = sorted(self.table.days, reverse=True)
        today = self.now.astimezone(self.zone).date()
        front = next((day for day in days if day <= today), today)
        made = edition.of_days({front, *days}, settings())
        yield self._edition(View("front"), front, days, made[front])
        for day in days:
            yield self._edition(View("day", day.isoformat()), day, days, made[day])

    def _edition(self, view: View, day: date, days: Sequence[date], made: Made) -> Plan:
        place = bisect_left(days, -day.toordinal(), key=lambda each: -each.toordinal())
        earlier = next((each for each in days[place : place + 2] if each < day), None)
        later = days[place - 1] if place else None
        out = self.table.rows
        positions = [each for each in made.positions if each in out and out[each].withdrawn is None]
        return Plan(
            view=view,
            title=Clock(self.shelf.network.language, self.shelf.network.time_zone).long_day(day),
            positions=positions,
            next=View("day", earlier.isoformat()) if earlier else None,
            total=len(positions),
            withdrawn=withdrawals.of_view(self.withdrawn, Filters(since=day, until=day), zone=self.zone),
            beside=Beside(
                day=day,
                previous=earlier,
                following=later,
                published=self.table.days.get(day, 0),
                filters=False,
                places=made.places,
            ),
            day=day,
        )

    def _tombstones(self, view: View) -> list[Publication]:
        if not self.withdrawn:
            return []
        asked: dict[str, Any] = {view.kind: view.key}
        if view.kind == "source":
            asked = {"within": next(key for key, each in self.table.sources.items() if each.slug == view.key)}
        elif view.kind == "mark":
            asked = {"marks": (view.key,)}
        return withdrawals.of_view(self.withdrawn, Filters(**asked), zone=self.zone)


def names() -> list[str]:
    """The formats that a listing has files in."""
    return ["html", *listing_formats().values()]


__all__ = ["Listings", "Plan", "names"]
