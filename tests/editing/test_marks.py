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


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("Channel North has confirmed a second season of Lockkeepers, a spokeswoman said on Monday.", False),
        ("Channel North renewed Lockkeepers for a second season in March, a spokeswoman said.", False),
        ("A second season of Lockkeepers was ordered on Monday, a spokeswoman said.", False),
        ("A second season of Lockkeepers has not been ordered, a spokeswoman said on Monday.", True),
        ("Channel North has yet to say whether a second season was ordered.", True),
    ],
)
def test_a_second_season_is_speculation_only_while_nothing_is_confirmed(line, marked):
    first, second, third, *rest = SEASON.split("\n")
    assert third.startswith("Channel North has not yet confirmed")
    season = article(
        "\n".join((first, second, line, *rest)), "Will there be a Lockkeepers season 2? Speculation and latest news"
    )
    assert (ask("speculation", season) is not None) is marked


TRUE_ANYWHERE = """\
If someone falls on a wet floor, they may be hurt. The owner could be liable if the floor was not marked.
A lawyer may ask for the club's records. A claim could fail if the member signed a waiver.
A court may reduce the sum if the member was careless. The club might have insured itself.
A witness may help. Photographs could be useful. A doctor may have to be heard."""

LEAK = """\
Hexley Radio is reportedly working on a smaller set, two people who have seen it told Weekly Screen.
The maker has not commented. The set is said to weigh 90 grams.
It could cost less than the present one, which sells for £120. A first picture was posted on Monday.
The maker sold 400,000 sets last year. Its factory stands in Leeds."""


@pytest.mark.parametrize(
    ("title", "text", "marked"),
    [
        ("What to know about a fall in a gym", TRUE_ANYWHERE, False),
        ("Castell recalls 900 pumps that may leak", LEAK.replace("reportedly ", "").replace("might", "will"), False),
        ("Hexley Radio reportedly plans a smaller set", LEAK, True),
        ("Hexley Radio: all the rumours about the next set", LEAK, True),
        ("Town fines 12 people for spreading 'rumours'", LEAK, False),
        (
            "Bridge opens in May",
            "The bridge opens in May. The road opens in May. The quay opens in May. All in May.",
            False,
        ),
    ],
)
def test_speculation_is_what_nobody_has_confirmed(title, text, marked):
    assert (ask("speculation", article(text, title)) is not None) is marked


@pytest.mark.parametrize(
    ("more", "marked"),
    [
        ({"signature": "By Ann Hill The Associated Press Posted November 18, 2026"}, True),
        ({"text": BRIDGE + "\nHe left for the coast, the police said. PTI"}, True),
        ({"text": BRIDGE + "\n(EP)"}, True),
        ({"text": BRIDGE + "\nCP"}, False),
        ({"text": BRIDGE + "\nHe had never heard of Reuters."}, False),
        ({"text": "NEW YORK (Reuters) - " + BRIDGE, "canonical": "https://www.reuters.com/article/1"}, False),
        ({"byline": "Associated Press", "canonical": "https://apnews.com/article/1"}, False),
        ({"byline": "Associated Press", "canonical": "https://snapnews.example/article/1"}, True),
    ],
)
def test_agency_copy_by_signature_and_last_words(more, marked):
    assert (ask("agency-copy", article(**more)) is not None) is marked


@pytest.mark.parametrize(
    ("more", "marked"),
    [
        ({"byline": "Gazette BrandRoom, Jo Marsh"}, True),
        ({"signature": "Anzeige Jo Marsh, 18.11.2026"}, True),
        ({"byline": "Jo Marsh", "signature": "Jo Marsh covers branding and sponsored sport"}, False),
        ({"title": "Anzeigen wegen Diebstahls: Zahl steigt", "language": "de"}, False),
    ],
)
def test_sponsored_by_its_byline(more, marked):
    assert (ask("sponsored", article(**more)) is not None) is marked


RELEASE = """\
Castell has signed a contract for nine pumps, Castell said. The pumps of Castell will stand in three towns.
They will be delivered in March and cost 2.4 million.
For more information please visit the site."""


@pytest.mark.parametrize(
    ("title", "text", "address", "marked"),
    [
        ("Castell signs a contract for nine pumps", RELEASE, "https://www.castell.example/news/1", True),
        ("Castell signs a contract for nine pumps", RELEASE, "https://gazette.example/news/1", False),
        ("Nine pumps for three towns", RELEASE, "https://www.castell.example/news/1", False),
        ("Castell signs", RELEASE.replace("For more", "There is no"), "https://www.castell.example/news/1", False),
    ],
)
def test_a_house_that_tells_of_itself_publishes_a_release(title, text, address, marked):
    mark = ask("press-release", article(text, title, canonical=address, address=address))
    assert (mark is not None) is marked
    if mark:
        assert text.replace("\n", "\n\n")[mark.evidence[0].start : mark.evidence[0].end] == "For more information"


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
