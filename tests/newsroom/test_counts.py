"""The counts that writes keep are those that counting would give."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.conf import settings as django_settings

from standfirst.gathering import Failure
from standfirst.newsroom import counts, facts
from standfirst.newsroom.editions import archive, edition
from standfirst.newsroom.models import Source, Tally
from standfirst.newsroom.publications import changing
from standfirst.newsroom.publications.corrections import correct, refile
from standfirst.newsroom.publications.saying import said_by
from standfirst.newsroom.settle import settle
from standfirst.newsroom.sources import MOST_SIGNALS, observe, set_owner, switch
from standfirst.newsroom.tasks import Result
from standfirst.rights import Outcome, Signal, Verdict
from tests.newsroom import factory
from tests.newsroom.results import bring, discover

pytestmark = pytest.mark.django_db
TODAY = factory.NOON.date()


def tallies() -> dict[tuple[str, str], int]:
    rows = Tally.objects.exclude(kind="scheme").values_list("kind", "key", "count")
    return {(kind, key): count for kind, key, count in rows if count}


@pytest.fixture
def busy() -> list:
    """Publications that were corrected, refiled, revised into cards and withdrawn."""
    made = factory.make(40)
    correct(made[0], factory.NOON, who="mara", note="The date was wrong.", drop=(2,))
    correct(made[0], factory.NOON, who="mara", note="The place was wrong.", drop=(2,))
    refile(made[1], "", factory.NOON, who="mara")
    said = said_by(made[4])
    changing.revise(made[4], said, note="Given before: 3.", now=factory.NOON, who="round", correction=True)
    changing.revise(made[5], said, note="Now a card.", now=factory.NOON, who="round", kind="card", rule="tdmrep")
    changing.withdraw(made[6], "", factory.NOON, who="mara")
    return made


def test_counting_anew_changes_nothing_and_is_done_once(busy: list) -> None:
    kept = tallies()
    assert counts.renew()
    assert tallies() == kept
    assert kept["all", ""] == 39
    assert not counts.renew()


def test_days_of_another_zone_are_counted_anew(busy: list, monkeypatch: pytest.MonkeyPatch) -> None:
    counts.renew()
    kept = tallies()
    network = django_settings.NETWORK
    moved = type(network)(network.folder, {**network.values, "time_zone": "Pacific/Auckland"})
    monkeypatch.setattr(django_settings, "NETWORK", moved)
    assert counts.renew()
    days = {key: count for (kind, key), count in tallies().items() if kind == "day"}
    assert days != {key: count for (kind, key), count in kept.items() if kind == "day"}
    assert sum(days.values()) == 39


def test_a_language_that_was_published_in_stays_known() -> None:
    publication = factory.make_publication(1, source=factory.make_source(*factory.SOURCES[2]))
    changing.withdraw(publication, "", factory.NOON, who="mara")
    counts.renew()
    assert Tally.objects.filter(kind="language", key="de", count=0).exists()


def test_the_archive_has_only_days_with_something_out(busy: list) -> None:
    assert sum(archive.months().values()) == 39
    assert list(archive.months()) == [(2026, 11)]
    found = archive.days(2026, [11])
    assert list(found) == sorted(found)
    assert found == {
        day: sum(each.published.date() == day for each in busy if each is not busy[6])
        for day in (TODAY - timedelta(days=1), TODAY)
    }
    assert archive.days(2026, [10, 12]) == {}
    gone = factory.make_publication(1, published=factory.NOON - timedelta(days=400))
    assert len(archive.months()) == 2
    changing.withdraw(gone, "", factory.NOON, who="mara")
    assert len(archive.months()) == 1


def test_the_archive_names_what_leads(busy: list) -> None:
    made = edition.store(TODAY, django_settings.NETWORK)
    found = archive.leads([TODAY, TODAY - timedelta(days=1), date(2020, 1, 1)])
    assert list(found) == [TODAY]
    assert found[TODAY].headline == next(each.headline for each in busy if each.position == made.positions[0])


def test_the_facts_of_a_source(busy: list) -> None:
    source = busy[0].source
    set_owner(source, "Harwick Press")
    told = facts.facts_of(source)
    own = [each for each in busy if each.source == source and each is not busy[6]]
    assert told.publications == len(own) == counts.of("source", source.slug)
    assert (told.briefs + told.cards, told.owner, told.languages) == (len(own), "Harwick Press", ("en",))
    assert sum(count for _, count in told.card_rules) == told.cards
    assert (told.corrected, told.followed, told.ours) == (2, 1, 2)
    assert told.access == "metered"  # the factory's cards say so, its briefs nothing
    assert told.allowed == "mixed"
    assert 0 < told.barred <= told.cards
    assert [feed.address for feed in told.feeds] == ["https://channel-6.example/feed.xml"]
    assert told.since == source.added
    assert (told.outcome, told.signals) == ("", ())


def test_many_sources_are_told_in_few_queries(busy: list, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    sources = list(Source.objects.order_by("name"))
    with django_assert_num_queries(2):
        told = facts.facts(sources)
    assert [each.slug for each in told] == [each.slug for each in sources]
    assert sum(each.publications for each in told) == 39


def test_every_source_is_told_as_each_alone(busy: list, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    sources = list(Source.objects.order_by("name"))
    with django_assert_num_queries(2):
        told = facts.facts(sources, every=True)
    assert told == [facts.facts_of(each) for each in sources]
    assert any(each.card_rules for each in told)


@pytest.mark.parametrize(
    ("free", "paid", "access"), [(0, 0, ""), (3, 0, "free"), (0, 5, "paid"), (0, 2, "metered"), (3, 2, "metered")]
)  # fmt: skip
def test_access_as_the_articles_say(free: int, paid: int, access: str) -> None:
    source = factory.make_source()
    counts.add([(("access", f"{source.pk}/free"), free), (("access", f"{source.pk}/paid"), paid)])
    counts.add([(("source", source.slug), 5)])
    assert facts.facts_of(source).access == access


def test_an_opt_out_goes_before_the_last_articles_verdict() -> None:
    source = factory.make_source()
    observe(source, Verdict(), TODAY)
    assert facts.facts_of(source).outcome == "brief"
    switch(source, "opted-out", reason="The publisher asked for it.")
    told = facts.facts_of(source)
    assert (told.outcome, told.rule, told.reason) == ("card", "opt-out", "The publisher has opted out of summaries.")


def test_signals_are_kept_with_the_day_they_were_last_seen() -> None:
    source = factory.make_source()
    mine, page = Signal("tdmrep", "1", "/.well-known/tdmrep.json"), Signal("robots-meta", "nosnippet", "a meta")
    observe(source, Verdict(Outcome.CARD, "tdmrep", "Reserved.", signals=(mine, page)), TODAY)
    observe(source, Verdict(signals=(mine, Signal("licence", "a letter", "us"))), TODAY + timedelta(days=3))
    source.refresh_from_db()
    told = facts.facts_of(source)
    assert [(each.kind, each.seen) for each in told.signals] == [
        ("robots-meta", TODAY),
        ("tdmrep", TODAY + timedelta(days=3)),
    ]
    assert (told.outcome, told.judged) == ("brief", TODAY + timedelta(days=3))
    observe(source, Verdict(), TODAY + timedelta(days=61))
    assert [each.kind for each in facts.facts_of(source).signals] == ["tdmrep"]
    many = tuple(Signal("robots-meta", str(number), "x" * 5000) for number in range(100))
    observe(source, Verdict(signals=many), TODAY + timedelta(days=62))
    assert len(source.signals) == MOST_SIGNALS
    assert max(len(each["where"]) for each in source.signals) == 1000


def test_what_a_round_reads_and_what_is_refused_are_kept_with_the_source(settings_of) -> None:  # type: ignore[no-untyped-def]
    source = factory.make_source()
    signal = Signal("robots-meta", "nosnippet", '<meta name="robots">')
    rights = Verdict(Outcome.CARD, "robots-meta", "The page asks for no snippet.", signals=(signal,))
    one, two = discover(source.feeds.get(), factory.NOON, *(f"https://channel-6.example/{name}" for name in "ab"))
    bring(one, settings_of(), factory.NOON, rights=rights)
    told = facts.facts_of(Source.objects.get(pk=source.pk))
    assert (told.outcome, told.rule, told.judged) == ("card", "robots-meta", TODAY)
    assert [(each.kind, each.seen) for each in told.signals] == [("robots-meta", TODAY)]
    failure = Failure(two.address, "robots", "robots.txt forbids it", "refused")
    settle(Result(str(two.pk), failure=failure), settings_of(), factory.NOON)
    told = facts.facts_of(Source.objects.get(pk=source.pk))
    assert (told.allowed, told.reason, len(told.signals)) == ("nothing", "robots.txt forbids it", 1)
