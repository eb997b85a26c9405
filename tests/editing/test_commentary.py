"""The mark of comment: what the source states, what the model finds, and what it must not take for comment."""

from __future__ import annotations

import pytest

from standfirst.editing.marks import Context, marks
from tests.editing.articles import BRIDGE, article

RIVER = """\
I grew up on the Tarn, and I can tell you that nobody would swim in it today.
We have let our council sell it, field by field, to people who do not care.
Is that what we wanted? Of course not. Yet our leaders shrug, and we must ask ourselves why we still trust them.
I do not believe that another study will help, and we know what is wrong.
We need to stop the shameful dumping, and we ought to do it now.
I think that my neighbours are wrong, and that their despair is just what the polluters are counting on.
Surely a town that built a bridge in one summer can clean a river in ten years. It is an absurd and cowardly excuse.
We should begin on Monday, and nobody should wait for the county."""

COLUMNS = {
    "de": """\
Ich bin an der Tarn aufgewachsen, und ich sage es offen: Wir haben versagt, und wir wissen es.
Unsere Stadt hat den Fluss verkauft, und wir haben leider zugesehen. Das ist beschämend und geradezu absurd.
Wir müssen uns fragen, warum wir dem Rat noch vertrauen. Ich glaube nicht, dass eine weitere Studie hilft.
Meine Nachbarn meinen, es sei zu spät. Vielleicht. Aber unsere Kinder sollten dort wieder schwimmen können.
Wir sollten am Montag anfangen, und wir sollten uns nicht belügen lassen. Mir jedenfalls reicht diese Heuchelei.""",
    "fr": """\
J'ai grandi au bord du Tarn, et je le dis franchement : nous avons trahi notre rivière, et nous le savons.
Notre ville a tout vendu, et nous avons regardé ailleurs. C'est honteux, c'est même absurde.
Il faut nous demander pourquoi nous faisons encore confiance à ce conseil. Je ne crois pas qu'une étude nous aidera.
Mes voisins pensent qu'il est trop tard, peut-être. Mais nos enfants devraient pouvoir s'y baigner, bien sûr.
Nous devons commencer lundi. Hélas, notre conseil préfère le mensonge, et moi, je ne le supporte plus.""",
    "es": """\
Crecí a orillas del Tarn y lo digo francamente: nosotros hemos fracasado, y nosotros lo sabemos.
Nuestra ciudad vendió el río y nosotros miramos a otro lado. Es una vergüenza y, en realidad, es absurdo.
Creo que debemos preguntarnos por qué nos fiamos todavía de este concejo. Yo no pienso que otro estudio nos ayude.
Nuestros hijos deberían poder nadar allí, por supuesto, y hay que empezar el lunes, porque nuestra paciencia se acaba.
Lamentablemente, nuestro concejo prefiere la mentira, y a mí me parece intolerable.""",
}

GUIDE = "\n".join(
    f"You should pack your tent {when}, and you must check your pegs. It is a terrible mistake if you forget your rope."
    for when in ("dry", "early", "by daylight", "in two bags", "twice", "on grass", "with a friend", "in May")
)
ASKED = (
    "How did you begin?",
    "What did you get wrong in 1987?",
    "Who paid you for it?",
    "Would you do it again?",
    "And where will you go now?",
)


def ask(made):
    return marks["commentary"].find(Context(made))


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"kind": "comment", "kind_found": "json-ld OpinionNewsArticle"}, "The source calls it comment."),
        ({"kind": "review"}, "a review"),
        ({"section": "Opinion"}, "section"),
        ({"section": "News / Meinung"}, "section"),
        ({"canonical": "https://gazette.example/opinion/2026/11/bridge"}, "“opinion”"),
        ({"title": "Kommentar: Die Brücke muss bleiben"}, "“Kommentar”"),
        ({"byline": "Jo Marsh, columnist", "text": RIVER}, "columnist"),
        ({"signature": "Jo Marsh, opinion writer", "text": RIVER}, "opinion writer"),
    ],
)
def test_commentary_that_the_source_states(more, says):
    mark = ask(article(**more))
    assert mark is not None
    assert says in mark.reason


def test_a_columnist_writes_reports_too():
    assert ask(article(byline="Jo Marsh, columnist")) is None


@pytest.mark.parametrize(
    ("title", "text", "marked"),
    [
        ("Lockkeepers season two review", RIVER, True),
        ("Lockkeepers review: a slow river", RIVER, True),
        ("County orders review", BRIDGE, False),
    ],
)
def test_a_title_that_says_review_decides_where_the_text_is_no_report(title, text, marked):
    mark = ask(article(text, title))
    assert (mark is not None and "a review" in mark.reason) is marked


def test_comment_without_a_label_is_marked_with_its_passages():
    made = article(RIVER, "We should be ashamed of our river")
    mark = ask(made)
    assert "a model's judgement" in mark.reason
    assert 2 <= len(mark.evidence) <= 3
    assert any("shameful" in made.text[each.start : each.end] for each in mark.evidence)


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_comment_without_a_label_in_other_languages(language):
    mark = ask(article(COLUMNS[language], "1", language=language))
    assert mark is not None
    assert "a model's judgement" in mark.reason
    assert mark.evidence


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("How to pitch a tent", GUIDE),
        ("Marlby's harbour master looks back", "\n".join(f"{asked}\n{RIVER}" for asked in ASKED)),
    ],
)
def test_guides_and_interviews_are_no_comment_whoever_says_i_or_you_in_them(title, text):
    assert ask(article(text, title)) is None


def test_a_comment_may_ask_its_readers():
    asked = "\n".join(("Is that what we wanted?", "Who let them?", "What is left?", "Why now?"))
    assert ask(article(f"{RIVER}\n{asked}", "Ashamed")) is not None


def test_commentary_names_its_passages():
    text = BRIDGE + "\nWe must not let this disgraceful plan pass."
    mark = ask(article(text, kind="comment"))
    assert any(text.replace("\n", "\n\n")[each.start : each.end].startswith("We must") for each in mark.evidence)


def test_the_reason_accuses_no_single_word_and_gives_no_score():
    """Counts of what the article does, in its own words; the passages are shown in their places."""
    for made in (article(RIVER, "We should be ashamed of our river"), article(RIVER, section="Opinion")):
        mark = ask(made)
        assert mark.evidence
        assert "Slanted" not in mark.reason
        assert "%" not in mark.reason


def test_nothing_is_judged_of_an_article_without_its_text():
    assert ask(article("", "I think we should all be ashamed of our shameful river")) is None
    assert ask(article("", section="Opinion")).reason == "The source's section is “Opinion”."
