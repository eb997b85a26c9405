from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.editing import edit, facts, marking
from standfirst.editing.marks import Context, marks
from standfirst.rights import Verdict
from standfirst.stories import Story
from tests.editing.articles import BRIDGE, SEASON, article

CODES = [
    "summary", "commentary", "speculation", "sponsored", "press-release", "satire", "agency-copy", "subscription",
    "one-source", "corrected",
]  # fmt: skip


def ask(code: str, made=None, **more):
    made = made or article()
    return marks[code].find(Context(made, facts=facts.find(made), **more))


def test_every_mark_is_entered_with_a_sentence_for_readers():
    assert list(marks) == CODES
    assert all(rule.code == code and rule.sentence.endswith(".") for code, rule in marks.items())


def test_summary_says_how_it_was_made():
    assert ask("summary").reason == "Excerpt by machine; not checked by a person."
    assert "language model" in ask("summary", writer="llm").reason
    assert ask("summary", written=False) is None


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"kind": "comment", "kind_found": "json-ld OpinionNewsArticle"}, "json-ld"),
        ({"kind": "review"}, "a review"),
        ({"section": "Opinion"}, "section"),
        ({"section": "News / Meinung"}, "section"),
        ({"canonical": "https://gazette.example/opinion/2026/11/bridge"}, "“opinion”"),
        ({"title": "Kommentar: Die Brücke muss bleiben"}, "“Kommentar”"),
        ({"byline": "Jo Marsh, columnist"}, "columnist"),
    ],
)
def test_commentary_that_the_source_states(more, says):
    mark = ask("commentary", article(**more))
    assert mark is not None
    assert says in mark.reason


def test_commentary_names_its_passages():
    text = BRIDGE + "\nWe must not let this disgraceful plan pass."
    mark = ask("commentary", article(text, kind="comment"))
    assert any(text.replace("\n", "\n\n")[each.start : each.end].startswith("We must") for each in mark.evidence)


def test_speculation_by_its_headline_and_hedges():
    season = article(SEASON, "Will there be a Lockkeepers season 2? Speculation and latest news")
    mark = ask("speculation", season)
    assert mark is not None
    assert "confirms nothing" in mark.reason
    assert 1 <= len(mark.evidence) <= 3
    assert ask("speculation") is None


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("sponsored", {"kind": "sponsored"}),
        ("sponsored", {"canonical": "https://gazette.example/partner-content/boats"}),
        ("sponsored", {"text": "Sponsored by Castell Works\n" + BRIDGE}),
        ("press-release", {"canonical": "https://gazette.example/press-releases/1"}),
        ("press-release", {"text": "LEEDS, Nov. 18, 2026 /PRNewswire/ -- Castell Works builds wheels.\n" + BRIDGE}),
        ("satire", {"section": "Satire"}),
        ("satire", {"kind": "satire", "kind_found": "json-ld SatiricalArticle"}),
    ],
)
def test_stated_marks(code, more):
    assert ask(code, article(**more)) is not None


@pytest.mark.parametrize(
    "code",
    ["commentary", "speculation", "sponsored", "press-release", "satire", "agency-copy", "subscription", "corrected"],
)
def test_a_plain_report_has_none(code, monkeypatch):
    from standfirst.editing import opinion

    assert ask(code) is None
    assert opinion.commentary(article())[0] < 0.6


def test_agency_copy():
    dated = article("LEEDS (Reuters) - " + BRIDGE)
    mark = ask("agency-copy", dated)
    assert dated.text[mark.evidence[0].start : mark.evidence[0].end] == "LEEDS (Reuters) - "
    assert "Reuters" in mark.reason
    assert ask("agency-copy", article(BRIDGE + "\n(dpa)")).evidence
    assert ask("agency-copy", article(byline="Ann Hill, Associated Press")) is not None
    assert ask("agency-copy", replace(dated, publisher="Reuters")) is None


def test_subscription():
    assert ask("subscription", article(free=False)) is not None
    assert ask("subscription", article(rights=Verdict(subscription=True))) is not None
    assert ask("subscription", article(free=True)) is None


def test_one_source_is_asked_again_after_grouping():
    made = article("Two people died when a boat sank at Marlby on Monday. " + BRIDGE, "Two killed as boat sinks")
    assert ask("one-source", made) is not None
    copies = Story("s", (made.id, "other"), "copies")
    assert "same text" in ask("one-source", made, story=copies).reason
    independent = Story("s", (made.id, "other"), "event")
    assert ask("one-source", made, story=independent) is None
    assert ask("one-source") is None


def test_corrected():
    assert "once" in ask("corrected", revisions=1).reason
    assert "3 times" in ask("corrected", revisions=3).reason


def test_marks_stand_in_their_order():
    found = marking.find(Context(article(kind="comment", free=False), revisions=1))
    assert [mark.code for mark in found] == ["summary", "commentary", "subscription", "corrected"]


def test_marks_are_asked_again_with_a_story_and_corrections():
    made = article("Two people died when a boat sank at Marlby on Monday.\n" + BRIDGE, "Two killed as boat sinks")
    brief = edit(made)
    assert [mark.code for mark in brief.marks] == ["summary", "one-source"]
    event = Story("s", (made.id, "other"), "event")
    assert [mark.code for mark in marking.again(made, brief, event, 1)] == ["summary", "corrected"]
    assert marking.again(made, brief) == brief.marks


def test_a_publisher_of_satire_needs_no_label():
    assert marks["satire"].find(Context(article(canonical="https://www.der-postillon.com/x"))).code == "satire"
    assert marks["satire"].find(Context(article(canonical="https://notder-postillon.com/x"))) is None
