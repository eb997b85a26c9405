"""Decisions: the stricter of rights, rules and circumstances wins, and each says why."""

from datetime import timedelta

import pytest

from standfirst.editing import Outcome
from standfirst.newsroom.policy import VISITS, Circumstances, decide, next_try, next_visit
from standfirst.rights import Outcome as Right
from standfirst.rights import Verdict

BRIEF, HELD, BLOCKED = (
    Outcome("brief"),
    Outcome("held", "answer-headline", "It asks."),
    Outcome("blocked", "no-debris", "{{"),
)
CARD = Verdict(Right.CARD, "robots-meta", "The page asks for no snippet.")
NOTHING = Verdict(Right.NOTHING, "status", "It answers 451.")


@pytest.mark.parametrize(
    ("outcome", "verdict", "circumstances", "wanted"),
    [
        (BRIEF, Verdict(), Circumstances(), ("brief", "")),
        (BRIEF, CARD, Circumstances(), ("card", "robots-meta")),
        (HELD, CARD, Circumstances(), ("held", "answer-headline")),
        (BLOCKED, CARD, Circumstances(), ("blocked", "no-debris")),
        (BLOCKED, NOTHING, Circumstances(), ("refused", "status")),
        (BRIEF, Verdict(), Circumstances(source_opted_out=True), ("card", "opt-out")),
        (BRIEF, Verdict(), Circumstances(new_source=True), ("brief", "")),
        (BRIEF, Verdict(), Circumstances(new_source=True, hold_new_source=True), ("held", "new-source")),
        (Outcome("card", "length", "Under 40 words."), Verdict(), Circumstances(), ("card", "length")),
    ],
)
def test_decide(outcome, verdict, circumstances, wanted):
    made = decide(outcome, verdict, circumstances)
    assert (made.state, made.rule) == wanted
    assert made.reason or made.state == "brief"


def test_visits_follow_publication(now):
    assert [next_visit(now, visits) for visits in (1, 2, 3, 4)] == [now + pause for pause in VISITS]
    assert next_visit(now, 5) is None


def test_tries_grow_apart_and_end(now):
    pauses = [next_try(now, attempts, 5) for attempts in (1, 2, 3, 4)]
    assert pauses == sorted(pauses)
    assert pauses[0] == now + timedelta(minutes=5)
    assert next_try(now, 5, 5) is None
