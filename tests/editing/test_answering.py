"""Which sentence answers. All headlines and sentences are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.editing import answering, headline, salience


def chosen(title: str, sentences: list[str], language: str = "en") -> int | None:
    """The choice among sentences that may all open a brief, with the nearness that works in every language."""
    rows = salience.hashed([title, *sentences])
    near = [float(value) for value in rows[1:] @ rows[0]]
    question = headline.asks(title, language)
    assert question is not None
    return answering.choose(question, sentences, near, [True] * len(sentences))


@pytest.mark.parametrize(
    ("language", "title", "sentences", "answer"),
    [
        (
            "en",
            "When will the Marlby bridge open?",
            ["The Marlby bridge is old.", "The Marlby bridge will open on 4 January.", "Boats will pass on Sunday."],
            1,
        ),
        (
            "en",
            "How much will the Marlby bridge cost?",
            ["The Marlby bridge will cost a lot, in 2031.", "The Marlby bridge will cost £2.4 million."],
            1,
        ),
        (
            "en",
            "Why the Marlby bridge has to close",
            [
                "The Marlby bridge has to close on Monday, the council said.",
                "The Marlby bridge is closing because three of its eight wheels have cracks.",
            ],
            1,
        ),
        (
            "en",
            "What is a swing bridge?",
            [
                "A swing bridge was opened in Marlby in 1911 by the mayor.",
                "A swing bridge is a bridge that turns on a pivot so that ships can pass.",
            ],
            1,
        ),
        (
            "en",
            "Does Ingrid Holloway own a fleet of seven ferries?",
            [
                "Ingrid Holloway owns a fleet of seven ferries, a post with a drawing of a fleet says.",
                "There is no evidence that Ingrid Holloway owns seven ferries, the register of ships shows.",
            ],
            1,
        ),
        (
            "en",
            "Is the Marlby ferry safe in winter?",
            [
                "The ferry crosses to Marlby every morning.",
                "So is the Marlby ferry safe in winter?",
                "Three inspectors found no fault in hull, engine and rafts of the ferry.",
                "The Marlby ferry was built in Leeds and painted last spring.",
            ],
            2,
        ),
        (
            "de",
            "Wann öffnet die Brücke in Brenkhausen?",
            ["Die Brücke in Brenkhausen ist alt.", "Die Brücke in Brenkhausen öffnet am Montag um 8 Uhr."],
            1,
        ),
        (
            "de",
            "So teuer wird die Brücke in Brenkhausen",
            [
                "Die Brücke in Brenkhausen wird neu gebaut, und 54 Prozent der Bürger sind dafür.",
                "Für die Brücke zahlt Brenkhausen nach Angaben des Rathauses rund 18 Millionen Euro.",
            ],
            1,
        ),
        (
            "fr",
            "Pourquoi le pont de Marlac ferme",
            [
                "Le pont de Marlac ferme lundi, selon la mairie.",
                "Le pont de Marlac ferme parce que trois de ses roues sont fissurées.",
            ],
            1,
        ),
        (
            "es",
            "¿Cuándo abre el puente de Marbal?",
            ["El puente de Marbal es viejo.", "El puente de Marbal abre el lunes, dijo la alcaldesa."],
            1,
        ),
        (
            "es",
            "Por qué cierra el puente de Marbal",
            [
                "El puente de Marbal cierra el lunes.",
                "El puente cierra porque tres ruedas tienen grietas, según Marbal.",
            ],
            1,
        ),
    ],
)
def test_the_sentence_that_answers_is_chosen(language, title, sentences, answer):
    assert chosen(title, sentences, language) == answer


@pytest.mark.parametrize(
    ("language", "title", "sentences"),
    [
        ("en", "Who will lead Marlby Rovers?", ["A fair came to town.", "Who will lead Marlby Rovers?"]),
        ("en", "How much will the Marlby bridge cost?", ["The Marlby bridge will open on 4 January, Holloway said."]),
        ("en", "Who coaches the Fennick Rovers now?", ["The Marlby bridge will close, Ingrid Holloway said."]),
        ("de", "Wann öffnet die Brücke in Brenkhausen?", ["Die Brücke in Brenkhausen ist alt und aus Stahl."]),
        ("fr", "Combien coûte le pont de Marlac ?", ["Le pont de Marlac est fermé, a dit la maire."]),
        ("es", "¿Cuánto cuesta el puente de Marbal?", ["El puente de Marbal cierra, dijo la alcaldesa."]),
    ],
)
def test_a_fact_that_the_text_lacks_is_declared(language, title, sentences):
    assert chosen(title, sentences, language) is None


def test_a_promise_is_kept_by_what_goes_beyond_it():
    said = ["The storm grew over Marlby.", "Warm air from the sea met a cold front over Marlby and lifted it."]
    assert chosen("How the storm grew over Marlby", said) == 1


def test_what_may_not_open_a_brief_is_not_chosen():
    question = headline.asks("When will the Marlby bridge open?", "en")
    said = ["The Marlby bridge will open on 4 January.", "The Marlby bridge may open on Monday."]
    assert answering.choose(question, said, [0.0, 0.0], [False, True]) == 1
    assert answering.choose(question, said, [0.0, 0.0], [False, False]) is None
    assert answering.choose(question, [], [], []) is None


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("The short answer is that nobody has asked.", True),
        ("Die Antwort gibt das Rathaus: nein.", True),
        ("En résumé, le pont reste fermé.", True),
        ("She answered the telephone.", False),
    ],
)
def test_a_sentence_may_say_that_it_answers(sentence, says):
    assert answering.announced(sentence) is says


@given(
    title=st.text("Wywhen doe costbridge?¿:–'“”", max_size=60),
    sentences=st.lists(st.text("The bridge, £24?! “wil”", max_size=80), max_size=6),
    language=st.sampled_from(["en", "de", "fr", "es", "ja"]),
)
def test_a_choice_is_an_allowed_sentence_that_asks_nothing(title, sentences, language):
    question = headline.asks(title, language)
    if question is None:
        return
    allowed = [index % 2 == 0 for index in range(len(sentences))]
    index = answering.choose(question, sentences, [0.5] * len(sentences), allowed)
    if index is not None:
        assert allowed[index]
        assert not sentences[index].endswith("?")


@pytest.mark.parametrize("piece", ["a ", "? ", "because ", "1,", "is a ", "by xing ", "$1 "])
def test_hostile_sentences_take_linear_time(piece):
    question = headline.asks("How much does the Marlby bridge cost, and what is a swing bridge?", "de")
    sentences = [piece * (6_000 // len(piece))] * 100
    started = time.process_time()
    answering.choose(question, sentences, [0.5] * 100, [True] * 100)
    assert time.process_time() - started < 4
