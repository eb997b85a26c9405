"""Each place of an edition tells its rule in words."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from standfirst.newsroom.editions.makeup import TOLD, Place
from standfirst.publishing import pages
from standfirst.publishing.pages import Beside
from standfirst.publishing.pages.why import shown, why
from tests.publishing.pages import invented
from tests.publishing.pages.invented import NETWORK

SENTENCES = [
    (Place(1, "reported", (("sources", 3),)), "Reported by 3 independent sources"),
    (Place(1, "section", (("section", "food-and-drink"),)), "First pick from Food and Drink"),
    (Place(1, "section", (("section", "a-section-no-more"),)), "One of the latest"),
    (Place(1, "goes-on"), "Something new in a story of the day before"),
    (Place(1, "latest"), "One of the latest"),
    (Place(1, "filled"), "Takes a place that would have stayed empty"),
    (Place(1, "pinned", (("place", 1),)), "Put first by an editor"),
    (Place(1, "pinned", (("place", 4), ("note", "Read this."))), "An editor put it at this place"),
    (Place(1, "added"), "Added by an editor"),
    (Place(1, "somebodys-own"), "somebodys-own"),
]


@pytest.mark.parametrize(("place", "sentence"), SENTENCES)
def test_a_rule_is_a_sentence(place: Place, sentence: str) -> None:
    with override("en"):
        assert why(place, NETWORK) == sentence


def test_every_rule_has_a_sentence() -> None:
    assert {place.rule for place, _ in SENTENCES} >= set(TOLD)


def test_the_page_says_why_each_is_there_and_quotes_the_editor() -> None:
    listing = invented.edition()
    first, second, *rest = listing.entries
    places = [Place(each.position, "latest") for each in rest]
    places += [Place(first.position, "pinned", (("place", 1), ("note", "<b>The pier</b> reopens."))),
               Place(second.position, "reported", (("sources", 4),))]  # fmt: skip
    made = pages.listing(listing, Beside(day=invented.NOW.date(), places=tuple(places)))
    told = made.partition('<details class="why">')[2].partition("</details>")[0]
    assert told.count("<li>") == len(listing.entries)
    assert told.index("Put first by an editor") < told.index("Reported by 4 independent sources")
    assert "&lt;b&gt;The pier&lt;/b&gt; reopens." in told
    assert 'href="/about/method#edition"' in told


def test_what_a_filter_leaves_out_is_not_told() -> None:
    listing = invented.edition()
    places = [Place(each.position, "latest") for each in listing.entries]
    kept = shown(listing.entries[:2], places, NETWORK)
    assert [each.entry for each in kept] == list(listing.entries[:2])
    assert shown(listing.entries, [], NETWORK) == []
    assert '<details class="why">' not in pages.listing(listing, Beside(day=invented.NOW.date()))
