from __future__ import annotations

from datetime import UTC, datetime

import pytest

from standfirst.editing import Statement, Style, candidates, edit, editor
from standfirst.editing.writers import excerpt, writers
from standfirst.reading import Stamp
from standfirst.rights import Outcome, Verdict
from standfirst.values import dump, load
from tests.editing.articles import BRIDGE, SEASON, WAHL, article
from tests.editing.test_commentary import RIVER


def codes(brief):
    return [mark.code for mark in brief.marks]


def test_a_report_becomes_a_brief():
    brief = edit(article())
    assert brief.outcome.kind == "brief"
    assert brief.traced == (len(brief.statements), len(brief.statements))
    assert {check.rule for check in brief.checks} == set(range(1, 17))
    assert codes(brief) == ["summary"]
    assert brief.facts
    assert brief.digital_source_type.endswith("/algorithmicMedia")
    assert brief.headline == "Marlby bridge to close for eleven weeks"
    assert all([brief.versions.reader, brief.versions.editor, brief.versions.rules, brief.versions.models])


def test_the_television_question_is_answered_and_marked():
    brief = edit(article(SEASON, "Will there be a Lockkeepers season 2? Speculation and latest news"))
    assert brief.outcome.kind == "brief"
    assert "speculation" in codes(brief)
    assert "season" in brief.statements[0].text
    assert brief.filing.section != "automotive-and-transportation"


def test_another_language():
    brief = edit(article(WAHL, "Brenkhausen wählt im März einen Bürgermeister", language="de"))
    assert (brief.outcome.kind, brief.language) == ("brief", "de")
    assert "one-source" in codes(brief)


def test_a_short_source_gives_a_card_with_its_first_sentence():
    brief = edit(article("\n".join(BRIDGE.split("\n")[:3])))
    assert (brief.outcome.kind, brief.outcome.rule) == ("card", "short-source")
    assert [each.text[:16] for each in brief.statements] == ["The swing bridge"]
    assert brief.facts == ()
    assert "summary" not in codes(brief)


def test_what_a_short_page_is_is_said():
    assert "a gallery" in edit(article("Eight pictures of boats were taken on Monday.", kind="gallery")).outcome.reason


def test_rights_that_allow_a_card_allow_no_words():
    verdict = Verdict(Outcome.CARD, "robots-meta", "The page asks for no snippet.")
    brief = edit(article(rights=verdict))
    assert (brief.outcome.kind, brief.outcome.rule) == ("card", "robots-meta")
    assert brief.statements == ()


@pytest.mark.parametrize(("section", "codes"), [("", []), ("Opinion", ["commentary"])])
def test_a_reserved_text_is_not_mined_for_its_card(section, codes):
    """What the publisher states beside the text stays, its label and tags; no word, place or topic of the text."""
    verdict = Verdict(Outcome.CARD, "tdmrep", "The publisher reserves text and data mining.")
    told = {"section": section, "keywords": ("Football",)}
    text = f"{BRIDGE}\n{RIVER}\nMARLBY (Reuters) - The team won the football match, police said of the murder."
    open_to_all, brief = edit(article(text, **told)), edit(article(text, rights=verdict, **told))
    assert open_to_all.filing.topics
    assert any(each.evidence for each in open_to_all.marks) or not section
    assert [mark.code for mark in brief.marks] == codes
    assert not any(mark.evidence for mark in brief.marks)
    assert brief.filing.topics == ()
    assert brief.filing.evidence in ((), ("tag: Football",))
    assert (brief.facts, brief.checks, brief.missing) == ((), (), ())


def test_rights_that_allow_nothing_block():
    brief = edit(article(rights=Verdict(Outcome.NOTHING, "status", "It answers 451.")))
    assert (brief.outcome.kind, brief.outcome.rule, brief.statements) == ("blocked", "status", ())


def test_max_snippet_binds_a_card_too():
    brief = edit(article("\n".join(BRIDGE.split("\n")[:3]), rights=Verdict(max_snippet=60)))
    assert all(len(each.text) <= 60 for each in brief.statements)


def test_without_a_date_nothing_goes_out():
    assert (edit(article(published=None)).outcome.kind, edit(article(published=None)).outcome.rule) == (
        "held",
        "no-date",
    )
    short = edit(article("A boat sank at Marlby on Monday morning.", published=None))
    assert short.outcome.rule == "no-date"


def test_operators_holds():
    nowhere = article("\n".join(f"Item {each} of the list is a plain thing to note." for each in range(60)), "A list")
    style = Style(hold_uncertain_section=True, section_threshold=1.01)
    assert edit(article(), style).outcome.rule == "section"
    assert edit(nowhere, Style()).outcome.rule != "section"
    vote = article(WAHL, "Wahl in Brenkhausen: Bürgermeisterwahl im März", language="de")
    assert edit(vote, Style(hold_sensitive=True)).outcome.rule == "sensitive"


class Liar:
    """A writer that says what no source says, and can do no better."""

    def __call__(self, made, style):
        good = writers["excerpt"](made, style)
        return (*good, Statement("Mayor Zebulon Quark paid £77 million.", good[0].evidence, verbatim=False))


class Careless(Liar):
    """A writer that does better when it is told."""

    def again(self, made, style, avoid):
        assert avoid
        return writers["excerpt"](made, style)


@pytest.fixture
def entered(monkeypatch):
    def enter(writer):
        monkeypatch.setitem(writers._members, "other", (200, writer))
        return Style(writer="other")

    list(writers)
    return enter


def test_what_the_rules_refuse_is_cut(entered):
    brief = edit(article(), entered(Liar()))
    assert brief.outcome.kind == "brief"
    assert not any("Quark" in each.text for each in brief.statements)
    assert brief.digital_source_type.endswith("/trainedAlgorithmicMedia")


def test_a_writer_may_try_again(entered):
    brief = edit(article(), entered(Careless()))
    assert [each.text for each in brief.statements] == [each.text for each in edit(article()).statements]


def test_a_statement_that_leaned_on_one_cut_goes_too():
    said = tuple(Statement(text) for text in ["Ada ran.", "She won.", "However, it rained.", "Tom left."])
    assert [each.text for each in editor._without(said, {0}, "en")] == ["Tom left."]


def test_too_long_is_trimmed(entered):
    class Talker:
        def __call__(self, made, style):
            return writers["excerpt"](made, Style(max_words=300, max_share=0.9))

    brief = edit(article(), entered(Talker()))
    assert brief.outcome.kind == "brief"
    assert sum(len(each.text.split()) for each in brief.statements) <= 120


def test_a_brief_is_the_same_every_time_and_stores():
    brief = edit(article())
    assert brief == edit(article())
    assert load(type(brief), dump(brief)) == brief


def test_evaluations_in_an_excerpt_are_marked(entered):
    lines = BRIDGE.split("\n")
    lines[0] = lines[0].replace("The swing bridge", "The gorgeous swing bridge")
    made = article("\n".join(lines))

    class First:
        def __call__(self, made, style):
            found = candidates.find(made)
            return tuple(excerpt.statement(made, each, each.forms[0]) for each in (found[0], found[3]))

    brief = edit(made, entered(First()))
    (mark,) = [mark for mark in brief.marks if mark.code == "commentary"]
    assert "gorgeous" in mark.reason
    assert mark.evidence == brief.statements[0].evidence


def test_the_date_is_resolved_in_the_sources_zone():
    late = Stamp(datetime(2026, 11, 19, 0, 30, tzinfo=UTC), "json-ld")
    values = [note.value for each in edit(article(published=late)).statements for note in each.dates]
    assert "2026-11-17" in values
