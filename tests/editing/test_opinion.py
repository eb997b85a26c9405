# ruff: noqa: E501 - running text in a table
"""Comment is told from news by how it is written, with reasons that stand in the text."""

from __future__ import annotations

import numpy as np
import pytest

from standfirst.editing import manner, opinion
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
    "fr": (
        "Nous devrions avoir honte de notre rivière",
        "J'ai grandi au bord du Tarn, et je le dis franchement : nous avons trahi notre rivière. Est-ce cela que nous "
        "voulions ? Évidemment non. Notre ville a tout vendu, et nous avons regardé ailleurs. C'est honteux, c'est même "
        "absurde. Il faut nous demander pourquoi nous faisons encore confiance à ce conseil. Je ne crois pas qu'une étude "
        "de plus nous aidera. Nous savons bien ce qui ne va pas. Mes voisins pensent qu'il est trop tard, peut-être. Mais "
        "nos enfants devraient pouvoir s'y baigner, et nous devons commencer lundi. Hélas, notre conseil préfère le "
        "mensonge, et moi, je ne le supporte plus. Vraiment, cette politique est indigne de nous.",
    ),
    "es": (
        "Deberíamos sentir vergüenza de nuestro río",
        "Crecí a orillas del Tarn y lo digo francamente: nosotros hemos fracasado. ¿Era eso lo que queríamos? Por supuesto "
        "que no. Nuestra ciudad vendió el río y nosotros miramos a otro lado. Es una vergüenza y, en realidad, es absurdo. "
        "Creo que debemos preguntarnos por qué nos fiamos todavía de este concejo. Yo no pienso que otro estudio nos ayude. "
        "Sabemos de sobra lo que falla. Mis vecinos dicen que es tarde; quizá. Pero nuestros hijos deberían poder nadar "
        "allí, y hay que empezar el lunes. Lamentablemente, nuestro concejo prefiere la mentira, y a mí me parece "
        "intolerable. Sin duda, nuestra paciencia se acaba.",
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
    "fr": (
        "Le conseil vote un contrôle hebdomadaire du Tarn",
        "Le conseil municipal a voté mardi, par 19 voix contre 6, un contrôle hebdomadaire de l'eau du Tarn à partir de "
        "janvier. Des prélèvements d'octobre contenaient quatre fois la quantité de nitrates autorisée, selon le "
        "laboratoire du département. Les contrôles coûteront 48 000 euros par an, a indiqué le trésorier, Paul Wren. « C'est "
        "de l'argent bien employé », a-t-il déclaré. Deux exploitations ont été condamnées en 2024, selon la préfecture. Les "
        "résultats seront publiés sous trois jours, a précisé une porte-parole ; les premiers sont attendus le 12 janvier. "
        "Le département a annoncé qu'il paierait la moitié des frais jusqu'en 2028. L'opposition a déclaré qu'elle "
        "demanderait un second laboratoire, selon un communiqué publié mercredi.",
    ),
    "es": (
        "El pleno aprueba análisis semanales del Tarn",
        "El pleno aprobó el martes, por 19 votos contra 6, analizar el agua del Tarn cada semana desde enero. Las muestras de "
        "octubre contenían cuatro veces la cantidad de nitratos permitida, según el laboratorio provincial. Los análisis "
        "costarán 48.000 euros al año, dijo el tesorero, Paul Wren. «Es dinero bien gastado», explicó. Dos explotaciones "
        "fueron multadas en 2024, informó la delegación. Los resultados se publicarán en tres días, señaló una portavoz, y "
        "los primeros se esperan el 12 de enero. La diputación anunció que pagará la mitad hasta 2028. La oposición afirmó "
        "que pedirá un segundo laboratorio, según un comunicado difundido el miércoles por la tarde.",
    ),
}


def article(title: str, text: str, language: str) -> Article:
    body, paragraphs = lay_out([(text, "text")])
    address = "https://example.org/news/a-long-slug-of-many-words"
    return Article("a", address, "", title, paragraphs, body, hash_text(body), language)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_comment_is_likelier_comment_than_news(language: str) -> None:
    comment, reasons = opinion.commentary(article(*COMMENT[language], language))
    news, _ = opinion.commentary(article(*NEWS[language], language))
    assert comment > 0.7
    assert news < 0.4
    assert reasons


def test_reasons_name_words_that_stand_in_the_text() -> None:
    _, reasons = opinion.commentary(article(*COMMENT["en"], "en"))
    assert any("first person" in reason and "“I”" in reason for reason in reasons)
    assert any("“we”" in reason for reason in reasons)


def test_short_texts_and_languages_without_a_lexicon_are_not_judged() -> None:
    title, text = COMMENT["en"]
    assert opinion.commentary(article(title, text[:200], "en")) == (0.0, ())
    assert opinion.commentary(article(title, text, "fi")) == (0.0, ())


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_the_rates_alone_tell_them_apart_too(language: str) -> None:
    trained = opinion.head()
    odds = [
        float(np.append(opinion.standard(np.array(found.rates), trained.mean, trained.scale), 1) @ trained.rates)
        for found in (manner.measure(*COMMENT[language], language), manner.measure(*NEWS[language], language))
    ]
    assert odds[0] > 1 > -1 > odds[1]


def test_a_guide_speaks_to_its_reader_and_a_comment_for_its_writer() -> None:
    guide = (
        "You should pack your tent dry. You will need two pegs for your door, and you can tie your line to a tree. " * 6
    )
    assert opinion.advises(article("How to pitch a tent", guide, "en"))
    assert not opinion.advises(article(*COMMENT["en"], "en"))


def test_block_quotations_and_captions_are_not_the_authors() -> None:
    body, paragraphs = lay_out(
        [("I run.", "text"), ("Stand still!", "quotation"), ("A boat.", "caption"), ("Go on.", "text")]
    )
    made = Article("a", "https://example.org/", "", "A title", paragraphs, body, hash_text(body), "en")
    assert opinion.own(made) == ["A title", "I run.", "Go on."]


def test_a_long_text_is_read_to_a_bound() -> None:
    assert len(opinion.own(article("Title", "One more sentence stands here. " * 500, "en"))) == opinion.MOST_SENTENCES
