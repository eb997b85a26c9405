"""The shelf holds what was used last, and what it lets go can be freed at once."""

from __future__ import annotations

import pytest

from standfirst.publishing.building import shelf, table
from standfirst.publishing.network import network, settings
from tests.newsroom import factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelved(monkeypatch: pytest.MonkeyPatch) -> shelf.Shelf:
    factory.make(6)
    monkeypatch.setattr(shelf, "MOST", 3)
    return shelf.Shelf(table.read(settings().zone), network())


def test_entries_come_in_the_order_asked(shelved: shelf.Shelf) -> None:
    asked = [*reversed(shelved.table.rows)][:3]
    whole, bare = shelved.full(asked), shelved.bare(asked)
    assert [each.position for each in whole] == [each.position for each in bare] == asked
    assert all(each.content for each in whole)
    assert not any(each.content for each in bare)
    assert shelved.full([*asked, 7]) == whole  # nothing is at 7


def test_what_was_used_longest_ago_goes_and_leaves_no_circle(shelved: shelf.Shelf) -> None:
    first, second, third, fourth, *_ = shelved.table.rows
    held = {each: (shelved.full([each])[0], shelved.bare([each])[0]) for each in (first, second, third)}
    for pair in held.values():
        for each in pair:
            assert each.fragments is not None
            each.fragments["itself"] = each
    assert shelved.full([first])[0] is held[first][0]
    shelved.full([fourth])
    assert [bool(held[each][0].fragments) for each in (first, second, third)] == [True, False, True]
    assert not held[second][1].fragments
    shelved.let_go()
    assert not any(each.fragments for pair in held.values() for each in pair)
    assert shelved.full([first])[0] is not held[first][0]


def test_more_than_it_holds_can_be_asked_at_once(shelved: shelf.Shelf) -> None:
    everything = list(shelved.table.rows)
    assert [each.position for each in shelved.full(everything)] == everything
