from __future__ import annotations

import pytest

from standfirst.editing import headline


@pytest.mark.parametrize(
    ("title", "publisher", "kept"),
    [
        ("Bridge to close for weeks | Marlby Gazette", "Marlby Gazette", "Bridge to close for weeks"),
        ("Bridge to close for weeks - Marlby Gazette", "Marlby Gazette", "Bridge to close for weeks"),
        ("Bridge to close for eleven weeks | News", "", "Bridge to close for eleven weeks"),
        ("OPINION: The bridge must not close", "", "The bridge must not close"),
        ("Kommentar: Die Brücke muss offen bleiben", "", "Die Brücke muss offen bleiben"),
        ("Leeds - a city on the move again", "Marlby Gazette", "Leeds - a city on the move again"),
        ("OPINION: Yes", "", "OPINION: Yes"),
    ],
)
def test_clean(title, publisher, kept):
    assert headline.clean(title, publisher) == kept


@pytest.mark.parametrize(
    ("title", "language", "kind"),
    [
        ("Will there be a Lockkeepers season 2? Speculation and latest news", "en", "yes-no"),
        ("When does the bridge open?", "en", "when"),
        ("Who is the new mayor of Marlby?", "en", "who"),
        ("How much will the repair cost?", "en", "number"),
        ("Why the bridge has to close", "en", "why"),
        ("What we know about the flood", "en", "tease"),
        ("Here's why the bridge is closing", "en", "why"),
        ("Wann öffnet die Brücke?", "de", "when"),
        ("Warum die Brücke schließt", "de", "why"),
        ("Pourquoi le pont ferme", "fr", "why"),
        ("¿Cuándo abre el puente?", "es", "when"),
        ("橋はいつ開きますか？", "ja", "yes-no"),
        ("Council vote on Thursday: Bridge or ferry?", "en", "yes-no"),
        ("Marlby bridge: Where do we go from here?", "en", "how"),
        ("What is the value of the old bridge?", "en", "number"),
        ("Should we keep the bridge? This engineer knows", "en", "yes-no"),
        ("Marlby floods – why the gates failed", "en", "why"),
        ("Flood at one week: Where things stand in Marlby", "en", "how"),
        ("Engineer explains why the bridge sank", "en", "why"),
        ("Council reveals 5 trends for Quay Street", "en", "tease"),
        ("Five bridges that may close by spring", "en", "tease"),
        ("The surprising truth about swing bridges", "en", "tease"),
        ("Sperrung am Donnerstag: Öffnet die Brücke?", "de", "yes-no"),
        ("Brenkhausen: So teuer wird die neue Brücke", "de", "number"),
        ("Erste Bilder: So könnte die Brücke aussehen", "de", "how"),
        ("Bürgermeisterin tritt ab – warum sie geht", "de", "why"),
        ("Diese Karten zeigen, wie schlecht es um die Brücken steht", "de", "how"),
        ("Pont de Marlac : ce qu'il faut savoir", "fr", "tease"),
        ("Combien coûte le nouveau pont ?", "fr", "number"),
        ("Por qué cierra el puente de Marbal", "es", "why"),
        ("Lo que sabemos de la riada", "es", "tease"),
        ("Ponte chiuso: ecco perché", "it", "why"),
    ],
)
def test_asks(title, language, kind):
    question = headline.asks(title, language)
    assert question is not None
    assert question.kind == kind


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Marlby bridge to close for eleven weeks", "en"),
        ("“Who will pay?” ask shopkeepers on Quay Street", "en"),
        ("When hail fell, farmers ran", "en"),
        ("Feeling cold? The best coats of the winter in our test", "en"),
        ("Are you ready for winter? Coats in our test", "en"),
        ("What a night for Marlby Rovers", "en"),
        ("Was für ein Tag in Brenkhausen", "de"),
        ("Die Brücke schließt für elf Wochen", "de"),
        ("Werft baut drei Fähren in Brenkhausen", "de"),
        ("'Haven't we paid enough?': Holloway and Abery speak of the flood", "en"),
        ("‘Where is the money?’ Abery says to council", "en"),
        ("The bridge?s long winter", "en"),
        ("Three crashes raise questions about the bridge", "en"),
        ("Want to cross in winter? Take the ferry", "en"),
        ("Holloway on the bridge: we will learn from this", "en"),
        ("", "en"),
    ],
)
def test_says(title, language):
    assert headline.asks(title, language) is None


def test_a_promise_is_not_an_open_question():
    assert not headline.asks("How the storm grew over Marlby", "en").open
    assert headline.asks("How did the storm grow over Marlby?", "en").open


@pytest.mark.parametrize(
    ("title", "language", "price", "future"),
    [
        ("How much will the bridge cost?", "en", True, True),
        ("How many bridges are there?", "en", False, False),
        ("What's next for the bridge?", "en", False, True),
        ("Was kostet die Brücke?", "de", True, False),
        ("Combien coûte le pont ?", "fr", True, False),
    ],
)
def test_what_is_wanted(title, language, price, future):
    question = headline.asks(title, language)
    assert (question.price, question.future, question.text, question.language) == (price, future, title, language)


def test_words_in_quotation_marks_belong_to_the_question():
    assert "night" in headline.asks("Is a 'night ferry' on its way to Marlby?", "en").words


def test_notice_speaks_the_articles_language():
    assert headline.notice("de-AT") == "Die Quelle sagt es nicht."
    assert headline.notice("xx") == "The source does not say."
