"""Source text is kept for its time and no longer; what is out does not need it."""

from datetime import timedelta

import pytest

from standfirst.newsroom import readings, upkeep
from standfirst.newsroom.models import Article, Publication, SourceText
from tests.newsroom.factory import make_source
from tests.newsroom.publications.test_going_out import publish
from tests.newsroom.results import bring, discover

pytestmark = pytest.mark.django_db


def test_texts_go_when_their_time_is_over_and_places_stay(now, settings_of):
    settings = settings_of(keep_text_days=30)
    (row,) = discover(make_source().feeds.get(), now, "https://channel-6.example/pier")
    publish(row, settings, now)
    assert upkeep.tidy(now + timedelta(days=29)) == 0
    article = readings.recall(Article.objects.get())
    assert article.text.startswith("Harwick council")
    assert upkeep.tidy(now + timedelta(days=31)) == 1
    assert SourceText.objects.count() == 0
    assert readings.recall(Article.objects.get()).text == ""
    place = Publication.objects.get().said.content["statements"][0]["evidence"][0]
    assert article.text[place["start"] : place["end"]].startswith("Harwick council")


def test_with_no_days_the_text_is_never_kept(now, settings_of):
    (row,) = discover(make_source().feeds.get(), now, "https://channel-6.example/pier")
    bring(row, settings_of(keep_text_days=0), now)
    assert SourceText.objects.count() == 0
