"""A host is leased to one worker at a time; a dead owner's leases are free at once, a lost one's after the expiry."""

from datetime import timedelta

import pytest

from standfirst.gathering import Item
from standfirst.newsroom import leases
from standfirst.newsroom.intake import take_in
from standfirst.newsroom.models import Article, Source
from tests.newsroom.factory import make_source
from tests.newsroom.test_intake import BASE, document

pytestmark = pytest.mark.django_db


@pytest.fixture
def discovered(now):
    feed = make_source().feeds.get()
    take_in(feed, document(*(Item(f"{BASE}/{number}") for number in range(5))), now)


def test_claims_do_not_share_a_host(discovered, now):
    first = leases.claim("a/1", now, limit=3, seconds=60)
    assert [row.address for row in first] == [f"{BASE}/{number}" for number in range(3)]
    assert leases.claim("b/2", now, limit=3, seconds=60) == []


def test_an_expired_lease_is_free_again(discovered, now):
    leases.claim("a/1", now, limit=9, seconds=60)
    assert len(leases.claim("b/2", now + timedelta(seconds=61), limit=9, seconds=60)) == 5


def test_a_renewed_lease_holds(discovered, now):
    leases.claim("a/1", now, limit=9, seconds=60)
    leases.renew("a/1", now + timedelta(seconds=50), 60)
    assert leases.claim("b/2", now + timedelta(seconds=61), limit=9, seconds=60) == []


def test_the_dead_hold_nothing(discovered, now):
    leases.claim("a/1", now, limit=9, seconds=60)
    assert leases.release_dead(lambda owner: owner == "b/2") == 0
    assert leases.release_dead(lambda owner: owner == "a/1") == 5
    assert len(leases.claim("b/2", now, limit=9, seconds=60)) == 5


def test_only_what_is_due_of_active_sources(discovered, now):
    Article.objects.filter(address=f"{BASE}/0").update(due=now + timedelta(hours=1))
    Article.objects.filter(address=f"{BASE}/1").update(due=None)
    assert len(leases.claim("a/1", now, limit=9, seconds=60)) == 3
    leases.release("a/1")
    Source.objects.update(state="disabled")
    assert leases.claim("a/1", now, limit=9, seconds=60) == []
