"""The search index for browsers: what the server finds by a word, and nothing of what was withdrawn."""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

import pytest

from standfirst.newsroom.finding import search
from standfirst.newsroom.models import Publication
from standfirst.publishing.building import index, table
from tests.newsroom import factory

UTC = ZoneInfo("UTC")


def made() -> dict[str, object]:
    return {each.address: json.loads(each.body) for each in index.documents(table.read(UTC))}


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("harbour", "ha"),
        ("a", "a"),
        ("42", "42"),
        ("東京", "u6771"),
        ("łódź", "u142"),
        ("é1", "ue9"),
        ("§hharbour", "h-ha"),
        ("§a東京", "a-u6771"),
        ("§lpt·br", "l-pt"),
    ],
)
def test_the_shard_of_a_word(word: str, name: str) -> None:
    assert index.shard(word) == name


@pytest.mark.django_db
def test_every_word_leads_where_the_server_finds_it() -> None:
    factory.make(24)
    gone = factory.make_publication(300, withdrawn=factory.NOON, headline="Vanished altogether")
    files = made()
    numbered = list(Publication.objects.order_by("position").values_list("position", flat=True))
    about = files["/search/index.json"]
    assert isinstance(about, dict)
    assert about["count"] == len(numbered)
    assert {f"/search/words/{name}.json" for name in about["shards"]} <= set(files)
    words = 0
    for name in about["shards"]:
        shard = files[f"/search/words/{name}.json"]
        assert isinstance(shard, dict)
        for word, numbers in shard.items():
            assert [numbered[number] for number in numbers] == search.positions(
                search.Query((search.Term((word,)),))
            ), word
            words += 1
    assert words > 60
    assert about["gone"] == [numbered.index(gone.position)]
    assert {"h-ro", "s-ch", "m-su", "l-en", "a-or"} <= set(about["shards"])
    shown = files["/search/documents/0.json"]
    assert isinstance(shown, list)
    assert shown[numbered.index(gone.position)] is None
    first = Publication.objects.filter(withdrawn=None).latest("position")
    row = shown[numbered.index(first.position)]
    assert (row[0], row[1], row[3]) == (first.path, first.headline, "Channel 6 Harwick")
    assert "vanished" not in json.dumps(files)


@pytest.mark.django_db
def test_a_network_without_publications_has_an_index() -> None:
    assert made() == {"/search/index.json": {"count": 0, "chunk": 500, "letters": 2, "shards": [], "gone": []}}
