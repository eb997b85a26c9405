"""What facts and the rules cost: measured at 25 ms for 800 words; the bound leaves room for a busy machine."""

from __future__ import annotations

import time

from standfirst.editing import checking, facts
from standfirst.language import words
from tests.editing.articles import BRIDGE, SEASON, article
from tests.editing.checks.drafting import draft, whole_sentences


def test_facts_and_rules_stay_cheap():
    checking.run(draft(article(), whole_sentences(article())[:5]))  # lists and models are loaded once a process
    made = article("\n".join([SEASON, BRIDGE, SEASON.replace("Voss", "Vance")]))
    assert words.count(made.text, "en") > 800
    began = time.process_time()
    known = facts.find(made)
    checking.run(draft(made, whole_sentences(made)[:5], facts=known))
    assert time.process_time() - began < 0.25
