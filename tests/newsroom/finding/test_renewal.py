"""A search table of an older form is made anew, batch by batch, while it answers."""

from __future__ import annotations

import pytest

from standfirst.newsroom import counts, sources, upkeep
from standfirst.newsroom.finding import renewal, search
from standfirst.newsroom.models import SearchState
from tests.newsroom import factory

pytestmark = pytest.mark.django_db


def found(query: str) -> int:
    return len(search.positions(search.parse(query)))


@pytest.fixture
def old() -> None:
    """Twenty-five publications as a first version of Standfirst indexed them: plain texts, no record of a form."""
    made = factory.make(25)
    factory.make_publication(90, withdrawn=factory.NOON, headline="Withdrawn")
    for each in made:
        search.index(each.position, f"{each.headline} {each.lead}")
    SearchState.objects.all().delete()


def test_old_entries_are_made_again_latest_first_and_once(old: None) -> None:
    before = counts.data_version()
    assert (found("headline:rovers"), found("rovers")) == (0, 13)
    assert renewal.renew(seconds=0, batch=10) == 10
    assert 0 < found("headline:rovers") < 13
    assert found("rovers") == 13
    assert counts.data_version() == before
    assert renewal.renew(batch=10) == 15
    assert (found("headline:rovers"), found("rovers"), found("withdrawn")) == (13, 13, 0)
    assert counts.data_version() == before + 1
    assert renewal.renew() == 0


def test_upkeep_renews_and_a_later_form_is_renewed_again(old: None, monkeypatch: pytest.MonkeyPatch) -> None:
    upkeep.tidy(factory.NOON)
    assert found('source:"channel 6"') == 7
    assert renewal.renew() == 0
    monkeypatch.setattr(search, "VERSION", search.VERSION + 1)
    assert renewal.renew() == 25


def test_a_source_is_found_by_its_new_name_after_the_next_upkeep() -> None:
    publication = factory.make_publication(1)
    renewal.renew()
    sources.rename(publication.source, "The Quayside Echo")
    upkeep.tidy(factory.NOON)
    assert (found("source:quayside"), found("echo"), found("source:channel-6")) == (1, 1, 1)


def test_what_is_published_is_found_by_its_fields() -> None:
    factory.make_publication(1, marks=("summary", "commentary"), headline="Quay wall falls")
    for query in ("headline:quay", "author:ortega", "source:channel-6", "mark:commentary", "lang:en", "section:sports"):
        assert found(query) == 1, query
    assert found("-mark:commentary") == 0
