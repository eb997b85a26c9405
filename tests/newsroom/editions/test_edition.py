"""A day's edition as it is kept: made of what is out, standing through the day, overruled by editors."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as django_settings

from standfirst.errors import NotFoundError, UsageError
from standfirst.newsroom import counts
from standfirst.newsroom.editions import edition, overruling
from standfirst.newsroom.editions.decided import holding
from standfirst.newsroom.editions.makeup import Place
from standfirst.newsroom.models import Article, Edition, EditionChoice, Publication
from standfirst.newsroom.publications.changing import withdraw
from standfirst.settings import Settings
from tests.newsroom import factory

pytestmark = pytest.mark.django_db
NETWORK = django_settings.NETWORK
TODAY = factory.NOON.date()


def small(size: int = 3) -> Settings:
    return Settings(NETWORK.folder, {"edition_size": size})


def told(publication: Publication, text: str) -> Publication:
    """The publication, its article's text known by ``text``."""
    Article.objects.filter(pk=publication.article_id).update(fingerprint=text)
    counts.touch()
    return publication


def test_a_stored_edition_stands_and_others_are_made_on_the_spot() -> None:
    first = factory.make_publication(1)
    old = factory.make_publication(30)
    edition.store_days(NETWORK, now=factory.NOON)
    assert set(Edition.objects.values_list("day", flat=True)) == {TODAY, TODAY - timedelta(days=1)}
    later = factory.make_publication(0)
    assert edition.of(TODAY, NETWORK).positions == (first.position,)
    made = edition.store(TODAY, NETWORK)
    assert set(made.positions) == {first.position, later.position}
    assert edition.of(TODAY, NETWORK) == made
    assert made.reasons[first.position] == "the first choice of its section"
    assert made.reasons[later.position] == "among the latest"
    Edition.objects.all().delete()
    assert edition.of(TODAY - timedelta(days=1), NETWORK).positions == (old.position,)
    assert edition.of(date(2020, 1, 1), NETWORK).positions == ()


def test_many_editions_are_what_each_is(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    days = [TODAY - timedelta(days=number) for number in range(3)]
    for hours in (1, 2, 30):
        factory.make_publication(hours)
    edition.store(TODAY, NETWORK)
    expected = {day: edition.of(day, NETWORK) for day in days}
    assert [len(expected[day].positions) for day in days] == [2, 1, 0]
    assert edition.of_days(days, NETWORK) == expected
    for day in days:
        edition.store(day, NETWORK)
    with django_assert_num_queries(2):
        assert edition.of_days(days, NETWORK) == expected


def test_an_edition_as_the_first_version_kept_it_is_still_read() -> None:
    Edition.objects.create(day=TODAY, positions=[5, 6], reasons={"5": "reported by 3 sources", "6": "among the latest"})
    assert edition.of(TODAY, NETWORK).places == (Place(5, "latest"), Place(6, "latest"))


def test_the_same_edition_is_not_written_again() -> None:
    factory.make_publication(1)
    edition.store(TODAY, NETWORK)
    kept, version = Edition.objects.get().made, counts.data_version()
    edition.store(TODAY, NETWORK)
    assert (Edition.objects.get().made, counts.data_version()) == (kept, version)
    factory.make_publication(2)
    version = counts.data_version()
    edition.store(TODAY, NETWORK)
    assert counts.data_version() == version + 1


def test_copies_of_one_text_are_one_source_and_other_reports_are_more() -> None:
    one, two = factory.make_source(*factory.SOURCES[0]), factory.make_source(*factory.SOURCES[1])
    first = told(factory.make_publication(5, source=one), "p")
    copy = told(factory.make_publication(4, source=two, story=first.story), "p")
    assert edition.of(TODAY, NETWORK).reasons == {first.position: "the first choice of its section"}
    told(copy, "q")
    assert edition.of(TODAY, NETWORK).reasons == {first.position: "reported by 2 independent sources"}


def test_a_story_of_yesterdays_edition_is_shown_again_only_with_something_new() -> None:
    two = factory.make_source(*factory.SOURCES[1])
    before = told(factory.make_publication(20), "p")
    edition.store(TODAY - timedelta(days=1), NETWORK)
    copy = told(factory.make_publication(3, source=two, story=before.story), "p")
    assert edition.of(TODAY, NETWORK).positions == ()
    told(copy, "q")
    assert edition.of(TODAY, NETWORK).reasons == {copy.position: "reported by 2 independent sources"}


def test_places_open_through_the_day_and_what_stands_stays_but_for_withdrawals() -> None:
    factory.make_publication(30)
    settings = small(6)
    edition.store_days(settings, now=factory.NOON - timedelta(days=1))
    for n in range(12):
        factory.make_publication(n, section=f"s{n}")
    morning = edition.store(TODAY, settings, factory.NOON.replace(hour=0))
    assert len(morning.positions) == 2
    noon = edition.store(TODAY, settings, factory.NOON)
    assert len(noon.positions) == 4
    gone = Publication.objects.get(position=noon.positions[0])
    withdraw(gone, "The publisher asked for it.", factory.NOON, who="Mara")
    evening = edition.store(TODAY, settings)
    assert len(evening.positions) == 6
    assert set(evening.positions) > set(noon.positions) - {gone.position}
    assert gone.position not in evening.positions


def test_a_networks_first_edition_opens_every_place_at_once() -> None:
    for n in range(5):
        factory.make_publication(n, section=f"s{n}")
    assert len(edition.store(TODAY, small(4), factory.NOON.replace(hour=0)).positions) == 4


def test_neighbouring_days_are_the_networks() -> None:
    paris = ZoneInfo("Europe/Paris")
    factory.make_publication(1, published=factory.NOON.replace(hour=23, minute=30))
    assert edition.latest_day(date(2026, 12, 1), ZoneInfo("UTC")) == date(2026, 11, 22)
    assert edition.latest_day(date(2026, 12, 1), paris) == date(2026, 11, 23)
    assert edition.neighbour(date(2026, 11, 23), paris, later=False) is None
    assert edition.neighbour(date(2026, 11, 1), paris, later=True) == date(2026, 11, 23)
    assert edition.latest_day(date(2020, 1, 1), paris) == date(2020, 1, 1)


class TestOverruling:
    """Decisions are appended, hold through later rounds, and can be taken back."""

    def decide(self, publication: Publication, action: str, place: int | None = None, **more: str) -> list[int]:
        made = overruling.decide(
            TODAY, publication, action, small(), factory.NOON, who="mara", place=place, **{"reason": "", **more}
        )
        return list(made.positions)

    def test_a_decision_survives_rounds_and_says_who_and_why(self) -> None:
        found = [factory.make_publication(n, section=f"s{n}") for n in range(5)]
        edition.store_days(small(), now=factory.NOON)
        last = found[4]
        assert self.decide(last, "pin", 1, reason="The bridge reopens.")[0] == last.position
        factory.make_publication(0, section="s9")
        edition.store_days(small(), now=factory.NOON)
        made = edition.of(TODAY, small())
        assert made.positions[0] == last.position
        assert made.reasons[last.position] == "put at this place by an editor: The bridge reopens."
        row = EditionChoice.objects.get()
        assert (row.who, row.reason, row.action, row.place) == ("mara", "The bridge reopens.", "pin", 1)
        assert row.at is not None

    def test_the_latest_decision_holds_and_all_are_kept(self) -> None:
        found = [factory.make_publication(n, section=f"s{n}") for n in range(5)]
        edition.store(TODAY, small())
        assert found[0].position not in self.decide(found[0], "leave-out")
        assert found[0].position in self.decide(found[0], "add")
        assert found[0].position not in self.decide(found[0], "leave-out")
        self.decide(found[0], "undo")
        assert holding(TODAY) == ()
        assert [each.action for each in EditionChoice.objects.all()] == ["leave-out", "add", "leave-out", "undo"]
        with pytest.raises(NotFoundError, match="nothing holds"):
            self.decide(found[0], "undo")

    def test_a_publication_of_another_day_can_be_taken_in(self) -> None:
        old = factory.make_publication(50)
        factory.make_publication(1)
        assert old.position in self.decide(old, "add")
        assert edition.of(TODAY, small()).reasons[old.position] == "taken in by an editor"

    @pytest.mark.parametrize("place", [None, 0, -1, 4])
    def test_a_place_that_is_none_is_refused(self, place: int | None) -> None:
        publication = factory.make_publication(1)
        with pytest.raises(UsageError, match="there is no such place"):
            self.decide(publication, "pin", place)
        assert not EditionChoice.objects.exists()

    def test_what_was_withdrawn_and_days_to_come_are_refused(self) -> None:
        gone = factory.make_publication(1, withdrawn=factory.NOON)
        with pytest.raises(UsageError, match="it was withdrawn"):
            self.decide(gone, "add")
        soon = datetime(2026, 11, 23, tzinfo=UTC).date()
        with pytest.raises(UsageError, match="still to come"):
            overruling.decide(soon, factory.make_publication(2), "add", small(), factory.NOON, who="mara")
