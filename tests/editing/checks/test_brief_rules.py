"""Rules 1, 2, 5 and 9 to 16: what is asked of a brief as a whole and of its wording."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.editing import DateNote, Mark, Statement, Style, headline
from standfirst.editing.checks import Draft
from tests.editing.articles import BRIDGE, SEASON, article
from tests.editing.checks.drafting import draft, evidence, judge, one, source, statement, whole_sentences

BRIDGES = article()


def bridge(count: int) -> tuple[Statement, ...]:
    return tuple(whole_sentences(BRIDGES)[:count])


def consequences(rule: str, made: Draft) -> list[str]:
    return [fault.consequence for fault in judge(rule, made)]


# 1. Answer the headline.


@pytest.mark.parametrize(
    ("title", "first", "held"),
    [
        ("Will there be a second season of Lockkeepers?", "Channel North has not yet", False),
        ("Will there be a second season of Lockkeepers?", "The composer, Ada Mwangi", True),
        ("How much did the first season of Lockkeepers cost?", "The first season was filmed", False),
        ("How much did the first season of Lockkeepers cost?", "Critics were divided", True),
        ("Lockkeepers sold to eleven countries", "Critics were divided", False),
    ],
)  # fmt: skip
def test_the_first_statement_answers(title, first, held):
    made = article(SEASON, title)
    opening = next(said for said in whole_sentences(made) if said.text.startswith(first))
    found = judge("answer-headline", draft(made, [opening]))
    assert [fault.consequence for fault in found] == (["hold"] if held else [])


def test_the_notice_answers_too():
    made = article(SEASON, "Who plays the lock keeper's daughter?")
    notice = Statement(headline.notice("en"), verbatim=False, notice=True)
    wrong = statement(made, "Critics were divided, and the Northern Post gave it two stars of five.")
    assert judge("answer-headline", draft(made, [wrong]))
    assert not judge("answer-headline", draft(made, [notice, wrong]))


# 2. Who, what, when, where early.


@pytest.mark.parametrize(
    ("language", "text", "lacking"),
    [
        ("en", "Ana Reyes closed the bridge in Leeds on Tuesday.", ""),
        ("en", "The old bridge was closed on Tuesday.", "named entity"),
        ("en", "Ana Reyes closed the bridge.", "date or place"),
        ("en", "Ana Reyes, engineer, on Tuesday.", "finite verb"),
        ("de", "Klaus Weber sperrte am Dienstag die Brücke.", ""),
        ("de", "Die Brücke wurde am Dienstag gesperrt.", "named entity"),
        ("fr", "Claire Dubois ferme le pont mardi.", ""),
        ("es", "Ana Ruiz cerró el puente.", "date or place"),
    ],
)
def test_who_what_when_where(language, text, lacking):
    found = one("who-what-when-where", text, text, language=language)
    assert [fault.consequence for fault in found] == (["report"] if lacking else [])
    assert all(lacking in fault.reason for fault in found)
    # What we did not recognise may stand there all the same.
    assert all(fault.reason.startswith("Not recognised in the first 35 words: ") for fault in found)


def test_what_comes_after_35_words_is_late():
    late = f"{'the old bridge was closed and ' * 6}Ana Reyes left Leeds on Tuesday."
    assert one("who-what-when-where", late, late)


# 5. Dates. The article is of Wednesday, 18 November 2026.

TUESDAY = "Ana Reyes closed the bridge on Tuesday."
NOTE = (DateNote(31, 38, "2026-11-17"),)


@pytest.mark.parametrize(
    ("text", "verbatim", "notes", "expected"),
    [
        (TUESDAY, True, NOTE, []),
        (TUESDAY, True, (), ["report"]),
        (TUESDAY, True, (DateNote(31, 38, "2026-11-24"),), ["report"]),
        (TUESDAY, False, NOTE, ["cut"]),
        ("Ana Reyes closed the bridge on 17 November 2026.", False, (), []),
        ("Ana Reyes closed the bridge in November 2026.", False, (), []),
        ("Ana Reyes closed the bridge on 18 November 2026.", False, (), ["cut"]),
        ("Ana Reyes closed the bridge in 2025.", False, (), ["cut"]),
    ],
)
def test_dates(text, verbatim, notes, expected):
    made = source(TUESDAY)
    assert TUESDAY[31:38] == "Tuesday"
    said = statement(made, text, TUESDAY, verbatim=verbatim, dates=notes)
    assert consequences("dates", draft(made, [said])) == expected


def test_without_a_source_date_a_weekday_is_open():
    made = source(TUESDAY, published=None)
    assert consequences("dates", draft(made, [statement(made, TUESDAY)])) == ["report"]


def test_a_weekday_left_open_is_laid_to_the_source_only_where_it_gives_no_date():
    """Arabic weekdays are found and not resolved: that is our limit, and the source's date stands on the page."""
    text = "افتتح رئيس البلدية الجسر يوم الخميس."
    for published, reason in ((None, "the source gives no date"), (article().published, "Which day “الخميس” means")):
        (found,) = one("dates", text, text, language="ar", published=published)
        assert reason in found.reason


# 9. One story.


def test_statements_trace_to_the_article():
    good = bridge(1)[0]
    place = good.evidence[0]
    for wrong in (
        replace(place, article="another"),
        replace(place, text_hash="0" * 64),
        replace(place, end=len(BRIDGES.text) + 1),
        replace(place, start=place.end),
    ):
        assert consequences("one-story", draft(BRIDGES, [replace(good, evidence=(wrong,))])) == ["cut"]
    assert consequences("one-story", draft(BRIDGES, [good])) == []


def test_what_is_set_as_the_sources_words_is_the_sources_words():
    good = bridge(1)[0]
    shorter = replace(good, text=good.text.replace("for eleven weeks ", ""))
    turned = replace(good, text=good.text.replace("will close for eleven weeks", "for eleven weeks will close"))
    assert consequences("one-story", draft(BRIDGES, [shorter])) == []
    assert consequences("one-story", draft(BRIDGES, [turned])) == ["cut"]
    assert consequences("one-story", draft(BRIDGES, [replace(turned, verbatim=False)])) == []


# 10. Specific.


def test_a_brief_is_specific():
    assert consequences("specific", draft(BRIDGES, bridge(5))) == []


def test_a_vague_brief_is_a_card():
    vague = "The matter has been looked at for some time by those who know such things and is still open to all."
    made = article(f"{BRIDGE}\n{vague}")
    vague = whole_sentences(made)[-1]
    assert set(consequences("specific", draft(made, [vague]))) == {"card"}


def test_half_the_facts_are_reported():
    found = judge("specific", draft(BRIDGES, [whole_sentences(BRIDGES)[place] for place in (1,)]))
    assert [fault.consequence for fault in found] == ["report"]
    assert found[0].reason.startswith("The brief has ")
    assert found[0].reason.endswith(" most salient facts.")


# 11. No filler.


@pytest.mark.parametrize(
    ("language", "text", "cut"),
    [
        ("en", "Whether the bridge stays open remains to be seen.", True),
        ("en", "The vote underscores the importance of the bridge.", True),
        ("en", "“It remains to be seen,” Ana Reyes said.", False),
        ("en", "The bridge closes in March.", False),
        ("de", "Ob die Brücke offen bleibt, bleibt abzuwarten.", True),
        ("fr", "Le sort du pont reste à voir.", True),
        ("es", "El futuro del puente está por ver.", True),
    ],
)
def test_filler(language, text, cut):
    assert bool(one("no-filler", text, text, language=language)) is cut


def test_no_statement_without_evidence():
    bare = Statement("The bridge closes in March.")
    assert consequences("no-filler", draft(BRIDGES, [bare])) == ["cut"]
    assert consequences("no-filler", draft(BRIDGES, [replace(bare, notice=True)])) == []


def test_the_second_of_two_that_say_the_same_is_cut():
    first, second = "The bridge at Marlby will close for eleven weeks.", "Marlby bridge will close for eleven weeks."
    made = source(f"{first}\n{second}\nA ferry will run.")
    found = judge("no-filler", draft(made, whole_sentences(made)))
    assert [(fault.statement, fault.consequence) for fault in found] == [(1, "cut")]


# 12. Length.


@pytest.mark.parametrize(("count", "expected"), [(1, ["card"]), (2, []), (6, ["trim"])])
def test_length(count, expected):
    found = judge("length", draft(BRIDGES, bridge(count)))
    assert [fault.consequence for fault in found] == expected
    assert all(fault.reason.startswith("The brief would have ") for fault in found)


def test_a_short_source_is_a_card():
    made = source("Ana Reyes closed the bridge. " * 6)
    assert "card" in consequences("length", draft(made, whole_sentences(made)[:1]))


def test_a_rewritten_sentence_has_30_words_at_most():
    long = f"The bridge {'and the bridge ' * 10}closes."
    style = Style(min_words=1)
    said = statement(BRIDGES, long, BRIDGES.paragraphs[0].text, verbatim=False)
    assert consequences("length", draft(BRIDGES, [said], style=style)) == ["trim"]
    assert consequences("length", draft(BRIDGES, [replace(said, verbatim=True)], style=style)) == []


def test_letters_count_where_words_have_no_spaces():
    made = source("町議会は橋を閉じると決めた。" * 60, "ja")
    sentence = made.text[:14]
    for repeats, expected in ((3, ["card"]), (8, []), (20, ["trim"])):
        said = statement(made, sentence * repeats, sentence, verbatim=True)
        assert consequences("length", draft(made, [said])) == expected


# 13. Copying.


def test_a_rewrite_copies_no_more_than_ten_words():
    passage = BRIDGES.paragraphs[0].text
    eleven = "The swing bridge at Marlby will close for eleven weeks from"
    assert len(eleven.split()) == 11
    for text, expected in ((f"{eleven} now.", ["trim"]), (f"{eleven.removesuffix(' from')} now.", [])):
        said = statement(BRIDGES, text, passage, verbatim=False)
        assert consequences("copying", draft(BRIDGES, [said])) == expected
    quoted = statement(BRIDGES, f"“{eleven}”, it says.", passage, verbatim=False)
    assert consequences("copying", draft(BRIDGES, [quoted])) == []


def test_an_excerpt_is_a_fifth_of_its_source_at_most():
    assert consequences("copying", draft(BRIDGES, bridge(2))) == []
    assert consequences("copying", draft(BRIDGES, bridge(9))) == ["trim"]


# 14. Opinion apart.


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The stunning bridge opened on Tuesday.", True),
        ("en", "“The bridge is stunning,” Ana Reyes said.", False),
        ("en", "The bridge opened on Tuesday.", False),
        ("de", "Die großartige Brücke wurde eröffnet.", True),
        ("fr", "Le pont magnifique a ouvert.", True),
        ("es", "El puente espectacular abrió.", True),
    ],
)
def test_opinion(language, text, found):
    rewrite = one("opinion-apart", text, text, language=language, verbatim=False)
    assert [fault.consequence for fault in rewrite] == (["cut"] if found else [])
    excerpt = one("opinion-apart", text, text, language=language)
    assert [fault.consequence for fault in excerpt] == (["mark"] if found else [])


def test_the_mark_of_commentary_sets_opinion_apart():
    made = source("The stunning bridge opened on Tuesday.")
    said = statement(made, made.text)
    marked = draft(made, [said], marks=(Mark("commentary", "The source calls it comment."),))
    assert judge("opinion-apart", marked) == []


# 15. Say what is missing.


def test_what_the_source_leaves_open_is_said():
    made = source(
        "A bus crash and a collision with a lorry injured people, the police said.", title="Bus crash injures people"
    )
    silent = draft(made, whole_sentences(made))
    found = judge("say-what-is-missing", silent)
    assert [fault.consequence for fault in found] == ["report"]
    assert "when" in found[0].reason
    assert judge("say-what-is-missing", replace(silent, missing=("when", "where", "how many", "who"))) == []


# 16. No debris.


@pytest.mark.parametrize(
    "text",
    [
        "The <b>bridge</b> closed.", "The bridge &amp; the ferry.", "The **bridge** closed.",
        "The bridge {{name}} closed.",
        "The bridge [insert date] closed.", "The cafÃ© closed.", "The bridgeâ€™s gears.", "The bridge \ufffd closed.",
        "The bridge\x07 closed.", "As an AI language model I report.",
        "Here is the summary: the bridge.", "Lorem ipsum dolor.",
    ],
)  # fmt: skip
def test_debris_blocks(text):
    found = one("no-debris", "Ana Reyes closed the bridge.", text, verbatim=False)
    assert [fault.consequence for fault in found] == ["block"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge < 3 m is closed.",
        "Café São Paulo — “naïve” – £5 & €6.",
        "He said “f***” & b**** it.",
        "R&B [sic] (C#) a*b*c",
    ],
)
def test_what_is_no_debris(text):
    assert one("no-debris", text, text) == []


def test_a_statement_in_another_language_blocks():
    german = (
        "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke bis zum Herbst zu sperren und neu zu bauen. " * 2
    )
    assert one("no-debris", german, german)[0].consequence == "block"
    assert one("no-debris", german, german, language="de") == []


def test_debris_in_the_headline_blocks():
    made = source("Ana Reyes closed the bridge.", title="Bridge <em>closed</em>")
    assert consequences("no-debris", draft(made, whole_sentences(made))) == ["block"]


def test_evidence_helper_places_the_passage():
    place = evidence(BRIDGES, "£2.4 million")
    assert BRIDGES.text[place.start : place.end] == "£2.4 million"
