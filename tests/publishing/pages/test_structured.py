from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.publishing.pages import Change
from standfirst.publishing.pages.clock import Clock
from standfirst.publishing.pages.structured import description, in_script, news_article
from standfirst.reading import Stamp
from tests.publishing.pages.invented import CARD, NETWORK, NOW, PIER

ZONED = Clock("en", "Europe/London").local


@settings(deadline=None)
@given(st.recursive(st.text(), lambda inner: st.lists(inner, max_size=3)))
def test_no_text_leaves_the_script_and_all_come_back(value: object) -> None:
    made = in_script(value)
    assert not set("<>&\u2028\u2029") & set(made)
    assert json.loads(made) == value


def test_what_the_standard_asks_for() -> None:
    made = news_article(PIER, NETWORK, (Change(NOW, "47, now 48", True), Change(NOW, "a comma")), ZONED)
    assert made["@type"] == "NewsArticle"
    assert made["author"] == {"@type": "Organization", "name": NETWORK.name, "url": "https://digest.example/"}
    assert made["datePublished"] == "2026-11-22T11:05:00+00:00"
    assert made["dateModified"] > made["datePublished"]
    assert made["publishingPrinciples"] == "https://digest.example/about/method"
    assert made["digitalSourceType"].endswith("/digitalsourcetype/algorithmicMedia")
    assert [each["text"] for each in made["correction"]] == ["47, now 48"]
    original = made["isBasedOn"]
    assert original["url"] == PIER.original
    assert original["headline"] == "Pier 3 to close for nine months"
    assert original["author"] == [{"@type": "Person", "name": "Lena Ortiz"}]
    assert original["publisher"]["name"] == "Harwick Gazette"
    assert original["isAccessibleForFree"] is True
    assert "ClaimReview" not in json.dumps(made)


def test_false_stays_and_what_is_not_known_is_left_out() -> None:
    closed = replace(CARD.content.original, free=False, authors=(), published=Stamp(NOW, "url", precise=False))
    made = news_article(replace(CARD, content=replace(CARD.content, original=closed)), NETWORK, (), ZONED)
    assert made["isBasedOn"]["isAccessibleForFree"] is False
    assert made["isBasedOn"]["datePublished"] == "2026-11-22"
    assert "author" not in made["isBasedOn"]
    assert "correction" not in made


def test_descriptions_end_at_a_word() -> None:
    long = replace(PIER, lead="word " * 100)
    assert description(long).endswith("word…")
    assert len(description(long)) <= 301
