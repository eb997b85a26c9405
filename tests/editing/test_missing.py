from __future__ import annotations

import pytest

from standfirst.editing import facts, missing
from tests.editing.articles import article


def slots(text: str, title: str, language: str = "en") -> tuple[str, ...]:
    made = article(text, title, language=language)
    return missing.slots(made, facts.find(made))


def test_a_release_without_a_date():
    assert slots(
        "The new album is called Tin Whistle. It has songs about rivers.", "Band shows trailer for new album"
    ) == ("when",)
    assert slots("The new album is out on 3 March 2027.", "Band shows trailer for new album") == ()


def test_a_product_without_a_price():
    text = "The company will launch its new phone on 3 March 2027 in Leeds."
    assert slots(text, "Company unveils new phone") == ("price",)
    assert slots(text + " It costs £299.", "Company unveils new phone") == ()


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Two choirs head Marlby song festival", "event"),
        ("Marlby lido reopens with a new ramp", "event"),
        ("Cyclist struck by a delivery van", "accident"),
        ("Tarn ferry capsizes in fog", "accident"),
        ("Two hurt in a three-car pile-up", "accident"),
        ("Farmer dies after barn fire", "accident"),
        ("Baker jailed for four years", "court"),
        ("Harbour trust names Ana Reyes as new director", "appointment"),
        ("Eels hear the tide, study finds", "study"),
        ("Pound recovers after market crash", ""),
        ("Poet names the trees of her street", ""),
        ("Marlby women win county rowing title", "result"),
        ("Eels hear the tide, scientists find", "study"),
        ("Council heads for a vote on parking", ""),
        ("Town hit by higher rents", ""),
        ("Library reopens after the flood", ""),
        ("Mayor wins a vote on the budget", ""),
    ],
)
def test_the_kind_of_a_story_by_its_title(title, kind):
    assert missing.kind(article("It rained.", title)) == kind


def test_an_event_that_says_what_it_lost_still_lacks_its_price_where_no_money_is_named():
    text = "The festival runs from 3 March 2027 in Marlby. Prices will be announced. Children come in free."
    assert slots(text, "Two choirs head Marlby song festival") == ("price",)


def test_an_accident_without_numbers():
    assert "how-many" in slots("A bus crash closed the road at Hexley on 3 March 2026.", "Bus crash closes road")


def test_other_stories_need_nothing():
    assert slots("The council met.", "Council meets") == ()


@pytest.mark.parametrize(("language", "phrase"), [("en", "when"), ("xx", "when")])
def test_find_gives_words_for_readers(language, phrase):
    made = article("The new album is called Tin Whistle.", "Trailer for the new album", language=language)
    assert phrase in missing.find(made, facts.find(made))
