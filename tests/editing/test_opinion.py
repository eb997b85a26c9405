# ruff: noqa: E501 - running text in a table
"""Comment is told from news by how it is written, with reasons that stand in the text."""

from __future__ import annotations

import pytest

from standfirst.editing import opinion
from standfirst.reading import Article, hash_text, lay_out

COMMENT = {
    "en": (
        "We should be ashamed of what we did to our river",
        "I grew up on the Tarn, and I can tell you that nobody would swim in it today. We have let our council sell it, "
        "field by field, to people who do not care. Is that what we wanted? Of course not. Yet our leaders shrug, and we "
        "must ask ourselves why we still trust them. I do not believe that another study will help. We know what is "
        "wrong. We need to stop the shameful dumping, and we ought to do it now. My neighbours tell me that it is too "
        "late. I think that they are wrong, and that their despair is just what the polluters are counting on. Surely "
        "a town that built a bridge in one summer can clean a river in ten years. We should begin on Monday.",
    ),
    "de": (
        "Wir sollten uns für unseren Fluss schämen",
        "Ich bin an der Tarn aufgewachsen, und ich sage es offen: Wir haben versagt. Wollten wir das? Natürlich nicht. "
        "Unsere Stadt hat den Fluss verkauft, und wir haben leider zugesehen. Das ist beschämend und geradezu absurd. Wir "
        "müssen uns fragen, warum wir dem Rat noch vertrauen. Ich glaube nicht, dass eine weitere Studie hilft. Wir "
        "wissen doch längst, was falsch läuft. Meine Nachbarn meinen, es sei zu spät. Vielleicht. Aber unsere Kinder "
        "sollten dort wieder schwimmen können, und wir sollten am Montag anfangen. Mir jedenfalls reicht es.",
    ),
}
NEWS = {
    "en": (
        "Council votes to test the Tarn every week",
        "The town council voted 19 to 6 on Tuesday to test the water of the Tarn every week from January. Samples taken "
        "in October contained four times the permitted amount of nitrate, according to the county's laboratory. The "
        "tests will cost 48,000 a year, the treasurer, Paul Wren, said. “It is money well spent,” he told reporters. "
        "Two farms upstream were fined in 2024, officials said. The results will be published on the council's site "
        "within three days, a spokeswoman said, and the first are expected on 12 January. The opposition said that it "
        "would ask for a second laboratory. The county announced that it would pay half of the cost until 2028.",
    ),
    "de": (
        "Rat beschließt wöchentliche Proben der Tarn",
        "Der Stadtrat hat am Dienstag mit 19 zu 6 Stimmen beschlossen, das Wasser der Tarn ab Januar jede Woche zu prüfen. "
        "Proben vom Oktober enthielten laut dem Labor des Kreises das Vierfache der erlaubten Menge Nitrat. Die Tests "
        "kosten 48.000 Euro im Jahr, sagte der Kämmerer Paul Wren. „Das Geld ist gut angelegt“, erklärte er. Zwei "
        "Betriebe wurden 2024 bestraft, teilte die Verwaltung mit. Die Ergebnisse erscheinen nach drei Tagen, sagte eine "
        "Sprecherin; die ersten werden am 12. Januar erwartet. Der Kreis zahlt bis 2028 die Hälfte, hieß es.",
    ),
}


def article(title: str, text: str, language: str) -> Article:
    body, paragraphs = lay_out([(text, "text")])
    address = "https://example.org/news/a-long-slug-of-many-words"
    return Article("a", address, "", title, paragraphs, body, hash_text(body), language)


@pytest.mark.parametrize("language", ["en", "de"])
def test_comment_is_likelier_comment_than_news(language: str) -> None:
    comment, reasons = opinion.commentary(article(*COMMENT[language], language))
    news, _ = opinion.commentary(article(*NEWS[language], language))
    assert comment > 0.7
    assert news < 0.4
    assert reasons


def test_reasons_name_words_that_stand_in_the_text() -> None:
    _, reasons = opinion.commentary(article(*COMMENT["en"], "en"))
    assert any("first person" in reason and "“i”" in reason for reason in reasons)
    assert any("“we”" in reason for reason in reasons)


def test_short_texts_and_languages_without_a_lexicon_are_not_judged() -> None:
    title, text = COMMENT["en"]
    assert opinion.commentary(article(title, text[:200], "en")) == (0.0, ())
    assert opinion.commentary(article(title, text, "fi")) == (0.0, ())


def test_what_others_say_in_quotes_is_not_the_authors() -> None:
    own = opinion.style("", "I think we must go. " * 10, "en")
    quoted = opinion.style("", "“I think we must go,” he said. " * 10, "en")
    place = opinion.RATES.index("first_person")
    assert own.rates[place] > 10
    assert quoted.rates[place] == 0
    assert quoted.rates[opinion.RATES.index("quoted")] > 0.5


@pytest.mark.parametrize(
    ("language", "opinionated", "plain"),
    [
        ("en", "It is an outrageous betrayal, and we must end it.", "The council met on Tuesday, officials said."),
        ("de", "Das ist eine unerträgliche Lüge.", "Der Rat tagte am Dienstag, sagte ein Sprecher."),
        ("fr", "C'est un mensonge scandaleux.", "Le conseil s'est réuni mardi, selon la mairie."),
        ("es", "Es una mentira intolerable.", "El pleno se reunió el martes, según el alcalde."),
        ("en", "It is a shameful decision.", "“It is a shameful decision,” Mr Wren said."),
    ],
)
def test_sentences_that_judge_score_over_those_that_report(language: str, opinionated: str, plain: str) -> None:
    high, low = opinion.opinionated([opinionated, plain], language)
    assert high > 0.3
    assert low < 0.1


def test_every_lexicon_has_every_list() -> None:
    for language in ("en", "de", "fr", "es"):
        assert set(opinion.lexicon(language)) == set(opinion.LISTS)


def test_hostile_text_is_bounded() -> None:
    opinion.style("?" * 1000, "“" * 200_000, "en")
    opinion.style("", "a'" * 200_000, "en")
    assert opinion.opinionated(["«" * 100_000, ""], "fr") == (0.0, 0.0)
