from __future__ import annotations

import pytest

from standfirst.editing import CheckResult, Statement, checking
from standfirst.editing.checks import Draft, checks
from tests.editing.articles import article
from tests.editing.checks.drafting import draft, whole_sentences

NAMES = [
    "answer-headline", "who-what-when-where", "names", "numbers", "dates", "quotations", "attribution", "polarity",
    "one-story", "specific", "no-filler", "length", "copying", "opinion-apart", "say-what-is-missing", "no-debris",
]  # fmt: skip


def failed(rule: str, consequence: str, reason: str = "why", statement: int | None = None) -> CheckResult:
    return CheckResult(1, rule, "brief", passed=False, consequence=consequence, reason=reason, statement=statement)


def test_the_sixteen_rules_stand_in_order():
    assert list(checks) == NAMES
    assert [rule.number for _, rule in checks.items()] == list(range(1, 17))
    assert all(rule.name == name and rule.level in {"brief", "statement"} for name, rule in checks.items())


def test_every_rule_answers_for_a_brief():
    made = article()
    results = checking.run(draft(made, whole_sentences(made)[:4]))
    assert sorted({result.rule for result in results}) == list(range(1, 17))
    for result in results:
        assert bool(result.consequence) is not result.passed
        assert bool(result.reason) is not result.passed


def test_a_brief_of_nothing_is_a_card():
    assert checking.outcome(checking.run(draft(article(), []))).kind == "card"


@pytest.mark.parametrize(
    ("consequences", "kind", "rule"),
    [
        ([], "brief", ""),
        (["report", "mark"], "brief", ""),
        (["report", "trim"], "card", "rule-1"),
        (["cut", "card"], "card", "rule-1"),
        (["card", "hold"], "held", "rule-1"),
        (["hold", "block", "card"], "blocked", "rule-1"),
    ],
)
def test_the_strictest_wins(consequences, kind, rule):
    results = [failed(f"rule-{place}", consequence) for place, consequence in enumerate(consequences)]
    found = checking.outcome([CheckResult(9, "kept", "brief", passed=True), *results])
    assert (found.kind, found.rule) == (kind, rule)
    assert bool(found.reason) is (kind != "brief")


def test_cuts_are_the_statements_to_go():
    results = [failed("names", "cut", statement=2), failed("length", "trim"), failed("numbers", "cut", statement=0)]
    assert checking.cuts(results) == {0, 2}


@pytest.mark.parametrize("language", ["en", "de", "it", "zh", "ar", "und", ""])
@pytest.mark.parametrize("text", ["", "x", "“" * 50, "Ana <b> 1,2,3 not\x00", "世界。" * 30])
def test_no_text_raises(language, text):
    made = article(text or "y", "", language=language)
    said = (Statement(text), *whole_sentences(made))
    assert len(checking.run(Draft(made, "", said))) >= 16
