"""Items become articles once, whatever feed names them and however often."""

import pytest

from standfirst.gathering import FeedDocument, Item
from standfirst.newsroom.intake import take_in
from standfirst.newsroom.models import Article, ArticleKey, Feed, Sighting, Source, StateRecord
from tests.newsroom.factory import make_source

pytestmark = pytest.mark.django_db
BASE = "https://channel-6.example"


def document(*items: Item) -> FeedDocument:
    return FeedDocument(f"{BASE}/feed.xml", "rss", items=items)


@pytest.fixture
def feed():
    return make_source().feeds.get()


def test_a_new_item_becomes_an_article_with_keys_sighting_and_record(feed, now):
    taken = take_in(feed, document(Item(f"{BASE}/1", title="One", guid="g1")), now)
    article = Article.objects.get()
    assert [(each.article, each.new) for each in taken] == [(str(article.pk), True)]
    assert article.state == "discovered"
    assert article.due == now
    assert article.host == "channel-6.example"
    assert set(ArticleKey.objects.values_list("kind", flat=True)) == {"guid", "folded"}
    assert Sighting.objects.get().article == article
    assert StateRecord.objects.get().state == "discovered"


def test_known_again_by_guid_or_folded_address(feed, now):
    take_in(feed, document(Item(f"{BASE}/1", guid="g1")), now)
    again = take_in(feed, document(Item(f"{BASE}/moved", guid="g1"), Item(f"{BASE}/1?utm_source=x", guid="other")), now)
    assert [each.new for each in again] == [False, False]
    assert Article.objects.count() == 1


def test_twice_in_one_document_is_one_article(feed, now):
    taken = take_in(feed, document(Item(f"{BASE}/1"), Item(f"{BASE}/1#comments")), now)
    assert [each.new for each in taken] == [True, False]
    assert Article.objects.count() == Sighting.objects.count() == 1


def test_two_feeds_may_sight_one_article(feed, now):
    other = Feed.objects.create(source=feed.source, address=f"{BASE}/sport.xml", kind="rss")
    take_in(feed, document(Item(f"{BASE}/1")), now)
    take_in(other, document(Item(f"{BASE}/1")), now)
    assert Article.objects.count() == 1
    assert Sighting.objects.count() == 2


def test_a_guid_used_for_two_items_is_distrusted(feed, now):
    taken = take_in(feed, document(Item(f"{BASE}/1", guid="g"), Item(f"{BASE}/2", guid="g")), now)
    assert [each.new for each in taken] == [True, True]
    feed.refresh_from_db()
    assert feed.distrust_guids


def test_an_item_of_another_domain_belongs_to_its_publisher(feed, now):
    take_in(feed, document(Item("https://harbour-trade.example/tugs")), now)
    assert Article.objects.get().source.domain == "harbour-trade.example"
    assert Source.objects.count() == 2


def test_the_same_guid_at_two_sources_is_two_articles(feed, now):
    other = make_source("harwick-courier", "Harwick Courier").feeds.get()
    take_in(feed, document(Item(f"{BASE}/1", guid="1")), now)
    take_in(other, document(Item("https://harwick-courier.example/1", guid="1")), now)
    assert Article.objects.count() == 2
