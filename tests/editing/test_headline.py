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
        ("", "en"),
    ],
)
def test_says(title, language):
    assert headline.asks(title, language) is None


def test_a_promise_is_not_an_open_question():
    assert not headline.asks("How the storm grew over Marlby", "en").open
    assert headline.asks("How did the storm grow over Marlby?", "en").open


def answered(title: str, sentences: list[str]) -> int | None:
    return headline.answer(headline.asks(title, "en"), sentences, [0.0] * len(sentences), [True] * len(sentences))


def test_the_sentence_that_answers_is_found():
    assert (
        answered(
            "When will the Marlby bridge open?",
            ["The Marlby bridge is old.", "The Marlby bridge will open on 4 January.", "Boats will pass on Sunday."],
        )
        == 1
    )
    assert (
        answered(
            "How much will the Marlby bridge cost?",
            ["The Marlby bridge will cost a lot, in 2031.", "The Marlby bridge will cost £2.4 million."],
        )
        == 1
    )


def test_no_answer_is_said_to_be_none():
    assert answered("Who will lead Marlby Rovers?", ["A fair came to town.", "Who will lead Marlby Rovers?"]) is None


def test_notice_speaks_the_articles_language():
    assert headline.notice("de-AT") == "Die Quelle sagt es nicht."
    assert headline.notice("xx") == "The source does not say."
